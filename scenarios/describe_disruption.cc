// Disruptions in words, for `explain`.
#include <fmt/format.h>

#include <string>
#include <vector>

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

std::string closure_text(const v1::Closure& closure, const std::string& zone) {
  std::string text = "closed: " + joined({&closure.lines(), &closure.resources(), &closure.gauge_changes()});
  if (!closure.hours().empty()) {
    v1::OpeningHours hours;
    *hours.mutable_weekly() = closure.hours();
    hours.set_time_zone(zone);
    text += ", " + describe_hours(hours);
  }
  return text;
}

std::string cut_text(const v1::CapacityCut& cut) {
  if (!cut.line().empty()) return fmt::format("{}: {} paths a day", cut.line(), cut.paths_per_day());
  if (!cut.resource().empty()) return fmt::format("{}: {} servers", cut.resource(), cut.servers());
  return fmt::format("{}: {} bays", cut.gauge_change(), cut.bays());
}

std::string effect_text(const v1::Disruption& disruption) {
  if (disruption.has_closure()) return closure_text(disruption.closure(), disruption.time_zone());
  if (disruption.has_capacity_cut()) return cut_text(disruption.capacity_cut());
  if (disruption.has_slow_order())
    return fmt::format("run times times {}: {}", disruption.slow_order().factor(),
                       joined({&disruption.slow_order().lines()}));
  const v1::DemandSurge& surge = disruption.demand_surge();
  const std::string what = joined({&surge.flows(), &surge.matrices(), &surge.part_loads()});
  return fmt::format("demand times {}: {}", surge.factor(), what.empty() ? "all" : what);
}

}  // namespace

std::string describe_disruption(const v1::Disruption& disruption) {
  const std::string zone = disruption.time_zone().empty() ? "local time" : disruption.time_zone();
  const char* rule = disruption.rule() == v1::Disruption::DIVERT ? ", trains under way diverted"
                     : disruption.rule() == v1::Disruption::TURN ? ", trains under way turned back"
                                                                 : "";
  return fmt::format("{} to {} {}, {}{}", disruption.from(), disruption.to(), zone, effect_text(disruption),
                     rule);
}

}  // namespace scenarios
