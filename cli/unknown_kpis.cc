#include "cli/unknown_kpis.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/exit_code.h"
#include "cli/load.h"
#include "studies/kpi_hint.h"
#include "studies/kpi_keys.h"

namespace cli {
namespace {

// A hint; nothing if some model has it, or there is none to ask.
std::string hint_if_unknown(const std::string& pattern, const Models& models) {
  const rail::Model* first = nullptr;
  for (const auto& model : models) {
    if (model == nullptr) continue;
    if (studies::unmatched_kpis(*model, {pattern}).empty()) return {};
    if (first == nullptr) first = model.get();
  }
  return first == nullptr ? std::string() : studies::kpi_hint(*first, pattern);
}

const scenarios::Written* written(const AskedKpis& asked, std::size_t i) {
  return i < asked.written.size() && !asked.written[i].file.empty() ? &asked.written[i] : nullptr;
}

}  // namespace

std::vector<scenarios::Problem> unknown_in_study(const AskedKpis& asked, const Models& models) {
  std::vector<scenarios::Problem> problems;
  const bool all = std::find(models.begin(), models.end(), nullptr) == models.end();
  for (std::size_t i = 0; i < asked.patterns.size(); ++i) {
    const scenarios::Written* at = written(asked, i);
    const std::string hint = at == nullptr ? std::string() : hint_if_unknown(asked.patterns[i], models);
    if (hint.empty()) continue;
    const char* among = all ? "" : ", in what can be read";
    problems.push_back({at->file,
                        at->line,
                        at->column,
                        {},
                        fmt::format("`{}`: {}{}", asked.patterns[i], asked.complaint, among),
                        hint});
  }
  return problems;
}

int refuse_unknown(const AskedKpis& asked, const Models& models) {
  int code = kOk;
  for (std::size_t i = 0; i < asked.patterns.size(); ++i) {
    if (written(asked, i) != nullptr) continue;
    const std::string hint = hint_if_unknown(asked.patterns[i], models);
    if (!hint.empty()) code = refuse("--kpi", asked.patterns[i], {}, asked.complaint, hint);
  }
  return code;
}

}  // namespace cli
