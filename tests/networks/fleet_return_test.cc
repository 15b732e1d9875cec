// How many units trains could take where nothing brings any back: a scenario is accepted with just as many,
// and nobody waits for ever then; with one less it is refused.
#include <gtest/gtest.h>

#include <stdexcept>

#include "tests/networks/trips.h"

namespace networks {
namespace {

// Ten trains, one an hour from A; at B, ten hours on, each takes another locomotive.
//   (A)--10 h--(B)--1 h, locomotives of district "far"--(C)
std::string one_way(int units, int run_h, const std::string& more = "") {
  std::string times;
  for (int i = 0; i < 10; ++i) times += " times { seconds: " + std::to_string(i * kHour) + " }";
  return R"(# proto-file: landbridge/v1/scenario.proto
# proto-message: landbridge.v1.Scenario
name: "one-way"
network {
  points { id: "A" country: "XX" gauges_mm: 1435 time_zone: "UTC" }
  points { id: "B" country: "XX" gauges_mm: 1435 }
  points { id: "C" country: "XX" gauges_mm: 1435 }
  lines { id: "AB" from: "A" to: "B" gauge_mm: 1435 length_km: 600 speed_km_per_day: 1440 tracks: 2 }
  lines { id: "BC" from: "B" to: "C" gauge_mm: 1435 length_km: 60 speed_km_per_day: 1440 tracks: 2 }
}
fleets { traction_districts { id: "far" lines: "BC" stock { point: "B" units: )" +
         std::to_string(units) + R"( } } }
services {
  services {
    id: "listed" origin: "A" destination: "C" direction: WESTBOUND
    formation { rule: LIST train_feu: 1 own_containers: 1)" +
         times + R"( }
  }
}
experiment { count_from { seconds: 1496275200 } counted { seconds: )" +
         std::to_string(run_h * kHour) + " } replications: 1 }\n" + more;
}

bool is_accepted(const std::string& text) {
  try {
    support::run_text(text);
    return true;
  } catch (const std::runtime_error& refused) {
    EXPECT_NE(std::string(refused.what()).find("nothing leads back"), std::string::npos) << refused.what();
    return false;
  }
}

TEST(FleetReturn, CountsTrainsThatComeBeforeTheEnd) {
  EXPECT_TRUE(is_accepted(one_way(10, 48)));
  EXPECT_FALSE(is_accepted(one_way(9, 48)));
  EXPECT_TRUE(is_accepted(one_way(3, 12))) << "those of 0, 1 and 2 h";
  EXPECT_FALSE(is_accepted(one_way(2, 12)));
  EXPECT_TRUE(is_accepted(one_way(1, 10))) << "that of 0 h, as the run ends";
  EXPECT_FALSE(is_accepted(one_way(1, 11)));
}

// Those of 0 and 1 h have left A by 3 h, after two hours of papers at A.
TEST(FleetReturn, CountsNoneThatStagesKeepUntilTheEnd) {
  const std::string papers =
      "processes { resources { id: \"desk\" point: \"A\" servers: 9 }\n"
      "  processes { id: \"papers\" point: \"A\" role: ORIGIN direction: WESTBOUND\n"
      "    stages { name: \"papers\" resource: \"desk\" duration { unit: HOURS constant: 2 } } } }\n";
  EXPECT_TRUE(is_accepted(one_way(2, 13, papers)));
  EXPECT_FALSE(is_accepted(one_way(1, 13, papers)));
}

// Runs of ten to twenty hours: three trains could be there after twelve.
TEST(FleetReturn, CountsTrainsThatCouldComeBeforeTheEnd) {
  const auto random = [](int units) {
    return with(one_way(units, 12), "speed_km_per_day: 1440 tracks: 2 }",
                "speed_km_per_day: 1080 tracks: 2 run_time_factor { unit: FACTOR uniform { low: 0.75 high: "
                "1.5 } } }");
  };
  EXPECT_TRUE(is_accepted(random(3)));
  EXPECT_FALSE(is_accepted(random(2)));
}

std::string closed(const std::string& from, const std::string& to) {
  return "disruptions { disruptions { id: \"closed\" from: \"2017-06-" + from + "\" to: \"2017-06-" + to +
         "\" closure { lines: \"AB\" } } }\n";
}

// None enters that could not be out as it closes: those of 0 to 2 h before 12:00, none until the end of the
// run.
TEST(FleetReturn, CountsNoneBehindAClosedLine) {
  EXPECT_TRUE(is_accepted(one_way(3, 48, closed("01T12:00", "04T00:00"))));
  EXPECT_FALSE(is_accepted(one_way(2, 48, closed("01T12:00", "04T00:00"))));
  EXPECT_FALSE(is_accepted(one_way(9, 48, closed("01T12:00", "02T00:00")))) << "it opens again";
}

// As the toy, but with three trains alone: that of day 3, 21 h, and the next two; locomotives as far as the
// border.
std::string turned(int units, const std::string& to = "2017-06-10T00:00") {
  std::string text = text_of("scenarios/toys/turned.txtpb");
  const std::size_t from = text.find("rule: TIMETABLE"), end = text.find("    }\n  }\n}", from);
  text.replace(
      from, end - from,
      "rule: LIST train_feu: 1 own_containers: 1 times { seconds: 334800 } times { seconds: 356400 } "
      "times { seconds: 378000 }\n");
  return with(text, "to: \"2017-06-10T00:00\"", "to: \"" + to + "\"") +
         "fleets { traction_districts { id: \"d\" lines: \"E-B\" stock { point: \"EAST\" units: " +
         std::to_string(units) + " } } }\n";
}

// It takes a locomotive twice, and has brought back the first one.
TEST(FleetReturn, ATurnedTrainTakesOne) {
  const support::Runs runs = support::run_text(turned(3), 1, true);
  EXPECT_EQ(runs.replications[0].rerouted[0].turned, 1);
  EXPECT_EQ(departures(runs, "EAST").size(), 4U);
  EXPECT_EQ(arrivals(runs, "WEST").size(), 3U);
  EXPECT_FALSE(is_accepted(turned(2)));
}

// Closed beyond the end of the run: the first one is back with its locomotive, the others do not leave.
TEST(FleetReturn, TrainsThatWaitAtTheirOriginForTheRestOfTheRunTakeNone) {
  const std::string beyond = "2017-07-10T00:00";
  const support::Runs runs = support::run_text(turned(1, beyond), 1, true);
  EXPECT_EQ(departures(runs, "EAST").size(), 1U);
  EXPECT_EQ(runs.replications[0].rerouted[0].turned, 1);
  EXPECT_EQ(runs.replications[0].points[point_named(runs, "EAST")].closure_wait.still_waiting, 3);
  EXPECT_EQ(arrivals(runs, "WEST").size(), 0U);
  EXPECT_FALSE(is_accepted(turned(2))) << "closed until then, all three leave";
}

}  // namespace
}  // namespace networks
