// No run passes the bound of demand: with shifts, hours, seasons, surges, cuts of quotas, classes that share
// trains, and part loads that are sent early.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "tests/studies/saturated.h"

namespace studies {
namespace {

using rail::ModelInput;
using saturated::kDays;
using saturated::kHour;
using saturated::kMinute;
using saturated::simulated;

constexpr std::int64_t kDay = 86400;

// Of demand, or all of it.
double bound_of_demand(const rail::Model& model) {
  const ScenarioBounds bounds = scenario_bounds(model);
  return bounds.of_demand.empty() ? bounds.demand_per_day : bounds.of_demand[0].value;
}

// So many from `from` to `to` of each day, or until the next day's.
rail::TimedValues daily_cut(std::int64_t from, std::int64_t to, double value) {
  std::vector<rail::TimedValue> values;
  for (std::int64_t day = -1; day < 70; ++day)
    values.push_back({{day * kDay + from, day * kDay + to}, value});
  return rail::TimedValues(std::move(values));
}

rail::OpeningHours daily(std::int64_t from, std::int64_t to) {
  std::vector<rail::OpenInterval> open;
  for (std::int64_t day = -1; day < 70; ++day) open.push_back({day * kDay + from, day * kDay + to});
  return rail::OpeningHours(std::move(open));
}

// A train each two hours; two at work by day, one from 20:00 to 8:00, five hours a train.
ModelInput two_by_day() {
  ModelInput input = saturated::two_points();
  input.services[0].interval = rail::Distribution::constant(2 * kHour);
  saturated::add_inspection(input, 2, 5 * kHour);
  input.resources[0].server_cuts = daily_cut(20 * kHour, 32 * kHour, 1);
  return input;
}

// 36 h are staffed, and one of both may have begun just before 20:00: 41 h for trains of five.
TEST(BoundsHold, WhereWorkGoesOnAfterTheEndOfAShift) {
  const auto model = rail::Model::build(two_by_day());
  EXPECT_NEAR(bound_of_demand(*model), 41 / 5.0, 1e-9);
  EXPECT_LE(simulated(*model), 41 / 5.0);
  EXPECT_GT(simulated(*model), 36 / 5.0) << "what staffed hours alone would do";
}

// Mean 5 h, coefficient of variation 0.5: what is left of one is 5 h * 1.25 in the mean at most.
TEST(BoundsHold, WhereWorkOfRandomLengthGoesOn) {
  ModelInput input = two_by_day();
  const rail::LognormalParameters law = rail::lognormal_from_mean_scv(5 * kHour, 0.25);
  input.processes[0].stages[0].duration = rail::Distribution::lognormal(law.mu, law.sigma);
  const auto model = rail::Model::build(input);
  EXPECT_NEAR(bound_of_demand(*model), (36 + 6.25) / 5, 1e-9);
  EXPECT_LE(simulated(*model), bound_of_demand(*model));
}

// The same two at bays: 50 containers at ten lifts an hour are five hours.
TEST(BoundsHold, WhereLiftsGoOnAfterTheEndOfAShift) {
  ModelInput input = saturated::two_points();
  rail::GaugeChangeInput& change = saturated::add_break_of_gauge(input);
  change.lifts_per_hour = 2;
  change.bay_cuts = daily_cut(20 * kHour, 32 * kHour, 1);
  input.services[0].interval = rail::Distribution::constant(2 * kHour);
  const auto model = rail::Model::build(input);
  EXPECT_NEAR(bound_of_demand(*model), 41 / 5.0, 1e-9);
  EXPECT_LE(simulated(*model), 41 / 5.0);
  EXPECT_GT(simulated(*model), 36 / 5.0);
}

// Five a day for 20 days, one a day for 40.
TEST(BoundsHold, AndAreReachedByAQuotaThatIsCut) {
  ModelInput input = saturated::two_points();
  input.services[0].interval = rail::Distribution::constant(kHour);
  input.lines[0].accepted_per_day = {5, 0};
  for (std::int64_t day = -1; day < 70; ++day) input.lines[0].acceptance_days[0].push_back(day * kDay);
  input.lines[0].acceptance_cuts[0] = rail::TimedValues({{{25 * kDay, 65 * kDay}, 1}});
  saturated::expect_reached(input, {(20 * 5 + 40) / 60.0, "paths", "AB"});
}

TEST(BoundsHold, KnowNoQuotaWhereThereIsNoneButInACut) {
  ModelInput input = saturated::two_points();
  input.lines[0].headway_s = 10 * kMinute;
  for (std::int64_t day = -1; day < 70; ++day) input.lines[0].acceptance_days[0].push_back(day * kDay);
  input.lines[0].acceptance_cuts[0] = rail::TimedValues({{{25 * kDay, 65 * kDay}, 1}});
  EXPECT_NEAR(scenario_bounds(*rail::Model::build(input)).scenario_mix.at(0).value, 144, 1e-6);
}

// One goes to B, where a post lets 4.8 trains a day through; the other to C, as much as comes.
ModelInput two_ways() {
  ModelInput input = saturated::two_points();
  saturated::add_inspection(input, 1, 5 * kHour);
  input.points.push_back({"C", "Gamma", "YY", {}});
  rail::LineInput other = input.lines[0];
  other.id = "AC";
  other.to = 2;
  input.lines.push_back(other);
  input.services[0].interval = rail::Distribution::constant(2 * kHour);
  rail::ServiceInput full = input.services[0];
  full.id = "A-C";
  full.destination = 2;
  full.rule = rail::FormationRule::kFullLoad;
  full.interval.reset();
  full.own_containers = 0;
  full.train_feu = saturated::kContainers;
  input.services.push_back(full);
  return input;
}

// Two trains a day, and ten from the fifth day on: while all counts, or only from then on.
TEST(BoundsHold, WhereDemandSurges) {
  ModelInput input = two_ways();
  input.flows.push_back({"t", 1, rail::ContainerKind::kDryLaden, 365.0 * 20, 40, 0});
  input.seasons = {rail::SeasonClock({{0, 0}}).surged(5.0 * kDay, 65.0 * kDay, 5)};
  const auto model = rail::Model::build(input);
  EXPECT_NEAR(bound_of_demand(*model), 4.8 + 10, 1e-6);
  const double noise = 3.3 * std::sqrt(100 * kDays) / saturated::kContainers / kDays;
  EXPECT_LE(simulated(*model), 4.8 + 10 + noise);
  EXPECT_GT(simulated(*model), 4.8 + 10 - noise - 0.1) << "all that comes gets there";
}

// As a season has it, half of the counted time comes four times as much as in the other half.
TEST(BoundsHold, WhereTheCountedTimeIsOfASeason) {
  ModelInput input = two_ways();
  input.flows.push_back({"t", 1, rail::ContainerKind::kDryLaden, 365.0 * 20, 40, 0});
  input.seasons = {rail::SeasonClock(
      {{0, 0}, {5.0 * kDay, 5.0 * kDay}, {125.0 * kDay, 35.0 * kDay}, {155.0 * kDay, 65.0 * kDay}})};
  const auto model = rail::Model::build(input);
  EXPECT_NEAR(bound_of_demand(*model), 4.8 + 2 * 2.5, 1e-6);
}

// 40 loads a day of a tenth to three tenths, none of which waits more than ten minutes.
TEST(BoundsHold, WherePartLoadsAreSentEarly) {
  ModelInput input = two_ways();
  rail::PartLoadInput loads;
  loads.id = "t";
  loads.service = 1;
  loads.loads_per_year = 365.0 * 40;
  loads.least_share = 0.1;
  loads.most_share = 0.3;
  loads.longest_wait_s = 600;
  input.part_loads.push_back(loads);
  const auto model = rail::Model::build(input);
  // In a container: its first load, and what else comes in ten minutes; three always fit.
  const double each = 40 * 600.0 / kDay, more = 1 - std::exp(-each), two_more = more - each * std::exp(-each);
  const double containers = 40 / (1 + more + two_more);
  EXPECT_NEAR(bound_of_demand(*model), 4.8 + containers / 10, 0.02 * containers / 10);
  EXPECT_LE(simulated(*model), bound_of_demand(*model) + 3.3 * std::sqrt(containers * kDays) / 10 / kDays);
  EXPECT_GT(simulated(*model), 4.8 + 2) << "full containers would make 0.8 trains a day";
}

// Ten hours of run at its class; open for eight, so a train takes eight and one goes a day.
TEST(BoundsHold, WhereASlowTrainHasToHurry) {
  ModelInput input = saturated::two_points();
  rail::LineInput& line = input.lines[0];
  line.tracks = 1;
  line.length_km = 300;
  line.speed_km_per_day = 1440;
  input.train_classes[0].speed_factor = 0.5;
  input.hours = {daily(8 * kHour, 16 * kHour)};
  line.hours = 0;
  line.longest_run_s = 8 * kHour;
  input.services[0].interval = rail::Distribution::constant(6 * kHour);
  saturated::expect_reached(input, {1, "section", "AB"});
}

// Behind the change of gauge a fast container is on each train, and the first to have come: all run as it
// does.
TEST(BoundsHold, WhereTrainsTakeTheClassOfTheirFirstContainer) {
  ModelInput input = saturated::two_points();
  input.lines[0].length_km = 60;
  input.lines[0].speed_km_per_day = 1440;
  rail::GaugeChangeInput& change = saturated::add_break_of_gauge(input);
  change.lifts_per_hour = 60;
  change.train_feu = 41;
  change.latest_departure_s = kDay;
  input.lines[1].tracks = 1;
  input.lines[1].length_km = 300;
  input.train_classes = {{"fast", 2, 0}, {"slow", 0.5, 3}};
  rail::ServiceInput& fast = input.services[0];
  fast.reformed_share = 1;
  fast.interval = rail::Distribution::constant(6 * kHour);
  fast.own_containers = 1;
  rail::ServiceInput slow = fast;
  slow.id = "slow";
  slow.train_class = 1;
  slow.own_containers = 40;
  input.services.push_back(slow);
  const auto model = rail::Model::build(input);
  const double trains_per_train = saturated::kContainers / 20.5;
  EXPECT_GT(simulated(*model) * trains_per_train, 7.9) << "four of each";
  input.spin_up_s = 0;
  const auto from_empty = rail::Model::build(input);
  EXPECT_LE(simulated(*from_empty) * trains_per_train, bound_of_demand(*from_empty) + 1e-9);
}

// Twelve trains of five containers to B, where there are paths for six, and twelve of 20 to C.
TEST(BoundsHold, WhereTrainsCarryMoreThanOthers) {
  ModelInput input = saturated::two_points();
  input.lines[0].headway_s = kHour;
  rail::ServiceInput& light = input.services[0];
  light.interval = rail::Distribution::constant(2 * kHour);
  light.own_containers = 5;
  input.points.push_back({"C", "Gamma", "YY", {}});
  rail::LineInput other = input.lines[0];
  other.id = "AC";
  other.to = 2;
  input.lines[0].paths_per_day = 6;
  input.lines.push_back(other);
  rail::ServiceInput heavy = light;
  heavy.id = "heavy";
  heavy.destination = 2;
  heavy.own_containers = 20;
  input.services.push_back(heavy);
  const auto model = rail::Model::build(input);
  // Six of 5 and twelve of 20 are 270 containers, 21.6 times the mean of 12.5.
  EXPECT_NEAR(bound_of_demand(*model), 21.6, 1e-6);
  EXPECT_NEAR(simulated(*model) * saturated::kContainers / 12.5, 21.6, 0.2);
}

// Four trains a day, of which those with less than seven of ten containers are cancelled; twelve a day wait,
// and there are paths for two.
ModelInput some_cancelled() {
  ModelInput input = saturated::two_points();
  rail::ServiceInput& some = input.services[0];
  some.interval = rail::Distribution::constant(6 * kHour);
  some.own_containers = 0;
  some.train_feu = saturated::kContainers;
  some.least_feu = 7;
  input.lines[0].paths_per_day = 2;
  input.flows.push_back({"goods", 0, rail::ContainerKind::kDryLaden, 365.0 * 12, 40, rail::kNone});
  return input;
}

TEST(BoundsHold, WhereTrainsAreCancelledForWantOfContainers) {
  const auto model = rail::Model::build(some_cancelled());
  const ScenarioBounds bounds = scenario_bounds(*model);
  EXPECT_NEAR(bounds.demand_per_day, 1.2, 1e-9) << "full ones; four a day would be due";
  EXPECT_NEAR(bounds.containers_per_train, saturated::kContainers, 1e-9);
  EXPECT_TRUE(bounds.of_demand.empty()) << "all of it fits";
  EXPECT_NEAR(bounds.scenario_mix.at(0).value, 2, 1e-9);
  const double noise = 3.3 * std::sqrt(12 * kDays) / saturated::kContainers / kDays;
  EXPECT_NEAR(simulated(*model), 1.2, noise + 0.1) << "four of three each would not fit";
}

// Room for ten, of which it brings four.
TEST(BoundsHold, WhereTrainsBringSomeOfTheirOwn) {
  ModelInput input = some_cancelled();
  input.services[0].own_containers = 4;
  input.services[0].least_feu = 0;
  input.flows[0].containers_per_year = 365.0 * 1200;
  const auto model = rail::Model::build(input);
  EXPECT_NEAR(scenario_bounds(*model).containers_per_train, saturated::kContainers, 1e-9);
}

struct Drawn {
  bool yes() const { return *rc::gen::inRange(0, 2) == 1; }
  std::int64_t whole(std::int64_t least, std::int64_t most) const {
    return *rc::gen::inRange<std::int64_t>(least, most + 1);
  }
  std::int64_t times(std::int64_t step, std::int64_t least, std::int64_t most) const {
    return step * whole(least, most);
  }
};

// Of the line: one track or two, a headway of its own for two classes, hours, a quota that is cut for a time.
void draw_line(const Drawn& drawn, ModelInput& input) {
  rail::LineInput& line = input.lines[0];
  line.tracks = static_cast<int>(drawn.whole(1, 2));
  line.length_km = static_cast<double>(drawn.whole(20, 400));
  line.speed_km_per_day = 1440;
  line.clearing_s = drawn.times(kMinute, 0, 20);
  if (drawn.yes()) line.headway_s = drawn.times(kMinute, 5, 60);
  if (drawn.yes()) {
    const auto leader = static_cast<std::uint32_t>(drawn.whole(0, 1));
    line.headways.push_back(
        {leader, static_cast<std::uint32_t>(drawn.whole(0, 1)), drawn.times(kMinute, 1, 120)});
  }
  if (drawn.yes()) {
    const std::int64_t from = drawn.whole(0, 12), length = drawn.whole(8, 20);
    input.hours.push_back(daily(from * kHour, (from + length) * kHour));
    line.hours = static_cast<std::uint32_t>(input.hours.size() - 1);
    line.longest_run_s = length * kHour;
  }
  if (!drawn.yes()) return;
  line.accepted_per_day[0] = static_cast<int>(drawn.whole(3, 12));
  for (std::int64_t day = -1; day < 70; ++day) line.acceptance_days[0].push_back(day * kDay);
  const std::int64_t from = drawn.times(kHour, 0, 700), to = from + drawn.times(kHour, 1, 700);
  line.acceptance_cuts[0] = rail::TimedValues({{{from, to}, static_cast<double>(drawn.whole(1, 2))}});
}

// Of the post: shifts of a day, work that rests or goes on as it closes.
void draw_post(const Drawn& drawn, ModelInput& input) {
  const auto servers = static_cast<int>(drawn.whole(1, 3));
  saturated::add_inspection(input, servers, drawn.times(10 * kMinute, 3, 60));
  if (servers > 1 && drawn.yes()) {
    const std::int64_t from = drawn.whole(0, 23), length = drawn.whole(2, 20);
    input.resources[0].server_cuts =
        daily_cut(from * kHour, (from + length) * kHour, static_cast<double>(drawn.whole(1, servers - 1)));
  }
  if (!drawn.yes()) return;
  const std::int64_t from = drawn.whole(0, 12), length = drawn.whole(6, 20);
  input.hours.push_back(daily(from * kHour, (from + length) * kHour));
  input.resources[0].hours = static_cast<std::uint32_t>(input.hours.size() - 1);
  input.processes[0].stages[0].finishes = drawn.yes();
}

// By rate, or as containers come: a season, a surge, both or neither.
void draw_demand(const Drawn& drawn, ModelInput& input) {
  input.train_classes = {{"usual", 1, 0}, {"slow", 0.4, 1}};
  input.services[0].interval = rail::Distribution::constant(static_cast<double>(drawn.times(kHour, 1, 12)));
  rail::ServiceInput full = input.services[0];
  full.id = "full";
  full.train_class = drawn.yes() ? 1 : 0;
  full.rule = rail::FormationRule::kFullLoad;
  full.interval.reset();
  full.own_containers = 0;
  full.train_feu = saturated::kContainers;
  input.services.push_back(full);
  const auto a_year = static_cast<double>(drawn.whole(1000, 60'000));
  rail::SeasonClock clock(
      {{0, 0}, {static_cast<double>(drawn.whole(5, 60)) * kDay, 30.0 * kDay}, {65.0 * kDay, 65.0 * kDay}});
  if (drawn.yes()) {
    const auto from = static_cast<double>(drawn.whole(0, 40));
    clock = clock.surged(from * kDay, (from + 10) * kDay, static_cast<double>(drawn.whole(0, 6)));
  }
  input.seasons = {clock};
  input.flows.push_back(
      {"goods", 1, rail::ContainerKind::kDryLaden, a_year, 40, drawn.yes() ? 0 : rail::kNone});
}

// Trains at a rate of which those with few containers are cancelled: at most seven in ten come full.
void draw_cancelled(const Drawn& drawn, ModelInput& input) {
  if (!drawn.yes()) return;
  rail::ServiceInput some = input.services[0];
  some.id = "some";
  const std::int64_t hours = drawn.whole(1, 12);
  some.interval = rail::Distribution::constant(static_cast<double>(hours * kHour));
  some.own_containers = 0;
  some.train_feu = saturated::kContainers;
  some.least_feu = static_cast<double>(drawn.whole(1, saturated::kContainers));
  const auto share = static_cast<double>(drawn.whole(5, 70)) / 100;
  const double a_year = 365 * 24 / static_cast<double>(hours) * share * saturated::kContainers;
  input.flows.push_back({"some goods", static_cast<std::uint32_t>(input.services.size()),
                         rail::ContainerKind::kDryLaden, a_year, 40, rail::kNone});
  input.services.push_back(some);
}

// What came of each service in a run, in trains a day, beside what was to be expected.
rail::CapacityUses with_what_came(const rail::Model& model, const rail::Observations& seen) {
  rail::CapacityUses uses = rail::capacity_uses(model);
  uses.containers_per_day = 0;
  for (std::size_t s = 0; s < seen.services.size(); ++s) {
    const auto containers = static_cast<double>(seen.services[s].containers_released);
    const double came = containers / saturated::kContainers / kDays;
    const double noise =
        (4.5 * std::sqrt(containers) + 2 * saturated::kContainers) / saturated::kContainers / kDays;
    RC_ASSERT(std::abs(uses.trains_per_day[s] - came) <= noise);
    uses.trains_per_day[s] = came;
    uses.containers_per_day += came * uses.containers_per_train[s];
  }
  return uses;
}

// From the beginning of the run, so that nothing is under way or has to wait before; and of what really came.
RC_GTEST_PROP(BoundsHold, WhateverTheScenario, ()) {
  ModelInput input = saturated::two_points();
  input.spin_up_s = 0;
  const Drawn drawn;
  draw_line(drawn, input);
  draw_post(drawn, input);
  draw_demand(drawn, input);
  draw_cancelled(drawn, input);
  const auto model = rail::Model::build(input);
  const rail::Observations seen = rail::run_replication(*model, {});
  double delivered = 0;
  for (const rail::ServiceObservation& service : seen.services)
    delivered += static_cast<double>(service.containers_delivered);
  const double bound = best_flows(of_demand_program(with_what_came(*model, seen))).value;
  RC_ASSERT(delivered / saturated::kContainers / kDays <= bound + 1e-9);
}

}  // namespace
}  // namespace studies
