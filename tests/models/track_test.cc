// Who enters a line section, and when, by hand.
#include "models/track.h"

#include <gtest/gtest.h>

#include "tests/models/track_requests.h"

namespace rail {
namespace {

// One class of trains; headway in seconds, kOneAtATime for single track without one.
class TrackTest : public testing::Test {
 protected:
  Track make(std::int64_t headway_s, bool single, const OpeningHours* hours = nullptr) {
    tables_.headways = {headway_s};
    table_.line = 0;
    table_.single = single;
    return {tables_, line_, table_, hours, 1'000'000};
  }

  static TrackRequest train(std::uint8_t side, std::int64_t run_s, std::int64_t ready = 0, int priority = 0) {
    return asks_for_section(side, run_s, ready, priority);
  }

  ModelTables tables_;
  LineInput line_;
  TrackTable table_;
};

TEST_F(TrackTest, TrainsOfOneDirectionFollowAtTheHeadway) {
  Track track = make(600, false);
  EXPECT_EQ(track.next_chance(0), std::nullopt);
  track.request(train(0, 1000));
  track.request(train(0, 1000));
  EXPECT_TRUE(track.grant(0).has_value());
  EXPECT_FALSE(track.grant(0).has_value());
  EXPECT_EQ(track.next_chance(0), 600);
  EXPECT_FALSE(track.grant(599).has_value());
  EXPECT_EQ(track.grant(600)->run_seconds, 1000);
  EXPECT_EQ(track.waiting(), 0u);
}

// The slow one leaves at 1000, so the fast one, in at 600, leaves at 1600 at the earliest.
TEST_F(TrackTest, AFastTrainFollowsASlowOneAtTheHeadway) {
  Track track = make(600, false);
  track.request(train(0, 1000));
  track.request(train(0, 500));
  track.grant(0);
  EXPECT_EQ(track.grant(600)->run_seconds, 1000);
}

TEST_F(TrackTest, OnSingleTrackOneTrainAtATimeAndClearing) {
  line_.clearing_s = 120;
  Track track = make(kOneAtATime, true);
  track.request(train(0, 1000));
  track.request(train(1, 1000, 10));
  track.grant(0);
  EXPECT_EQ(track.next_chance(10), 1120);
  EXPECT_FALSE(track.grant(1119).has_value());
  EXPECT_EQ(track.grant(1120)->request.side, 1);
}

TEST_F(TrackTest, TheBetterRequestGoesFirstWhateverItsSide) {
  Track track = make(kOneAtATime, true);
  track.request(train(0, 100, 0, 1));
  track.request(train(0, 100, 5, 0));
  track.request(train(1, 100, 3, 0));
  std::vector<std::int64_t> ready;
  for (const std::int64_t time : {10, 110, 210}) ready.push_back(track.grant(time)->request.ready);
  EXPECT_EQ(ready, (std::vector<std::int64_t>{3, 5, 0}));
}

TEST_F(TrackTest, ATrainThatIsNotReadyHoldsNobodyUp) {
  Track track = make(600, false);
  track.request(train(0, 100, 50, 0));
  track.request(train(0, 100, 0, 3));
  EXPECT_EQ(track.grant(0)->request.ready, 0);
  EXPECT_EQ(track.next_chance(0), 50) << "nobody is ready before";
  EXPECT_EQ(track.next_chance(50), 600);
}

// 24 paths a day are one an hour. Both trains of side 0 wait for nothing else.
TEST_F(TrackTest, APathAnHourLetsTheOtherSideGoMeanwhile) {
  table_.paths_per_day = {24, 0};
  table_.accepts = {true, true};
  Track track = make(kOneAtATime, true);
  track.request(train(0, 100, 0));
  track.request(train(0, 100, 0));
  track.request(train(1, 100, 1));
  EXPECT_EQ(track.grant(1)->path_wait, 0);
  EXPECT_EQ(track.grant(101)->request.side, 1);
  EXPECT_EQ(track.next_chance(101), 3601);
  EXPECT_EQ(track.grant(3601)->path_wait, 3601);
}

TEST_F(TrackTest, FleetingByTwosTakesTurns) {
  line_.fleeting = 2;
  Track track = make(60, true);
  for (int i = 0; i < 3; ++i) track.request(train(0, 100));
  for (int i = 0; i < 2; ++i) track.request(train(1, 100));
  std::vector<int> sides;
  for (std::int64_t time = 0; track.waiting() > 0; ++time) {
    while (const auto granted = track.grant(time)) sides.push_back(granted->request.side);
  }
  EXPECT_EQ(sides, (std::vector<int>{0, 0, 1, 1, 0}));
}

TEST_F(TrackTest, NobodyEntersWhoCouldNotLeaveBeforeAPossession) {
  const OpeningHours hours({{0, 1000}, {5000, 100'000}});
  Track track = make(600, false, &hours);
  track.request(train(0, 700));
  track.request(train(0, 300));
  track.grant(0);
  EXPECT_FALSE(track.grant(600).has_value()) << "it would leave behind the first one, at 1300";
  EXPECT_EQ(track.next_chance(600), 5000);
  EXPECT_EQ(track.grant(5000)->run_seconds, 300);
}

TEST_F(TrackTest, NoMoreTrainsThanThereIsRoomFor) {
  table_.room = 2;
  Track track = make(60, false);
  for (int i = 0; i < 3; ++i) track.request(train(0, 100));
  EXPECT_TRUE(track.grant(0).has_value());
  EXPECT_TRUE(track.grant(60).has_value());
  EXPECT_FALSE(track.grant(120).has_value());
  EXPECT_EQ(track.next_chance(120), std::nullopt) << "news of room will come";
  track.return_room(0, kNone, 130);
  EXPECT_TRUE(track.grant(130).has_value());
}

// Full from 60 s on; who asks at 100 s waits for the headway of 60 s first. The train that leaves at 1000 s
// has waited 700 s for a yard: so much of the wait for room is the yard's. The next one waits 500 s, of which
// the yard had 100.
TEST_F(TrackTest, AWaitForRoomIsTheYardsThatTheFirstTrainWaitedFor) {
  table_.room = 2;
  Track track = make(60, false);
  const auto ask_at = [&](std::int64_t time) {
    TrackRequest request = train(0, 100);
    request.ready = time;
    track.request(request);
  };
  ask_at(0);
  ask_at(60);
  EXPECT_EQ(track.grant(0)->yard_wait, 0);
  EXPECT_EQ(track.grant(60)->yard_wait, 0);
  ask_at(100);
  EXPECT_FALSE(track.grant(120).has_value());
  track.return_room(700, 3, 1000);
  const TrackGrant granted = *track.grant(1000);
  EXPECT_EQ(granted.yard_wait, 700);
  EXPECT_EQ(granted.room_wait, 900);
  EXPECT_EQ(granted.terminal, 3U);
  ask_at(1000);
  track.return_room(800, 3, 1500);
  const TrackGrant last = *track.grant(1500);
  EXPECT_EQ(last.yard_wait, 100);
  EXPECT_EQ(last.room_wait, 500);
}

}  // namespace
}  // namespace rail
