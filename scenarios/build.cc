#include "scenarios/build.h"

#include "scenarios/checks.h"

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;

constexpr std::int64_t kWeek_s = 7 * 86400;
constexpr std::int64_t kThursday_s = 3 * 86400;  // 1970-01-01 was a Thursday

}  // namespace

std::vector<rail::Direction> build_directions(v1::Direction direction) {
  if (direction == v1::WESTBOUND) return {rail::Direction::kWestbound};
  if (direction == v1::EASTBOUND) return {rail::Direction::kEastbound};
  return {rail::Direction::kWestbound, rail::Direction::kEastbound};
}

rail::ContainerKind build_kind(v1::ContainerKind kind) {
  if (kind == v1::REEFER_LADEN) return rail::ContainerKind::kReeferLaden;
  return kind == v1::EMPTY ? rail::ContainerKind::kEmpty : rail::ContainerKind::kDryLaden;
}

void build_experiment(const v1::Experiment& experiment, const Names& names, rail::ModelInput& input) {
  input.spin_up_s = whole_seconds(experiment.spin_up());
  input.counted_s = whole_seconds(experiment.counted());
  const std::int64_t start = run_time(experiment).start_utc;
  input.start_weekday_s = ((start + kThursday_s) % kWeek_s + kWeek_s) % kWeek_s;
  for (const auto& instant : experiment.census()) input.census_s.push_back(whole_seconds(instant));
  for (const v1::Watch& message : experiment.watches()) {
    rail::WatchInput watch;
    watch.id = message.id();
    for (const std::string& point : message.from()) watch.from.push_back(names.points.index(point));
    for (const std::string& point : message.to()) watch.to.push_back(names.points.index(point));
    watch.directions = build_directions(message.direction());
    input.watches.push_back(std::move(watch));
  }
}

rail::ModelInput build_model_input(const v1::Scenario& scenario) {
  const Names names(scenario);
  rail::ModelInput input;
  const RunTime run = run_time(scenario.experiment());
  HoursTable hours(run);
  build_network(scenario.network(), names, hours, input);
  build_processes(scenario.processes(), names, hours, input);
  build_disruptions(scenario, names, run, hours, input);
  input.hours = hours.take();
  build_services(scenario.services(), names, run, input);
  build_rerouting(scenario.disruptions(), names, input);
  build_fleets(scenario.fleets(), names, input);
  build_demand(scenario.demand(), names, run, input);
  build_surges(scenario, run, input);
  build_costs(scenario, names, input);
  build_experiment(scenario.experiment(), names, input);
  return input;
}

}  // namespace scenarios
