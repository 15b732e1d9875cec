// Stops at passing places as the report's page gets them: exact, on the network of two trains that meet.
#include <gtest/gtest.h>

#include "models/replication.h"
#include "studies/report_parts.h"
#include "studies/train_runs.h"
#include "tests/support/scenario_runs.h"

namespace studies {
namespace {

// tests/networks/meet.txtpb: west leaves A at 0:00, stands at P from 0:30 to 0:43; east leaves B at 0:10 and
// runs through P at 0:40.
class ReportPassings : public testing::Test {
 protected:
  support::Runs runs = support::run("tests/networks/meet.txtpb", 1, true);
  rail::Observations seen = recorded();

  rail::Observations recorded() const {
    rail::ReplicationOptions options;
    options.record_trains = options.record_passings = true;
    return rail::run_replication(*runs.model, options);
  }

  ReportJson passings() const {
    const std::vector<TrainRun> trains = train_runs(seen.train_stops);
    std::vector<const TrainRun*> pointers;
    for (const TrainRun& train : trains) pointers.push_back(&train);
    return passings_json(*runs.model, pointers, LineFinder(runs.model->input()), seen.passings);
  }
};

TEST_F(ReportPassings, AreMinutesOfRunningAndStanding) {
  EXPECT_EQ(passings(),
            (ReportJson{{"from_min", 0}, {"until_min", 10 * 1440}, {"values", {0, 0, 30, 13, 1, 0, 30, 0}}}));
}

TEST_F(ReportPassings, AreNullWhereNothingWasRecorded) {
  seen.passings.clear();
  EXPECT_EQ(passings(), nullptr);
}

// One that has not been at all places of the line, at the end of the run, is left out.
TEST_F(ReportPassings, LeaveOutWhoHasNotCrossedTheLine) {
  seen.passings.pop_back();
  EXPECT_EQ(passings().at("values"), ReportJson({1, 0, 30, 0}));
}

}  // namespace
}  // namespace studies
