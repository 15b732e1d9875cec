// Lines: meets, headways, paths. Each network is drawn at the head of its scenario file.
#include <gtest/gtest.h>

#include "tests/networks/trips.h"

namespace networks {
namespace {

// West is at P at 0:30, east enters P-B at 0:10 and leaves it at 0:40; 3 min later west may enter.
TEST(Line, TrainsMeetAtAPassingPlace) {
  const support::Runs runs = support::run("tests/networks/meet.txtpb", 1, true);
  EXPECT_EQ(arrivals(runs, "B"), Times{73 * kMinute});
  EXPECT_EQ(arrivals(runs, "A"), Times{70 * kMinute});
  const rail::Observations& seen = runs.replications[0];
  EXPECT_EQ(seen.lines[0][0].wait.seconds, 13 * kMinute);
  EXPECT_EQ(seen.lines[1][0].wait.seconds, 0);
  // Two sections, each blocked twice for 30 + 3 min.
  EXPECT_EQ(seen.lines[0][0].occupied_seconds, 4 * 33 * kMinute);
}

TEST(Line, FastTrainFollowsSlowOneAtTheHeadway) {
  const support::Runs runs = support::run("tests/networks/slow_ahead.txtpb", 1, true);
  EXPECT_EQ(departures(runs, "A"), (Times{0, 10 * kMinute}));
  EXPECT_EQ(arrivals(runs, "B"), (Times{120 * kMinute, 130 * kMinute}));
  // 5 min until the headway has passed, 60 min behind the slow train.
  EXPECT_EQ(runs.replications[0].lines[0][0].wait.seconds, 65 * kMinute);
}

TEST(Line, HeadwaysByPairOfClasses) {
  const support::Runs runs = support::run("tests/networks/class_headways.txtpb", 1, true);
  EXPECT_EQ(departures(runs, "A"), (Times{0, 6 * kMinute, 10 * kMinute, 24 * kMinute}));
  EXPECT_EQ(arrivals(runs, "B"), (Times{60 * kMinute, 66 * kMinute, 130 * kMinute, 144 * kMinute}));
}

TEST(Line, TrainsWaitForTheNextPath) {
  const support::Runs runs = support::run("tests/networks/paths.txtpb", 1, true);
  EXPECT_EQ(departures(runs, "A"), (Times{10 * kMinute, 70 * kMinute, 130 * kMinute}));
  EXPECT_EQ(runs.replications[0].lines[0][0].path_wait.seconds, (0 + 50 + 100) * kMinute);
  EXPECT_EQ(runs.replications[0].lines[0][0].wait.seconds, 0);
}

// Midnight at B was 18:00 UTC in 1970. At 12:00 and 14:00 two go; that of 16:00 waits until 18:00, where that
// of 18:00 follows at the headway; those of 20:00 and 22:00 wait for the next midnight, and the last one for
// the day after.
TEST(Line, TheRailwayBeyondTakesSoManyADay) {
  const support::Runs runs = support::run("scenarios/toys/quota.txtpb", 1, true);
  EXPECT_EQ(departures(runs, "A"), (Times{12 * kHour, 14 * kHour, 18 * kHour, 18 * kHour + 10 * kMinute,
                                          42 * kHour, 42 * kHour + 10 * kMinute, 66 * kHour}));
  EXPECT_EQ(departures(runs, "B"), (Times{0, 10 * kMinute, 20 * kMinute})) << "no quota that way";
  const rail::LineObservation& west = runs.replications[0].lines[0][0];
  EXPECT_EQ(west.path_wait.visits_waiting, 4);
  EXPECT_EQ(west.path_wait.seconds, (2 + 22 + 20 + 42) * kHour);
  EXPECT_EQ(west.wait.seconds, 2 * 10 * kMinute) << "headways behind the first train of a day";
}

TEST(Line, DirectionsTakeTurnsAfterTwoTrains) {
  const support::Runs runs = support::run("tests/networks/fleeting.txtpb", 1, true);
  Times west = departures(runs, "A"), east = departures(runs, "B");
  ASSERT_EQ(west.size(), 4u);
  ASSERT_EQ(east.size(), 4u);
  EXPECT_EQ(west, (Times{0, 10 * kMinute, 80 * kMinute, 90 * kMinute}));
  EXPECT_EQ(east, (Times{40 * kMinute, 50 * kMinute, 120 * kMinute, 130 * kMinute}));
}

TEST(Line, OvertakingNeedsAStation) {
  const support::Runs runs = support::run("tests/networks/overtaking.txtpb", 1, true);
  EXPECT_EQ(arrivals(runs, "Q"), (Times{60 * kMinute, 61 * kMinute, 62 * kMinute}));
  EXPECT_EQ(departures(runs, "Q"), (Times{60 * kMinute, 90 * kMinute, 120 * kMinute}));
  // The express keeps 30 min behind the first freight train, which takes until 2:00; the second comes at
  // 3:00.
  EXPECT_EQ(arrivals(runs, "B"), (Times{120 * kMinute, 150 * kMinute, 180 * kMinute}));
  const std::vector<rail::TrainStop>& stops = runs.replications[0].train_stops;
  const auto at_b = std::find_if(stops.begin(), stops.end(), [](const rail::TrainStop& stop) {
    return stop.point == 2 && stop.arrived == 150 * kMinute;
  });
  ASSERT_NE(at_b, stops.end());
  EXPECT_EQ(runs.model->formed_by(at_b->pool), "express");
}

// Trains 1 to 4 fill the line; 1 is at Q at 2:00, 2 at 5:00 and so on every 3 h. Room on the line is known at
// A 10 min after: train 6 leaves at 5:10 at the earliest, train 7 at 8:10.
TEST(Line, AFullStationHoldsTrainsBackToTheirOrigin) {
  const support::Runs runs = support::run("tests/networks/approach.txtpb", 1, true);
  EXPECT_EQ(departures(runs, "A"),
            (Times{0, 30 * kMinute, kHour, 90 * kMinute, 130 * kMinute, 310 * kMinute, 490 * kMinute}));
  const Times in = arrivals(runs, "Q");
  ASSERT_EQ(in.size(), 7u);
  // One tick between the departure of one and the arrival of the next.
  for (std::size_t i = 0; i < in.size(); ++i)
    EXPECT_NEAR(static_cast<double>(in[i]),
                static_cast<double>(2 * kHour + static_cast<std::int64_t>(i) * 3 * kHour), 7);
  EXPECT_GT(runs.replications[0].points[1].track_wait.seconds, 0);
}

}  // namespace
}  // namespace networks
