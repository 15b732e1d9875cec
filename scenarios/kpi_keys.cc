// Keys of KPIs, as docs/guides/results.md lists them.
#include <algorithm>
#include <array>
#include <cctype>
#include <sstream>

#include "scenarios/gauges.h"
#include "scenarios/kpi_keys_goods.h"
#include "scenarios/validate.h"

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;

// Parts in braces stand for names; alternatives are parted by '|'. What rail::kpis() gives: tests/scenarios/
// kpi_keys_test.cc compares the two.
constexpr std::array kPatterns{
    "total/westbound|eastbound|both/trains_departed|teu_delivered|containers_delivered",
    "total/trains_ratio_east_west",
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
    "wait/{hub with part loads}/consolidation/container_hours|mean_h",
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
    "wait/{line}/section|path/container_hours",
    "wait/{line that closes}/possession/container_hours",
    "wait/{line that is disrupted}/closure/container_hours",
    "wait/{line with passing tracks}/track/container_hours",
    "wait/{point with tracks}/track/container_hours|mean_h",
    "wait/{point where trains wait}/closure/container_hours|mean_h",
    "wait/{resource}/server/container_hours|mean_h",
    "wait/{resource with hours}/hours/container_hours|mean_h",
    "wait/{resource that is disrupted}/closure/container_hours|mean_h",
    "wait/{terminal}/bay|yard/container_hours|mean_h",
    "wait/{terminal with hours}/hours/container_hours|mean_h",
    "wait/{terminal that is disrupted}/closure/container_hours|mean_h",
    "wait/{point}/{gauge}/westbound|eastbound/formation/container_hours|mean_h",
    "wait/{point with plugs}/{gauge}/westbound|eastbound/plug/container_hours|mean_h",
    "wait/{fleet}/{point}/fleet/container_hours|mean_h",
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

// Some service runs so.
bool is_pair(const std::string& name, const Checks& checks) {
  const auto& services = checks.scenario().services().services();
  return std::any_of(services.begin(), services.end(),
                     [&name](const v1::TrainService& service) { return is_pair_of(service, name); });
}

// "KZ_DOS.bays": point and bay pool, which is the gauge change's id unless it names one.
using NamesOf = const google::protobuf::RepeatedPtrField<std::string>& (v1::Closure::*)() const;

// A disruption closes it.
bool is_disrupted(const std::string& name, NamesOf names_of, const Checks& checks) {
  const auto& all = checks.scenario().disruptions().disruptions();
  return std::any_of(all.begin(), all.end(), [&](const v1::Disruption& one) {
    const auto& names = (one.closure().*names_of)();
    return std::find(names.begin(), names.end(), name) != names.end();
  });
}

bool fits_closing(const std::string& kind, bool has_hours, bool disrupted) {
  return kind.find("is disrupted") == std::string::npos ? has_hours || disrupted : disrupted;
}

bool is_terminal(const std::string& kind, const std::string& name, const Checks& checks) {
  const auto& changes = checks.scenario().processes().gauge_changes();
  return std::any_of(changes.begin(), changes.end(), [&](const v1::GaugeChange& change) {
    return name == change.point() + "." + (change.bay_pool().empty() ? change.id() : change.bay_pool()) &&
           (kind == "{terminal}" ||
            fits_closing(kind, change.has_opening_hours(),
                         is_disrupted(change.id(), &v1::Closure::gauge_changes, checks)));
  });
}

bool is_resource(const std::string& kind, const std::string& name, const Checks& checks) {
  const v1::Resource* resource = checks.names().resources.find(name);
  return resource != nullptr &&
         (kind == "{resource}" || fits_closing(kind, resource->has_opening_hours(),
                                               is_disrupted(name, &v1::Closure::resources, checks)));
}

bool is_census(const std::string& name, const Checks& checks) {
  const std::string digits = name.rfind("census_", 0) == 0 ? name.substr(7) : "";
  if (digits.empty() || digits.size() > 6 || digits.find_first_not_of("0123456789") != std::string::npos)
    return false;
  const int number = std::stoi(digits);
  return number >= 1 && number <= checks.scenario().experiment().census_size();
}

bool tracks_bind(const Checks& checks) {
  return checks.scenario().network().dispatching().station_tracks() == v1::Dispatching::BINDING;
}

bool is_line(const std::string& kind, const std::string& name, const Checks& checks) {
  const v1::Line* line = checks.names().lines.find(name);
  if (line == nullptr) return false;
  if (kind == "{line with paths}") return line->has_paths_per_day();
  if (kind == "{line with a limit}")
    return line->has_paths_per_day() || line->accepted_at_to_per_day() > 0 ||
           line->accepted_at_from_per_day() > 0;
  if (kind == "{line that closes}" || kind == "{line that is disrupted}")
    return fits_closing(kind, line->possessions_size() > 0 || line->has_opening_hours(),
                        is_disrupted(name, &v1::Closure::lines, checks));
  if (kind == "{line with tracks}") return line->tracks() > 0;
  if (kind == "{line with passing tracks}") return tracks_bind(checks) && line->passing_places() > 0;
  return true;
}

bool turns_trains(const Checks& checks) {
  const v1::Disruptions& all = checks.scenario().disruptions();
  return all.has_rerouting() &&
         std::any_of(all.disruptions().begin(), all.disruptions().end(),
                     [](const auto& one) { return one.rule() == v1::Disruption::TURN; });
}

// Re-routed trains begin there, and may turn back to it.
bool holds_trains(const std::string& point, const Checks& checks) {
  if (!turns_trains(checks)) return false;
  const auto& named = checks.scenario().disruptions().rerouting().services();
  const auto& services = checks.scenario().services().services();
  return std::any_of(services.begin(), services.end(), [&](const v1::TrainService& one) {
    const bool rerouted = named.empty() ? one.formation().rule() != v1::Formation::EMPTY_WAGONS
                                        : std::find(named.begin(), named.end(), one.id()) != named.end();
    return rerouted && one.origin() == point;
  });
}

bool is_point(const std::string& kind, const std::string& name, const Checks& checks) {
  const v1::OperatingPoint* point = checks.names().points.find(name);
  if (point == nullptr) return false;
  if (kind == "{point where trains wait}") return holds_trains(name, checks);
  return kind == "{point}" || (tracks_bind(checks) && point->tracks_size() > 0);
}

// Of the point that stands before it. Whether trains are formed there depends on routes, which are not known
// yet.
bool is_gauge(const std::string& name, const std::string& point_id, const Checks& checks) {
  const v1::OperatingPoint* point = checks.names().points.find(point_id);
  if (name == std::to_string(kSeaGauge) || point == nullptr) return point != nullptr;
  return std::any_of(point->gauges_mm().begin(), point->gauges_mm().end(),
                     [&name](int gauge_mm) { return name == std::to_string(gauge_mm); });
}

bool is_rerouted(const std::string& kind, const std::string& name, const Checks& checks) {
  const bool with_turns = kind.find("with turns") != std::string::npos || name == "trains_turned";
  const bool known = kind == "{re-routed trains}"
                         ? name == "trains_rerouted" || name == "trains_diverted" || name == "trains_turned"
                         : checks.names().services.find(name) != nullptr;
  if (with_turns && !turns_trains(checks)) return false;
  return known && checks.scenario().disruptions().has_rerouting();
}

bool is_name(const std::string& kind, const std::vector<std::string>& key, std::size_t at,
             const Checks& checks) {
  const Names& names = checks.names();
  const std::string& name = key[at];
  if (is_goods_kind(kind)) return is_goods_name(kind, key, at, checks);
  if (kind.starts_with("{line")) return is_line(kind, name, checks);
  if (kind.starts_with("{point")) return is_point(kind, name, checks);
  if (kind.starts_with("{resource")) return is_resource(kind, name, checks);
  if (kind.starts_with("{terminal")) return is_terminal(kind, name, checks);
  if (kind == "{crossing}") return is_crossing(name, checks);
  if (kind == "{watch}") return names.watches.find(name) != nullptr;
  if (kind == "{service}") return names.services.find(name) != nullptr;
  if (kind == "{gauge}") return is_gauge(name, key[at - 1], checks);
  if (kind == "{district}") return names.traction_districts.find(name) != nullptr;
  if (kind == "{fleet}")
    return names.wagon_pools.find(name) != nullptr || names.traction_districts.find(name) != nullptr;
  if (kind == "{disruption}") return names.disruptions.find(name) != nullptr;
  if (kind.starts_with("{re-routed")) return is_rerouted(kind, name, checks);
  if (kind == "{pair}") return is_pair(name, checks);
  if (kind == "{pair with costs}") return checks.scenario().has_costs() && is_pair(name, checks);
  if (kind == "{whose}") return checks.scenario().has_costs() && (name == "trains" || name == "empty_trains");
  return is_census(name, checks);
}

// The names that a part in braces stands for, also those that do not fit it.
std::vector<std::string_view> names_of(const std::string& kind, const Names& names) {
  if (kind.starts_with("{line") || kind == "{crossing}") return names.lines.all();
  if (kind.starts_with("{point") || kind == "{hub with part loads}") return names.points.all();
  if (kind == "{watch}") return names.watches.all();
  if (kind == "{service}" || kind.starts_with("{re-routed service")) return names.services.all();
  if (kind.starts_with("{resource")) return names.resources.all();
  if (kind == "{disruption}") return names.disruptions.all();
  if (kind == "{district}") return names.traction_districts.all();
  if (kind.starts_with("{commodity")) return names.commodities.all();
  if (kind == "{part loads}") return names.part_loads.all();
  if (kind == "{fleet}") {
    std::vector<std::string_view> fleets = names.wagon_pools.all();
    for (const std::string_view district : names.traction_districts.all()) fleets.push_back(district);
    return fleets;
  }
  return {};
}

const char* what_fits(const std::string& kind) {
  if (kind == "{crossing}") return "both ends of that line are in one country; use line/...";
  if (kind == "{line that closes}") return "that line is never closed";
  if (kind == "{line that is disrupted}") return "no disruption closes that line";
  if (kind == "{line with paths}") return "that line states no `paths_per_day`";
  if (kind == "{line with a limit}") return "that line has neither `paths_per_day` nor a quota";
  if (kind == "{line with tracks}") return "ships' lanes have no tracks";
  if (kind == "{line with passing tracks}")
    return "no passing places, or station tracks that hold nobody back";
  if (kind == "{point where trains wait}") return "no train that may turn back begins there";
  if (kind == "{point with tracks}") return "no tracks stated, or station tracks that hold nobody back";
  if (kind.starts_with("{re-routed"))
    return "trains_rerouted, trains_diverted, with `rule: TURN` trains_turned, or a service; with "
           "`rerouting` only";
  if (kind == "{pair}") return "origin and destination of a service, e.g. CN_CKG-DE_DUI";
  if (kind == "{district}") return "a traction district";
  if (kind == "{pair with costs}")
    return "origin and destination of a service, in a scenario that states costs";
  if (kind == "{whose}") return "trains or empty_trains, in a scenario that states costs";
  if (is_goods_kind(kind)) return which_goods_fit(kind);
  if (kind == "{fleet}") return "a wagon pool or a traction district";
  if (kind == "{terminal}") return "point and bay pool, e.g. KZ_DOS.bays";
  if (kind == "{gauge}") return "a gauge of that point in mm, or 0 for ships";
  if (kind == "{census}") return "census_1 is the first instant of `census`";
  return "";
}

std::string name_hint(const std::vector<std::string>& kinds, const std::string& name, const Checks& checks) {
  std::vector<std::string_view> known;
  for (const std::string& kind : kinds) {
    for (const std::string_view one : names_of(kind, checks.names())) known.push_back(one);
  }
  const bool exists = std::find(known.begin(), known.end(), name) != known.end();
  const std::string nearest = exists ? std::string() : did_you_mean(name, known);
  if (!nearest.empty()) return nearest;
  const std::string fits = what_fits(kinds[0]);
  const bool alike = !fits.empty() && std::all_of(kinds.begin(), kinds.end(), [&](const std::string& kind) {
    return what_fits(kind) == fits;
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
    const bool fits = part.front() == '{'
                          ? is_name(part, key, result.parts, checks)
                          : std::find(choices.begin(), choices.end(), key[result.parts]) != choices.end();
    if (!fits) return result;
  }
  result.whole = key.size() == wanted.size();
  result.expected = "nothing";
  return result;
}

// What the best matches expect next, for a hint; `given` stands there.
std::string expectation(const std::vector<Match>& best, const std::string& given, const Checks& checks) {
  if (given.starts_with("census_")) return what_fits("{census}");
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
