// Trains that turn back on random railways with random closures.
//
//   trains <->(P0)====(P1)====(P2)== ... ==(Pn)<-> trains, sometimes with another way from P0 by Q to Pn
// Every closure ends, so that every container arrives; that none is lost, that the causes of each one's time
// add up to its journey, and that containers pay what their trains cost is checked inside every run.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <memory>
#include <string>
#include <utility>

#include "tests/networks/recorded_run.h"
#include "tests/networks/units.h"

namespace networks {
namespace {

using rail::ModelInput;

std::uint32_t add_point(ModelInput& input) {
  rail::PointInput point;
  point.id = point.name = numbered("P", input.points.size());
  point.country = input.points.size() % 2 == 0 ? "CN" : "KZ";
  // Where tracks bind they do so at some points only.
  if (*rc::gen::inRange(0, 4) == 0) point.tracks.push_back({1520, 60, 2000});
  input.points.push_back(point);
  return static_cast<std::uint32_t>(input.points.size() - 1);
}

void add_line(ModelInput& input, std::uint32_t from, std::uint32_t to) {
  rail::LineInput line;
  line.id = numbered("L", input.lines.size());
  line.from = from;
  line.to = to;
  line.gauge_mm = 1520;
  line.tracks = *rc::gen::inRange(1, 3);
  line.passing_places = line.tracks == 1 ? *rc::gen::inRange(0, 3) : 0;
  line.length_km = *rc::gen::inRange(40, 400);
  if (*rc::gen::arbitrary<bool>()) line.paths_per_day = 24;
  if (*rc::gen::arbitrary<bool>()) line.run_time_factor = rail::Distribution::uniform(1, 1.5);
  input.lines.push_back(line);
}

void add_network(ModelInput& input) {
  const int lines = *rc::gen::inRange(2, 5);
  add_point(input);
  for (int i = 0; i < lines; ++i) {
    const std::uint32_t to = add_point(input);
    add_line(input, to - 1, to);
  }
  if (!*rc::gen::arbitrary<bool>()) return;
  const std::uint32_t last = add_point(input) - 1;
  add_line(input, 0, last + 1);
  add_line(input, last + 1, last);
}

void add_trains(ModelInput& input, std::uint32_t from, std::uint32_t to) {
  rail::ServiceInput service;
  service.id = numbered("S", input.services.size());
  service.origin = from;
  service.destination = to;
  service.direction = from < to ? rail::Direction::kEastbound : rail::Direction::kWestbound;
  service.train_class = 0;
  service.train_feu = 3;
  service.rule = rail::FormationRule::kList;
  service.own_containers = *rc::gen::inRange(1, 4);
  std::int64_t time = 0;
  const int trains = *rc::gen::inRange(5, 40);
  for (int i = 0; i < trains; ++i)
    service.list_times_s.push_back(time += *rc::gen::inRange<std::int64_t>(0, 10 * kHour));
  // When all closures are over: a run ends with its last train.
  service.list_times_s.push_back(30 * kDay);
  input.services.push_back(service);
}

void close(ModelInput& input, std::uint32_t index) {
  rail::DisruptionInput one;
  one.id = numbered("closed", index);
  one.from = *rc::gen::inRange<std::int64_t>(0, 10 * kDay);
  one.to = one.from + *rc::gen::inRange<std::int64_t>(1, 6 * kDay);
  one.lines = {index};
  one.turns = *rc::gen::inRange(0, 5) > 0;
  one.diverts = !one.turns;
  rail::LineInput& line = input.lines[index];
  line.hours = line.closures = static_cast<std::uint32_t>(input.hours.size());
  line.keeps_log = true;
  input.hours.emplace_back(std::vector<rail::OpenInterval>{{0, one.from}, {one.to, rail::kNever}});
  input.disruptions.push_back(one);
}

void add_rerouting(ModelInput& input) {
  rail::ReroutingInput& rerouting = input.rerouting.emplace();
  for (std::uint32_t s = 0; s < input.services.size(); ++s) rerouting.services.push_back(s);
  rerouting.tolerance_s = *rc::gen::inRange<std::int64_t>(0, kDay);
  rerouting.publish_every_s = *rc::gen::inRange<std::int64_t>(600, 6 * kHour);
  rerouting.notice_s = *rc::gen::inRange<std::int64_t>(60, 3 * kHour);
  rerouting.further_routes = *rc::gen::inRange(0, 3);
}

// Enough locomotives at all ends, so that no train waits for one for ever.
void add_district(ModelInput& input) {
  rail::TractionDistrictInput district;
  district.id = "district";
  for (std::uint32_t line = 0; line < input.lines.size(); ++line) {
    if (*rc::gen::arbitrary<bool>()) district.lines.push_back(line);
  }
  for (std::uint32_t point = 0; point < input.points.size(); ++point) district.stock.push_back({point, 400});
  if (!district.lines.empty()) input.traction_districts.push_back(district);
}

// Likewise wagons, where trains begin and end.
void add_wagons(ModelInput& input) {
  rail::WagonPoolInput& pool = input.wagon_pools.emplace_back();
  pool.id = "wagons";
  pool.gauge_mm = 1520;
  const auto last = static_cast<std::uint32_t>(input.points.size() - 1);
  pool.stock = {{0, 100}, {1, 100}, {last, 100}};
}

void add_costs(ModelInput& input) {
  rail::CostInput& costs = input.costs.emplace();
  costs.rates = {{"CN", 0.13, 20, 0.11, 500}, {"KZ", 0.07, 10, 0.05, 800, 1.1, 1.2}};
  costs.wagon_feu_hour = 0.7;
  costs.locomotive_hour = 9.9;
  costs.electric_share.assign(input.lines.size(), 0.5);
}

ModelInput random_railway() {
  ModelInput input;
  input.train_classes.push_back({"train", 1.0, 0});
  input.counted_s = 100 * kDay;
  add_network(input);
  const auto last = static_cast<std::uint32_t>(input.points.size() - 1);
  add_trains(input, 0, last);
  add_trains(input, last, 0);
  add_trains(input, 1, last);
  for (std::uint32_t line = 0; line < input.lines.size(); ++line) {
    if (*rc::gen::arbitrary<bool>()) close(input, line);
  }
  add_rerouting(input);
  input.dispatching.tracks_bind = *rc::gen::arbitrary<bool>();
  input.dispatching.notice_s = *rc::gen::element<std::int64_t>(0, 300);
  if (*rc::gen::arbitrary<bool>()) add_district(input);
  if (*rc::gen::arbitrary<bool>()) add_wagons(input);
  if (*rc::gen::arbitrary<bool>()) add_costs(input);
  return input;
}

std::int64_t turned(const rail::Observations& seen) {
  std::int64_t sum = 0;
  for (const rail::ReroutedTrains& one : seen.rerouted) sum += one.turned;
  return sum;
}

// Each train once as departed, however often it sets out.
TEST(Turning, EveryTrainArrives) {
  std::int64_t sum = 0;
  EXPECT_TRUE(rc::check([&sum] {
    const std::shared_ptr<const rail::Model> model = rail::Model::build(random_railway());
    const rail::Observations seen = run(*model);
    sum += turned(seen);
    for (std::size_t s = 0; s < seen.services.size(); ++s) {
      RC_ASSERT(seen.services[s].containers_delivered == seen.services[s].containers_released);
      RC_ASSERT(seen.services[s].trains_departed ==
                static_cast<std::int64_t>(model->input().services[s].list_times_s.size()));
    }
    for (const rail::DisruptionObservation& one : seen.disruptions) RC_ASSERT(one.clear_s >= 0);
    for (const rail::ContainerLeg& leg : seen.container_legs) {
      for (const std::int64_t seconds : leg.account) RC_ASSERT(seconds >= 0);
    }
  }));
  EXPECT_GT(sum, 100) << "else this tests nothing";
}

TEST(Turning, GivesTheSameBitsOnEveryEngine) {
  std::int64_t sum = 0;
  EXPECT_TRUE(rc::check([&sum] {
    ModelInput input = random_railway();
    // Sometimes it ends while lines are closed.
    if (*rc::gen::arbitrary<bool>()) input.counted_s = *rc::gen::inRange<std::int64_t>(4, 16) * kDay;
    const std::shared_ptr<const rail::Model> model = rail::Model::build(std::move(input));
    const rail::Observations one = run(*model);
    sum += turned(one);
    for (const int threads : {1, 2, 3, 8}) {
      const auto seed = static_cast<std::uint64_t>(threads) - 1;
      const rail::EngineOptions parallel{rail::EngineChoice::kParallel, threads, des::Backend::kJthread,
                                         seed};
      const rail::Observations other = run(*model, parallel);
      RC_ASSERT(canonical_bytes(*model, one) == canonical_bytes(*model, other));
      RC_ASSERT(canonical_record_bytes(one) == canonical_record_bytes(other));
    }
  }));
  EXPECT_GT(sum, 100) << "else this tests nothing";
}

}  // namespace
}  // namespace networks
