// Railway questions with exact answers (methods/oracles.csv A05, A09), through ordinary scenario files.
#include <gtest/gtest.h>

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
                          return static_cast<double>(west.train_seconds + east.train_seconds) / 60 /
                                 static_cast<double>(west.trains + east.trains);
                        }),
               15.9371257485);
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
                                 static_cast<double>(wait.trains) / 3600;
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
