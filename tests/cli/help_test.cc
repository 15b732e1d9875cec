// What `--help` says of each subcommand, and what they hint at.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/cli/program.h"

namespace {

using program::Result;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class Help : public program::Program {};

TEST_F(Help, EndsWithAnExampleOfItsOwn) {
  for (const char* name : {"validate", "run", "compare", "diff", "sweep", "merge", "report", "assess",
                           "select", "capacity", "study", "convert", "schema", "explain", "generate"}) {
    const std::string help = run(std::string(name) + " --help").out;
    const std::size_t last = help.rfind("\n  landbridge ");
    ASSERT_NE(last, std::string::npos) << name;
    EXPECT_THAT(help.substr(last), HasSubstr("landbridge " + std::string(name) + " ")) << name;
    EXPECT_THAT(help, HasSubstr("Exit codes: 0 ok")) << name;
    if (std::string(name) != "run") {
      EXPECT_THAT(help, Not(HasSubstr("\n  landbridge run "))) << name;
    }
  }
}

TEST_F(Help, ShowsWhatCanVary) {
  const std::string field = "gauge_changes/PL_MAL.westbound/bays";
  EXPECT_THAT(run("sweep --help").out, HasSubstr(field + " = 4, 5, 6"));
  for (const char* bays : {"4", "5", "6"})
    EXPECT_EQ(
        run("validate '" LANDBRIDGE_ROOT "/scenarios/eurasia-2017.txtpb' -c '" + field + " = " + bays + "'")
            .code,
        0);
}

TEST_F(Help, HintsAtKpis) {
  const auto hint = [&](const std::string& kpi) {
    const Result result =
        run("compare " + toy_ + " -c 'lines/BROAD/speed_km_per_day = 900' -k '" + kpi + "'");
    EXPECT_EQ(result.code, 2) << kpi;
    return result.err;
  };
  EXPECT_THAT(hint("total/both/teu_deliverd"), HasSubstr("did you mean `total/both/teu_delivered`?"));
  EXPECT_THAT(hint("totl/*/teu_delivered"), HasSubstr("did you mean `total/*/teu_delivered`?"));
  EXPECT_THAT(hint("transit/EAST-WEST/p90_day"), HasSubstr("did you mean `transit/EAST-WEST/p90_days`?"));
  EXPECT_THAT(hint("dwell/*"), HasSubstr("`*` stops at a stroke: `dwell/*/*/*`"));
  EXPECT_THAT(hint("dwell/BORDER/mean_h"), HasSubstr("such keys are as `dwell/BORDER/"));
  EXPECT_THAT(hint("total/both"),
              AllOf(HasSubstr("such keys are as `total/both/"), Not(HasSubstr("did you mean"))));
  EXPECT_THAT(hint("nothing_like_it"),
              AllOf(HasSubstr("docs/guides/results.md"), Not(HasSubstr("did you mean"))));
}

// The base has no such resource.
TEST_F(Help, TakesAKpiThatOneOfTheScenariosHas) {
  const Result one = run("compare " + toy_ + " -n 2 -k 'resource/WEST.extra/*' -c 'add resources { id: " +
                         "\"WEST.extra\" point: \"WEST\" servers: 1 }'");
  EXPECT_EQ(one.code, 0) << one.err;
  EXPECT_THAT(one.out, HasSubstr("WEST: extra: utilisation"));
}

// Of the display names of places.
TEST_F(Help, KnowsPlacesByTheirNames) {
  const std::string file = "'" LANDBRIDGE_ROOT "/scenarios/eurasia-2017.txtpb'";
  const Result closed = run("validate " + file + " -c 'close points/Brest from 2017-03-01 until 2017-03-05'");
  EXPECT_EQ(closed.code, 3);
  EXPECT_THAT(closed.out, HasSubstr("`Brest` is the name of `BY_BRE`"));
  const Result kpi = run("run " + file + " --precision 1% -k 'dwell/Brest/westbound/mean_h'");
  EXPECT_EQ(kpi.code, 2);
  EXPECT_THAT(kpi.err, HasSubstr("did you mean `dwell/BY_BRE/westbound/mean_h`?"));
}

TEST_F(Help, TellsFoldersFromFiles) {
  const Result folder = run("merge .");
  EXPECT_EQ(folder.code, 4);
  EXPECT_THAT(folder.err, HasSubstr(".: is a folder; name the study files in it"));
}

}  // namespace
