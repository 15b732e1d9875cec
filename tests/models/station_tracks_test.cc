// Which trains a station admits to its tracks, by hand.
#include "models/station_tracks.h"

#include <gtest/gtest.h>

#include <vector>

#include "models/records.h"
#include "models/track_shares.h"

namespace rail {
namespace {

constexpr auto kAnyRoom = [](const TrackRequest&) { return true; };

class StationTracksTest : public testing::Test {
 protected:
  // Tracks by length, the shortest first. `longest_dm`: of the trains that come, up and down.
  StationTracks shared(std::vector<TrackGroupTable> groups, LongestTrains longest_dm = {8000, 8000}) {
    table_ = {1520, std::move(groups)};
    leaves_room_ = share_tracks(table_, longest_dm);
    trains_.reserve(100);
    return StationTracks(table_);
  }
  StationTracks room_only(std::vector<TrackGroupTable> groups) {
    table_ = {1520, std::move(groups)};
    trains_.reserve(100);
    return StationTracks(table_);
  }

  int admitted(StationTracks& tracks, Running running, int ask, std::int32_t length_dm = 8000) {
    for (int i = 0; i < ask; ++i) tracks.request(train(running, length_dm));
    int count = 0;
    while (tracks.admit(kAnyRoom, 0)) ++count;
    return count;
  }

  TrackRequest train(Running running, std::int32_t length_dm = 8000, int priority = 0,
                     std::int64_t ready = 0) {
    trains_.emplace_back();
    TrackRequest request;
    request.train = &trains_.back();
    request.running = running;
    request.length_dm = length_dm;
    request.ready = ready;
    request.precedence = precedence_of(priority, ready, -1);
    return request;
  }

  StationTracksTable table_;
  std::vector<Train> trains_;
  bool leaves_room_ = false;
};

// One of three tracks is left to the other way, whoever turns: of two that hold tracks as trains that run up,
// one may run down from there, and the other one only once that has left.
TEST_F(StationTracksTest, AHolderTurnsIfTheOtherWayHasNotItsShare) {
  StationTracks tracks = shared({{8500, 3}});
  ASSERT_EQ(admitted(tracks, Running::kUp, 2), 2);
  ASSERT_EQ(admitted(tracks, Running::kDown, 1), 1);
  EXPECT_TRUE(tracks.may_turn(0, Running::kUp));
  tracks.turn(&trains_[0], 0, Running::kUp, 0);
  EXPECT_FALSE(tracks.may_turn(0, Running::kUp));
  tracks.leaves_at(&trains_[0], 100);
  EXPECT_FALSE(tracks.may_turn(0, Running::kUp)) << "what is known to leave has not left";
  tracks.release(&trains_[0], 0, Running::kDown, 100);
  EXPECT_TRUE(tracks.may_turn(0, Running::kUp));
  EXPECT_TRUE(tracks.within_capacity());
}

// Of the two long tracks of three one is for each way; of all three two are for either.
TEST_F(StationTracksTest, AHolderOfALongTrackTurnsByTheShareOfThese) {
  StationTracks tracks = shared({{8500, 1}, {10500, 2}}, {10000, 10000});
  tracks.request(train(Running::kDown, 10000));
  ASSERT_TRUE(tracks.admit(kAnyRoom, 0).has_value());
  tracks.request(train(Running::kUp, 10000));
  ASSERT_EQ(tracks.admit(kAnyRoom, 0)->track_group, 1);
  EXPECT_FALSE(tracks.may_turn(1, Running::kUp));
  tracks.request(train(Running::kUp));
  ASSERT_EQ(tracks.admit(kAnyRoom, 0)->track_group, 0);
  EXPECT_TRUE(tracks.may_turn(0, Running::kUp));
}

TEST_F(StationTracksTest, TheLastTrackIsForTheOtherDirection) {
  StationTracks tracks = shared({{8500, 3}});
  for (int i = 0; i < 3; ++i) tracks.request(train(Running::kUp));
  EXPECT_TRUE(tracks.admit(kAnyRoom, 0).has_value());
  EXPECT_TRUE(tracks.admit(kAnyRoom, 0).has_value());
  EXPECT_FALSE(tracks.admit(kAnyRoom, 0).has_value());
  EXPECT_TRUE(tracks.has_free_track(tracks.waiting(Running::kUp)[0]));
  EXPECT_EQ(tracks.in_the_way_of(tracks.waiting(Running::kUp)[0]).size(), 2U);
  tracks.request(train(Running::kDown));
  EXPECT_EQ(tracks.admit(kAnyRoom, 0)->running, Running::kDown);
}

// Its holder leaves at 1000 s; whoever gets the track enters the section behind 60 s after that, or when it
// is ready.
TEST_F(StationTracksTest, ATrackIsGivenOnToATrainThatComesAfterItIsLeft) {
  StationTracks tracks = room_only({{8500, 1}});
  const TrackRequest first = train(Running::kUp), second = train(Running::kDown);
  tracks.request(first);
  ASSERT_TRUE(tracks.admit(kAnyRoom, 0).has_value());
  tracks.leaves_at(first.train, 1000);
  tracks.request(second);
  EXPECT_FALSE(tracks.admit(kAnyRoom, 999).has_value()) << "it needs no time to enter";
  TrackRequest third = train(Running::kUp);
  third.lead_s = 60;
  tracks.request(third);
  EXPECT_EQ(tracks.next_given_on(0, 60), 1000 - 2 * 60);
  EXPECT_EQ(tracks.next_given_on(900, 60), 1000 - 60);
  EXPECT_FALSE(tracks.admit(kAnyRoom, 939).has_value());
  EXPECT_EQ(tracks.admit(kAnyRoom, 940)->train, third.train);
  EXPECT_FALSE(tracks.admit(kAnyRoom, 950).has_value()) << "given on once";
  EXPECT_EQ(tracks.held().level(), 1);
  tracks.release(first.train, 0, Running::kUp, 1000);
  EXPECT_EQ(tracks.held().level(), 1);
  EXPECT_FALSE(tracks.admit(kAnyRoom, 1000).has_value());
  tracks.release(third.train, 0, Running::kUp, 5000);
  EXPECT_EQ(tracks.admit(kAnyRoom, 5000)->train, second.train);
  EXPECT_TRUE(tracks.within_capacity());
}

// Then a track may have been given on that was not free.
TEST_F(StationTracksTest, ATrainThatLeavesAtAnotherTimeThanWasKnownIsNoticed) {
  StationTracks tracks = room_only({{8500, 1}});
  const TrackRequest first = train(Running::kUp);
  tracks.request(first);
  ASSERT_TRUE(tracks.admit(kAnyRoom, 0).has_value());
  tracks.leaves_at(first.train, 1000);
  tracks.release(first.train, 0, Running::kUp, 1001);
  EXPECT_FALSE(tracks.within_capacity());
}

TEST_F(StationTracksTest, WithRoomOnlyAFreeTrackIsEnough) {
  StationTracks tracks = room_only({{8500, 3}});
  for (int i = 0; i < 4; ++i) tracks.request(train(Running::kUp));
  for (int i = 0; i < 3; ++i) EXPECT_TRUE(tracks.admit(kAnyRoom, 0).has_value());
  EXPECT_FALSE(tracks.admit(kAnyRoom, 0).has_value());
}

TEST_F(StationTracksTest, ASingleTrackIsForWhoComes) {
  StationTracks tracks = shared({{8500, 1}});
  tracks.request(train(Running::kUp));
  EXPECT_TRUE(tracks.admit(kAnyRoom, 0).has_value());
  tracks.request(train(Running::kDown));
  EXPECT_FALSE(tracks.admit(kAnyRoom, 0).has_value());
}

// One short and two long tracks: of the long ones, one stays for long trains of the other direction.
TEST_F(StationTracksTest, TheShortestTrackThatIsLongEnough) {
  StationTracks tracks = shared({{6000, 1}, {9000, 2}});
  tracks.request(train(Running::kUp, 5000));
  EXPECT_EQ(tracks.admit(kAnyRoom, 0)->track_group, 0);
  tracks.request(train(Running::kUp, 5000));
  EXPECT_EQ(tracks.admit(kAnyRoom, 0)->track_group, 1);
  tracks.request(train(Running::kUp, 8000));
  EXPECT_FALSE(tracks.admit(kAnyRoom, 0).has_value());
  tracks.request(train(Running::kDown, 8000));
  EXPECT_EQ(tracks.admit(kAnyRoom, 0)->track_group, 1);
  tracks.request(train(Running::kDown, 9001));
  EXPECT_FALSE(tracks.admit(kAnyRoom, 0).has_value()) << "longer than any";
}

TEST_F(StationTracksTest, AReleasedTrackIsGivenToTheBestRequest) {
  StationTracks tracks = shared({{8500, 2}});
  tracks.request(train(Running::kUp));
  const TrackRequest holder = *tracks.admit(kAnyRoom, 5);
  tracks.request(train(Running::kUp, 8000, 2, 10));
  tracks.request(train(Running::kUp, 8000, 1, 20));
  EXPECT_FALSE(tracks.admit(kAnyRoom, 20).has_value());
  tracks.release(holder.train, holder.track_group, Running::kUp, 105);
  EXPECT_EQ(tracks.admit(kAnyRoom, 105)->ready, 20) << "priority 1 before priority 2";
  EXPECT_EQ(tracks.waiting(Running::kUp).size(), 1u);
  EXPECT_EQ(tracks.held().level(), 1);
  EXPECT_EQ(tracks.held().sum_until(205), 200) << "one track for 100 s, and another one for 100 s";
  EXPECT_TRUE(tracks.within_capacity());
}

TEST_F(StationTracksTest, WhoeverTheYardHasNoRoomForIsPassedOver) {
  StationTracks tracks = shared({{8500, 3}});
  TrackRequest full = train(Running::kUp);
  full.teu = 100;
  tracks.request(full);
  tracks.request(train(Running::kUp));
  const auto has_room = [](const TrackRequest& request) { return request.teu < 50; };
  EXPECT_EQ(tracks.admit(has_room, 0)->teu, 0);
  EXPECT_FALSE(tracks.admit(has_room, 0).has_value());
}

// Brest and Malaszewicze faced each other with eleven tracks of twelve: one train at a time got through.
TEST_F(StationTracksTest, EachWayHasHalfTheTracks) {
  StationTracks tracks = shared({{8500, 12}});
  EXPECT_TRUE(leaves_room_);
  EXPECT_EQ(admitted(tracks, Running::kUp, 12), 6);
  EXPECT_EQ(admitted(tracks, Running::kDown, 12), 6);
  StationTracks odd = shared({{8500, 5}});
  EXPECT_EQ(admitted(odd, Running::kUp, 5), 3);
  EXPECT_EQ(admitted(odd, Running::kDown, 5), 2);
}

TEST_F(StationTracksTest, AllAreForOneWayIfNoTrainComesTheOther) {
  StationTracks tracks = shared({{8500, 12}}, {8000, -1});
  EXPECT_TRUE(leaves_room_);
  EXPECT_EQ(admitted(tracks, Running::kUp, 13), 12);
}

// Short trains both ways, long ones only up: these need the one long track, and nobody else stands there.
TEST_F(StationTracksTest, ASingleLongTrackIsKeptForLongTrains) {
  StationTracks tracks = shared({{6000, 2}, {10500, 1}}, {10000, 5000});
  EXPECT_TRUE(leaves_room_);
  EXPECT_EQ(admitted(tracks, Running::kUp, 3, 5000), 1);
  EXPECT_EQ(admitted(tracks, Running::kDown, 3, 5000), 1);
  EXPECT_EQ(admitted(tracks, Running::kUp, 2, 10000), 1);
}

TEST_F(StationTracksTest, ASingleTrackThatBothWaysNeedIsToldOf) {
  shared({{6000, 2}, {10500, 1}}, {10000, 10000});
  EXPECT_FALSE(leaves_room_);
  shared({{6000, 2}, {10500, 1}}, {5000, 5000});
  EXPECT_TRUE(leaves_room_) << "nobody needs it";
  shared({{10500, 1}}, {5000, 5000});
  EXPECT_FALSE(leaves_room_);
  shared({{10500, 1}}, {5000, -1});
  EXPECT_TRUE(leaves_room_);
  shared({{6000, 1}, {10500, 1}}, {10000, 5000});
  EXPECT_FALSE(leaves_room_) << "both ways need the short one";
}

constexpr auto kAllStay = [](const Train*) { return true; };

// A long train waits for the one long track; short ones that come and go beside it are in nobody's way.
TEST_F(StationTracksTest, ShortTracksAreNotInTheWayOfALongTrain) {
  StationTracks tracks = shared({{6000, 2}, {10500, 1}}, {10000, 10000});
  const TrackRequest holder = train(Running::kDown, 10000), waits = train(Running::kUp, 10000);
  tracks.request(holder);
  ASSERT_TRUE(tracks.admit(kAnyRoom, 0).has_value());
  ASSERT_EQ(admitted(tracks, Running::kUp, 1, 5000), 1);
  EXPECT_EQ(tracks.in_the_way_of(waits), (std::vector<const Train*>{holder.train}));
  const StationTracks left = tracks.left_to([&](const Train* one) { return one == holder.train; });
  EXPECT_EQ(left.in_the_way_of(waits), (std::vector<const Train*>{holder.train}));
  const StationTracks others = tracks.left_to([&](const Train* one) { return one != holder.train; });
  EXPECT_TRUE(others.in_the_way_of(waits).empty());
}

// Up has its share of the two long tracks, and the short one is taken: either may free a track for a short
// train, and the short one does even if the long train stays for ever.
TEST_F(StationTracksTest, WhoeverHoldsAShortTrackIsInTheWayToo) {
  StationTracks tracks = shared({{6000, 1}, {10500, 2}}, {10000, 10000});
  const TrackRequest down = train(Running::kDown, 5000), up = train(Running::kUp, 10000);
  for (const TrackRequest& one : {down, up}) {
    tracks.request(one);
    ASSERT_TRUE(tracks.admit(kAnyRoom, 0).has_value());
  }
  const TrackRequest waits = train(Running::kUp, 5000);
  EXPECT_TRUE(tracks.has_free_track(waits));
  EXPECT_EQ(tracks.in_the_way_of(waits), (std::vector<const Train*>{up.train, down.train}));
  const StationTracks left = tracks.left_to([&](const Train* one) { return one == up.train; });
  EXPECT_TRUE(left.in_the_way_of(waits).empty());
}

TEST_F(StationTracksTest, WhoIsKnownToLeaveStaysInNobodysWay) {
  StationTracks tracks = room_only({{8500, 1}});
  const TrackRequest first = train(Running::kUp);
  tracks.request(first);
  ASSERT_TRUE(tracks.admit(kAnyRoom, 0).has_value());
  EXPECT_EQ(tracks.left_to(kAllStay).in_the_way_of(train(Running::kDown)).size(), 1U);
  tracks.leaves_at(first.train, 1000);
  EXPECT_TRUE(tracks.left_to(kAllStay).in_the_way_of(train(Running::kDown)).empty());
}

// Three have waited for long at the end of line 7, and one comes over line 8: it goes second.
TEST_F(StationTracksTest, LinesTakeTurns) {
  StationTracks tracks = room_only({{8500, 1}});
  for (const std::int64_t ready : {0, 1, 2}) {
    TrackRequest one = train(Running::kUp, 8000, 0, ready);
    one.track = 7;
    tracks.request(one);
  }
  const TrackRequest first = *tracks.admit(kAnyRoom, 100);
  TrackRequest other = train(Running::kUp, 8000, 0, 50);
  other.track = 8;
  tracks.request(other);
  tracks.release(first.train, first.track_group, Running::kUp, 200);
  const TrackRequest second = *tracks.admit(kAnyRoom, 200);
  EXPECT_EQ(second.track, 8u);
  tracks.release(second.train, second.track_group, Running::kUp, 300);
  EXPECT_EQ(tracks.admit(kAnyRoom, 300)->ready, 1) << "of one line the one that has waited longest";
}

// A freight train, one step of priority behind and 1000 s of ageing, has come over line 7 at 0 s, and express
// trains of that line behind it. It waits for those that came less than 1000 s later, however lately one of
// them came in, and goes before the others.
TEST_F(StationTracksTest, AgeingCountsTheWholeWaitWithinALine) {
  StationTracks tracks = room_only({{8500, 1}});
  const auto come = [&](int priority, std::int64_t ready) {
    TrackRequest one = train(Running::kUp, 8000, priority, ready);
    one.precedence = precedence_of(priority, ready, 1000);
    one.track = 7;
    tracks.request(one);
  };
  come(1, 0);
  for (const std::int64_t ready : {500, 900, 1100, 1200}) come(0, ready);
  std::vector<std::int64_t> order;
  for (std::int64_t now = 2000; now < 7000; now += 1000) {
    const TrackRequest in = *tracks.admit(kAnyRoom, now);
    order.push_back(in.ready);
    tracks.release(in.train, in.track_group, Running::kUp, now + 500);
  }
  EXPECT_EQ(order, (std::vector<std::int64_t>{500, 900, 0, 1100, 1200}));
}

// Of 100 TEU half are for each way; more where the trains of one way need more.
TEST(YardShares, LeaveRoomForATrainOfTheOtherWay) {
  TerminalInfo yard;
  yard.yard_teu = 100;
  EXPECT_TRUE(share_yard(yard, {40, 40}));
  EXPECT_EQ(yard.most_teu, (std::array<std::int64_t, 2>{50, 50}));
  EXPECT_TRUE(share_yard(yard, {60, 40}));
  EXPECT_EQ(yard.most_teu, (std::array<std::int64_t, 2>{60, 40}));
  EXPECT_FALSE(share_yard(yard, {60, 41}));
}

}  // namespace
}  // namespace rail
