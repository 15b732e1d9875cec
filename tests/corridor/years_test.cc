// The shipped scenario years: they run to their end, keep the invariants, and give the same bits on
// any number of threads.
//
// The invariants that hold for every single run (containers in = out + inside, Little's law, capacities)
// are checks inside run_replication(): a violation ends the test program. Here they are looked at again.
#include <gtest/gtest.h>

#include <string>

#include "tests/support/scenario_runs.h"

namespace corridor {
namespace {

class Year : public testing::TestWithParam<std::string> {};

std::string path_of(const std::string& name) { return "scenarios/" + name + ".txtpb"; }

// Its sums are checked in every run (models/simulation.cc).
TEST_P(Year, RunsToItsEnd) {
  const support::Runs runs = support::run(path_of(GetParam()));
  const rail::Observations& seen = runs.replications[0];
  EXPECT_EQ(seen.stop, rail::StopReason::kHorizon);
  EXPECT_EQ(seen.counted_seconds, runs.model->input().counted_s);
  std::int64_t delivered = 0;
  for (const std::int64_t of_kind : seen.conservation.delivered) delivered += of_kind;
  EXPECT_GT(delivered, 10000);
}

TEST_P(Year, GivesTheSameBitsOnAnyNumberOfThreads) {
  const support::Runs many = support::run(path_of(GetParam()), 2, true, 2);
  const support::Runs one = support::run(path_of(GetParam()), 2, true, 1);
  for (std::size_t r = 0; r < 2; ++r) {
    EXPECT_EQ(canonical_bytes(*many.model, many.replications[r]),
              canonical_bytes(*one.model, one.replications[r]));
    EXPECT_EQ(canonical_record_bytes(many.replications[r]), canonical_record_bytes(one.replications[r]));
  }
  EXPECT_NE(canonical_bytes(*many.model, many.replications[0]),
            canonical_bytes(*many.model, many.replications[1]));
}

std::string name_of(const testing::TestParamInfo<std::string>& year) {
  std::string name = year.param;
  for (char& c : name) c = std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '_';
  return name;
}

INSTANTIATE_TEST_SUITE_P(Shipped, Year,
                         testing::Values("eurasia-2015", "eurasia-2017", "eurasia-2018", "eurasia-2021",
                                         "eurasia-2024", "whatif/great-stone"),
                         name_of);

// The corridor among other trains: about fifty times as many events a day as the year it is made of, and no
// point where trains gather.
TEST(Background, IsDenseAndStable) {
  const auto events_per_day = [](const support::Runs& runs) {
    const rail::ModelInput& input = runs.model->input();
    return static_cast<double>(runs.replications[0].events) * 86400 /
           static_cast<double>(input.spin_up_s + input.counted_s);
  };
  const support::Runs dense = support::run(path_of("whatif/background-2017"));
  EXPECT_GT(events_per_day(dense) / events_per_day(support::run(path_of("eurasia-2017"))), 45);
  const rail::Observations& seen = dense.replications[0];
  EXPECT_EQ(seen.stop, rail::StopReason::kHorizon);
  for (std::size_t p = 0; p < seen.points.size(); ++p) {
    const rail::PointObservation& point = seen.points[p];
    const double mean =
        static_cast<double>(point.occupancy_seconds) / static_cast<double>(seen.counted_seconds);
    EXPECT_LT(mean, 15) << dense.model->input().points[p].id;
    EXPECT_LT(static_cast<double>(point.present_at_end), mean + 10) << dense.model->input().points[p].id;
  }
}

}  // namespace
}  // namespace corridor
