// Requests and grants that take their time (Dispatching.notice): what they must not cost, and what they do.
#include <gtest/gtest.h>

#include <algorithm>
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

// Where runs are shorter than four notices, the rest of the wait for answers shows.
TEST(Notice, CostsTimeWhereRunsAreShort) {
  ModelInput input = single_track(6, 12, 0);
  input.dispatching.tracks_bind = true;
  input.services = {trains(0, 1, 0, 1)};
  const std::int64_t notice = 5 * kMinute;
  const std::int64_t arrived = arrivals_at(stops(input, notice), 1).at(0);
  EXPECT_GT(arrived, 72 * kMinute + 3 * notice);
  EXPECT_LE(arrived, 72 * kMinute + 3 * notice + 5 * (4 * notice - 12 * kMinute));
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
