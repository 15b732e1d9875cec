// Railway questions with exact answers (docs/verification.md: A05, A09, A12, A13, A15, A24), through ordinary
// scenario files.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "models/replication.h"
#include "models/uic406.h"
#include "tests/oracles/accept_rule.h"

namespace oracles {
namespace {

using rail::Observations;

TEST(Oracle, A05SingleTrack) {
  const Runs runs = run("tests/oracles/a05_single_track.txtpb", 60);
  expect_exact(estimate(runs,
                        [](const Observations& seen) {
                          return static_cast<double>(seen.lines[0][0].occupied_seconds +
                                                     seen.lines[1][0].occupied_seconds) /
                                 static_cast<double>(seen.counted_seconds);
                        }),
               0.536111111111);
  expect_exact(estimate(runs,
                        [](const Observations& seen) {
                          const rail::WaitSum& west = seen.lines[0][0].wait;
                          const rail::WaitSum& east = seen.lines[1][0].wait;
                          return static_cast<double>(west.seconds + east.seconds) / 60 /
                                 static_cast<double>(west.visits + east.visits);
                        }),
               15.9371257485);
}

double trains_per_100_h(const Runs& runs) {
  return 360000.0 / static_cast<double>(runs.replications.at(0).counted_seconds);
}

void expect_blocking(const std::string& file, double exact) {
  const Runs runs = run(file, 40);
  const double scale = trains_per_100_h(runs);
  expect_exact(estimate(runs,
                        [=](const Observations& seen) {
                          return scale * static_cast<double>(seen.services[0].containers_delivered);
                        }),
               exact);
}

TEST(Oracle, A12BlockingAfterServiceWithoutRoom) {
  expect_blocking("tests/oracles/a12_blocking_0.txtpb", 2.0 / 3);
}
TEST(Oracle, A12BlockingAfterServiceWithRoom) {
  expect_blocking("tests/oracles/a12_blocking_4.txtpb", 6.0 / 7);
}

// Trains in the counted 31,500 min of 140 cycles of 225 min, or 150 of 210.
std::int64_t a13_trains(std::int64_t notice_s, int servers = 2) {
  rail::ModelInput input = run("tests/oracles/a13_credits.txtpb", 0).model->input();
  input.dispatching.notice_s = notice_s;
  input.resources[0].servers = servers;
  const auto model = rail::Model::build(std::move(input));
  return rail::run_replication(*model, {}).services[0].containers_delivered;
}

TEST(Oracle, A13TracksAsCredits) {
  const Runs runs = run("tests/oracles/a13_credits.txtpb");
  EXPECT_EQ(runs.replications.at(0).services[0].containers_delivered, 10 * 140) << "64 a day";
}

// N/(L+S): the yard knows of each release a dwell ahead. With one server c/S is less.
TEST(Oracle, A13LosesNothingByANoticeUpToTheDwell) {
  for (const std::int64_t notice_s : {0, 1, 5 * 60, 15 * 60, 30 * 60}) {
    EXPECT_EQ(a13_trains(notice_s), 10 * 150) << notice_s;
    EXPECT_EQ(a13_trains(notice_s, 1), 31500 / 30) << notice_s;
  }
}

double kpi(const Runs& runs, const std::string& name) {
  for (const rail::Kpi& kpi : rail::kpis(*runs.model, runs.replications.at(0))) {
    if (kpi.key == name) return kpi.value;
  }
  ADD_FAILURE() << name;
  return 0;
}

TEST(Oracle, A15CompressionOfARun) {
  const Runs runs = run("tests/oracles/a15_compression.txtpb");
  const rail::CompressedTime& compressed = runs.replications.at(0).lines[0][0].compressed;
  EXPECT_EQ(compressed.busiest_day.taken_s, 12 * 44 * 60);
  EXPECT_EQ(compressed.busiest_day.of_s, 12 * 120 * 60);
  EXPECT_NEAR(kpi(runs, "line/AB/uic406_day"), 0.366666666667, 1e-12);
  EXPECT_NEAR(kpi(runs, "line/AB/uic406_day") / rail::kUic406LimitDay, 0.611111111111, 1e-12);
}

// Any dispatcher that gets all trains through takes from 379 to 439 min; at no notice the rule takes 379.
TEST(Oracle, A24MeetsAreFreeOfGridlock) {
  const Runs runs = run("tests/oracles/a24_meets.txtpb", 1, true);
  const Observations& seen = runs.replications.at(0);
  EXPECT_EQ(seen.stop, rail::StopReason::kQuiescent);
  EXPECT_EQ(seen.services[0].containers_delivered + seen.services[1].containers_delivered, 20);
  std::int64_t makespan_s = 0;
  for (const rail::TrainStop& stop : seen.train_stops) makespan_s = std::max(makespan_s, stop.arrived);
  EXPECT_EQ(makespan_s, 379 * 60);
}

// The place beyond the break of gauge: the one for 1520 mm.
std::size_t onward_place(const Runs& runs) {
  const auto& places = runs.model->formation_places();
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (places[i].gauge_mm == 1520) return i;
  }
  return places.size();
}

void expect_three_into_two(const Runs& runs, double wait_h) {
  const std::size_t place = onward_place(runs);
  expect_exact(estimate(runs,
                        [=](const Observations& seen) {
                          const rail::WaitSum& wait = seen.formations.at(place).wait;
                          return static_cast<double>(wait.container_seconds) /
                                 static_cast<double>(wait.visits) / 3600;
                        }),
               wait_h);
  // Exact over full groups; a group may be open at either end of the counted time.
  for (const Observations& seen : runs.replications) {
    const auto inbound = static_cast<double>(seen.terminals.at(0).trains_reformed);
    EXPECT_NEAR(static_cast<double>(seen.formations.at(place).trains), inbound * 2 / 3, 2);
  }
}

TEST(Oracle, A09ThreeIntoTwoByGroups) { expect_three_into_two(run("tests/oracles/a09_group.txtpb", 30), 2); }
TEST(Oracle, A09ThreeIntoTwoAsSoonAsFull) {
  expect_three_into_two(run("tests/oracles/a09_fill.txtpb", 30), 1);
}

}  // namespace
}  // namespace oracles
