// Keys of KPIs, as docs/guides/results.md lists them.
#include <algorithm>
#include <array>

#include "scenarios/kpi_key_kinds.h"
#include "scenarios/split.h"
#include "scenarios/validate.h"

namespace scenarios {
namespace {

// Parts in braces stand for names; alternatives are parted by '|'. What rail::kpis() gives: tests/scenarios/
// kpi_keys_test.cc compares the two.
constexpr std::array kPatterns{
    "total/westbound|eastbound|both/trains_departed|teu_delivered|containers_delivered",
    "total/trains_ratio_east_west",
    "waiting_at_end/trains|containers|container_hours",
    "crossing/{crossing}/westbound|eastbound|both/trains|teu|laden_teu|containers|through_trains|through_teu",
    "line/{line}/westbound|eastbound/trains_per_day|wait_mean_h|path_wait_mean_h",
    "line/{line with paths}/westbound|eastbound/path_use",
    "line/{line with a limit}/westbound|eastbound/held_back|held_back_mean",
    "line/{line that closes}/westbound|eastbound/possession_wait_mean_h",
    "line/{line that is disrupted}/westbound|eastbound/closure_wait_mean_h",
    "line/{line with passing tracks}/westbound|eastbound/track_wait_mean_h",
    "line/{line with tracks}/occupancy|uic406_mean|uic406_day|uic406_peak",
    "transit/{pair}/mean_days|p50_days|p90_days",
    "total_time/{pair}/mean_days|p50_days|p90_days",
    "total_time/{pair}/"
    "section|path|track|server|bay|yard|fleet|hours|possession|closure|formation|handling|running|slowed/"
    "mean_days",
    "total_time/{pair with plugs}/plug/mean_days",
    "total_time/{pair with part loads}/consolidation/mean_days",
    "part_loads/{part loads}/loads_in|loads_out|containers|fill|sent_early",
    "part_loads/{part loads}/gathering/mean_h|p50_h|p90_h",
    "part_loads/{part loads}/total/mean_days",
    "wait/{hub with part loads}/consolidation/container_hours|mean_h|container_hours_to_end|waiting_at_end",
    "delivered/{pair}/containers|teu",
    "cost/{pair with costs}/per_teu",
    "cost/{pair with costs}/tariff|handling|wagons|locomotives|energy/per_teu",
    "emissions/{pair with costs}/g_per_teu|g_per_tonne_km",
    "emissions/{pair with costs}/traction|handling|refrigeration/g_per_teu",
    "energy/{pair with costs}/traction/kwh_per_teu",
    "bills/{whose}/cost|co2e_t|traction_mwh",
    "goods/{commodity}/westbound|eastbound/containers",
    "goods/{commodity}/westbound|eastbound/total|transit/mean_days|p50_days|p90_days",
    "goods/{commodity}/{pair with it}/containers",
    "goods/{commodity}/{pair with it}/total|transit/mean_days|p50_days|p90_days",
    "goods/{commodity with a limit}/westbound|eastbound/late_total|late_transit",
    "goods/{commodity with a limit}/{pair with it}/late_total|late_transit",
    "watch/{watch}/mean_days|p50_days|p90_days",
    "service/{service}/mean_days|p50_days|p90_days|route_km",
    "dwell/{point}/westbound|eastbound/mean_h|p50_h|p90_h",
    "wait/{line}/section|path/container_hours|container_hours_to_end|waiting_at_end",
    "wait/{line that closes}/possession/container_hours|container_hours_to_end|waiting_at_end",
    "wait/{line that is disrupted}/closure/container_hours|container_hours_to_end|waiting_at_end",
    "wait/{line with passing tracks}/track/container_hours|container_hours_to_end|waiting_at_end",
    "wait/{point with tracks}/track/container_hours|mean_h|container_hours_to_end|waiting_at_end",
    "wait/{point where trains wait}/closure/container_hours|mean_h|container_hours_to_end|waiting_at_end",
    "wait/{point where trains are loaded}/path/container_hours|mean_h|container_hours_to_end|waiting_at_end",
    "wait/{resource}/server/container_hours|mean_h|container_hours_to_end|waiting_at_end",
    "wait/{resource with hours}/hours/container_hours|mean_h|container_hours_to_end|waiting_at_end",
    "wait/{resource that is disrupted}/closure/container_hours|mean_h|container_hours_to_end|waiting_at_end",
    "wait/{terminal}/bay|yard/container_hours|mean_h|container_hours_to_end|waiting_at_end",
    "wait/{terminal with hours}/hours/container_hours|mean_h|container_hours_to_end|waiting_at_end",
    "wait/{terminal that is disrupted}/closure/container_hours|mean_h|container_hours_to_end|waiting_at_end",
    "wait/{point}/{gauge}/westbound|eastbound/formation/"
    "container_hours|mean_h|container_hours_to_end|waiting_at_end",
    "wait/{point with "
    "plugs}/{gauge}/westbound|eastbound/plug/container_hours|mean_h|container_hours_to_end|waiting_at_end",
    "wait/{fleet}/{point}/fleet/container_hours|mean_h|container_hours_to_end|waiting_at_end",
    "held/{point}/path|track|yard|hours|possession|closure/trains|train_hours|standing_mean|waiting_at_end",
    "held/{line}/track|yard|possession|closure/trains|train_hours|standing_mean|waiting_at_end",
    "fleet/{fleet}/utilisation|turning",
    "fleet/{district}/light_runs",
    "stock/{fleet}/{point}/idle_mean|idle_least|turning_mean|waiting_mean|queue_longest|trains",
    "resource/{resource}/utilisation|queue_mean|queue_longest|wait_mean_h|share_waiting",
    "terminal/{terminal}/"
    "utilisation|yard_teu_mean|yard_teu_most|yard_utilisation|queue_longest|lifts|trains_reformed|trains_"
    "kept",
    "formed/{point}/{gauge}/westbound|eastbound/trains|teu|feu_per_train|cancelled",
    "formed/{point with plugs}/{gauge}/westbound|eastbound/plug_use",
    "point/{point}/arrived|departed|trains_mean|sojourn_mean_h|sojourn_p90_h|departure_gap_scv",
    "point/{point with tracks}/track_use",
    "point/{point}/{census}",
    "disruption/{disruption}/time_to_clear_h|most_waiting|trains_held",
    "rerouting/{re-routed trains}",
    "rerouting/{re-routed service}/trains_rerouted|trains_diverted",
    "rerouting/{re-routed service with turns}/trains_turned",
};

std::string name_hint(const std::vector<std::string>& kinds, const std::string& name, const Checks& checks) {
  std::vector<std::string_view> known;
  for (const std::string& kind : kinds) {
    const auto names = key_kind(kind).names;
    if (names == nullptr) continue;
    for (const std::string_view one : names(checks.names())) known.push_back(one);
  }
  const bool exists = std::find(known.begin(), known.end(), name) != known.end();
  const std::string nearest = exists ? std::string() : did_you_mean(name, known);
  if (!nearest.empty()) return nearest;
  const std::string fits = key_kind(kinds[0]).hint;
  const bool alike = !fits.empty() && std::all_of(kinds.begin(), kinds.end(), [&](const std::string& kind) {
    return key_kind(kind).hint == fits;
  });
  return kinds.size() == 1 || alike ? fits : "a line, point, resource or terminal (e.g. KZ_DOS.bays)";
}

// How many parts of a key match a pattern; the pattern's part that the next one does not match.
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
    const std::string before = result.parts > 0 ? key[result.parts - 1] : "";
    const bool fits = part.front() == '{'
                          ? key_kind(part).fits(key[result.parts], before, checks)
                          : std::find(choices.begin(), choices.end(), key[result.parts]) != choices.end();
    if (!fits) return result;
  }
  result.whole = key.size() == wanted.size();
  result.expected = "nothing";
  return result;
}

// What the best matches expect next, for a hint; `given` stands there.
std::string expectation(const std::vector<Match>& best, const std::string& given, const Checks& checks) {
  if (given.starts_with("census_")) return key_kind("{census}").hint;
  std::vector<std::string> words, kinds;
  for (const Match& one : best) (one.expected.front() == '{' ? kinds : words).push_back(one.expected);
  return words.empty() ? name_hint(kinds, given, checks) : fmt::format("expected: {}", fmt::join(words, "|"));
}

std::string all_expected(const std::vector<Match>& best) {
  std::vector<std::string> parts;
  for (const Match& one : best) parts.push_back(one.expected);
  return fmt::format("expected: {}", fmt::join(parts, "|"));
}

std::vector<Match> best_matches(const std::vector<std::string>& key, const Checks& checks) {
  std::vector<Match> best;
  for (const char* pattern : kPatterns) {
    Match found = match(pattern, key, checks);
    if (found.whole) return {found};
    if (!best.empty() && found.parts < best[0].parts) continue;
    if (!best.empty() && found.parts > best[0].parts) best.clear();
    best.push_back(std::move(found));
  }
  return best;
}

KeyProblem unknown_head(const std::string& key, const std::vector<std::string>& parts) {
  std::vector<std::string_view> heads;
  for (const std::string_view pattern : kPatterns) heads.push_back(pattern.substr(0, pattern.find('/')));
  const std::string hint = parts.empty() ? std::string() : did_you_mean(parts[0], heads);
  return {fmt::format("no KPI is called `{}`", key),
          hint.empty() ? "keys are listed in docs/guides/results.md" : hint};
}

}  // namespace

KeyProblem check_kpi_key(const std::string& key, const Checks& checks) {
  const std::vector<std::string> parts = split(key, '/');
  const std::vector<Match> best = best_matches(parts, checks);
  if (best[0].whole) return {};
  const std::size_t matched = best[0].parts;
  if (matched == 0) return unknown_head(key, parts);
  if (matched >= parts.size()) return {fmt::format("KPI key `{}` ends too early", key), all_expected(best)};
  return {fmt::format("KPI key `{}`: `{}` is not possible here", key, parts[matched]),
          expectation(best, parts[matched], checks)};
}

}  // namespace scenarios
