// Wagons and locomotives on random corridors with breaks of gauge.
//
//   trains <->(P0)==1435==(P1: 1435 | 1520)==1520==(P2: 1520 | 1435)==1435==(P3)<-> trains
// Each leg has a pool of wagons, some lines are traction districts; idle units return by random rules. That
// no unit is lost or doubled is checked inside every run; here a run only has to end.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <memory>
#include <string>

#include "tests/networks/random_partitions.h"
#include "tests/networks/recorded_run.h"
#include "tests/networks/units.h"

namespace networks {
namespace {

using rail::ModelInput;

constexpr std::uint32_t kLegs = 3;
constexpr int kGauge[kLegs] = {1435, 1520, 1435};

std::optional<rail::Distribution> random_turnaround() {
  const int hours = *rc::gen::inRange(0, 6);
  if (hours == 0) return std::nullopt;
  return rail::Distribution::exponential(hours).shifted_and_scaled(0, kHour);
}

void add_network(ModelInput& input) {
  for (std::uint32_t p = 0; p <= kLegs; ++p) {
    rail::PointInput point;
    point.id = point.name = numbered("P", p);
    if (p > 0) point.tracks.push_back({kGauge[p - 1], *rc::gen::inRange(2, 5), 2000});
    if (p < kLegs) point.tracks.push_back({kGauge[p], *rc::gen::inRange(2, 5), 2000});
    input.points.push_back(point);
  }
  for (std::uint32_t i = 0; i < kLegs; ++i) {
    rail::LineInput line;
    line.id = numbered("L", i);
    line.from = i;
    line.to = i + 1;
    line.gauge_mm = kGauge[i];
    line.tracks = *rc::gen::inRange(1, 3);
    line.passing_places = line.tracks == 1 ? *rc::gen::inRange(0, 3) : 0;
    line.length_km = *rc::gen::inRange(40, 300);
    input.lines.push_back(line);
  }
}

void add_changes(ModelInput& input) {
  for (std::uint32_t p = 1; p < kLegs; ++p) {
    for (const bool east : {false, true}) {
      rail::GaugeChangeInput change;
      change.id = change.bay_pool = numbered(east ? "eastbound" : "westbound", p);
      change.point = p;
      change.from_gauge_mm = kGauge[east ? p - 1 : p];
      change.to_gauge_mm = kGauge[east ? p : p - 1];
      change.bays = *rc::gen::inRange(1, 3);
      change.lifts_per_hour = 20;
      change.latest_departure_s = *rc::gen::inRange<std::int64_t>(1, 20) * kHour;
      if (*rc::gen::arbitrary<bool>()) {
        change.rule = rail::ReformationRule::kGroup;
        change.inbound_trains = *rc::gen::inRange(1, 4);
        change.outbound_trains = *rc::gen::inRange(1, 4);
      }
      input.gauge_changes.push_back(change);
    }
  }
}

rail::ServiceInput service_between(const ModelInput& input, std::uint32_t from, std::uint32_t to) {
  rail::ServiceInput service;
  service.id = numbered("S", input.services.size());
  service.origin = from;
  service.destination = to;
  service.direction = from < to ? rail::Direction::kEastbound : rail::Direction::kWestbound;
  service.train_class = 0;
  service.train_feu = 20;
  return service;
}

void add_trains(ModelInput& input, std::uint32_t from, std::uint32_t to, int most, int feu) {
  rail::ServiceInput service = service_between(input, from, to);
  service.rule = rail::FormationRule::kList;
  service.own_containers = *rc::gen::inRange(1, feu + 1);
  service.reformed_share = *rc::gen::element(0.0, 0.5, 1.0);
  std::int64_t time = 0;
  const int trains = *rc::gen::inRange(3, most);
  for (int i = 0; i < trains; ++i)
    service.list_times_s.push_back(time += *rc::gen::inRange<std::int64_t>(0, 12 * kHour));
  input.services.push_back(service);
}

// Enough for the longest train, a group of three.
void add_wagons(ModelInput& input, std::uint32_t leg) {
  rail::WagonPoolInput pool;
  pool.id = numbered("pool", leg);
  pool.gauge_mm = kGauge[leg];
  pool.feu_per_wagon = *rc::gen::element(0.0, 1.0, 2.0);
  const std::int64_t train = pool.feu_per_wagon > 0 ? static_cast<std::int64_t>(60 / pool.feu_per_wagon) : 1;
  pool.stock = {{leg, train * *rc::gen::inRange(1, 3)},
                {leg + 1, *rc::gen::inRange<std::int64_t>(0, train + 1)}};
  pool.turnaround = random_turnaround();
  input.wagon_pools.push_back(pool);
}

void add_empty_wagons(ModelInput& input, std::uint32_t from, std::uint32_t to, std::int64_t keep,
                      double feu) {
  rail::ServiceInput service = service_between(input, from, to);
  service.rule = rail::FormationRule::kEmptyWagons;
  service.train_feu = feu;
  service.keep_idle = keep;
  service.idle_for_s = *rc::gen::inRange<std::int64_t>(0, 5) * kHour;
  input.services.push_back(service);
}

// With light runs, locomotives come to where trains wait for them, sooner or later.
void add_district(ModelInput& input, std::uint32_t leg, bool light) {
  rail::TractionDistrictInput district;
  district.id = numbered("district", leg);
  district.lines = {leg};
  district.stock = {{leg, *rc::gen::inRange<std::int64_t>(1, 4)}};
  district.turnaround = random_turnaround();
  for (const std::uint32_t from : {leg, leg + 1}) {
    if (!light) break;
    district.light_runs.push_back({from, from == leg ? leg + 1 : leg, 0,
                                   *rc::gen::inRange<std::int64_t>(1, 5) * kHour,
                                   *rc::gen::inRange<std::int64_t>(1, 2 * kHour)});
  }
  input.traction_districts.push_back(district);
}

ModelInput nothing() {
  ModelInput input;
  input.train_classes.push_back({"train", 1.0, 0});
  input.counted_s = 200 * kDay;
  add_network(input);
  add_changes(input);
  return input;
}

ModelInput two_ways(bool locomotives) {
  ModelInput input = nothing();
  input.dispatching.tracks_bind = !locomotives && *rc::gen::arbitrary<bool>();
  input.dispatching.notice_s = *rc::gen::element<std::int64_t>(0, 5 * kMinute, 15 * kMinute);
  add_trains(input, 0, kLegs, 30, 20);
  add_trains(input, kLegs, 0, 30, 20);
  for (std::uint32_t leg = 0; leg < kLegs; ++leg) {
    add_wagons(input, leg);
    if (*rc::gen::arbitrary<bool>())
      add_empty_wagons(input, leg + 1, leg, *rc::gen::inRange<std::int64_t>(0, 3), 20);
    if (locomotives && *rc::gen::arbitrary<bool>()) add_district(input, leg, *rc::gen::arbitrary<bool>());
  }
  return input;
}

// Of a train that came from elsewhere, not one made here.
std::int64_t waits_on_tracks(const rail::Observations& seen) {
  std::int64_t waits = 0;
  for (const rail::TrainStop& stop : seen.train_stops) {
    if (stop.arrived >= 0) waits += stop.wait[static_cast<std::size_t>(rail::Cause::kFleet)];
  }
  return waits;
}

std::int64_t waits_for_wagons(const rail::Observations& seen) {
  std::int64_t waits = 0;
  for (const rail::StockObservation& stock : seen.stocks) waits += stock.wait.seconds;
  return waits;
}

RC_GTEST_PROP(Fleet, NoTrainWaitsForWagonsOnATrack, ()) {
  const std::shared_ptr<const rail::Model> model = rail::Model::build(two_ways(false));
  const rail::Observations seen = run(*model);
  RC_CLASSIFY(waits_for_wagons(seen) > 0, "wagons are short");
  RC_ASSERT(seen.fleets.size() == kLegs);
  RC_ASSERT(waits_on_tracks(seen) == 0);
}

// One way only, and what stands idle goes back: every container arrives.
RC_GTEST_PROP(Fleet, WhatReturnsServesAllTrains, ()) {
  ModelInput input = nothing();
  add_trains(input, 0, kLegs, 10, 6);
  for (std::uint32_t leg = 0; leg < kLegs; ++leg) {
    add_wagons(input, leg);
    add_empty_wagons(input, leg + 1, leg, 0, 1);
    if (*rc::gen::arbitrary<bool>()) add_district(input, leg, true);
  }
  const std::shared_ptr<const rail::Model> model = rail::Model::build(input);
  const rail::Observations seen = run(*model);
  RC_CLASSIFY(waits_for_wagons(seen) > 0, "wagons or locomotives are short");
  RC_ASSERT(seen.services[0].containers_released > 0);
  RC_ASSERT(seen.services[0].containers_delivered == seen.services[0].containers_released);
}

RC_GTEST_PROP(Fleet, GivesTheSameBitsOnEveryEngine, ()) {
  const std::shared_ptr<const rail::Model> model = rail::Model::build(two_ways(true));
  const rail::Observations one = run(*model);
  for (const std::uint64_t seed : {0, 1, 2}) {
    const rail::EngineOptions parallel{rail::EngineChoice::kParallel, 3, des::Backend::kJthread, seed};
    const rail::Observations other = run(*model, parallel);
    RC_ASSERT(canonical_bytes(*model, one) == canonical_bytes(*model, other));
    RC_ASSERT(canonical_record_bytes(one) == canonical_record_bytes(other));
  }
}

// Kept trains and locomotives that are set aside among them, with and without station tracks that bind.
RC_GTEST_PROP(Fleet, GivesTheSameBitsWithPartitionsAtRandom, ()) {
  gives_the_same_bits(two_ways(*rc::gen::arbitrary<bool>()));
}

}  // namespace
}  // namespace networks
