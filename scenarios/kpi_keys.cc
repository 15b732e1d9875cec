// Keys of KPIs, as docs/guides/results.md lists them.
#include <algorithm>
#include <array>
#include <cctype>
#include <sstream>

#include "scenarios/gauges.h"
#include "scenarios/validate.h"

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;

// Parts in braces stand for names; alternatives are parted by '|'.
constexpr std::array kPatterns{
    "total/westbound|eastbound|both/trains_departed|teu_delivered|containers_delivered",
    "total/trains_ratio_east_west",
    "crossing/{crossing}/westbound|eastbound|both/trains|teu|laden_teu|containers|through_trains|through_teu",
    "line/{line}/westbound|eastbound|both/trains_per_day|wait_mean_h|path_wait_mean_h|track_wait_mean_h"
    "|possession_wait_mean_h|held_back|held_back_mean",
    "line/{line}/occupancy|uic406_mean|uic406_day|uic406_peak",
    "transit/{pair}/mean_days|p50_days|p90_days",
    "total_time/{pair}/mean_days|p50_days|p90_days",
    "delivered/{pair}/containers|teu",
    "watch/{watch}/mean_days|p50_days|p90_days",
    "service/{service}/mean_days|p50_days|p90_days|route_km",
    "dwell/{point}/westbound|eastbound/mean_h|p50_h|p90_h",
    "wait/{place}/section|path|track|server|crane|yard|hours|possession|formation/container_hours|mean_h",
    "resource/{resource}/utilisation|queue_mean|queue_longest|wait_mean_h|share_waiting",
    "terminal/{terminal}/"
    "utilisation|yard_teu_mean|yard_teu_most|yard_utilisation|lifts|trains_reformed|trains_kept",
    "formed/{point}/0|1435|1520|1668/westbound|eastbound/trains|teu|feu_per_train|cancelled",
    "point/{point}/arrived|departed|trains_mean|track_use|sojourn_mean_h|sojourn_p90_h|departure_gap_scv",
    "point/{point}/{census}",
};

std::vector<std::string> split(const std::string& text, char by) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, by);) parts.push_back(part);
  if (!text.empty() && text.back() == by) parts.emplace_back();
  return parts;
}

bool is_crossing(const std::string& name, const Checks& checks) {
  const v1::Line* line = checks.names().lines.find(name);
  if (line == nullptr) return false;
  const v1::OperatingPoint* from = checks.names().points.find(line->from());
  const v1::OperatingPoint* to = checks.names().points.find(line->to());
  return from != nullptr && to != nullptr && from->country() != to->country();
}

// "CN_CKG-DE_DUI"; ids of points have no '-'.
bool is_pair(const std::string& name, const Checks& checks) {
  const std::vector<std::string> ends = split(name, '-');
  return ends.size() == 2 && checks.names().points.find(ends[0]) != nullptr &&
         checks.names().points.find(ends[1]) != nullptr;
}

// "KZ_DOS.bays": point and bay pool, which is the gauge change's id unless it names one.
bool is_terminal(const std::string& name, const Checks& checks) {
  const auto& changes = checks.scenario().processes().gauge_changes();
  return std::any_of(changes.begin(), changes.end(), [&name](const v1::GaugeChange& change) {
    return name == change.point() + "." + (change.bay_pool().empty() ? change.id() : change.bay_pool());
  });
}

bool is_census(const std::string& name, const Checks& checks) {
  const std::string digits = name.rfind("census_", 0) == 0 ? name.substr(7) : "";
  if (digits.empty() || digits.size() > 6 || digits.find_first_not_of("0123456789") != std::string::npos)
    return false;
  const int number = std::stoi(digits);
  return number >= 1 && number <= checks.scenario().experiment().census_size();
}

bool is_name(const std::string& kind, const std::string& name, const Checks& checks) {
  const Names& names = checks.names();
  if (kind == "{crossing}") return is_crossing(name, checks);
  if (kind == "{line}") return names.lines.find(name) != nullptr;
  if (kind == "{point}") return names.points.find(name) != nullptr;
  if (kind == "{watch}") return names.watches.find(name) != nullptr;
  if (kind == "{service}") return names.services.find(name) != nullptr;
  if (kind == "{resource}") return names.resources.find(name) != nullptr;
  if (kind == "{pair}") return is_pair(name, checks);
  if (kind == "{terminal}") return is_terminal(name, checks);
  if (kind == "{census}") return is_census(name, checks);
  return names.resources.find(name) != nullptr || names.lines.find(name) != nullptr ||
         names.points.find(name) != nullptr || is_terminal(name, checks);  // {place}
}

std::string name_hint(const std::string& kind, const std::string& name, const Checks& checks) {
  const Names& names = checks.names();
  if (kind == "{line}") return did_you_mean(name, names.lines.all());
  if (kind == "{crossing}") {
    return names.lines.find(name) == nullptr ? did_you_mean(name, names.lines.all())
                                             : "both ends of that line are in one country; use line/...";
  }
  if (kind == "{point}") return did_you_mean(name, names.points.all());
  if (kind == "{watch}") return did_you_mean(name, names.watches.all());
  if (kind == "{service}") return did_you_mean(name, names.services.all());
  if (kind == "{resource}") return did_you_mean(name, names.resources.all());
  if (kind == "{pair}") return "two points, e.g. CN_CKG-DE_DUI";
  if (kind == "{terminal}") return "point and bay pool, e.g. KZ_DOS.bays";
  if (kind == "{census}") return "census_1 is the first instant of `census`";
  return "a resource, terminal, line or point";
}

// How many parts match, and the first that does not.
struct Match {
  std::size_t parts = 0;
  bool whole = false;
  std::string expected;
};

Match match(const std::string& pattern, const std::vector<std::string>& key, const Checks& checks) {
  const std::vector<std::string> wanted = split(pattern, '/');
  Match result;
  for (; result.parts < wanted.size(); ++result.parts) {
    const std::string& part = wanted[result.parts];
    result.expected = part;
    if (result.parts >= key.size()) return result;
    const std::vector<std::string> choices = split(part, '|');
    const std::string& given = key[result.parts];
    const bool fits = part.front() == '{' ? is_name(part, given, checks)
                                          : std::find(choices.begin(), choices.end(), given) != choices.end();
    if (!fits) return result;
  }
  result.whole = key.size() == wanted.size();
  result.expected = "nothing";
  return result;
}

}  // namespace

KeyProblem check_kpi_key(const std::string& key, const Checks& checks) {
  const std::vector<std::string> parts = split(key, '/');
  Match best;
  for (const char* pattern : kPatterns) {
    Match found = match(pattern, parts, checks);
    if (found.whole) return {};
    if (best.expected.empty() || found.parts > best.parts) best = std::move(found);
  }
  if (best.parts == 0) {
    std::vector<std::string_view> heads;
    for (const std::string_view pattern : kPatterns) heads.push_back(pattern.substr(0, pattern.find('/')));
    const std::string hint = parts.empty() ? std::string() : did_you_mean(parts[0], heads);
    return {fmt::format("no KPI is called `{}`", key),
            hint.empty() ? "keys are listed in docs/guides/results.md" : hint};
  }
  if (best.parts >= parts.size())
    return {fmt::format("KPI key `{}` ends too early", key), "expected: " + best.expected};
  const std::string& given = parts[best.parts];
  std::string hint =
      best.expected.front() == '{' ? name_hint(best.expected, given, checks) : "expected: " + best.expected;
  return {fmt::format("KPI key `{}`: `{}` is not possible here", key, given), std::move(hint)};
}

}  // namespace scenarios
