// Disruptions: dates, what they act on, and that no two change one figure at a time.
#include <map>

#include "scenarios/build.h"
#include "scenarios/closed_things.h"
#include "scenarios/local_time.h"
#include "scenarios/time_zones.h"
#include "scenarios/validate.h"

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;
using List = google::protobuf::RepeatedPtrField<std::string>;

constexpr double kLeastPaths = 1.0 / 30;

class DisruptionChecks {
 public:
  explicit DisruptionChecks(Checks& checks) : checks_(checks) {}

  void check(const v1::Disruption& disruption) {
    const std::size_t before = checks_.problems();
    check_effect(disruption);
    check_rule(disruption);
    check_times(disruption);
    if (checks_.problems() != before || checks_.full()) return;
    check_in_run(disruption);
    check_overlaps(disruption);
  }

 private:
  struct Earlier {
    rail::OpenInterval when;
    const v1::Disruption* disruption;
  };

  void check_effect(const v1::Disruption& disruption) {
    const int effects = int{disruption.has_closure()} + int{disruption.has_capacity_cut()} +
                        int{disruption.has_slow_order()} + int{disruption.has_demand_surge()};
    if (effects != 1) {
      checks_.report(disruption, "",
                     fmt::format("disruption `{}` says {} it does", disruption.id(),
                                 effects == 0 ? "nothing of what" : "more than one thing that"),
                     "exactly one of `closure`, `capacity_cut`, `slow_order`, `demand_surge`");
    }
    if (disruption.has_closure()) check_closure(disruption.closure());
    if (disruption.has_capacity_cut()) check_cut(disruption.capacity_cut());
    if (disruption.has_slow_order()) check_slow_order(disruption.slow_order());
    if (disruption.has_demand_surge()) check_surge(disruption.demand_surge());
  }

  void check_rule(const v1::Disruption& disruption) {
    if (disruption.rule() == v1::Disruption::TURN) check_turning(disruption);
    if (disruption.rule() != v1::Disruption::DIVERT) return;
    if (!checks_.scenario().disruptions().has_rerouting()) {
      checks_.report(disruption, "rule", "there is no way on which trains could be diverted",
                     "write `rerouting`; it says when they are");
    } else if (disruption.has_demand_surge()) {
      checks_.report(disruption, "rule", "a surge is nothing that trains could go round");
    }
  }

  void check_turning(const v1::Disruption& disruption) {
    if (!checks_.scenario().disruptions().has_rerouting()) {
      checks_.report(disruption, "rule", "nobody tells trains for how long it is closed",
                     "write `rerouting`; it says when they learn of it");
    }
    const v1::Closure& closure = disruption.closure();
    const bool closes_lines = closure.lines_size() + closure.points_size() > 0;
    if (closes_lines && closure.resources().empty() && closure.gauge_changes().empty()) return;
    checks_.report(disruption, "rule", "trains turn back before closed lines only",
                   "a `closure` that names `lines` or `points` and nothing else; for the rest write another "
                   "disruption");
  }

  template <typename T>
  void check_names(const google::protobuf::Message& message, const char* field, const List& names,
                   const NameTable<T>& table) {
    std::map<std::string, int> seen;
    for (int i = 0; i < names.size(); ++i) {
      if (checks_.known(message, field, names[i], table, i) != nullptr && !seen.emplace(names[i], i).second)
        checks_.report(message, field, fmt::format("`{}` is listed twice", names[i]), {}, i);
    }
  }

  void check_closure(const v1::Closure& closure) {
    const Names& names = checks_.names();
    check_names(closure, "lines", closure.lines(), names.lines);
    check_names(closure, "resources", closure.resources(), names.resources);
    check_names(closure, "gauge_changes", closure.gauge_changes(), names.gauge_changes);
    check_names(closure, "points", closure.points(), names.points);
    for (const v1::WeeklyHours& hours : closure.hours()) check_weekly(checks_, hours);
    const int things = closure.lines_size() + closure.resources_size() + closure.gauge_changes_size() +
                       closure.points_size();
    if (things == 0)
      checks_.report(closure, "", "nothing is closed",
                     "name `points`, `lines`, `resources` or `gauge_changes`");
    for (int i = 0; i < closure.lines_size(); ++i) check_lane(closure, "lines", closure.lines(i), i);
    for (int i = 0; i < closure.points_size(); ++i) check_no_lane(closure, i);
  }

  // A port would not be closed, since ships could go on calling.
  void check_no_lane(const v1::Closure& closure, int index) {
    const std::string& point = closure.points(index);
    for (const v1::Line& line : checks_.scenario().network().lines()) {
      if (line.closed() || !is_lane_without_limit(line) || (line.from() != point && line.to() != point))
        continue;
      checks_.report(
          closure, "points",
          fmt::format("`{}` cannot be closed as a whole: `{}`, a lane without limit, ends there", point,
                      line.id()),
          "give the lane `tracks`, or name the `lines`, `resources` and `gauge_changes` that close", index);
      return;
    }
  }

  void check_lane(const google::protobuf::Message& message, const char* field, const std::string& name,
                  int index) {
    const v1::Line* line = checks_.names().lines.find(name);
    if (line == nullptr || !is_lane_without_limit(*line)) return;
    checks_.report(message, field, fmt::format("`{}` is a lane without limit: it is never closed", name), {},
                   index);
  }

  void check_cut(const v1::CapacityCut& cut) {
    const Names& names = checks_.names();
    const int things =
        int{!cut.line().empty()} + int{!cut.resource().empty()} + int{!cut.gauge_change().empty()};
    if (things != 1)
      checks_.report(cut, "", fmt::format("a capacity cut is of one thing, not of {}", things),
                     "name a `line`, a `resource` or a `gauge_change`");
    const v1::Line* line = checks_.known(cut, "line", cut.line(), names.lines);
    const v1::Resource* resource = checks_.known(cut, "resource", cut.resource(), names.resources);
    const v1::GaugeChange* change =
        checks_.known(cut, "gauge_change", cut.gauge_change(), names.gauge_changes);
    if (things != 1) return;
    if (!cut.line().empty()) check_line_cut(cut, line);
    if (!cut.resource().empty()) {
      checks_.unused(cut, {"paths_per_day", "accepted_at_to_per_day", "accepted_at_from_per_day", "bays"},
                     "a resource has `servers`");
      if (resource != nullptr) check_less(cut, "servers", cut.servers(), resource->servers());
    }
    if (!cut.gauge_change().empty()) {
      checks_.unused(cut, {"paths_per_day", "accepted_at_to_per_day", "accepted_at_from_per_day", "servers"},
                     "a gauge change has `bays`");
      if (change != nullptr) check_less(cut, "bays", cut.bays(), change->bays());
    }
  }

  void check_line_cut(const v1::CapacityCut& cut, const v1::Line* line) {
    checks_.unused(cut, {"servers", "bays"}, "a line has `paths_per_day` and quotas");
    if (line == nullptr) return;
    check_lane(cut, "line", cut.line(), -1);
    const int quotas[] = {cut.accepted_at_to_per_day(), cut.accepted_at_from_per_day()};
    check_quota(cut, "accepted_at_to_per_day", quotas[0], line->accepted_at_to_per_day(), line->to());
    check_quota(cut, "accepted_at_from_per_day", quotas[1], line->accepted_at_from_per_day(), line->from());
    if (cut.paths_per_day() != 0 || (quotas[0] == 0 && quotas[1] == 0)) check_paths(cut, line);
  }

  void check_quota(const v1::CapacityCut& cut, const char* field, int left, int usual,
                   const std::string& by) {
    if (left == 0 || !checks_.number(cut, field, {1, 1000, "a day"})) return;
    if (usual == 0) check_quota_days(checks_, cut, field, checks_.names().points.find(by));
    if (usual == 0 || left < usual) return;
    checks_.report(cut, field,
                   fmt::format("{} trains a day are no cut: usually {} are accepted", left, usual));
  }

  void check_paths(const v1::CapacityCut& cut, const v1::Line* line) {
    if (!checks_.number(cut, "paths_per_day", {kLeastPaths, 1440, "a day"})) return;
    if (!line->has_paths_per_day() || cut.paths_per_day() < line->paths_per_day()) return;
    checks_.report(cut, "paths_per_day",
                   fmt::format("{} paths a day are no cut: line `{}` has {}", cut.paths_per_day(), line->id(),
                               line->paths_per_day()));
  }

  void check_less(const v1::CapacityCut& cut, const char* field, int left, int usual) {
    if (left < 1) {
      checks_.report(cut, field, fmt::format("`{}` is {}, not at least 1", field, left),
                     "where nothing is left write a `closure`");
    } else if (left >= usual) {
      checks_.report(cut, field, fmt::format("{} are no cut: usually there are {}", left, usual));
    }
  }

  void check_slow_order(const v1::SlowOrder& order) {
    check_names(order, "lines", order.lines(), checks_.names().lines);
    if (order.lines().empty()) checks_.report_missing(order, "lines", "say where trains are slow");
    checks_.number(order, "factor", {1, 100});
  }

  void check_surge(const v1::DemandSurge& surge) {
    check_names(surge, "flows", surge.flows(), checks_.names().flows);
    check_names(surge, "matrices", surge.matrices(), checks_.names().matrices);
    check_names(surge, "part_loads", surge.part_loads(), checks_.names().part_loads);
    checks_.number(surge, "factor", {0, 100});
  }

  void check_times(const v1::Disruption& disruption) {
    check_time(disruption, "from", disruption.from());
    check_time(disruption, "to", disruption.to());
    const auto from = parse_local_time(disruption.from()), to = parse_local_time(disruption.to());
    if (from && to && *to <= *from)
      checks_.report(disruption, "to", fmt::format("{} is not after {}", disruption.to(), disruption.from()));
    if (disruption.has_demand_surge() && disruption.time_zone().empty())
      checks_.report_missing(disruption, "time_zone", "a surge is at no place; an IANA name, or \"UTC\"");
    else
      check_zone(checks_, disruption, disruption.time_zone(), place_of(disruption, checks_.names()));
  }

  void check_time(const v1::Disruption& disruption, const char* field, const std::string& text) {
    if (text.empty())
      checks_.report_missing(disruption, field, "local time as in \"2024-09-12T00:00\"");
    else if (!parse_local_time(text))
      checks_.report(disruption, field, fmt::format("`{}` is no local time", text),
                     "as in \"2024-09-12T00:00\"");
  }

  rail::OpenInterval dates(const v1::Disruption& disruption) const {
    const v1::OperatingPoint* place = place_of(disruption, checks_.names());
    return dates_of(disruption, place == nullptr ? std::string() : place->time_zone());
  }

  void check_in_run(const v1::Disruption& disruption) {
    const RunTime run = run_time(checks_.scenario().experiment());
    const rail::OpenInterval when = dates(disruption);
    if (when.to > run.start_utc && when.from < run.start_utc + run.length_s) return;
    checks_.report(disruption, "from",
                   fmt::format("disruption `{}` lies outside of the simulated time", disruption.id()),
                   "the year of another scenario?");
  }

  // Surges multiply and closures add up; of other figures only one can hold.
  void check_overlaps(const v1::Disruption& disruption) {
    const v1::CapacityCut& cut = disruption.capacity_cut();
    if (cut.paths_per_day() > 0) check_overlap("paths of line", cut.line(), disruption);
    if (cut.accepted_at_to_per_day() > 0) check_overlap("quota at the end of line", cut.line(), disruption);
    if (cut.accepted_at_from_per_day() > 0)
      check_overlap("quota at the beginning of line", cut.line(), disruption);
    if (!cut.resource().empty()) check_overlap("servers of resource", cut.resource(), disruption);
    if (!cut.gauge_change().empty()) check_overlap("bays of", bays_of(cut.gauge_change()), disruption);
    for (const std::string& line : disruption.slow_order().lines())
      check_overlap("running on line", line, disruption);
  }

  std::string bays_of(const std::string& name) const {
    const v1::GaugeChange& change = *checks_.names().gauge_changes.find(name);
    return change.point() + "." + (change.bay_pool().empty() ? change.id() : change.bay_pool());
  }

  void check_overlap(const char* figure, const std::string& name, const v1::Disruption& disruption) {
    const rail::OpenInterval when = dates(disruption);
    std::vector<Earlier>& all = earlier_[{figure, name}];
    for (const Earlier& one : all) {
      if (when.from >= one.when.to || one.when.from >= when.to) continue;
      checks_.report(disruption, "from",
                     fmt::format("`{}` and `{}` change the {} `{}` at the same time", one.disruption->id(),
                                 disruption.id(), figure, name),
                     "end one as the other begins");
      return;
    }
    all.push_back({when, &disruption});
  }

  Checks& checks_;
  std::map<std::pair<std::string, std::string>, std::vector<Earlier>> earlier_;
};

}  // namespace

void validate_disruptions(Checks& checks) {
  DisruptionChecks all(checks);
  for (const v1::Disruption& disruption : checks.scenario().disruptions().disruptions())
    all.check(disruption);
}

}  // namespace scenarios
