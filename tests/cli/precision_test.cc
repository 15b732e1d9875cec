// `--precision` as people call it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/cli/program.h"

namespace {

using nlohmann::json;
using program::in_one_line;
using program::Result;
using testing::AllOf;
using testing::HasSubstr;
using Precision = program::Program;

TEST_F(Precision, RunsAsManyReplicationsAsItTakes) {
  const json one = json::parse(run("run " + toy_ + " --precision 1% -t 1 --json").out);
  const json& manifest = one.at("manifest");
  const int count = manifest.at("replications_complete");
  EXPECT_GT(count, 12);
  EXPECT_LT(count, 200);
  EXPECT_EQ(manifest.at("replications_asked"), count);
  EXPECT_EQ(manifest.at("precision").at("asked"), 0.01);
  EXPECT_EQ(manifest.at("precision").at("reached"), true);
  const json& kpi = manifest.at("precision").at("kpis").at(0);
  EXPECT_EQ(kpi.at("key"), "total/both/teu_delivered");
  EXPECT_LE(kpi.at("relative_half_width"), 0.01 / 1.01);
  const std::vector<std::string> others{"--precision 1% -t 2", "--precision 1% -t 5",
                                        "-n " + std::to_string(count)};
  for (const std::string& how : others) {
    const json other = json::parse(run("run " + toy_ + " --json " + how).out);
    EXPECT_EQ(other.at("manifest").at("results_hash"), manifest.at("results_hash")) << how;
  }
  const Result text = run("run " + toy_ + " --precision 1% --only-table binding");
  EXPECT_EQ(text.code, 0) << text.err;
  EXPECT_THAT(in_one_line(text.out), HasSubstr("Precision of 1 % reached with " + std::to_string(count) +
                                               " replications: TEU delivered ± 0.9"));
}

TEST_F(Precision, SaysWhatItDidNotReach) {
  const Result result =
      run("run " + toy_ +
          " --precision 0.01% --max-replications 12 -k 'total/*/teu_delivered' -k 'dwell/*/*/p90_h'");
  EXPECT_EQ(result.code, 0) << result.err;
  EXPECT_THAT(in_one_line(result.out),
              HasSubstr("Precision of 0.01 % NOT REACHED with 12 replications: Dwell"));
  EXPECT_THAT(in_one_line(result.out),
              AllOf(HasSubstr("TEU delivered westbound ± "), HasSubstr("; --max-replications allows more")));
}

TEST_F(Precision, OfADifferenceIsAShareOfTheBase) {
  write("longer.txtpb", "include: \"" LANDBRIDGE_ROOT
                        "/scenarios/toys/one_border.txtpb\"\n"
                        "change { network { lines { id: \"NARROW\" length_km: 900 } } }\n");
  const std::string command = "compare " + toy_ + " longer.txtpb --precision 1%";
  const json list = json::parse(run(command + " --json -t 1").out);
  const json& precision = list.at(0).at("precision");
  EXPECT_EQ(precision.at("reached"), true);
  EXPECT_EQ(precision.at("replications"), list.at(0).at("replications"));
  EXPECT_EQ(list, json::parse(run(command + " --json -t 3 --out c").out));
  const json kept = json::parse(files::content(file("c/manifest.json"))).at("precision").at(0);
  EXPECT_EQ(kept.at("variant"), "variant-1");
  EXPECT_EQ(kept.at("kpis"), precision.at("kpis"));
  EXPECT_EQ(kept.at("replications"), precision.at("replications"));
  EXPECT_THAT(in_one_line(run(command).out),
              AllOf(HasSubstr("Precision of 1 % reached with 10 replications: TEU delivered ± "),
                    HasSubstr(" of the base")));
}

TEST_F(Precision, KeepsWhatIsCompleteWhenInterrupted) {
  const Result result =
      run("run " + toy_ + " --precision 0.001% --max-replications 1000000 -t 2 --out results",
          "timeout --foreground --preserve-status -s INT 2");
  EXPECT_EQ(result.code, 130) << result.err;
  EXPECT_THAT(result.out, HasSubstr(" of at most 1000000 replications\n"));
  EXPECT_THAT(in_one_line(result.out), HasSubstr("Precision of 0.001 % not reached when interrupted, with "));
  const json manifest = json::parse(files::content(file("results/manifest.json")));
  EXPECT_EQ(manifest.at("interrupted"), true);
  EXPECT_EQ(manifest.at("precision").at("replications"), manifest.at("replications_complete"));
}

TEST_F(Precision, IsUsedAsItIsMeant) {
  for (const char* wrong : {"--precision 1", "--precision 0%", "--precision 100%", "--precision nan%",
                            "--precision ' 1%'", "--precision 1% -n 20", "--max-replications 20",
                            "-k total/both/teu_delivered", "--precision 1% --max-replications 9"})
    EXPECT_EQ(run("run " + toy_ + " " + wrong).code, 2) << wrong;
  const Result misspelt = run("run " + toy_ + " --precision 1% -k total/both/tue_delivered --out results");
  EXPECT_EQ(misspelt.code, 2);
  EXPECT_THAT(misspelt.err, HasSubstr("--kpi total/both/tue_delivered: no KPI has such a key"));
  EXPECT_EQ(misspelt.out, "");
  EXPECT_EQ(files::entries(folder()), 0) << "nothing is left behind";
  EXPECT_EQ(run("compare " + toy_ + " " + toy_ + " --precision 1% -k 'dwel/*/*'").code, 2);
}

}  // namespace
