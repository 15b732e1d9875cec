// The watchdog where tracks and trains have two lengths: short trains that come and go for days hide nothing.
//
//   (W)--[P1]--[P2]-- ... --(E)     [P] a long track or two, and short ones; some lines double track
//
// Truth is the same run without a watchdog: a train that has not arrived a week after the last one set out
// never will. From when the last of these has come to a stand, all that there is to see can be seen.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <memory>

#include "tests/networks/watchdog_runs.h"

namespace networks {
namespace {

constexpr std::int64_t kShortTrainsFor = 14 * kDay;

void add_trains_both_ways(Network& network, std::uint32_t last, const char* id, double locomotive_m,
                          int trains, std::int64_t interval_s) {
  for (const bool east : {true, false}) {
    std::vector<std::int64_t> times;
    for (std::int64_t i = 0, time = 0; i < trains; ++i)
      times.push_back(time += *rc::gen::inRange<std::int64_t>(1, 2 * interval_s));
    network.trains(std::string(id) + (east ? " east" : " west"), east ? 0 : last, east ? last : 0, times)
        .locomotive_length_m = locomotive_m;
  }
}

rail::ModelInput random_corridor() {
  Network network(true);
  network.input.dispatching.admission =
      *rc::gen::element(rail::AdmissionRule::kGuaranteed, rail::AdmissionRule::kRoomOnly);
  network.input.dispatching.notice_s = *rc::gen::element<std::int64_t>(0, 300);
  std::uint32_t last = network.point("W");
  for (int stations = *rc::gen::inRange(2, 5); stations >= 0; --stations) {
    const std::uint32_t next = network.point(stations == 0 ? "E" : numbered("P", last));
    if (stations > 0)
      network.input.points[next].tracks = {{1435, *rc::gen::inRange(1, 3), 400},
                                           {1435, *rc::gen::inRange(1, 3), 1000}};
    rail::LineInput& line = network.input.lines[network.line(last, next)];
    line.tracks = *rc::gen::element(1, 1, 2);
    line.length_km = *rc::gen::inRange(10, 60);
    last = next;
  }
  add_trains_both_ways(network, last, "long", 686, *rc::gen::inRange(1, 6), 2 * kHour);
  add_trains_both_ways(network, last, "short", 86, kShortTrainsFor / (4 * kHour), 4 * kHour);
  network.input.counted_s = kShortTrainsFor + 14 * kDay;
  return network.input;
}

bool arrived(const rail::TrainStop& last) { return last.departed < 0; }

// Per train that never arrives: when it was last seen to move.
std::map<std::uint64_t, std::int64_t> standing(const rail::Observations& seen) {
  std::map<std::uint64_t, std::int64_t> since;
  for (const rail::TrainStop& stop : seen.train_stops) {
    std::int64_t& latest = since[stop.train];
    latest = std::max({latest, stop.arrived, stop.departed});
  }
  for (const rail::TrainStop& stop : seen.train_stops) {
    if (arrived(stop)) since.erase(stop.train);
  }
  return since;
}

RC_GTEST_PROP(Watchdog, SeesAtOnceWhatStandsWhileShortTrainsRunPast, ()) {
  const auto model = rail::Model::build(random_corridor());
  const std::map<std::uint64_t, std::int64_t> stuck = standing(run(*model, false));
  std::int64_t since = 0;
  for (const auto& [train, last_moved] : stuck) since = std::max(since, last_moved);
  RC_CLASSIFY(!stuck.empty(), "stands for ever");
  RC_CLASSIFY(!stuck.empty() && since < kShortTrainsFor - 4 * kDay, "while others run");
  const rail::Observations watched = run(*model, true);
  RC_ASSERT(watched.gridlock.empty() == stuck.empty());
  for (const rail::GridlockedTrain& train : watched.gridlock) RC_ASSERT(stuck.count(train.identity) == 1U);
  // A run takes hours, and the watchdog looks once a day.
  if (!stuck.empty()) RC_ASSERT(watched.end_time <= since + 2 * kDay);
}

}  // namespace
}  // namespace networks
