// `landbridge compare` as people call it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/cli/program.h"

namespace {

using program::Result;
using testing::HasSubstr;
using Compare = program::Program;

TEST_F(Compare, SetsWhatIfsBesideTheirBase) {
  EXPECT_THAT(run("compare " + toy_ + " " + toy_ + " -n 2").out,
              HasSubstr("Nothing differs: all results are equal in every replication."));
  write("longer.txtpb", "include: \"" LANDBRIDGE_ROOT
                        "/scenarios/toys/one_border.txtpb\"\n"
                        "change { network { lines { id: \"NARROW\" length_km: 900 } } }\n");
  const Result text = run("compare " + toy_ + " longer.txtpb -n 4");
  EXPECT_EQ(text.code, 0) << text.err;
  const auto json = nlohmann::json::parse(run("compare " + toy_ + " longer.txtpb -n 4 --json").out);
  EXPECT_EQ(json.at(0).at("replications"), 4);
  EXPECT_EQ(json, nlohmann::json::parse(run("compare " + toy_ + " longer.txtpb -n 4 --json -t 1").out));
}

TEST_F(Compare, SaysThatOneOfThoseComparedStandsStill) {
  const std::string stuck = "'" LANDBRIDGE_ROOT "/scenarios/toys/gridlock.txtpb'";
  const Result unlike = run("compare " + toy_ + " " + stuck + " -n 2");
  EXPECT_EQ(unlike.code, 2);
  EXPECT_THAT(
      unlike.err,
      HasSubstr("gridlock counts 10 days, one-border 365: what they give cannot be set side by side"));
  const Result result = run("compare " + stuck + " " + stuck + " -n 2");
  EXPECT_EQ(result.code, 1);
  EXPECT_THAT(result.out, HasSubstr("GRIDLOCK in 2 of 2 replications of gridlock"));
}

TEST_F(Compare, SaysWhatItCannotCompare) {
  write("bad.txtpb", "nome: \"x\"\n");
  EXPECT_EQ(run("compare " + toy_ + " bad.txtpb -n 2").code, 3);
  EXPECT_EQ(run("compare " + toy_ + " not_there.txtpb -n 2").code, 4);
  EXPECT_EQ(run("compare " + toy_ + " " + toy_ + " -n 2", "LANDBRIDGE_EXECUTOR=abacus").code, 2);
  EXPECT_EQ(run("compare " + toy_ + " " + toy_ + " -n 1").code, 2) << "no interval from one pair";
  const Result none = run("compare " + toy_ + " " + toy_ + " -n 2 -k 'dwel/*/*'");
  EXPECT_EQ(none.code, 2);
  EXPECT_THAT(none.err, HasSubstr("--kpi dwel/*/*: no KPI"));
  EXPECT_EQ(none.out, "");
}

}  // namespace
