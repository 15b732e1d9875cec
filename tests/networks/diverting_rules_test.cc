// Two closures by different rules: trains under way go round because of that of the rule DIVERT, not of the
// other. The toy of re-routing, its ways parting at MID on the way: 34 trains go round from EAST, and by
// DIVERT the one that is between EAST and MID as word of the closure comes (Diverting.AtTheNextStation).
#include <gtest/gtest.h>

#include "tests/networks/trips.h"

namespace networks {
namespace {

// N-W is closed from day 5 to day 15, by that rule; and something else besides.
std::string closed_by(const std::string& rule, const std::string& besides) {
  std::string text = with(text_of("scenarios/toys/rerouting.txtpb"), "id: \"E-N\" from: \"EAST\"",
                          "id: \"E-N\" from: \"MID\"");
  text = with(text, "id: \"E-S\" from: \"EAST\"", "id: \"E-S\" from: \"MID\"");
  text = with(text, "network {\n", R"(network {
  points { id: "MID" country: "AF" gauges_mm: 1520 }
  lines { id: "E-M" from: "EAST" to: "MID" gauge_mm: 1520 length_km: 480 tracks: 2 speed_km_per_day: 1440 }
)");
  text = with(text, "closure {", "rule: " + rule + " closure {");
  return with(text, "disruptions {\n", "disruptions {\n" + besides);
}

std::string closure(const std::string& line, const std::string& from, const std::string& to,
                    const std::string& rule) {
  return "  disruptions { id: \"besides\" from: \"2017-06-" + from + "\" to: \"2017-06-" + to +
         "\" time_zone: \"UTC\" rule: " + rule + " closure { lines: \"" + line +
         "\" } provenance { assumption: true note: \"a test\" } }\n";
}

rail::ReroutedTrains rerouted(const std::string& text) {
  return support::run_text(text).replications[0].rerouted[0];
}

constexpr const char* kLater = "18T00:00";
constexpr const char* kLaterEnd = "18T06:00";

TEST(DivertingRules, HeldByOneClosureWhereAnotherDiverts) {
  for (const char* line : {"E-N", "N-W"}) {
    const std::string text = closed_by("HOLD", closure(line, kLater, kLaterEnd, "DIVERT"));
    EXPECT_EQ(rerouted(text).at_origin, 34) << "new trains go by all waits; " << line;
    EXPECT_EQ(rerouted(text).under_way, 0) << line;
  }
}

TEST(DivertingRules, DivertedByOneClosureWhereAnotherHolds) {
  for (const char* line : {"E-N", "N-W"}) {
    const std::string text = closed_by("DIVERT", closure(line, kLater, kLaterEnd, "HOLD"));
    EXPECT_EQ(rerouted(text).at_origin, 34) << line;
    EXPECT_EQ(rerouted(text).under_way, 1) << line;
  }
}

// Of two closures of one line at a time the one that ends last.
TEST(DivertingRules, ByTheClosureThatEndsLast) {
  EXPECT_EQ(rerouted(closed_by("HOLD", closure("N-W", "06T00:00", "10T00:00", "DIVERT"))).under_way, 0);
  EXPECT_EQ(rerouted(closed_by("DIVERT", closure("N-W", "06T00:00", "10T00:00", "HOLD"))).under_way, 1);
}

// Of two closures on one way, each with a wait longer than the tolerance, the one that diverts is enough.
TEST(DivertingRules, BothOnOneWay) {
  EXPECT_EQ(rerouted(closed_by("HOLD", closure("E-N", "06T00:00", "10T00:00", "DIVERT"))).under_way, 1);
}

}  // namespace
}  // namespace networks
