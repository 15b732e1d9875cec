// Random lines with quotas, paths, possessions and a closure at once: every wait has a cause, and none is
// negative.
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <numeric>

#include "tests/networks/trips.h"

namespace networks {
namespace {

std::string any_of(const std::vector<std::string>& texts) { return *rc::gen::elementOf(texts); }

int between(int low, int high) { return *rc::gen::inRange(low, high + 1); }

std::string possession() {
  const int from = between(0, 23);
  return fmt::format(
      "possessions {{ weekly {{ from: \"{:02}:30\" to: \"{:02}:15\" }} time_zone: \"Asia/Kathmandu\" }}",
      from, (from + between(1, 5)) % 24);
}

std::string line(const char* id, const char* from, const char* to) {
  const bool single = *rc::gen::arbitrary<bool>();
  std::string text = fmt::format(
      "lines {{ id: \"{}\" from: \"{}\" to: \"{}\" gauge_mm: 1520 length_km: {} speed_km_per_day: 960 ", id,
      from, to, between(20, 90));
  text += single ? fmt::format("tracks: 1 passing_places: {} ", between(1, 3))
                 : "tracks: 2 headway { seconds: 600 } ";
  if (*rc::gen::arbitrary<bool>()) text += fmt::format("accepted_at_to_per_day: {} ", between(2, 6));
  if (*rc::gen::arbitrary<bool>()) text += fmt::format("accepted_at_from_per_day: {} ", between(2, 6));
  if (*rc::gen::arbitrary<bool>()) text += fmt::format("paths_per_day: {} ", between(5, 20));
  if (*rc::gen::arbitrary<bool>()) text += possession();
  return text + "}\n";
}

std::string trains() {
  std::string text;
  int time = 0;
  for (int i = 0; i < 20; ++i) text += fmt::format("times {{ seconds: {} }} ", time += between(300, 9000));
  return text;
}

std::string network() {
  return fmt::format(
      R"(name: "waits"
network {{
  points {{ id: "A" country: "AA" gauges_mm: 1520 time_zone: "Asia/Kathmandu" }}
  points {{ id: "M" country: "BB" gauges_mm: 1520 time_zone: "Asia/Tehran"
           tracks {{ gauge_mm: 1520 count: 4 usable_length_m: 1500 }} }}
  points {{ id: "B" country: "CC" gauges_mm: 1520 time_zone: "Europe/Warsaw" }}
  {}{}
  dispatching {{ station_tracks: {} notice {{ seconds: {} }} }}
}}
services {{
  services {{ id: "w" origin: "A" destination: "B" direction: WESTBOUND formation {{ rule: LIST train_feu: 1 own_containers: 1 {} }} }}
  services {{ id: "e" origin: "B" destination: "A" direction: EASTBOUND formation {{ rule: LIST train_feu: 1 own_containers: 1 {} }} }}
}}
disruptions {{ disruptions {{ id: "shut" from: "2017-03-25T{:02}:00" to: "2017-03-27T{:02}:30" time_zone: "Europe/Warsaw"
                              closure {{ lines: "MB" }} }} }}
experiment {{ count_from {{ seconds: 1490400000 }} counted {{ seconds: 4320000 }} replications: 1 }})",
      line("AM", "A", "M"), line("MB", "M", "B"), any_of({"BINDING", "RECORDED"}),
      any_of({"0", "300", "1200"}), trains(), trains(), between(0, 23), between(0, 23));
}

// The model itself checks that the causes of each journey add up.
TEST(WaitsProperty, AreNeverNegativeAndNeverLongerThanTheStay) {
  std::int64_t path = 0, closure = 0, possession = 0;
  const bool holds = rc::check([&] {
    const support::Runs runs = support::run_text(network(), 1, true);
    for (const rail::TrainStop& stop : runs.replications[0].train_stops) {
      for (const std::int64_t wait : stop.wait) RC_ASSERT(wait >= 0);
      if (stop.departed < 0) continue;
      const std::int64_t waited = std::accumulate(stop.wait.begin(), stop.wait.end(), std::int64_t{0});
      RC_ASSERT(stop.arrived < 0 || waited <= stop.departed - stop.arrived);
    }
    for (const auto& directions : runs.replications[0].lines) {
      for (const rail::LineObservation& one : directions) {
        RC_ASSERT(one.wait.seconds >= 0 && one.path_wait.seconds >= 0 && one.track_wait.seconds >= 0);
        path += one.path_wait.seconds;
        closure += one.closure_wait.seconds;
        possession += one.possession_wait.seconds;
      }
    }
  });
  EXPECT_TRUE(holds);
  EXPECT_GT(path, 0);
  EXPECT_GT(closure, 0);
  EXPECT_GT(possession, 0);
}

}  // namespace
}  // namespace networks
