// Requests and grants that take their time (Dispatching.notice): what they must not cost, and what they do.
#include <gtest/gtest.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "models/replication.h"
#include "tests/networks/trips.h"

namespace networks {
namespace {

using rail::ModelInput;

rail::PointInput point(const std::string& id, int tracks) {
  rail::PointInput point;
  point.id = point.name = id;
  if (tracks > 0) point.tracks.push_back({1520, tracks, 1000});
  return point;
}

rail::ServiceInput trains(std::uint32_t from, std::uint32_t to, std::uint32_t train_class, int count) {
  rail::ServiceInput service;
  service.id = from < to ? "up" : "down";
  service.origin = from;
  service.destination = to;
  service.direction = from < to ? rail::Direction::kEastbound : rail::Direction::kWestbound;
  service.train_class = train_class;
  service.rule = rail::FormationRule::kList;
  service.own_containers = 1;
  service.list_times_s.assign(static_cast<std::size_t>(count), 0);
  return service;
}

// A single track of `sections`, each `minutes` long at speed factor 1; at least two tracks at each place
// between.
ModelInput single_track(int sections, int minutes, std::int64_t clearing_s) {
  ModelInput input;
  input.points = {point("A", 0), point("B", 0)};
  rail::LineInput line;
  line.id = "AB";
  line.from = 0;
  line.to = 1;
  line.gauge_mm = 1520;
  line.tracks = 1;
  line.passing_places = sections - 1;
  line.length_km = sections * minutes;
  line.speed_km_per_day = 1440;
  line.clearing_s = clearing_s;
  input.lines = {line};
  input.train_classes = {{"normal", 1, 0}};
  input.counted_s = 40 * 86400;
  return input;
}

std::vector<rail::TrainStop> stops(ModelInput input, std::int64_t notice_s) {
  input.dispatching.notice_s = notice_s;
  rail::ReplicationOptions options;
  options.record_trains = true;
  return rail::run_replication(*rail::Model::build(std::move(input)), options).train_stops;
}

// In order of time.
Times arrivals_at(const std::vector<rail::TrainStop>& stops, std::uint32_t point) {
  Times times;
  for (const rail::TrainStop& stop : stops) {
    if (stop.point == point && stop.arrived >= 0) times.push_back(stop.arrived);
  }
  std::sort(times.begin(), times.end());
  return times;
}

std::int64_t arrived(const Times& times, std::int64_t from, std::int64_t to) {
  return std::count_if(times.begin(), times.end(),
                       [&](std::int64_t time) { return time >= from && time < to; });
}

// Oracle A14: 24 min one way, 25 the other, 3 min clearing after each; both ends have trains waiting. Their
// periods follow each other at exactly 55 min whatever the notice, since whoever grants knows when the
// section will be free.
TEST(Notice, CostsNoCapacityOnALimitingSection) {
  ModelInput input = single_track(1, 25, 3 * kMinute);
  input.train_classes = {{"24 min", 25.0 / 24, 0}, {"25 min", 1, 0}};
  input.services = {trains(0, 1, 0, 60), trains(1, 0, 1, 60)};
  for (const std::int64_t notice : {0, 1, 60, 5 * 60, 10 * 60, 24 * 60}) {
    const std::vector<rail::TrainStop> seen = stops(input, notice);
    const Times at_b = arrivals_at(seen, 1), at_a = arrivals_at(seen, 0);
    ASSERT_EQ(at_b.size(), 60u) << notice;
    ASSERT_EQ(at_a.size(), 60u) << notice;
    for (std::size_t i = 1; i < at_b.size(); ++i) {
      EXPECT_EQ(at_b[i] - at_b[i - 1], 55 * kMinute) << notice;
      EXPECT_EQ(at_a[i] - at_a[i - 1], 55 * kMinute) << notice;
    }
  }
}

// With passing places between, whose tracks must be asked for as well: two messages, the answer with the
// right to decide, which take as long as a run at most while a notice is half of it. Then the two trains of
// each period of 55 min still pass every section.
TEST(Notice, CostsNoCapacityOnSectionsBetweenPassingPlaces) {
  for (const int passing_tracks : {2, 3}) {
    ModelInput input = single_track(3, 25, 3 * kMinute);
    input.lines[0].passing_tracks = passing_tracks;
    input.dispatching.tracks_bind = true;
    input.train_classes = {{"24 min", 25.0 / 24, 0}, {"25 min", 1, 0}};
    input.services = {trains(0, 1, 0, 100), trains(1, 0, 1, 100)};
    for (const std::int64_t notice : {0, 1, 60, 5 * 60, 8 * 60, 12 * 60}) {
      const std::vector<rail::TrainStop> seen = stops(input, notice);
      const std::int64_t from = 10 * 55 * kMinute, to = 70 * 55 * kMinute;
      const std::int64_t trains =
          arrived(arrivals_at(seen, 0), from, to) + arrived(arrivals_at(seen, 1), from, to);
      EXPECT_GE(trains, 119) << notice << " s, " << passing_tracks << " tracks";
      EXPECT_LE(trains, 121) << notice << " s, " << passing_tracks << " tracks";
    }
  }
}

// 10 tracks, 180 min to them, 30 min on one of 2 servers. Trains end there, or go on over a line of so many
// tracks.
ModelInput yard(int tracks_onwards) {
  const bool goes_on = tracks_onwards > 0;
  ModelInput input = single_track(1, 180, 0);
  input.dispatching.tracks_bind = true;
  input.lines[0].headway_s = 1;
  input.points[1].tracks.push_back({1520, 10, 1000});
  if (goes_on) {
    input.points.push_back(point("C", 0));
    input.lines.push_back(input.lines[0]);
    input.lines[1].id = "BC";
    input.lines[1].from = 1;
    input.lines[1].to = 2;
    input.lines[1].tracks = tracks_onwards;
  }
  rail::ResourceInput post;
  post.id = "post";
  post.point = 1;
  post.servers = 2;
  input.resources = {post};
  rail::StageInput stage;
  stage.name = "inspection";
  stage.resource = 0;
  stage.duration = rail::Distribution::constant(30 * kMinute);
  rail::ProcessInput process;
  process.point = 1;
  process.role = goes_on ? rail::ProcessRole::kPass : rail::ProcessRole::kDestination;
  process.directions = {rail::Direction::kEastbound};
  process.stages = {stage};
  input.processes = {process};
  input.services = {trains(0, goes_on ? 2 : 1, 0, 100)};
  return input;
}

// Of trains that run to B or stand there; a departure comes before an entry at the same second.
int most_tracks_held(const std::vector<rail::TrainStop>& seen) {
  std::vector<std::pair<std::int64_t, int>> changes;
  for (const rail::TrainStop& stop : seen) {
    if (stop.point == 0) changes.emplace_back(stop.departed, 1);
    if (stop.point == 1) changes.emplace_back(stop.departed, -1);
  }
  std::sort(changes.begin(), changes.end());
  int held = 0, most = 0;
  for (const auto& [time, change] : changes) most = std::max(most, held += change);
  return most;
}

// Oracle A13: a track is known to become free a notice before it does, so that each takes a train every run
// and dwell, 210 min; or a second later, where that is known by the decision about a departure or a dwell.
// Never do more trains hold tracks than there are.
TEST(Notice, CostsNoTracksUpToTheDwell) {
  for (const int tracks_onwards : {0, 1, 2}) {
    const ModelInput input = yard(tracks_onwards);
    for (const std::int64_t notice : {0, 1, 5 * 60, 15 * 60, 30 * 60}) {
      const std::vector<rail::TrainStop> seen = stops(input, notice);
      const Times at_b = arrivals_at(seen, 1);
      ASSERT_EQ(at_b.size(), 100u) << notice;
      for (std::size_t i = 20; i < at_b.size(); ++i) {
        const std::int64_t cycle = at_b[i] - at_b[i - 10];
        EXPECT_GE(cycle, 210 * kMinute) << notice << " s, train " << i << ", tracks " << tracks_onwards;
        EXPECT_LE(cycle, 210 * kMinute + 1) << notice << " s, train " << i << ", tracks " << tracks_onwards;
      }
      EXPECT_TRUE(tracks_onwards == 0 || most_tracks_held(seen) == 10) << notice;
    }
    const Times late = arrivals_at(stops(input, 40 * kMinute), 1);
    EXPECT_GT(late[99] - late[89], 210 * kMinute) << "beyond the dwell it shows";
  }
}

// The first request is made when the train is made, and takes up to three notices; after that each is made in
// time.
TEST(Notice, CostsATrainOnAnEmptyLineNothingAfterItsStart) {
  for (const bool binding : {false, true}) {
    ModelInput input = single_track(6, 20, 2 * kMinute);
    input.dispatching.tracks_bind = binding;
    input.services = {trains(0, 1, 0, 1)};
    for (const std::int64_t notice : {1, 60, 5 * 60}) {
      const std::int64_t arrived = arrivals_at(stops(input, notice), 1).at(0);
      EXPECT_GE(arrived, 120 * kMinute + notice) << notice;
      EXPECT_LE(arrived, 120 * kMinute + 3 * notice) << notice;
    }
  }
}

// Where runs are shorter than two notices, the rest of the wait for answers shows.
TEST(Notice, CostsTimeWhereRunsAreShort) {
  ModelInput input = single_track(6, 8, 0);
  input.dispatching.tracks_bind = true;
  input.services = {trains(0, 1, 0, 1)};
  const std::int64_t notice = 5 * kMinute;
  const std::int64_t arrived = arrivals_at(stops(input, notice), 1).at(0);
  EXPECT_GT(arrived, 48 * kMinute + 3 * notice);
  EXPECT_LE(arrived, 48 * kMinute + 3 * notice + 5 * (2 * notice - 8 * kMinute));
}

// One train a day, and ten tracks free: its request and the decision about the section take a notice each,
// which is handling and no wait; nobody is held back.
TEST(Notice, IsNoWaitForATrack) {
  ModelInput input = single_track(1, 60, 0);
  input.points[1].tracks.push_back({1520, 10, 1000});
  input.dispatching.tracks_bind = true;
  input.dispatching.notice_s = 10 * kMinute;
  input.services = {trains(0, 1, 0, 20)};
  for (int i = 0; i < 20; ++i) input.services[0].list_times_s[static_cast<std::size_t>(i)] = i * 24 * kHour;
  const rail::Observations seen = rail::run_replication(*rail::Model::build(std::move(input)), {});
  const rail::ServiceObservation& service = seen.services[0];
  ASSERT_EQ(service.containers_delivered, 20);
  EXPECT_EQ(of(service.account, rail::Cause::kHandling), 20 * 2 * 10 * kMinute);
  EXPECT_EQ(of(service.account, rail::Cause::kRunning), 20 * kHour);
  EXPECT_EQ(seen.points[1].track_wait.seconds, 0);
  for (const rail::HeldHere& held : seen.held_at_points) {
    for (const rail::HeldTrains& one : held) EXPECT_EQ(one.trains + one.seconds, 0);
  }
}

// A stage of an hour leaves time to ask: the train goes on as it ends. It could not ask before the stage
// began.
TEST(Notice, IsHiddenBehindAStage) {
  ModelInput input = single_track(1, 30, 0);
  rail::StageInput stage;
  stage.name = "inspection";
  stage.resource = 0;
  stage.duration = rail::Distribution::constant(60 * kMinute);
  rail::ResourceInput post;
  post.id = "post";
  post.point = 0;
  post.servers = 1;
  input.resources = {post};
  rail::ProcessInput process;
  process.point = 0;
  process.role = rail::ProcessRole::kOrigin;
  process.directions = {rail::Direction::kWestbound, rail::Direction::kEastbound};
  process.stages = {stage};
  input.processes = {process};
  input.services = {trains(0, 1, 0, 1)};
  for (const std::int64_t notice : {0, 60, 5 * 60, 20 * 60})
    EXPECT_EQ(arrivals_at(stops(input, notice), 1), Times{90 * kMinute}) << notice;
  EXPECT_EQ(arrivals_at(stops(input, 70 * kMinute), 1), Times{100 * kMinute});
}

}  // namespace
}  // namespace networks
