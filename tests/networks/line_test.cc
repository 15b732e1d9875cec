// Lines: meets, headways, paths. Each network is drawn at the head of its scenario file.
#include <gtest/gtest.h>

#include <regex>
#include <string>

#include "models/replication.h"
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

// West stands at P from 0:30 to 0:43; east runs through at 0:40.
TEST(Line, PassingsAreRecordedWhereAskedFor) {
  const support::Runs runs = support::run("tests/networks/meet.txtpb", 1, true);
  EXPECT_TRUE(runs.replications[0].passings.empty());
  rail::ReplicationOptions options;
  options.record_passings = true;
  const rail::Observations seen = rail::run_replication(*runs.model, options);
  ASSERT_EQ(seen.passings.size(), 2U);
  const rail::TrainPassing& east = seen.passings[0];
  const rail::TrainPassing& west = seen.passings[1];
  EXPECT_EQ(east.arrived, 40 * kMinute);
  EXPECT_EQ(east.departed, 40 * kMinute);
  EXPECT_EQ(west.arrived, 30 * kMinute);
  EXPECT_EQ(west.departed, 43 * kMinute);
  for (const rail::TrainPassing& one : seen.passings) {
    EXPECT_EQ(one.line, 0U);
    EXPECT_EQ(one.place, 1U);
  }
  EXPECT_NE(east.train, west.train);
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

// Who formed the train that comes to B at 2:30.
std::string second_at_b(const support::Runs& runs) {
  for (const rail::TrainStop& stop : runs.replications[0].train_stops) {
    if (stop.point == 2 && stop.arrived == 150 * kMinute) return runs.model->formed_by(stop.pool);
  }
  return "nobody";
}

TEST(Line, OvertakingNeedsAStation) {
  const support::Runs runs = support::run("tests/networks/overtaking.txtpb", 1, true);
  EXPECT_EQ(arrivals(runs, "Q"), (Times{60 * kMinute, 61 * kMinute, 62 * kMinute}));
  EXPECT_EQ(departures(runs, "Q"), (Times{60 * kMinute, 90 * kMinute, 120 * kMinute}));
  // The express keeps 30 min behind the first freight train, which takes until 2:00; the second comes at
  // 3:00.
  EXPECT_EQ(arrivals(runs, "B"), (Times{120 * kMinute, 150 * kMinute, 180 * kMinute}));
  EXPECT_EQ(second_at_b(runs), "express");
}

// The freight train has waited a minute longer, which makes up for three steps of priority if 20 s make up
// for one.
TEST(Line, WhoHasWaitedLongEnoughIsNotOvertaken) {
  const std::string text = text_of("tests/networks/overtaking.txtpb");
  const auto with_ageing = [&](int seconds) {
    return std::regex_replace(text, std::regex("station_tracks: BINDING"),
                              "station_tracks: BINDING ageing { seconds: " + std::to_string(seconds) + " }");
  };
  EXPECT_EQ(second_at_b(support::run_text(with_ageing(21), 1, true)), "express");
  EXPECT_EQ(second_at_b(support::run_text(with_ageing(19), 1, true)), "freight");
}

// 1 is at Q at 2:00, 2 at 5:00 and so on every 3 h. With 7 there are five on the line; 3 goes in at 8:00,
// which is known at A 10 min after: 8 leaves then, and 9 three hours later.
TEST(Line, AFullStationHoldsTrainsBackToTheirOrigin) {
  const support::Runs runs = support::run("tests/networks/approach.txtpb", 1, true);
  const Times out = departures(runs, "A");
  ASSERT_EQ(out.size(), 9u);
  EXPECT_EQ(Times(out.begin(), out.begin() + 7),
            (Times{0, kHour, 2 * kHour, 3 * kHour, 4 * kHour, 5 * kHour, 6 * kHour}));
  // One tick between the departure of one and the arrival of the next.
  EXPECT_NEAR(static_cast<double>(out[7]), 490.0 * kMinute, 3);
  EXPECT_NEAR(static_cast<double>(out[8]), 670.0 * kMinute, 4);
  const Times in = arrivals(runs, "Q");
  ASSERT_EQ(in.size(), 9u);
  for (std::size_t i = 0; i < in.size(); ++i)
    EXPECT_NEAR(static_cast<double>(in[i]),
                static_cast<double>(2 * kHour + static_cast<std::int64_t>(i) * 3 * kHour), 9);
  EXPECT_GT(runs.replications[0].points[1].track_wait.seconds, 0);
}

// A double track that could be fed more than it takes, into a station with tracks to spare: 144 trains a day
// at a headway of 10 min, however late its entrance hears that there is room.
class DoubleTrack : public testing::TestWithParam<std::pair<int, int>> {};

TEST_P(DoubleTrack, ANoticeUpToTheRunCostsNoCapacity) {
  const auto [notice_s, run_km] = GetParam();
  std::string text = text_of("tests/networks/double_track.txtpb");
  text.replace(text.find("seconds: 1234"), 13, "seconds: " + std::to_string(notice_s));
  text.replace(text.find("length_km: 120"), 14, "length_km: " + std::to_string(run_km));
  const support::Runs runs = support::run_text(text, 1, true);
  const Times out = departures(runs, "A");
  const auto in_days_2_to_11 = std::count_if(
      out.begin(), out.end(), [](std::int64_t time) { return time >= 24 * kHour && time < 11 * 24 * kHour; });
  EXPECT_EQ(in_days_2_to_11, 1440);
}

INSTANTIATE_TEST_SUITE_P(By, DoubleTrack,
                         testing::Values(std::pair{0, 120}, std::pair{300, 120}, std::pair{600, 120},
                                         std::pair{1800, 120}, std::pair{3600, 120}, std::pair{3600, 40},
                                         std::pair{1750, 43}));

}  // namespace
}  // namespace networks
