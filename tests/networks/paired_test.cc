// Exact invariants that compare two runs: scaling of time, unused things, more capacity.
#include <gtest/gtest.h>

#include <map>

#include "tests/networks/trips.h"

namespace networks {
namespace {

constexpr const char* kQueue = "tests/oracles/a01_m_m_1.txtpb";

std::string short_queue() {
  return with_match(text_of(kQueue), "counted \\{ seconds: [0-9]+", "counted { seconds: 3600000");
}

Times tripled(Times times) {
  for (std::int64_t& time : times) time *= 3;
  return times;
}

// (iv) All durations times three: all times times three, exactly. No time of this toy is random or needs
// rounding: a lift takes 100 s.
TEST(Paired, ScalingAllDurationsScalesAllTimes) {
  std::string text = text_of("tests/networks/three_into_two.txtpb");
  text = with_match(text, "train_feu: 41 own_containers: 41", "train_feu: 40 own_containers: 40");
  text = with_match(text, "lifts_per_hour: 41", "lifts_per_hour: 36");
  std::string scaled = with_match(text, "speed_km_per_day: 1440", "speed_km_per_day: 480");
  scaled = with_match(with_match(scaled, "seconds: 3600 ", "seconds: 10800 "), "seconds: 7200 ",
                      "seconds: 21600 ");
  scaled = with_match(scaled, "headway \\{ seconds: 600 \\}", "headway { seconds: 1800 }");
  scaled = with_match(scaled, "lifts_per_hour: 36", "lifts_per_hour: 12");
  const support::Runs runs = support::run_text(text, 1, true);
  const support::Runs scaled_runs = support::run_text(scaled, 1, true);
  ASSERT_EQ(arrivals(runs, "C").size(), 2u);
  for (const char* point : {"A", "B", "C"}) {
    EXPECT_EQ(arrivals(scaled_runs, point), tripled(arrivals(runs, point))) << point;
    EXPECT_EQ(departures(scaled_runs, point), tripled(departures(runs, point))) << point;
  }
}

// (v) A point, a line and a train class that nobody uses change nothing that others see.
TEST(Paired, UnusedThingsChangeNothing) {
  const std::string text = short_queue();
  const std::string unused =
      "network {\n  points { id: \"X\" name: \"X\" country: \"XX\" gauges_mm: 1435 }\n"
      "  lines { id: \"BX\" from: \"B\" to: \"X\" gauge_mm: 1435 length_km: 9 speed_km_per_day: 900 tracks: "
      "1 "
      "passing_places: 3 }\n  train_classes { id: \"unused\" speed_factor: 0.9 }";
  const support::Runs runs_alone = support::run_text(text);
  const support::Runs runs_beside = support::run_text(with_match(text, "network \\{", unused));
  const rail::Observations& alone = runs_alone.replications[0];
  const rail::Observations& beside = runs_beside.replications[0];
  EXPECT_EQ(alone.resources[0].wait.seconds, beside.resources[0].wait.seconds);
  EXPECT_EQ(alone.resources[0].wait_histogram.bins(), beside.resources[0].wait_histogram.bins());
  EXPECT_EQ(alone.points[point_named(runs_alone, "B")].arrived,
            beside.points[point_named(runs_beside, "B")].arrived);
  EXPECT_EQ(alone.services[0].total.bins(), beside.services[0].total.bins());
  EXPECT_EQ(alone.events, beside.events);
}

// (vii) A second bay under common random numbers: no train waits longer, and services are the same.
TEST(Paired, MoreCapacityNeverRaisesAWait) {
  const std::string text = short_queue();
  const support::Runs one = support::run_text(text, 1, true);
  const support::Runs two = support::run_text(with_match(text, "servers: 1", "servers: 2"), 1, true);
  std::map<std::uint64_t, std::int64_t> waits;
  const auto server = static_cast<std::size_t>(rail::Cause::kServer);
  for (const rail::TrainStop& stop : one.replications[0].train_stops) {
    if (stop.point == 0) waits[stop.train] = stop.wait[server];
  }
  std::size_t shorter = 0;
  for (const rail::TrainStop& stop : two.replications[0].train_stops) {
    if (stop.point != 0 || waits.count(stop.train) == 0) continue;
    EXPECT_LE(stop.wait[server], waits[stop.train]);
    if (stop.wait[server] < waits[stop.train]) ++shorter;
  }
  EXPECT_GT(shorter, waits.size() / 2);
}

}  // namespace
}  // namespace networks
