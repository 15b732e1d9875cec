// The watchdog on random networks with two ways over a change of gauge (two_ways.h), where units stand idle
// on one while trains wait for them on the other: what is reported must not move again in the same run
// without a watchdog, whatever trains are yet to be made.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "tests/networks/two_ways.h"
#include "tests/networks/watchdog_runs.h"

namespace networks {
namespace {

using Two = TwoWays;

std::int64_t between(std::int64_t low, std::int64_t high) { return *rc::gen::inRange(low, high + 1); }

std::vector<std::int64_t> on_first_day(std::int64_t trains) {
  std::vector<std::int64_t> all;
  for (; trains > 0; --trains) all.push_back(between(0, 6 * kHour));
  std::sort(all.begin(), all.end());
  return all;
}

// Some later, when others may stand.
std::vector<std::int64_t> on_some_days(std::int64_t most) {
  std::vector<std::int64_t> all = on_first_day(between(0, most));
  for (std::int64_t left = between(-2, 1); left > 0; --left) all.push_back(between(2 * kDay, 12 * kDay));
  std::sort(all.begin(), all.end());
  return all;
}

void add_trains(Network& network, const std::string& id, std::uint32_t from, std::uint32_t to,
                std::uint32_t via, std::vector<std::int64_t> times, std::int64_t feu) {
  rail::ServiceInput& service = network.trains(id, from, to, std::move(times), static_cast<int>(feu));
  if (via != from && via != to) Two::via(via, service);
  service.direction = to == Two::kZ ? rail::Direction::kWestbound : rail::Direction::kEastbound;
  service.reformed_share = *rc::gen::element(0.0, 0.5, 1.0, 1.0);
}

void vary_track(Network& network, double train_feu) {
  rail::ModelInput& input = network.input;
  input.dispatching.tracks_bind = between(0, 5) > 0;
  input.dispatching.admission =
      *rc::gen::element(rail::AdmissionRule::kGuaranteed, rail::AdmissionRule::kRoomOnly);
  input.dispatching.notice_s = *rc::gen::element<std::int64_t>(0, 300);
  for (rail::PointInput& point : input.points) {
    for (rail::TrackGroupInput& group : point.tracks) group.count = static_cast<int>(between(1, 3));
  }
  for (rail::LineInput& line : input.lines) {
    line.tracks = static_cast<int>(between(1, 2));
    line.headway_s = *rc::gen::element<std::int64_t>(600, 1800);
  }
  for (rail::GaugeChangeInput& change : input.gauge_changes) {
    change.yard_teu = *rc::gen::element(0.0, 4.0, 4.0, 6.0, 8.0);
    change.train_feu = train_feu;
    if (between(0, 1) > 0) change.latest_departure_s = between(1, 20) * kHour;
  }
}

void vary_wagons(Network& network) {
  const double feu_per_wagon = *rc::gen::element(0.0, 1.0);
  const std::int64_t train = feu_per_wagon > 0 ? 2 : 1;
  network.input.wagon_pools.clear();
  network.wagons(
      "sets", 1520,
      {{Two::kP, between(0, train)}, {Two::kQ, between(0, 3 * train)}, {Two::kZ, between(0, 2 * train)}},
      feu_per_wagon);
  for (const auto& [from, to] : {std::pair{Two::kQ, Two::kZ}, {Two::kZ, Two::kP}, {Two::kP, Two::kZ}}) {
    if (between(0, 3) > 0) continue;
    rail::ServiceInput& empty = network.empty_wagons(numbered("empty", from), from, to,
                                                     between(2, 60) * kHour, static_cast<double>(train));
    empty.keep_idle = between(0, 1);
    empty.direction = to == Two::kZ ? rail::Direction::kWestbound : rail::Direction::kEastbound;
  }
}

rail::TractionDistrictInput& add_locomotives(Network& network) {
  const auto line = static_cast<std::uint32_t>(between(0, 2));  // A - J, J - P, P - Z
  const std::uint32_t from = network.input.lines[line].from, to = network.input.lines[line].to;
  return network.district("D", line, {{from, between(0, 2)}, {to, between(0, 1)}});
}

rail::ModelInput random_network() {
  TwoWays network({});
  network.input.services.clear();
  const auto add = [&](const char* id, std::uint32_t from, std::uint32_t to, std::uint32_t via) {
    add_trains(network, id, from, to, via, on_some_days(6), between(1, 2));
  };
  add("via P", Two::kA, Two::kZ, Two::kP);
  add("via Q", Two::kA, Two::kZ, Two::kQ);
  add("back by P", Two::kZ, Two::kA, Two::kP);
  add("back by Q", Two::kZ, Two::kA, Two::kQ);
  if (between(0, 1) > 0) add("local", Two::kQ, Two::kZ, Two::kQ);
  vary_track(network, 2);
  vary_wagons(network);
  if (between(0, 1) > 0) {
    rail::TractionDistrictInput& district = add_locomotives(network);
    const std::uint32_t from = district.stock[1].point, to = district.stock[0].point;
    if (between(0, 3) == 0)
      district.light_runs.push_back({from, to, between(0, 1), between(1, 60) * kHour, kHour});
  }
  network.input.counted_s = 60 * kDay;
  return network.input;
}

// Each train takes one set, to where all others take it from there: sets enough at Q, and for each train
// via P one that brings a set there.
rail::ModelInput network_with_enough() {
  TwoWays network({});
  network.input.services.clear();
  const std::int64_t via_p = between(2, 6), via_q = between(1, 3);
  add_trains(network, "via P", Two::kA, Two::kZ, Two::kP, on_first_day(via_p), 1);
  add_trains(network, "via Q", Two::kA, Two::kZ, Two::kQ, on_first_day(via_q), 1);
  add_trains(network, "back", Two::kZ, Two::kA, Two::kP, on_first_day(via_p), 1);
  vary_track(network, 1);
  network.input.wagon_pools[0].stock[1].units = via_q;
  if (between(0, 2) == 0) add_locomotives(network);
  network.input.counted_s = 60 * kDay;
  return network.input;
}

RC_GTEST_PROP(Watchdog, ReportsOnlyTrainsThatNoIdleUnitsReach, ()) {
  const auto model = rail::Model::build(random_network());
  const rail::Observations watched = run(*model, true);
  const bool reported = !watched.gridlock.empty();
  const bool through_idle = std::any_of(watched.gridlock.begin(), watched.gridlock.end(),
                                        [](const auto& train) { return train.some_idle; });
  RC_CLASSIFY(reported, "reported");
  RC_CLASSIFY(through_idle, "with idle units");
  RC_CLASSIFY(!reported && containers_left(watched) > 0, "not reported");
  if (!reported) return;
  const rail::Observations truth = run(*model, false);
  RC_ASSERT(truth.end_time >= watched.end_time);
  for (const rail::GridlockedTrain& train : watched.gridlock)
    RC_ASSERT(stops_of(truth, train.identity) == stops_of(watched, train.identity));
}

rail::ModelInput without_limits(rail::ModelInput input) {
  input.dispatching.tracks_bind = false;
  for (rail::GaugeChangeInput& change : input.gauge_changes) change.yard_teu = 0;
  return input;
}

RC_GTEST_PROP(Watchdog, ReportsWhateverStandsForEverThoughUnitsWouldDo, ()) {
  const rail::ModelInput input = network_with_enough();
  if (containers_left(run(*rail::Model::build(without_limits(input)), false)) > 0) return;
  const auto model = rail::Model::build(input);
  const bool stands = containers_left(run(*model, false)) > 0;
  const rail::Observations watched = run(*model, true);
  const bool through_idle = std::any_of(watched.gridlock.begin(), watched.gridlock.end(),
                                        [](const auto& train) { return train.idle_at != rail::kNone; });
  RC_CLASSIFY(!stands, "all arrive");
  RC_CLASSIFY(stands, "stands for ever");
  RC_CLASSIFY(through_idle, "through idle units");
  RC_ASSERT(stands == !watched.gridlock.empty());
}

}  // namespace
}  // namespace networks
