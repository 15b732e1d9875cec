// Disruptions in words, for `explain`.
#include <fmt/format.h>

#include <string>
#include <vector>

#include "scenarios/closed_things.h"
#include "scenarios/explain.h"

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;
using List = google::protobuf::RepeatedPtrField<std::string>;

std::string joined(std::initializer_list<const List*> lists) {
  std::vector<std::string> names;
  for (const List* list : lists) names.insert(names.end(), list->begin(), list->end());
  return fmt::format("{}", fmt::join(names, ", "));
}

template <class Things>
void add_closed(const v1::Closure& closure, const Things& things, std::vector<std::string>& names) {
  for (const auto& thing : things) {
    if (closes(closure, thing)) names.push_back(thing.id());
  }
}

// "all at BORDER (E-B, B-W, BORDER.customs)".
std::string whole_point_text(const std::string& point, const v1::Scenario& scenario) {
  v1::Closure only;
  only.add_points(point);
  std::vector<std::string> names;
  add_closed(only, scenario.network().lines(), names);
  add_closed(only, scenario.processes().resources(), names);
  add_closed(only, scenario.processes().gauge_changes(), names);
  return fmt::format("all at {} ({})", point, fmt::join(names, ", "));
}

std::string closure_text(const v1::Closure& closure, const std::string& zone, const v1::Scenario& scenario) {
  std::vector<std::string> closed;
  for (const List* list : {&closure.lines(), &closure.resources(), &closure.gauge_changes()})
    closed.insert(closed.end(), list->begin(), list->end());
  for (const std::string& point : closure.points()) closed.push_back(whole_point_text(point, scenario));
  std::string text = fmt::format("closed: {}", fmt::join(closed, ", "));
  if (!closure.hours().empty()) {
    v1::OpeningHours hours;
    *hours.mutable_weekly() = closure.hours();
    hours.set_time_zone(zone);
    text += ", " + describe_hours(hours);
  }
  return text;
}

// "5.5 paths", "1 train".
template <class Number>
std::string counted(Number number, const char* what) {
  return fmt::format("{} {}{}", number, what, number == 1 ? "" : "s");
}

// "L125: 5.5 paths a day, 6 trains a day accepted at its end".
std::string line_cut_text(const v1::CapacityCut& cut) {
  std::vector<std::string> parts;
  if (cut.paths_per_day() > 0) parts.push_back(counted(cut.paths_per_day(), "path") + " a day");
  if (cut.accepted_at_to_per_day() > 0)
    parts.push_back(counted(cut.accepted_at_to_per_day(), "train") + " a day accepted at its end");
  if (cut.accepted_at_from_per_day() > 0)
    parts.push_back(counted(cut.accepted_at_from_per_day(), "train") + " a day accepted at its beginning");
  return fmt::format("{}: {}", cut.line(), fmt::join(parts, ", "));
}

std::string cut_text(const v1::CapacityCut& cut) {
  if (!cut.line().empty()) return line_cut_text(cut);
  if (!cut.resource().empty()) return fmt::format("{}: {}", cut.resource(), counted(cut.servers(), "server"));
  return fmt::format("{}: {}", cut.gauge_change(), counted(cut.bays(), "bay"));
}

std::string effect_text(const v1::Disruption& disruption, const v1::Scenario& scenario) {
  if (disruption.has_closure()) return closure_text(disruption.closure(), disruption.time_zone(), scenario);
  if (disruption.has_capacity_cut()) return cut_text(disruption.capacity_cut());
  if (disruption.has_slow_order())
    return fmt::format("run times times {}: {}", disruption.slow_order().factor(),
                       joined({&disruption.slow_order().lines()}));
  const v1::DemandSurge& surge = disruption.demand_surge();
  const std::string what = joined({&surge.flows(), &surge.matrices(), &surge.part_loads()});
  return fmt::format("demand times {}: {}", surge.factor(), what.empty() ? "all" : what);
}

}  // namespace

std::string describe_disruption(const v1::Disruption& disruption, const v1::Scenario& scenario) {
  const std::string zone = disruption.time_zone().empty() ? "local time" : disruption.time_zone();
  const char* rule = disruption.rule() == v1::Disruption::DIVERT ? ", trains under way diverted"
                     : disruption.rule() == v1::Disruption::TURN ? ", trains under way turned back"
                                                                 : "";
  return fmt::format("{} to {} {}, {}{}", disruption.from(), disruption.to(), zone,
                     effect_text(disruption, scenario), rule);
}

}  // namespace scenarios
