#include "studies/study_facts.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/algorithm/string/classification.hpp>
#include <boost/algorithm/string/join.hpp>
#include <boost/algorithm/string/split.hpp>
#include <charconv>
#include <cmath>

#include "studies/build_info.h"
#include "studies/changed_sources.h"

namespace studies {
namespace {

constexpr std::size_t kLongestShown = 60;
constexpr const char* kBase = "base scenario";
constexpr const char* kKpis = "list of KPIs";
constexpr const char* kChanges = "list of changes";

std::string program_text() {
  const BuildInfo& build = build_info();
  return fmt::format("{} ({}, {}, {})", build.version, build.git_revision, build.compiler, build.build_type);
}

std::string design_text(const scenarios::Study& study) {
  const std::string name = scenarios::to_string(study.design);
  if (study.design != scenarios::Design::kLatinHypercube) return name;
  return fmt::format("{}, seed {}", name, study.design_seed);
}

const std::string* find(const StudyFacts& facts, const std::string& name) {
  const auto found = std::find_if(facts.identity.begin(), facts.identity.end(),
                                  [&](const auto& fact) { return fact.first == name; });
  return found == facts.identity.end() ? nullptr : &found->second;
}

std::vector<std::string> lines_of(const StudyFacts& facts, const std::string& name) {
  std::vector<std::string> lines;
  const std::string* text = find(facts, name);
  if (text != nullptr) boost::algorithm::split(lines, *text, boost::algorithm::is_any_of("\n"));
  return lines;
}

// From a little before `at`, where it differs from another text.
std::string shown(const std::string& text, std::size_t at) {
  if (text.empty()) return "empty";
  const std::size_t start = at < kLongestShown / 2 ? 0 : at - kLongestShown / 4;
  std::string part = text.substr(start, kLongestShown);
  std::replace(part.begin(), part.end(), '\n', ' ');
  const bool is_cut = start + part.size() < text.size();
  return fmt::format("`{}{}{}`", start > 0 ? "..." : "", part, is_cut ? "..." : "");
}

std::string difference(const std::string& name, const std::string* before, const std::string& now) {
  if (before == nullptr) return fmt::format("its {} is not known", name);
  if (name == kBase) return "its base scenario is another one, or was changed";
  const auto there = std::mismatch(before->begin(), before->end(), now.begin(), now.end()).first;
  const auto at = static_cast<std::size_t>(there - before->begin());
  return fmt::format("its {} is {}, not {}", name, shown(*before, at), shown(now, at));
}

}  // namespace

StudyFacts study_facts(const scenarios::Study& study, const std::string& base_hash, int replications,
                       std::uint64_t seed, const std::vector<std::string>& kpis) {
  StudyFacts facts;
  facts.name = study.name;
  facts.base_file = study.base.string();
  facts.question = study.question;
  facts.replications = replications;
  facts.identity = {{"program", program_text()},
                    {kBase, base_hash},
                    {"seed", std::to_string(seed)},
                    {"design", design_text(study)},
                    {kChanges, boost::algorithm::join(study.changes, "\n")},
                    {kKpis, boost::algorithm::join(kpis, "\n")}};
  if (!changed_sources().empty()) facts.identity.emplace_back(kChangedSources, changed_sources());
  for (const scenarios::Factor& factor : study.factors)
    facts.factors.push_back({factor.name, factor.field, factor.scale});
  facts.points = design_points(study);
  return facts;
}

std::optional<double> setting_number(const std::string& setting) {
  double value = 0;
  const char* last = setting.data() + setting.size();
  const auto [end, error] = std::from_chars(setting.data(), last, value);
  return error == std::errc() && end == last ? std::optional(value) : std::nullopt;
}

std::string setting_text(const std::string& setting) {
  const std::optional<double> number = setting_number(setting);
  const bool is_long = setting.find('.') != std::string::npos && setting.size() > 8;  // "0.123456"
  return number && is_long && std::abs(*number) < 1e6 ? fmt::format("{:.6g}", *number) : setting;
}

std::vector<std::string> kept_kpis(const StudyFacts& facts) { return lines_of(facts, kKpis); }

std::vector<std::string> common_changes(const StudyFacts& facts) {
  std::vector<std::string> changes = lines_of(facts, kChanges);
  std::erase(changes, "");  // of no changes
  return changes;
}

std::string base_hash(const StudyFacts& facts) {
  const std::string* hash = find(facts, kBase);
  return hash == nullptr ? std::string() : *hash;
}

std::vector<std::string> differences(const StudyFacts& before, const StudyFacts& now) {
  std::vector<std::string> all;
  for (const auto& [name, value] : now.identity) {
    const std::string* old = find(before, name);
    if (old == nullptr || *old != value) all.push_back(difference(name, old, value));
  }
  if (before.factors != now.factors) {
    all.emplace_back("its factors are others");
  } else if (before.points != now.points) {
    all.emplace_back("the values of its factors are others");
  }
  return all;
}

}  // namespace studies
