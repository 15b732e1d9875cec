// Recorded stays of trains against the trains that the program counted at points (Little): from where a train
// came or was made until it left or ended, nothing left out and nothing twice.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/networks/trips.h"

namespace networks {
namespace {

std::int64_t came(const rail::TrainStop& stop) { return stop.arrived >= 0 ? stop.arrived : stop.made; }
std::int64_t left(const rail::TrainStop& stop) { return stop.departed >= 0 ? stop.departed : stop.ended; }

class Stays : public testing::TestWithParam<const char*> {};

TEST_P(Stays, AreTheTrainsThatWereCounted) {
  const support::Runs runs = support::run(GetParam(), 1, true);
  const rail::Observations& seen = runs.replications.at(0);
  const rail::ModelInput& input = runs.model->input();
  std::vector<std::int64_t> seconds(input.points.size(), 0);
  std::int64_t ended = 0;
  for (const rail::TrainStop& stop : seen.train_stops) {
    EXPECT_NE(stop.arrived >= 0, stop.made >= 0);
    EXPECT_NE(stop.departed >= 0, stop.ended >= 0);
    EXPECT_LE(came(stop), left(stop));
    ended += stop.ended >= 0 ? 1 : 0;
    seconds[stop.point] +=
        std::max<std::int64_t>(0, left(stop) - std::max<std::int64_t>(came(stop), input.spin_up_s));
  }
  EXPECT_GT(ended, 0);
  std::int64_t compared = 0;
  for (std::size_t p = 0; p < seconds.size(); ++p) {
    const rail::PointObservation& point = seen.points[p];
    const std::int64_t rest = point.occupancy_seconds - seconds[p];  // of those that stand there at the end
    EXPECT_GE(rest, 0) << input.points[p].id;
    if (point.present_at_end > 0) continue;
    EXPECT_EQ(rest, 0) << input.points[p].id;
    compared += seconds[p];
  }
  EXPECT_GT(compared, 0);
}

INSTANTIATE_TEST_SUITE_P(Networks, Stays,
                         testing::Values("tests/networks/three_into_two.txtpb",
                                         "tests/networks/full_yard.txtpb", "tests/networks/ship.txtpb",
                                         "tests/networks/too_long.txtpb", "scenarios/toys/one_border.txtpb",
                                         "scenarios/toys/fleets.txtpb", "scenarios/toys/turned.txtpb"));

}  // namespace
}  // namespace networks
