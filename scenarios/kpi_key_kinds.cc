#include "scenarios/kpi_key_kinds.h"

#include <algorithm>
#include <array>

#include "engine/check.h"
#include "scenarios/closed_things.h"
#include "scenarios/gauges.h"

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;

using Text = const std::string&;

// Some of its paths, or of the trains that are accepted over it.
bool is_cut(const v1::Line& line, const Checks& checks) {
  const auto& all = checks.scenario().disruptions().disruptions();
  return std::any_of(all.begin(), all.end(),
                     [&](const v1::Disruption& one) { return one.capacity_cut().line() == line.id(); });
}

bool tracks_bind(const Checks& checks) {
  return checks.scenario().network().dispatching().station_tracks() == v1::Dispatching::BINDING;
}

// Some trains have only so many.
bool limits_plugs(const Checks& checks) {
  const auto& services = checks.scenario().services().services();
  const auto& changes = checks.scenario().processes().gauge_changes();
  return std::any_of(services.begin(), services.end(),
                     [](const auto& one) { return one.formation().has_reefer_plugs(); }) ||
         std::any_of(changes.begin(), changes.end(),
                     [](const auto& one) { return one.reformation().has_reefer_plugs(); });
}

bool turns_trains(const Checks& checks) {
  const v1::Disruptions& all = checks.scenario().disruptions();
  return all.has_rerouting() &&
         std::any_of(all.disruptions().begin(), all.disruptions().end(),
                     [](const auto& one) { return one.rule() == v1::Disruption::TURN; });
}

// Re-routed trains begin there, and may turn back to it.
bool holds_trains(Text point, const Checks& checks) {
  if (!turns_trains(checks)) return false;
  const auto& named = checks.scenario().disruptions().rerouting().services();
  const auto& services = checks.scenario().services().services();
  return std::any_of(services.begin(), services.end(), [&](const v1::TrainService& one) {
    const bool rerouted = named.empty() ? one.formation().rule() != v1::Formation::EMPTY_WAGONS
                                        : std::find(named.begin(), named.end(), one.id()) != named.end();
    return rerouted && one.origin() == point;
  });
}

// Trains of some service begin there, and some line or ring limits how many are loaded.
bool loads_trains(Text point, const Checks& checks) {
  const auto& lines = checks.scenario().network().lines();
  const auto& services = checks.scenario().services().services();
  const bool limits = checks.scenario().network().dispatching().cap_rings() ||
                      std::any_of(lines.begin(), lines.end(), [](const v1::Line& line) {
                        return line.has_loading_limit_towards_to() || line.has_loading_limit_towards_from();
                      });
  return limits && std::any_of(services.begin(), services.end(),
                               [&](const v1::TrainService& one) { return one.origin() == point; });
}

// Lines, by what is true of them.
template <class What>
bool is_line(Text name, const Checks& checks, What what) {
  const v1::Line* line = checks.names().lines.find(name);
  return line != nullptr && what(*line);
}

bool is_crossing(const v1::Line& line, const Checks& checks) {
  const v1::OperatingPoint* from = checks.names().points.find(line.from());
  const v1::OperatingPoint* to = checks.names().points.find(line.to());
  return from != nullptr && to != nullptr && from->country() != to->country();
}

// "KZ_DOS.bays": point and bay pool, which is the gauge change's id unless it names one.
template <class What>
bool is_terminal(Text name, const Checks& checks, What what) {
  const auto& changes = checks.scenario().processes().gauge_changes();
  return std::any_of(changes.begin(), changes.end(), [&](const v1::GaugeChange& change) {
    return name == change.point() + "." + (change.bay_pool().empty() ? change.id() : change.bay_pool()) &&
           what(change);
  });
}

// "CN_CKG-DE_DUI": the ends of a service of which something is true. Ids of points have no '-'.
template <class What>
bool is_pair(Text name, const Checks& checks, What what) {
  const auto& services = checks.scenario().services().services();
  return std::any_of(services.begin(), services.end(), [&](const v1::TrainService& service) {
    return name == service.origin() + "-" + service.destination() && what(service);
  });
}

bool is_pair(Text name, const Checks& checks) {
  return is_pair(name, checks, [](const v1::TrainService&) { return true; });
}

bool carries(const v1::Matrix& matrix, Text commodity, Text service) {
  return std::any_of(matrix.kinds().begin(), matrix.kinds().end(),
                     [&](const auto& kind) { return kind.commodity() == commodity && kind.share() > 0; }) &&
         std::any_of(matrix.seeds().begin(), matrix.seeds().end(),
                     [&](const auto& seed) { return seed.service() == service; });
}

bool carries(const v1::Demand& demand, Text commodity, Text service) {
  return std::any_of(demand.flows().begin(), demand.flows().end(),
                     [&](const v1::Flow& flow) {
                       return flow.commodity() == commodity && flow.service() == service &&
                              flow.containers_per_year() > 0;
                     }) ||
         std::any_of(demand.matrices().begin(), demand.matrices().end(),
                     [&](const v1::Matrix& matrix) { return carries(matrix, commodity, service); }) ||
         std::any_of(demand.part_loads().begin(), demand.part_loads().end(), [&](const auto& loads) {
           return loads.commodity() == commodity && loads.service() == service;
         });
}

bool is_hub(Text name, const Checks& checks) {
  const auto& all = checks.scenario().demand().part_loads();
  return std::any_of(all.begin(), all.end(), [&](const v1::PartLoads& loads) {
    const v1::TrainService* service = checks.names().services.find(loads.service());
    return service != nullptr && service->origin() == name;
  });
}

// Of the point that stands before it. Whether trains are formed there depends on routes, which are not known
// yet.
bool is_gauge(Text name, Text point_id, const Checks& checks) {
  const v1::OperatingPoint* point = checks.names().points.find(point_id);
  if (name == std::to_string(kSeaGauge) || point == nullptr) return point != nullptr;
  return std::any_of(point->gauges_mm().begin(), point->gauges_mm().end(),
                     [&name](int gauge_mm) { return name == std::to_string(gauge_mm); });
}

bool is_census(Text name, const Checks& checks) {
  const std::string digits = name.rfind("census_", 0) == 0 ? name.substr(7) : "";
  if (digits.empty() || digits.size() > 6 || digits.find_first_not_of("0123456789") != std::string::npos)
    return false;
  const int number = std::stoi(digits);
  return number >= 1 && number <= checks.scenario().experiment().census_size();
}

bool has_part_loads(const Checks& checks) { return checks.scenario().demand().part_loads_size() > 0; }

// Names of one table.
template <auto table>
std::vector<std::string_view> all_of(const Names& names) {
  return (names.*table).all();
}

std::vector<std::string_view> fleets(const Names& names) {
  std::vector<std::string_view> all = names.wagon_pools.all();
  for (const std::string_view district : names.traction_districts.all()) all.push_back(district);
  return all;
}

// Fits if there is such a thing.
template <auto table>
bool is_one(Text name, Text /*before*/, const Checks& checks) {
  return (checks.names().*table).find(name) != nullptr;
}

constexpr auto kLines = all_of<&Names::lines>;
constexpr auto kPoints = all_of<&Names::points>;
constexpr auto kResources = all_of<&Names::resources>;
constexpr auto kCommodities = all_of<&Names::commodities>;
constexpr const char* kRerouted =
    "trains_rerouted, trains_diverted, with `rule: TURN` trains_turned, or a service; with `rerouting` only";

constexpr std::array kKinds{
    KeyKind{"{line}", is_one<&Names::lines>, kLines, ""},
    KeyKind{"{crossing}",
            [](Text name, Text, const Checks& checks) {
              return is_line(name, checks, [&](const v1::Line& line) { return is_crossing(line, checks); });
            },
            kLines, "both ends of that line are in one country; use line/..."},
    KeyKind{"{line with paths}",
            [](Text name, Text, const Checks& checks) {
              return is_line(name, checks, [](const v1::Line& line) { return line.has_paths_per_day(); });
            },
            kLines, "that line states no `paths_per_day`"},
    KeyKind{"{line with a limit}",
            [](Text name, Text, const Checks& checks) {
              return is_line(name, checks, [&](const v1::Line& line) {
                return line.has_paths_per_day() || line.accepted_at_to_per_day() > 0 ||
                       line.accepted_at_from_per_day() > 0 || is_cut(line, checks);
              });
            },
            kLines, "that line has neither `paths_per_day` nor a quota, nor does a cut set any"},
    KeyKind{"{line that closes}",
            [](Text name, Text, const Checks& checks) {
              return is_line(name, checks, [&](const v1::Line& line) {
                return line.possessions_size() > 0 || line.has_opening_hours() ||
                       is_closed_by_any(checks, line);
              });
            },
            kLines, "that line is never closed"},
    KeyKind{"{line that is disrupted}",
            [](Text name, Text, const Checks& checks) {
              return is_line(name, checks,
                             [&](const v1::Line& line) { return is_closed_by_any(checks, line); });
            },
            kLines, "no disruption closes that line"},
    KeyKind{"{line with tracks}",
            [](Text name, Text, const Checks& checks) {
              return is_line(name, checks, [](const v1::Line& line) { return line.tracks() > 0; });
            },
            kLines, "ships' lanes have no tracks"},
    KeyKind{"{line with passing tracks}",
            [](Text name, Text, const Checks& checks) {
              return tracks_bind(checks) &&
                     is_line(name, checks, [](const v1::Line& line) { return line.passing_places() > 0; });
            },
            kLines, "no passing places, or station tracks that hold nobody back"},
    KeyKind{"{point}", is_one<&Names::points>, kPoints, ""},
    KeyKind{"{point with tracks}",
            [](Text name, Text, const Checks& checks) {
              const v1::OperatingPoint* point = checks.names().points.find(name);
              return point != nullptr && tracks_bind(checks) && point->tracks_size() > 0;
            },
            kPoints, "no tracks stated, or station tracks that hold nobody back"},
    KeyKind{"{point where trains are loaded}",
            [](Text name, Text, const Checks& checks) { return loads_trains(name, checks); }, kPoints,
            "no train begins there, or no line has a loading limit"},
    KeyKind{"{point where trains wait}",
            [](Text name, Text, const Checks& checks) { return holds_trains(name, checks); }, kPoints,
            "no train that may turn back begins there"},
    KeyKind{"{point with plugs}",
            [](Text name, Text, const Checks& checks) {
              return limits_plugs(checks) && checks.names().points.find(name) != nullptr;
            },
            kPoints, "no train has only so many plugs"},
    KeyKind{"{hub with part loads}",
            [](Text name, Text, const Checks& checks) { return is_hub(name, checks); }, kPoints,
            "no part loads come to that point"},
    KeyKind{"{resource}", is_one<&Names::resources>, kResources, ""},
    KeyKind{"{resource with hours}",
            [](Text name, Text, const Checks& checks) {
              const v1::Resource* resource = checks.names().resources.find(name);
              return resource != nullptr &&
                     (resource->has_opening_hours() || is_closed_by_any(checks, *resource));
            },
            kResources, ""},
    KeyKind{"{resource that is disrupted}",
            [](Text name, Text, const Checks& checks) {
              const v1::Resource* resource = checks.names().resources.find(name);
              return resource != nullptr && is_closed_by_any(checks, *resource);
            },
            kResources, ""},
    KeyKind{"{terminal}",
            [](Text name, Text, const Checks& checks) {
              return is_terminal(name, checks, [](const v1::GaugeChange&) { return true; });
            },
            nullptr, "point and bay pool, e.g. KZ_DOS.bays"},
    KeyKind{"{terminal with hours}",
            [](Text name, Text, const Checks& checks) {
              return is_terminal(name, checks, [&](const v1::GaugeChange& change) {
                return change.has_opening_hours() || is_closed_by_any(checks, change);
              });
            },
            nullptr, ""},
    KeyKind{"{terminal that is disrupted}",
            [](Text name, Text, const Checks& checks) {
              return is_terminal(name, checks, [&](const v1::GaugeChange& change) {
                return is_closed_by_any(checks, change);
              });
            },
            nullptr, ""},
    KeyKind{"{pair}", [](Text name, Text, const Checks& checks) { return is_pair(name, checks); }, nullptr,
            "origin and destination of a service, e.g. CN_CKG-DE_DUI"},
    KeyKind{"{pair with costs}",
            [](Text name, Text, const Checks& checks) {
              return checks.scenario().has_costs() && is_pair(name, checks);
            },
            nullptr, "origin and destination of a service, in a scenario that states costs"},
    KeyKind{
        "{pair with plugs}",
        [](Text name, Text, const Checks& checks) { return limits_plugs(checks) && is_pair(name, checks); },
        nullptr, "no train has only so many plugs"},
    KeyKind{
        "{pair with part loads}",
        [](Text name, Text, const Checks& checks) { return has_part_loads(checks) && is_pair(name, checks); },
        nullptr, "there are no part loads"},
    KeyKind{"{pair with it}",
            [](Text name, Text commodity, const Checks& checks) {
              return is_pair(name, checks, [&](const v1::TrainService& service) {
                return carries(checks.scenario().demand(), commodity, service.id());
              });
            },
            nullptr, "no service between these two points carries that commodity"},
    KeyKind{"{commodity}", is_one<&Names::commodities>, kCommodities, "a commodity of the demand"},
    KeyKind{"{commodity with a limit}",
            [](Text name, Text, const Checks& checks) {
              const v1::Commodity* commodity = checks.names().commodities.find(name);
              return commodity != nullptr && commodity->has_max_transit();
            },
            kCommodities, "that commodity states no `max_transit`"},
    KeyKind{"{part loads}", is_one<&Names::part_loads>, all_of<&Names::part_loads>,
            "part loads of the demand"},
    KeyKind{"{whose}",
            [](Text name, Text, const Checks& checks) {
              return checks.scenario().has_costs() && (name == "trains" || name == "empty_trains");
            },
            nullptr, "trains or empty_trains, in a scenario that states costs"},
    KeyKind{"{watch}", is_one<&Names::watches>, all_of<&Names::watches>, ""},
    KeyKind{"{service}", is_one<&Names::services>, all_of<&Names::services>, ""},
    KeyKind{"{gauge}", is_gauge, nullptr, "a gauge of that point in mm, or 0 for ships"},
    KeyKind{"{district}", is_one<&Names::traction_districts>, all_of<&Names::traction_districts>,
            "a traction district"},
    KeyKind{"{fleet}",
            [](Text name, Text, const Checks& checks) {
              return checks.names().wagon_pools.find(name) != nullptr ||
                     checks.names().traction_districts.find(name) != nullptr;
            },
            fleets, "a wagon pool or a traction district"},
    KeyKind{"{disruption}", is_one<&Names::disruptions>, all_of<&Names::disruptions>, ""},
    KeyKind{"{re-routed service}",
            [](Text name, Text, const Checks& checks) {
              return checks.scenario().disruptions().has_rerouting() &&
                     checks.names().services.find(name) != nullptr;
            },
            all_of<&Names::services>, kRerouted},
    KeyKind{"{re-routed service with turns}",
            [](Text name, Text, const Checks& checks) {
              return turns_trains(checks) && checks.names().services.find(name) != nullptr;
            },
            all_of<&Names::services>, kRerouted},
    KeyKind{"{re-routed trains}",
            [](Text name, Text, const Checks& checks) {
              return checks.scenario().disruptions().has_rerouting() &&
                     (name == "trains_rerouted" || name == "trains_diverted" ||
                      (name == "trains_turned" && turns_trains(checks)));
            },
            nullptr, kRerouted},
    KeyKind{"{census}", [](Text name, Text, const Checks& checks) { return is_census(name, checks); },
            nullptr, "census_1 is the first instant of `census`"},
};

}  // namespace

const KeyKind& key_kind(std::string_view kind) {
  const auto found =
      std::find_if(kKinds.begin(), kKinds.end(), [&](const KeyKind& one) { return one.kind == kind; });
  DES_CHECK(found != kKinds.end(), "a pattern of KPI keys has an unknown kind", des::SimTime{}, 0);
  return *found;
}

}  // namespace scenarios
