// Lines that only so many trains may be on their way to; the network is drawn in
// scenarios/toys/loading_limit.txtpb.
#include <gtest/gtest.h>

#include <regex>
#include <string>

#include "models/observations.h"
#include "tests/networks/trips.h"

namespace networks {
namespace {

constexpr const char* kToy = "scenarios/toys/loading_limit.txtpb";

Times minutes(Times times) {
  for (std::int64_t& time : times) time *= kMinute;
  return times;
}

support::Runs with(const std::string& what, const std::string& instead) {
  return support::run_text(std::regex_replace(text_of(kToy), std::regex(what), instead), 1, true);
}

TEST(LoadingLimit, TrainsAreLoadedAsOthersEnterTheLine) {
  const support::Runs runs = support::run(kToy, 1, true);
  EXPECT_EQ(departures(runs, "A"), minutes({20, 30, 390, 750, 1110}));
  EXPECT_EQ(departures(runs, "P"), minutes({20, 380, 740, 1100, 1460, 1820}));
  EXPECT_EQ(arrivals(runs, "B"), minutes({80, 440, 800, 1160, 1520, 1880}));
}

// Also of the one at P, whose permit has no way to go but takes as long. Those of A are made a second apart.
TEST(LoadingLimit, TheWaitIsForThePathOfALineFurtherOn) {
  const support::Runs runs = support::run(kToy, 1, true);
  const rail::Observations& seen = runs.replications[0];
  const rail::WaitSum& at_a = seen.points[point_named(runs, "A")].loading_wait;
  EXPECT_EQ(at_a.seconds, (20 + 30 + 390 + 750 + 1110) * kMinute - (1 + 2 + 3 + 4));
  EXPECT_EQ(at_a.visits, 5);
  EXPECT_EQ(seen.points[point_named(runs, "P")].loading_wait.seconds, 20 * kMinute);
  std::int64_t path = 0;
  for (const rail::TrainStop& stop : seen.train_stops)
    path += stop.wait[static_cast<std::size_t>(rail::Cause::kPath)];
  EXPECT_EQ(path, (at_a.seconds + 20 * kMinute) + seen.lines[0][1].path_wait.seconds);
}

// Two notices later than without, and as often.
TEST(LoadingLimit, CostsTheLineNothing) {
  const support::Runs runs = with("loading_limit_towards_to: 2", "");
  EXPECT_EQ(departures(runs, "A"), minutes({0, 10, 20, 30, 40}));
  Times without = arrivals(runs, "B");
  for (std::int64_t& time : without) time += 20 * kMinute;
  EXPECT_EQ(arrivals(support::run(kToy, 1, true), "B"), without);
}

// One train at a time: A's first, then P's, which asked before A's second.
TEST(LoadingLimit, OfOneTrain) {
  const support::Runs runs = with("loading_limit_towards_to: 2", "loading_limit_towards_to: 1");
  EXPECT_EQ(departures(runs, "A"), minutes({20, 450, 810, 1170, 1530}));
}

// A answers for A-P, one train at a time, and only then P is asked, from where its own train has gone at
// 0:20. Two of A have leave of both when P-B takes its next train at 6:20; from then on one more each time.
TEST(LoadingLimit, OfTwoLinesOneAfterTheOther) {
  const support::Runs runs = with("headway \\{ seconds: 600 \\} \\}", "loading_limit_towards_to: 1 }");
  EXPECT_EQ(departures(runs, "A"), minutes({40, 70, 390, 750, 1110}));
}

TEST(LoadingLimit, OfTheOtherWayHoldsNobody) {
  const support::Runs runs = with("loading_limit_towards_to: 2", "loading_limit_towards_from: 2");
  EXPECT_EQ(departures(runs, "A"), minutes({0, 10, 20, 30, 40}));
}

}  // namespace
}  // namespace networks
