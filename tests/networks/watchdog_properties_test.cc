// The watchdog on random small networks where tracks, yards, wagons and locomotives are all short.
//
//   trains <->(P0)==1435==(P1: 1435 | 1520)==1520==(P2: 1520 | 1435)==1435==(P3)<-> trains
//
// Truth is the same run without a watchdog: what is reported must not move again until the end of it, however
// long; and where idle units go to and fro, so that no want can keep a train for ever, whatever has not
// arrived by then must have been reported.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <memory>

#include "tests/networks/watchdog_runs.h"

namespace networks {
namespace {

constexpr std::uint32_t kLegs = 3;
constexpr int kGauge[kLegs] = {1435, 1520, 1435};
constexpr double kLongestTrain_feu = 2;

void add_track(Network& network) {
  for (std::uint32_t p = 0; p <= kLegs; ++p) {
    network.point(numbered("P", p));
    const auto add = [&](int gauge_mm) {
      std::vector<rail::TrackGroupInput>& tracks = network.input.points[p].tracks;
      if (*rc::gen::arbitrary<bool>()) tracks.push_back({gauge_mm, *rc::gen::inRange(1, 3), 400});
      tracks.push_back({gauge_mm, *rc::gen::inRange(1, 4), 2000});
    };
    if (p > 0) add(kGauge[p - 1]);
    if (p < kLegs) add(kGauge[p]);
  }
  for (std::uint32_t i = 0; i < kLegs; ++i) {
    rail::LineInput& line = network.input.lines[network.line(i, i + 1, kGauge[i])];
    line.tracks = *rc::gen::inRange(1, 3);
    line.passing_places = line.tracks == 1 ? *rc::gen::inRange(0, 3) : 0;
    line.headway_s = *rc::gen::element<std::int64_t>(600, 1800);
    line.length_km = *rc::gen::inRange(20, 200);
  }
}

// `leave`: what waits in the yard leaves some time, full or not.
void add_changes(Network& network, bool leave) {
  for (std::uint32_t p = 1; p < kLegs; ++p) {
    const bool one_yard = *rc::gen::arbitrary<bool>();
    const bool has_limit = *rc::gen::inRange(0, 4) > 0;
    const int yard_teu = has_limit ? *rc::gen::inRange(4, 10) : 0;
    for (const bool east : {false, true}) {
      rail::GaugeChangeInput& change =
          network.change(numbered(east ? "east" : "west", p), p, kGauge[east ? p - 1 : p],
                         kGauge[east ? p : p - 1], yard_teu,
                         one_yard ? "bays"
                         : east   ? "eastern bays"
                                  : "western bays");
      change.bays = *rc::gen::inRange(1, 3);
      change.lifts_per_hour = *rc::gen::element(0.2, 20.0);
      change.train_feu = kLongestTrain_feu;
      if (leave || *rc::gen::arbitrary<bool>())
        change.latest_departure_s = *rc::gen::inRange<std::int64_t>(1, 20) * kHour;
    }
  }
}

void add_trains(Network& network, const char* id, std::uint32_t from, std::uint32_t to) {
  std::vector<std::int64_t> times;
  const int trains = *rc::gen::inRange(2, 12);
  for (int i = 0; i < trains; ++i)
    times.push_back((i == 0 ? 0 : times.back()) + *rc::gen::inRange<std::int64_t>(0, 8 * kHour));
  rail::ServiceInput& service = network.trains(id, from, to, times, *rc::gen::inRange(1, 3));
  service.direction = from < to ? rail::Direction::kEastbound : rail::Direction::kWestbound;
  service.reformed_share = *rc::gen::element(0.0, 0.5, 1.0);
  service.locomotive_length_m = *rc::gen::element(86.0, 686.0);  // on short tracks, or long ones only
}

void add_wagons(Network& network, std::uint32_t leg, bool return_both_ways) {
  const double feu_per_wagon = *rc::gen::element(0.0, 1.0);
  const std::int64_t train = feu_per_wagon > 0 ? 2 : 1;
  const std::string id = numbered("wagons", leg);
  network.wagons(id, kGauge[leg],
                 {{leg, *rc::gen::inRange<std::int64_t>(train, 2 * train + 1)},
                  {leg + 1, *rc::gen::inRange<std::int64_t>(0, train + 1)}},
                 feu_per_wagon);
  for (const std::uint32_t from : {leg, leg + 1}) {
    if (return_both_ways || *rc::gen::arbitrary<bool>())
      network.empty_wagons(numbered(id + "from", from), from, from == leg ? leg + 1 : leg,
                           *rc::gen::inRange<std::int64_t>(2, 30) * kHour);
  }
}

void add_locomotives(Network& network, std::uint32_t leg, bool return_both_ways) {
  rail::TractionDistrictInput& district =
      network.district(numbered("district", leg), leg,
                       {{leg, *rc::gen::inRange<std::int64_t>(1, 3)}, {leg + 1, *rc::gen::inRange(0, 2)}});
  for (const std::uint32_t from : {leg, leg + 1}) {
    if (return_both_ways || *rc::gen::arbitrary<bool>())
      district.light_runs.push_back(
          {from, from == leg ? leg + 1 : leg, 0, *rc::gen::inRange<std::int64_t>(1, 20) * kHour, kHour});
  }
}

// `nothing_wants`: no train waits for ever but for others.
rail::ModelInput random_network(bool nothing_wants) {
  Network network(*rc::gen::arbitrary<bool>());
  network.input.dispatching.admission =
      *rc::gen::element(rail::AdmissionRule::kGuaranteed, rail::AdmissionRule::kRoomOnly);
  network.input.dispatching.notice_s = *rc::gen::element<std::int64_t>(0, 300);
  add_track(network);
  add_changes(network, nothing_wants);
  add_trains(network, "east", 0, kLegs);
  add_trains(network, "west", kLegs, 0);
  for (std::uint32_t leg = 0; leg < kLegs; ++leg) {
    if (*rc::gen::arbitrary<bool>()) add_wagons(network, leg, nothing_wants);
    if (*rc::gen::arbitrary<bool>()) add_locomotives(network, leg, nothing_wants);
  }
  network.input.counted_s = 60 * kDay;
  return network.input;
}

RC_GTEST_PROP(Watchdog, ReportsOnlyTrainsThatNeverMoveAgain, ()) {
  const auto model = rail::Model::build(random_network(false));
  const rail::Observations watched = run(*model, true);
  RC_CLASSIFY(!watched.gridlock.empty(), "reported");
  if (watched.gridlock.empty()) return;
  const rail::Observations truth = run(*model, false);
  RC_ASSERT(truth.end_time >= watched.end_time);
  for (const rail::GridlockedTrain& train : watched.gridlock)
    RC_ASSERT(stops_of(truth, train.identity) == stops_of(watched, train.identity));
}

RC_GTEST_PROP(Watchdog, ReportsWhateverStandsForEverThoughNothingIsMissing, ()) {
  const auto model = rail::Model::build(random_network(true));
  const bool stands = containers_left(run(*model, false)) > 0;
  RC_CLASSIFY(stands, "stands for ever");
  if (stands) RC_ASSERT(!run(*model, true).gridlock.empty());
}

}  // namespace
}  // namespace networks
