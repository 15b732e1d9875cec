// Values of options: taken as they are written, or refused with what may be said instead.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/cli/program.h"

namespace {

using program::Result;
using testing::HasSubstr;

class OptionValues : public program::Program {};

TEST_F(OptionValues, NamesTheWordsThatAnOptionTakes) {
  EXPECT_THAT(run("run " + toy_ + " --engine fast").err,
              HasSubstr("--engine: fast not in {auto,parallel,sequential}"));
  EXPECT_EQ(run("run " + toy_ + " -n 1 --engine 1").code, 2) << "a value of our own, no word";
  EXPECT_EQ(run("run " + toy_ + " -n 1 --engine sequential").code, 0);
}

// Greater ones the library would take for the greatest, and those with a zero before them for octal ones.
TEST_F(OptionValues, TakesSeedsAsTheyAreWrittenOrNotAtAll) {
  const std::string greatest = "18446744073709551615",
                    sweep = "sweep " + toy_ + " --out x.sqlite --vary 'a = 1' ";
  EXPECT_THAT(run("run " + toy_ + " -n 1 --seed " + greatest).out, HasSubstr("seed " + greatest + ","));
  for (const char* seed : {"18446744073709551616", "-1", "010", "0x10", "1.5", "1e3", "+1", "''", "many"}) {
    for (const std::string& option :
         std::vector<std::string>{"run " + toy_ + " -n 1 --seed", "run " + toy_ + " -n 1 --tie-seed",
                                  "generate --stations 10 --trains 100 --seed", "compare " + toy_ + " --seed",
                                  "assess " + toy_ + " --seed", "capacity " + toy_ + " --seed",
                                  "study x.txtpb --seed", "select " + toy_ + " --zone 1 --seed",
                                  sweep + "--seed", sweep + "--latin-hypercube 2 --design-seed"}) {
      const Result result = run(option + " " + seed);
      EXPECT_EQ(result.code, 2) << option << seed;
      EXPECT_THAT(result.err, HasSubstr(" is no seed: a whole number from 0 to " + greatest))
          << option << seed;
    }
  }
}

TEST_F(OptionValues, TakesNumbersAsTheyAreWrittenOrNotAtAll) {
  for (const char* number : {"010", "0x10", "2.5", "1e1", "+3", "''", "99999999999999999999"})
    EXPECT_THAT(run("run " + toy_ + " -n " + number).err, HasSubstr("is no whole number from 1 to 1000000"))
        << number;
  EXPECT_THAT(run("assess " + toy_ + " -n 012").err, HasSubstr("'012' is no whole number from 1 to 1000000"));
}

// As a shell hands over a variable that is not set.
TEST_F(OptionValues, TakesNoEmptyTextForAnOptionThatIsLeftOut) {
  for (const std::string& arguments : std::vector<std::string>{
           "run " + toy_ + " -n 1 --out ''", "compare " + toy_ + " -c ''", "capacity " + toy_ + " --flows ''",
           "merge x.sqlite --csv ''", "validate ''"}) {
    const Result result = run(arguments);
    EXPECT_EQ(result.code, 2) << arguments;
    EXPECT_THAT(result.err, HasSubstr(": is empty: ")) << arguments;
  }
}

}  // namespace
