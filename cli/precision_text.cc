#include "cli/precision_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <vector>

#include "cli/numbers.h"
#include "cli/terminal.h"
#include "cli/text_table.h"
#include "studies/kpi_names.h"

namespace cli {
namespace {

constexpr std::size_t kShown = 3;

std::string percent_text(double share) {
  constexpr double kLeast = 1e-5;  // else as 7e-06
  if (share > 0 && share < kLeast) return "< 0.001 %";
  return share < 0.1 ? fmt::format("{:.2g} %", 100 * share) : fmt::format("{:.0f} %", 100 * share);
}

double badness(const studies::KpiPrecision& kpi) {
  return kpi.relative().value_or(std::numeric_limits<double>::infinity());
}

// Of these only, the worst first.
std::vector<studies::KpiPrecision> of_variant(const studies::PrecisionOutcome& outcome, std::size_t variant) {
  std::vector<studies::KpiPrecision> kpis;
  for (const studies::KpiPrecision& kpi : outcome.kpis)
    if (kpi.variant == variant) kpis.push_back(kpi);
  std::stable_sort(kpis.begin(), kpis.end(),
                   [](const auto& x, const auto& y) { return badness(x) > badness(y); });
  return kpis;
}

std::string kpi_text(const studies::KpiPrecision& kpi, const studies::PlaceNames& names) {
  const std::string name = studies::kpi_name(names, kpi.key);
  if (kpi.summary.count < studies::kLeastReplications)
    return fmt::format("{} seen in {} only", name, kpi.summary.count);
  const std::optional<double> relative = kpi.relative();
  if (!relative) return fmt::format("{} ± {} of a mean of 0", name, grouped(*kpi.summary.half_width, 2));
  return fmt::format("{} ± {}{}", name, percent_text(*relative), kpi.variant == 0 ? "" : " of the base");
}

std::string kpis_text(const std::vector<studies::KpiPrecision>& kpis, const studies::PlaceNames& names) {
  if (kpis.empty()) return "none of its KPIs was ever seen";
  std::string text;
  for (std::size_t i = 0; i < std::min(kShown, kpis.size()); ++i)
    text += (i > 0 ? ", " : "") + kpi_text(kpis[i], names);
  if (kpis.size() > kShown) text += fmt::format(", and {} that are known better", kpis.size() - kShown);
  return text;
}

}  // namespace

std::string precision_text(const studies::PrecisionOutcome& outcome, const studies::PlaceNames& names,
                           bool interrupted, const std::string& more, std::size_t variant) {
  const bool more_would_help = !outcome.reached && !interrupted && !outcome.kpis.empty();
  const std::string text =
      fmt::format("Precision of {} {} {} replications: {}{}", percent_text(outcome.goal.relative),
                  outcome.reached ? "reached with"
                  : interrupted   ? "not reached when interrupted, with"
                                  : "NOT REACHED with",
                  grouped(outcome.replications, 0), kpis_text(of_variant(outcome, variant), names),
                  more_would_help ? fmt::format("; {} allows more", more) : "");
  const std::string lines = wrapped(text, kScreenWidth, variant == 0 ? 0 : 2);
  return outcome.reached ? lines : red(lines);
}

}  // namespace cli
