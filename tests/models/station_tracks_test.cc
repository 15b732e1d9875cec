// Which trains a station admits to its tracks, by hand.
#include "models/station_tracks.h"

#include <gtest/gtest.h>

#include <vector>

#include "models/records.h"

namespace rail {
namespace {

constexpr auto kAnyRoom = [](const TrackRequest&) { return true; };

class StationTracksTest : public testing::Test {
 protected:
  // Tracks of one length each, the shortest first.
  StationTracks make(std::vector<TrackGroupTable> groups, AdmissionRule rule) {
    table_ = {1520, std::move(groups)};
    trains_.reserve(100);
    return {table_, rule};
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
};

TEST_F(StationTracksTest, TheLastTrackIsForTheOtherDirection) {
  StationTracks tracks = make({{8500, 3}}, AdmissionRule::kGuaranteed);
  for (int i = 0; i < 3; ++i) tracks.request(train(Running::kUp));
  EXPECT_TRUE(tracks.admit(kAnyRoom, 0).has_value());
  EXPECT_TRUE(tracks.admit(kAnyRoom, 0).has_value());
  EXPECT_FALSE(tracks.admit(kAnyRoom, 0).has_value());
  EXPECT_TRUE(tracks.has_free_track(tracks.waiting(Running::kUp)[0]));
  EXPECT_FALSE(tracks.may_come(tracks.waiting(Running::kUp)[0]));
  tracks.request(train(Running::kDown));
  EXPECT_EQ(tracks.admit(kAnyRoom, 0)->running, Running::kDown);
}

TEST_F(StationTracksTest, WithRoomOnlyAFreeTrackIsEnough) {
  StationTracks tracks = make({{8500, 3}}, AdmissionRule::kRoomOnly);
  for (int i = 0; i < 4; ++i) tracks.request(train(Running::kUp));
  for (int i = 0; i < 3; ++i) EXPECT_TRUE(tracks.admit(kAnyRoom, 0).has_value());
  EXPECT_FALSE(tracks.admit(kAnyRoom, 0).has_value());
}

TEST_F(StationTracksTest, ASingleTrackIsForWhoComes) {
  StationTracks tracks = make({{8500, 1}}, AdmissionRule::kGuaranteed);
  tracks.request(train(Running::kUp));
  EXPECT_TRUE(tracks.admit(kAnyRoom, 0).has_value());
  tracks.request(train(Running::kDown));
  EXPECT_FALSE(tracks.admit(kAnyRoom, 0).has_value());
}

// One short and two long tracks: of the long ones, one stays for long trains of the other direction.
TEST_F(StationTracksTest, TheShortestTrackThatIsLongEnough) {
  StationTracks tracks = make({{6000, 1}, {9000, 2}}, AdmissionRule::kGuaranteed);
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
  StationTracks tracks = make({{8500, 2}}, AdmissionRule::kGuaranteed);
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
  StationTracks tracks = make({{8500, 3}}, AdmissionRule::kGuaranteed);
  TrackRequest full = train(Running::kUp);
  full.teu = 100;
  tracks.request(full);
  tracks.request(train(Running::kUp));
  const auto has_room = [](const TrackRequest& request) { return request.teu < 50; };
  EXPECT_EQ(tracks.admit(has_room, 0)->teu, 0);
  EXPECT_FALSE(tracks.admit(has_room, 0).has_value());
}

}  // namespace
}  // namespace rail
