// Closures as hours, cuts and slow orders as values in force between dates, all in the run's time.
#include <algorithm>
#include <array>

#include "models/network_input.h"
#include "scenarios/build.h"
#include "scenarios/checks.h"
#include "scenarios/closed_things.h"

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;

// By the index of the thing that they change.
using Values = std::map<std::uint32_t, std::vector<rail::TimedValue>>;

// A short shift stays short.
void lower(rail::TimedValues& shifts, const std::vector<rail::TimedValue>& cuts) {
  shifts = rail::lower_of(shifts, rail::TimedValues(cuts));
}

class DisruptionBuilder {
 public:
  DisruptionBuilder(const v1::Scenario& scenario, const Names& names, const RunTime& run, HoursTable& hours,
                    rail::ModelInput& input)
      : scenario_(scenario), names_(names), run_(run), hours_(hours), input_(input) {}

  void add(const v1::Disruption& message) {
    const v1::OperatingPoint* place = place_of(message, names_);
    const std::string zone = place == nullptr ? std::string() : place->time_zone();
    const rail::OpenInterval utc = dates_of(message, zone);
    dates_ = {utc.from - run_.start_utc, utc.to - run_.start_utc};
    rail::DisruptionInput disruption;
    disruption.id = message.id();
    disruption.from = dates_.from;
    disruption.to = dates_.to;
    disruption.diverts = message.rule() == v1::Disruption::DIVERT;
    disruption.turns = message.rule() == v1::Disruption::TURN;
    if (message.has_closure()) {
      add_closure(message.closure(), disruption);
      close(disruption, shifted(closed_hours(message, zone), run_.start_utc));
    }
    if (message.has_capacity_cut()) add_cut(message.capacity_cut(), disruption);
    for (const std::string& line : message.slow_order().lines()) {
      disruption.lines.push_back(names_.lines.index(line));
      slow_orders_[disruption.lines.back()].push_back({dates_, message.slow_order().factor()});
    }
    keep_logs(disruption);
    input_.disruptions.push_back(std::move(disruption));
  }

  void finish() {
    for (const auto& [line, values] : path_cuts_) input_.lines[line].path_cuts = rail::TimedValues(values);
    for (const std::size_t side : {0, 1}) {
      for (const auto& [line, values] : quota_cuts_[side])
        input_.lines[line].acceptance_cuts[side] = rail::TimedValues(values);
    }
    for (const auto& [line, values] : slow_orders_)
      input_.lines[line].slow_orders = rail::TimedValues(values);
    for (const auto& [resource, values] : server_cuts_) lower(input_.resources[resource].server_cuts, values);
    for (const auto& [change, values] : bay_cuts_) lower(input_.gauge_changes[change].bay_cuts, values);
  }

 private:
  void add_closure(const v1::Closure& closure, rail::DisruptionInput& disruption) {
    for (const v1::Line& line : scenario_.network().lines())
      if (closes(closure, line)) disruption.lines.push_back(names_.lines.index(line.id()));
    for (const v1::Resource& resource : scenario_.processes().resources())
      if (closes(closure, resource)) disruption.resources.push_back(names_.resources.index(resource.id()));
    for (const v1::GaugeChange& change : scenario_.processes().gauge_changes())
      if (closes(closure, change)) add_terminal_of(change.id(), disruption);
  }

  // All changes of gauge that share its bays.
  void add_terminal_of(const std::string& name, rail::DisruptionInput& disruption) {
    const rail::GaugeChangeInput& named = input_.gauge_changes[names_.gauge_changes.index(name)];
    std::vector<std::uint32_t>& all = disruption.gauge_changes;
    for (std::uint32_t i = 0; i < input_.gauge_changes.size(); ++i) {
      const rail::GaugeChangeInput& other = input_.gauge_changes[i];
      const bool shares = other.point == named.point && other.bay_pool == named.bay_pool;
      if (shares && std::find(all.begin(), all.end(), i) == all.end()) all.push_back(i);
    }
  }

  void close(const rail::DisruptionInput& disruption, const rail::OpeningHours& closed) {
    const auto close_one = [&](auto& thing) {
      thing.hours = hours_.without(thing.hours, closed);
      thing.closures = hours_.without(thing.closures, closed);
    };
    for (const std::uint32_t line : disruption.lines) close_one(input_.lines[line]);
    for (const std::uint32_t resource : disruption.resources) close_one(input_.resources[resource]);
    for (const std::uint32_t change : disruption.gauge_changes) close_one(input_.gauge_changes[change]);
  }

  void add_cut(const v1::CapacityCut& cut, rail::DisruptionInput& disruption) {
    if (!cut.line().empty()) {
      disruption.lines.push_back(names_.lines.index(cut.line()));
      cut_line(cut, disruption.lines.back());
    } else if (!cut.resource().empty()) {
      disruption.resources.push_back(names_.resources.index(cut.resource()));
      server_cuts_[disruption.resources.back()].push_back({dates_, static_cast<double>(cut.servers())});
    } else {
      add_terminal_of(cut.gauge_change(), disruption);
      for (const std::uint32_t change : disruption.gauge_changes)
        bay_cuts_[change].push_back({dates_, static_cast<double>(cut.bays())});
    }
  }

  void cut_line(const v1::CapacityCut& cut, std::uint32_t line) {
    if (cut.paths_per_day() > 0) path_cuts_[line].push_back({dates_, cut.paths_per_day()});
    const std::array<int, 2> accepted{cut.accepted_at_to_per_day(), cut.accepted_at_from_per_day()};
    const std::array<std::uint32_t, 2> by{input_.lines[line].to, input_.lines[line].from};
    for (const std::size_t side : {0, 1}) {
      if (accepted[side] == 0) continue;
      quota_cuts_[side][line].push_back({dates_, static_cast<double>(accepted[side])});
      const v1::OperatingPoint& point = scenario_.network().points(static_cast<int>(by[side]));
      input_.lines[line].acceptance_days[side] = day_starts(run_, point.time_zone());
    }
  }

  void keep_logs(const rail::DisruptionInput& disruption) {
    if (!disruption.has_queue()) return keep_all_logs();
    for (const std::uint32_t line : disruption.lines) input_.lines[line].keeps_log = true;
    for (const std::uint32_t resource : disruption.resources) input_.resources[resource].keeps_log = true;
    for (const std::uint32_t change : disruption.gauge_changes) input_.gauge_changes[change].keeps_log = true;
  }

  void keep_all_logs() {
    for (rail::LineInput& line : input_.lines) line.keeps_log = true;
    for (rail::ResourceInput& resource : input_.resources) resource.keeps_log = true;
    for (rail::GaugeChangeInput& change : input_.gauge_changes) change.keeps_log = true;
  }

  const v1::Scenario& scenario_;
  const Names& names_;
  RunTime run_;
  HoursTable& hours_;
  rail::ModelInput& input_;
  rail::OpenInterval dates_;
  Values path_cuts_, slow_orders_, server_cuts_, bay_cuts_;
  std::array<Values, 2> quota_cuts_;  // per side of a line
};

// The first of a list, or nothing.
const std::string& first(const google::protobuf::RepeatedPtrField<std::string>& names) {
  static const std::string kNothing;
  return names.empty() ? kNothing : names[0];
}

const std::string& either(const std::string& one, const std::string& other) {
  return one.empty() ? other : one;
}

}  // namespace

const v1::OperatingPoint* place_of(const v1::Disruption& disruption, const Names& names) {
  const v1::Closure& closure = disruption.closure();
  const v1::CapacityCut& cut = disruption.capacity_cut();
  const std::string& name =
      either(either(first(closure.lines()), cut.line()), first(disruption.slow_order().lines()));
  if (const v1::Line* line = names.lines.find(name)) return names.points.find(line->from());
  if (const v1::Resource* resource = names.resources.find(either(first(closure.resources()), cut.resource())))
    return names.points.find(resource->point());
  const v1::GaugeChange* change =
      names.gauge_changes.find(either(first(closure.gauge_changes()), cut.gauge_change()));
  return names.points.find(change == nullptr ? first(closure.points()) : change->point());
}

void build_disruptions(const v1::Scenario& scenario, const Names& names, const RunTime& run,
                       HoursTable& hours, rail::ModelInput& input) {
  DisruptionBuilder builder(scenario, names, run, hours, input);
  for (const v1::Disruption& message : scenario.disruptions().disruptions()) builder.add(message);
  builder.finish();
}

}  // namespace scenarios
