// What the program says of trains that stand for ever: of a gridlock train by train, of a want by what is
// missing.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <regex>

#include "tests/cli/program.h"

namespace {

using program::Program;
using program::Result;
using testing::HasSubstr;
using testing::Not;

constexpr const char* kGridlock = "'" LANDBRIDGE_ROOT "/scenarios/toys/gridlock.txtpb'";

// M has one locomotive for four trains; those at B stay there, two being kept. `rule`: of its light runs.
std::string want(const std::string& rule) {
  return "name: \"want\"\n"
         "network {\n"
         "  points { id: \"A\" country: \"XX\" gauges_mm: 1520 }\n"
         "  points { id: \"M\" country: \"XX\" gauges_mm: 1520 }\n"
         "  points { id: \"B\" country: \"XX\" gauges_mm: 1520 }\n"
         "  lines { id: \"AM\" from: \"A\" to: \"M\" gauge_mm: 1520 length_km: 60 speed_km_per_day: 1440 "
         "tracks: 2 }\n"
         "  lines { id: \"MB\" from: \"M\" to: \"B\" gauge_mm: 1520 length_km: 60 speed_km_per_day: 1440 "
         "tracks: 2 }\n"
         "}\n"
         "fleets { traction_districts { id: \"D\" lines: \"MB\" stock { point: \"M\" units: 1 } stock { "
         "point: \"B\" units: 1 }\n"
         "  light_runs { from: \"B\" to: \"M\" run_time { seconds: 3600 } " +
         rule +
         " } } }\n"
         "services { services { id: \"w\" origin: \"A\" destination: \"B\" direction: WESTBOUND formation {\n"
         "  rule: LIST train_feu: 1 own_containers: 1\n"
         "  times { seconds: 0 } times { seconds: 3600 } times { seconds: 7200 } times { seconds: 10800 } } "
         "} }\n"
         "experiment { counted { seconds: 864000 } replications: 1 }\n";
}

constexpr const char* kNeverMet = "keep_idle: 2";
// The same, but for a timer that outlasts the run.
constexpr const char* kNextYear = "idle_for { seconds: 31536000 }";

constexpr const char* kWantText =
    "WANT in 1 of 1 replications: trains wait for what may never come\n"
    "  in replication 0, at its end, 1970-01-11T00:00:00Z\n"
    "    3 trains wait for locomotives of D at M, the first since 1970-01-01T02:00:00Z\n";

TEST_F(Program, TellsOfAGridlockTrainByTrain) {
  const Result result = run("run " + std::string(kGridlock));
  EXPECT_EQ(result.code, 1);
  EXPECT_THAT(result.out, HasSubstr("GRIDLOCK in 1 of 1 replications: trains wait for each other for ever\n"
                                    "  in replication 0, found at 1970-01-02T00:00:00Z\n"));
  // Both tracks of the place beyond hold trains the other way.
  EXPECT_THAT(
      result.out,
      HasSubstr(
          "    eastbound train 1 of east holds a track at passing place 1 of 2, Western end - Eastern end\n"
          "      and since 1970-01-01T00:30:00Z waits for a track at passing place 2 of 2, Western end - "
          "Eastern end: none is free until the next train or another one that stands leaves\n"));
  EXPECT_THAT(result.out, Not(HasSubstr("WANT")));
}

// Each train waits at the place where the next one holds a track.
TEST_F(Program, WritesTheCircleOfAGridlockDown) {
  const Result result = run("run --json --out results " + std::string(kGridlock));
  const auto manifest = nlohmann::json::parse(result.out).at("manifest");
  EXPECT_EQ(nlohmann::json::parse(files::content(file("results/manifest.json"))).at("gridlocks"),
            manifest.at("gridlocks"));
  const auto& gridlock = manifest.at("gridlocks").at(0);
  EXPECT_EQ(gridlock.at("found"), "1970-01-02T00:00:00Z");
  const auto& circle = gridlock.at("circle");
  ASSERT_GE(circle.size(), 2U);
  for (std::size_t i = 0; i < circle.size(); ++i) {
    const auto& next = circle.at((i + 1) % circle.size());
    EXPECT_EQ(circle.at(i).at("waits_for").at("what"), "track");
    EXPECT_EQ(circle.at(i).at("waits_for").at("at"), next.at("stands_at"));
    EXPECT_EQ(next.at("holds").at(0).at("at"), next.at("stands_at"));
    EXPECT_EQ(circle.at(i).at("waits_for").at("free_track_kept_for_other_way"), false);
  }
  EXPECT_FALSE(manifest.contains("standing"));
}

// Trains via P fill its yard and a track of the junction, and wait for the wagons at Q, which the one behind
// them would take.
std::string short_of_wagons() {
  return R"(name: "units"
network {
  points { id: "A" country: "XX" gauges_mm: 1435 }
  points { id: "J" name: "Junction" country: "XX" gauges_mm: 1435 tracks { gauge_mm: 1435 count: 2 usable_length_m: 1500 } }
  points { id: "P" country: "XX" gauges_mm: 1435 gauges_mm: 1520
           tracks { gauge_mm: 1435 count: 2 usable_length_m: 1500 } tracks { gauge_mm: 1520 count: 2 usable_length_m: 1500 } }
  points { id: "Q" name: "Quay" country: "XX" gauges_mm: 1435 gauges_mm: 1520
           tracks { gauge_mm: 1435 count: 2 usable_length_m: 1500 } tracks { gauge_mm: 1520 count: 2 usable_length_m: 1500 } }
  points { id: "Z" country: "XX" gauges_mm: 1520 }
  lines { id: "AJ" from: "A" to: "J" gauge_mm: 1435 length_km: 60 speed_km_per_day: 1440 tracks: 1 }
  lines { id: "JP" from: "J" to: "P" gauge_mm: 1435 length_km: 60 speed_km_per_day: 1440 tracks: 1 }
  lines { id: "JQ" from: "J" to: "Q" gauge_mm: 1435 length_km: 60 speed_km_per_day: 1440 tracks: 1 }
  lines { id: "PZ" from: "P" to: "Z" gauge_mm: 1520 length_km: 60 speed_km_per_day: 1440 tracks: 1 }
  lines { id: "QZ" from: "Q" to: "Z" gauge_mm: 1520 length_km: 60 speed_km_per_day: 1440 tracks: 1 }
  dispatching { station_tracks: BINDING }
}
processes {
  gauge_changes { id: "P" point: "P" from_gauge_mm: 1435 to_gauge_mm: 1520 bays: 1 lifts_per_hour: 10 yard_teu: 4 }
  gauge_changes { id: "Q" point: "Q" from_gauge_mm: 1435 to_gauge_mm: 1520 bays: 1 lifts_per_hour: 10 yard_teu: 4 }
  gauge_changes { id: "Pe" point: "P" from_gauge_mm: 1520 to_gauge_mm: 1435 bays: 1 lifts_per_hour: 10 }
}
fleets { wagon_pools { id: "w" gauge_mm: 1520
  stock { point: "P" units: 0 } stock { point: "Q" units: 1 } stock { point: "Z" units: 0 } } }
services {
  services { id: "viaP" origin: "A" destination: "Z" direction: WESTBOUND route_choice { via: "P" } formation {
    rule: LIST train_feu: 1 own_containers: 1 times { seconds: 0 } times { seconds: 600 } times { seconds: 1200 } } }
  services { id: "viaQ" origin: "A" destination: "Z" direction: WESTBOUND route_choice { via: "Q" } formation {
    rule: LIST train_feu: 1 own_containers: 1 times { seconds: 1800 } } }
  services { id: "back" origin: "Z" destination: "A" direction: EASTBOUND route_choice { via: "P" } formation {
    rule: LIST train_feu: 1 own_containers: 1 times { seconds: 0 } } }
}
experiment { counted { seconds: 864000 } replications: 1 }
)";
}

TEST_F(Program, TellsWhereUnitsStandThatATrainOfTheCircleWouldBring) {
  write("units.txtpb", short_of_wagons());
  const Result result = run("run units.txtpb");
  EXPECT_EQ(result.code, 1);
  EXPECT_THAT(result.out, HasSubstr("GRIDLOCK in 1 of 1 replications"));
  EXPECT_THAT(
      result.out,
      HasSubstr("waits for wagons of w at P: those at Quay come only with trains that stand, like the "
                "first train\n"));
  const auto circle = nlohmann::json::parse(run("run --json units.txtpb").out)
                          .at("manifest")
                          .at("gridlocks")
                          .at(0)
                          .at("circle");
  EXPECT_EQ(circle.at(2).at("waits_for"), nlohmann::json({{"what", "wagons"},
                                                          {"at", {{"point", "P"}}},
                                                          {"fleet", "w"},
                                                          {"units_stand_at", {{"point", "Q"}}}}));
}

TEST_F(Program, CallsWantByItsNameWhateverElseIsToCome) {
  for (const char* rule : {kNeverMet, kNextYear}) {
    write("want.txtpb", want(rule));
    const Result result = run("run want.txtpb");
    EXPECT_EQ(result.code, 0) << rule;
    EXPECT_THAT(result.out, HasSubstr(kWantText)) << rule;
    EXPECT_THAT(result.out, Not(HasSubstr("GRIDLOCK"))) << rule;
  }
}

TEST_F(Program, WritesAWantDown) {
  write("want.txtpb", want(kNeverMet));
  const auto manifest = nlohmann::json::parse(run("run --json want.txtpb").out).at("manifest");
  EXPECT_EQ(manifest.at("stop_reasons"), nlohmann::json({{"horizon", 1}}));
  EXPECT_FALSE(manifest.contains("gridlocks"));
  EXPECT_EQ(manifest.at("standing"),
            nlohmann::json::array(
                {{{"replication", 0},
                  {"trains", 3},
                  {"first_since", "1970-01-01T02:00:00Z"},
                  {"waits_for", {{"what", "locomotive"}, {"at", {{"point", "M"}}}, {"fleet", "D"}}}}}));
}

constexpr const char* kRing = LANDBRIDGE_ROOT "/scenarios/toys/ring.txtpb";

TEST_F(Program, TellsOfCapsOnRings) {
  const Result result = run("run '" + std::string(kRing) + "'");
  EXPECT_EQ(result.code, 0);
  EXPECT_THAT(result.out, HasSubstr("at most 3 trains at a time under way through the ring of A, B, C\n"));
  EXPECT_THAT(result.out, Not(HasSubstr("is ruled out but")));
}

// Without the caps: the points, and of these the one that got a single track.
TEST_F(Program, TellsOfRingsAndOneTrackStations) {
  std::string ring = files::content(kRing);
  ring = std::regex_replace(ring, std::regex(" cap_rings: true"), "");
  write("ring.txtpb", std::regex_replace(ring, std::regex("(id: \"A\".*count:) 2"), "$1 1"));
  const Result result = run("run ring.txtpb");
  EXPECT_EQ(result.code, 1);
  EXPECT_THAT(
      result.out,
      HasSubstr("gridlock of tracks and yards is ruled out but at 3 of 6 points: A, B, C\n"
                "  trains may wait for each other in a circle at A, B, C (see `cap_rings`)\n"
                "  no two trains can meet at A, for want of a second track: leave such points out\n"));
  EXPECT_THAT(result.out, HasSubstr("GRIDLOCK in 1 of 1 replications"));
}

}  // namespace
