// `landbridge assess` as people call it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/cli/program.h"

namespace {

using program::Result;
using testing::HasSubstr;
using Assess = program::Program;

TEST_F(Assess, SetsFiguresBesideSimulationAndNaiveForecasts) {
  write(
      "year.txtpb",
      "include: \"" LANDBRIDGE_ROOT
      "/scenarios/toys/two_stations.txtpb\"\n"
      "experiment { published { id: \"F1\" observable: \"trains\" scope: \"all\" value: 1 unit: \"trains/y\" "
      "role: COMPARED kpi: \"total/both/trains_departed\" } }\n");
  const Result text = run("assess year.txtpb -n 3");
  EXPECT_EQ(text.code, 0) << text.err;
  EXPECT_THAT(text.out, HasSubstr("0 of 1 figures held back agree or are close"));
  EXPECT_THAT(text.out, HasSubstr("F1 all: trains"));
  const auto json = nlohmann::json::parse(run("assess year.txtpb -n 3 --json").out);
  EXPECT_EQ(json.at("replications"), 3);
  EXPECT_EQ(json.at("figures").at(0).at("verdict"), "miss");
  EXPECT_EQ(json.at("scores").at(0).at("hits"), 0);
  EXPECT_EQ(json, nlohmann::json::parse(run("assess year.txtpb -n 3 --json -t 1").out));
}

TEST_F(Assess, SaysThatThereIsNothingToJudgeBy) {
  const Result none = run("assess " + toy_ + " -n 2");
  EXPECT_EQ(none.code, 0);
  EXPECT_THAT(none.out, HasSubstr("No figure that was held back is simulated"));
  EXPECT_EQ(run("assess not_there.txtpb").code, 4);
  EXPECT_EQ(run("assess").code, 2);
  EXPECT_EQ(run("assess " + toy_ + " -n 1").code, 2) << "no interval from one replication";
}

}  // namespace
