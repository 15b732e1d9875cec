// `landbridge diff`, and changes on the command line.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/cli/program.h"

namespace {

using program::Result;
using testing::HasSubstr;
using testing::Not;
using Variants = program::Program;

TEST_F(Variants, DiffSaysWhatDiffers) {
  const Result none = run("diff " + toy_ + " " + toy_);
  EXPECT_EQ(none.code, 0) << none.err;
  EXPECT_THAT(none.out, HasSubstr("nothing differs in the inputs"));
  const Result one = run("diff " + toy_ + " --change 'lines/NARROW/length_km = 900'");
  EXPECT_EQ(one.code, 0) << one.err;
  EXPECT_THAT(one.out, HasSubstr("\n  1 field differs\n"));
  EXPECT_THAT(one.out, HasSubstr("\nlines/NARROW  "));
  EXPECT_THAT(one.out, HasSubstr("-> 900 km\n"));
}

TEST_F(Variants, DiffTellsTogetherWhatDiffersAlike) {
  const std::string cranes = "'" LANDBRIDGE_ROOT "/scenarios/whatif/khorgos-cranes-3.txtpb'";
  const std::string change = " --change 'lines/*/speed_km_per_day *= 1.1'";
  const Result together = run("diff " + cranes + change);
  EXPECT_THAT(together.out, HasSubstr("speed_km_per_day: times 1.1\n"));
  EXPECT_THAT(together.out, HasSubstr(" more\n"));
  const Result single = run("diff " + cranes + change + " --all");
  EXPECT_THAT(single.out, Not(HasSubstr("times 1.1")));
  EXPECT_GT(single.out.size(), 10 * together.out.size());
}

TEST_F(Variants, DiffInJson) {
  const Result result = run("diff " + toy_ + " --json --change 'lines/NARROW/length_km = 900'");
  const auto json = nlohmann::json::parse(result.out);
  ASSERT_EQ(json.at("differences").size(), 1u);
  EXPECT_EQ(json.at("differences").at(0).at("thing"), "lines/NARROW");
  EXPECT_EQ(json.at("differences").at(0).at("field"), "length_km");
  EXPECT_EQ(json.at("differences").at(0).at("after"), "900 km");
}

TEST_F(Variants, DiffOfWhatIsNotValid) {
  write("bad.txtpb", "nome: \"x\"\n");
  EXPECT_EQ(run("diff " + toy_ + " bad.txtpb").code, 3);
  EXPECT_EQ(run("diff " + toy_ + " not_there.txtpb").code, 4);
  EXPECT_EQ(run("diff " + toy_).code, 2) << "of one alone";
}

// Each takes one text: what follows is a file.
TEST_F(Variants, ChangesAreTakenByAllCommands) {
  const std::string change = " --change 'lines/NARROW/length_km = 900' ";
  const Result valid = run("validate" + change + toy_);
  EXPECT_EQ(valid.code, 0) << valid.err;
  EXPECT_THAT(valid.out, HasSubstr("with lines/NARROW/length_km = 900"));
  EXPECT_THAT(run("explain" + change + toy_).out, HasSubstr("length_km = 900 km"));
  const auto json = nlohmann::json::parse(run("run" + change + toy_ + " -n 2 --json").out);
  EXPECT_EQ(json.at("manifest").at("scenario").at("changes").at(0), "lines/NARROW/length_km = 900");
  const Result compared = run("compare -n 2" + change + toy_);
  EXPECT_EQ(compared.code, 0) << compared.err;
  EXPECT_THAT(compared.out, HasSubstr("with lines/NARROW/length_km = 900 against one-border"));
  EXPECT_EQ(run("compare -n 2 " + toy_).code, 2) << "with nothing";
}

TEST_F(Variants, AChangeIsAsGoodAsAFile) {
  write("longer.txtpb", "include: \"" LANDBRIDGE_ROOT
                        "/scenarios/toys/one_border.txtpb\"\n"
                        "change { network { lines { id: \"NARROW\" length_km: 900 } } }\n");
  const auto hash = [&](const std::string& arguments) {
    return nlohmann::json::parse(run("run -n 2 --json " + arguments).out).at("manifest").at("results_hash");
  };
  EXPECT_EQ(hash("longer.txtpb"), hash(toy_ + " --change 'lines/NARROW/length_km = 900'"));
  EXPECT_NE(hash("longer.txtpb"), hash(toy_));
}

TEST_F(Variants, WrongChangesAreToldByTheirNumber) {
  const Result result =
      run("validate " + toy_ + " -c 'lines/NARROW/length_km = 900' -c 'lines/NAROW/tracks = 2'");
  EXPECT_EQ(result.code, 3);
  EXPECT_THAT(result.out, HasSubstr("change 2: error: `NAROW` is not among the lines"));
  EXPECT_THAT(result.out, HasSubstr("hint: did you mean `NARROW`?"));
}

}  // namespace
