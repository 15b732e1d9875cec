// Study files and what `--vary` says.
#include "scenarios/study.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>

#include "scenarios/factor_text.h"
#include "scenarios/number_text.h"
#include "tests/studies/files.h"

namespace scenarios {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class StudyText : public testing::Test {
 protected:
  LoadedStudy load(const std::string& text) {
    const std::filesystem::path path = folder_.path() / "cranes.txtpb";
    std::ofstream(path) << text;
    return load_study(path);
  }
  // "line:column: message (hint)" of each.
  std::vector<std::string> problems(const std::string& text) {
    std::vector<std::string> all;
    for (const Problem& problem : load(text).problems)
      all.push_back(std::to_string(problem.line) + ":" + std::to_string(problem.column) + ": " +
                    problem.message + (problem.hint.empty() ? "" : " (" + problem.hint + ")"));
    return all;
  }
  files::TemporaryFolder folder_;
};

TEST_F(StudyText, IsReadWithItsDefaults) {
  const LoadedStudy loaded = load(R"(
base: "../base.txtpb"
factors { field: "points/PL_MAL/cranes" name: "cranes" values: [2, 4] }
factors { field: "demand/growth" scale: true range { from: 0.5 to: 2 steps: 3 logarithmic: true } }
factors { field: "lines/L1/fleeting" texts: "true" texts: "false" }
)");
  ASSERT_TRUE(loaded.study) << to_string(loaded.problems.front());
  const Study& study = *loaded.study;
  EXPECT_EQ(study.name, "cranes");
  EXPECT_EQ(study.base, (folder_.path() / "../base.txtpb").lexically_normal());
  EXPECT_EQ(study.design, Design::kGrid);
  EXPECT_EQ(study.replications, std::nullopt);
  ASSERT_EQ(study.factors.size(), 3u);
  EXPECT_EQ(study.factors[0].name, "cranes");
  EXPECT_THAT(study.factors[0].values, ElementsAre("2", "4"));
  EXPECT_EQ(study.factors[1].name, "demand/growth");
  EXPECT_TRUE(study.factors[1].scale);
  EXPECT_THAT(study.factors[1].values, ElementsAre("0.5", "1", "2"));
  EXPECT_THAT(study.factors[2].values, ElementsAre("true", "false"));
}

TEST_F(StudyText, SaysAllThatIsWrong) {
  EXPECT_THAT(problems("name: \"x\"\nbasis: \"b.txtpb\"\n"),
              ElementsAre("2:1: Study has no field `basis` (did you mean `base`?)"));
  EXPECT_THAT(problems("base: \"b\"\ndesign: LATIN\nfactors { field: \"a/b/c\" values: 1 }"),
              ElementsAre(testing::HasSubstr("2:9: `LATIN` is no value of `design`")));
  EXPECT_THAT(problems("name: \"x\"\n"),
              ElementsAre("1:1: `base` is missing (the scenario that is asked about)",
                          "1:1: nothing is asked (say `factors`, `variants` or `capacity`)"));
  EXPECT_THAT(
      problems(R"(base: "b"
replications: -1
factors { field: "a/b/c" values: [1, 2, 1] }
factors { field: "a/b/d" }
factors { field: "a/b/e" values: 1 texts: "x" }
factors { field: "a/b/c" values: 3 }
factors { field: "a/b/f" scale: true texts: "x" }
factors { field: "a/b/g" range { from: 2 to: 1 steps: 2 } }
factors { field: "a/b/h" range { from: 0 to: 1 } }
factors { field: "a/b/i" range { from: 0 to: 1 steps: 3 logarithmic: true } }
factors { field: "a/b/j" range { from: 1 to: 3 steps: 4 whole_numbers: true } }
factors { field: "a/b/k" name: "value" values: 1 }
factors { values: 1 }
)"),
      ElementsAre(
          "2:1: `replications` is -1; it must be 1 to 1000000", "3:11: `a/b/c` has the value 1 twice",
          "4:11: `a/b/d` has no values (give one of `values`, `texts` and `range`)",
          "5:11: `a/b/e` has values of two kinds (give one of `values`, `texts` and `range`)",
          "6:11: the name `a/b/c` is taken (give each factor a `name`)",
          "7:38: `x` is no number to multiply by", "8:26: the range is from 2 to 1; it must go up",
          "9:26: the range has 0 steps; it must be 2 to 100000 (`steps` (in words: `by`) says how many "
          "values it stands for)",
          "10:26: a logarithmic range begins above 0", "11:26: `a/b/j` has the value 2 twice",
          "12:26: the name `value` is taken (give each factor a `name`)",
          "13:1: `field` is missing (what is changed, e.g. lines/L125/paths_per_day)"));
}

TEST_F(StudyText, HasVariants) {
  const LoadedStudy loaded = load(R"(
question: "Which?"
takes: "a second"
base: "../base.txtpb"
changes: "demand/growth = 2"
variants { name: "cranes" changes: "points/PL_MAL/cranes = 4" investment { a_year: 2e6 note: "assumed" } }
variants { name: "other" file: "other.txtpb" changes: "lines/L1/tracks = 2" }
selection { kpi: "total/both/teu_delivered" worth: 40 zone: 1000 most_replications: 50 }
)");
  ASSERT_TRUE(loaded.study) << to_string(loaded.problems.front());
  const Study& study = *loaded.study;
  EXPECT_EQ(study.question, "Which?");
  EXPECT_EQ(study.takes, "a second");
  ASSERT_EQ(study.variants.size(), 2u);
  EXPECT_EQ(study.variants[0].file, study.base);
  EXPECT_THAT(study.variants[0].changes, ElementsAre("demand/growth = 2", "points/PL_MAL/cranes = 4"));
  EXPECT_EQ(study.variants[0].cost_a_year, 2e6);
  EXPECT_EQ(study.variants[1].file, (folder_.path() / "other.txtpb").lexically_normal());
  EXPECT_THAT(study.variants[1].changes, ElementsAre("demand/growth = 2", "lines/L1/tracks = 2"));
  ASSERT_TRUE(study.selection);
  EXPECT_EQ(study.selection->worth, 40);
  EXPECT_EQ(study.selection->probability, 0.95);
  EXPECT_EQ(study.selection->first, 10);
  EXPECT_EQ(study.selection->most, 50);
  EXPECT_FALSE(study.capacity);
}

// Where each change, KPI and factor is written, in lists too, whatever else is in the file.
TEST_F(StudyText, KnowsWhereItsTextsAreWritten) {
  const LoadedStudy loaded = load(R"(# a comment: [ "x" ]
base: "b.txtpb"
changes: "a/b/c = 1"
changes: [
  "a/b/d = [1, 2]",  # a list in a text
  "a/b/e" " = 2"
]
variants { name: "x" changes: ["a/b/f = 1", "a/b/g = 2"] changes: "a/b/h = 3" }
variants { name: "y" file: "other.txtpb" }
kpis: ["k/1", "k/2"]
)");
  ASSERT_TRUE(loaded.study) << to_string(loaded.problems.front());
  const auto places = [](const std::vector<Written>& all) {
    std::vector<std::string> texts;
    for (const Written& one : all)
      texts.push_back(std::to_string(one.line) + ":" + std::to_string(one.column));
    return texts;
  };
  const Study& study = *loaded.study;
  EXPECT_THAT(places(study.changes_written), ElementsAre("3:1", "5:3", "6:3"));
  EXPECT_THAT(places(study.variants[0].changes_written),
              ElementsAre("3:1", "5:3", "6:3", "8:32", "8:45", "8:58"));
  EXPECT_THAT(places(study.kpis_written), ElementsAre("10:8", "10:15"));
  EXPECT_THAT(places({study.base_written, study.variants[0].file_written, study.variants[1].file_written}),
              ElementsAre("2:1", "2:1", "9:22"));
  EXPECT_EQ(study.base_written.file, (folder_.path() / "cranes.txtpb").string());
  const LoadedStudy swept = load("base: \"b\"\nfactors {\n  values: 1 field: \"a/b/c\"\n}\n");
  EXPECT_THAT(places({swept.study.value().factors[0].written}), ElementsAre("3:13"));
}

TEST_F(StudyText, AsksForACapacity) {
  const LoadedStudy loaded = load("base: \"b.txtpb\"\ncapacity { flows: \"f*\" steps: 1 }\n");
  ASSERT_TRUE(loaded.study) << to_string(loaded.problems.front());
  ASSERT_TRUE(loaded.study->capacity);
  EXPECT_EQ(loaded.study->capacity->flows, "f*");
  EXPECT_EQ(loaded.study->capacity->precision, 0.02);
  EXPECT_EQ(loaded.study->capacity->most_replications, 40);
  EXPECT_EQ(loaded.study->capacity->steps, 1);
}

TEST_F(StudyText, AsksForAPrecision) {
  const std::string variant = "base: \"b\"\nvariants { name: \"v\" changes: \"a/b/c = 1\" }\n";
  const LoadedStudy loaded = load(variant + "precision: 0.005 most_replications: 50 confirm_binding: true\n");
  ASSERT_TRUE(loaded.study) << to_string(loaded.problems.front());
  EXPECT_EQ(loaded.study->precision, 0.005);
  EXPECT_EQ(loaded.study->most_replications, 50);
  EXPECT_TRUE(loaded.study->confirm_binding);
  const LoadedStudy plain = load(variant);
  ASSERT_TRUE(plain.study);
  EXPECT_EQ(plain.study->precision, std::nullopt);
  EXPECT_FALSE(plain.study->confirm_binding);
  EXPECT_THAT(problems(variant + "precision: 1.5\nreplications: 5\nmost_replications: 9\n"),
              ElementsAre("3:1: `precision` is 1.5; it must be above 0 and below 1 (a share: 0.01 is 1 %)",
                          "4:1: `replications` does not belong here (`precision` runs as many as it takes)",
                          "5:1: `most_replications` is 9; it must be 10 to 1000000"));
  EXPECT_THAT(problems(variant + "most_replications: 20\n"),
              ElementsAre("3:1: `most_replications` does not belong here (it is of `precision`)"));
  EXPECT_THAT(
      problems("base: \"b\"\ncapacity { steps: 1 }\nprecision: 0.01\nconfirm_binding: true\n"),
      ElementsAre("3:1: `precision` does not belong here (`capacity` has one of its own)",
                  "4:1: `confirm_binding` does not belong here (it is of `variants` that are compared)"));
}

TEST_F(StudyText, SaysAllThatIsWrongWithVariants) {
  EXPECT_THAT(problems(R"(base: "b"
variants { changes: "a/b/c = 1" }
variants { name: "x" }
variants { name: "x" file: "f" investment { a_year: -1 } }
replications: 3
)"),
              ElementsAre("2:1: `name` is missing",
                          "3:1: is the base, since it has no `changes` (say what differs: "
                          "`changes`, or another scenario's `file`)",
                          "4:12: the name `x` is taken (names of variants tell them apart in the answer)",
                          "4:32: nothing is selected, so that it does not matter what this costs (say "
                          "`selection`, or leave `investment` out)",
                          "4:32: `a_year` is -1; it must be 0 or more",
                          "4:32: `note` is missing (where the figure comes from, or that it is assumed)"));
  EXPECT_THAT(
      problems(R"(base: "b"
variants { name: "x" file: "f" investment { a_year: 5 note: "assumed" } }
selection { probability: 1 first_replications: 1 }
replications: 3
kpis: "a/*"
)"),
      ElementsAre("3:1: `kpi` is missing", "3:1: `zone` must be above 0 (a difference too small to matter)",
                  "3:1: `worth` is missing: how much money is a unit of the KPI worth?",
                  "3:13: `probability` must lie between 0 and 1 (0.95 is usual)",
                  "3:28: from 1 to 200 replications: it must be 2 or more, at most 1000000, and the "
                  "first number not the greater one",
                  "4:1: `replications` does not belong here (`selection` and `capacity` say that "
                  "themselves)",
                  "5:1: `kpis` does not belong here (`selection` and `capacity` say that themselves)"));
  EXPECT_THAT(
      problems("base: \"b\"\ncapacity { precision: 1 steps: 0 most_replications: 1 }\n"
               "variants { name: \"x\" file: \"f\" }\n"),
      ElementsAre("1:1: more than one thing is asked (say one of `factors`, `variants` and `capacity`)",
                  "2:12: `precision` must lie between 0 and 1",
                  "2:25: `steps` must be 1 to 20 (1: as it is; each more widens what bound before)",
                  "2:34: `most_replications` must be 2 to 100000"));
  EXPECT_THAT(
      problems("base: \"b\"\ndesign: LIST\nvariants { name: \"x\" file: \"f\" }\nreplications: 1\n"),
      ElementsAre("2:1: `design` does not belong here (it says how the values of `factors` are combined)",
                  "4:1: `replications` is 1; a difference is known from 2 or more"));
  EXPECT_THAT(problems("base: \"b\"\nselection { kpi: \"k\" zone: 1 }\n"),
              ElementsAre("2:1: there is nothing to select from (say `variants`)"));
}

TEST_F(StudyText, DesignsFitTheirFactors) {
  const std::string two = "base: \"b\"\nfactors { field: \"a/b/c\" values: [1, 2] }\n";
  EXPECT_THAT(problems(two + "factors { field: \"a/b/d\" values: [1, 2, 3] }\ndesign: LIST"),
              ElementsAre("3:11: `a/b/d` has 3 values, `a/b/c` has 2; in a list all have equally many"));
  EXPECT_THAT(problems(two + "factors { field: \"a/b/d\" values: [1, 1] }\ndesign: LIST"), IsEmpty());
  EXPECT_THAT(
      problems(two + "design: LATIN_HYPERCUBE"),
      ElementsAre(
          "1:1: `points` is 0; it must be 1 to 1000000 (a Latin hypercube has so many design points)"));
  EXPECT_THAT(problems(two + "points: 5"),
              ElementsAre("3:1: `points` and `design_seed` are for a Latin hypercube only"));
  EXPECT_THAT(
      problems(
          two +
          "factors { field: \"a/b/d\" range { from: 1 to: 2 steps: 3 } }\ndesign: LATIN_HYPERCUBE points: 9"),
      ElementsAre("3:26: a Latin hypercube draws from the whole range and takes no `steps`"));
  const std::string thousand = " range { from: 1 to: 2 steps: 1001 } }\n";
  EXPECT_THAT(problems("base: \"b\"\nfactors { field: \"a/b/c\"" + thousand + "factors { field: \"a/b/d\"" +
                       thousand),
              ElementsAre("2:1: more than 1000000 design points"));
}

TEST_F(StudyText, OtherFilesAreNoStudies) {
  EXPECT_TRUE(load_study(folder_.path() / "none.txtpb").problems.at(0).io);
  EXPECT_EQ(load_study("study.json").problems.at(0).hint, "names of study files end in .txtpb");
}

TEST(FactorText, IsReadAsItIsWritten) {
  const auto read = [](const std::string& line) {
    const FactorText found = read_factor(line);
    return found.complaint.empty() ? found.factor.ShortDebugString() : found.complaint;
  };
  EXPECT_EQ(read("points/PL-MAL/cranes = 2, 4,6"),
            R"(field: "points/PL-MAL/cranes" texts: "2" texts: "4" texts: "6")");
  EXPECT_EQ(read("flows/*/containers_per_year*=0.9,1"),
            R"(field: "flows/*/containers_per_year" scale: true texts: "0.9" texts: "1")");
  EXPECT_EQ(read("speed: lines/*/x = 1..4 by 3 log"),
            R"(field: "lines/*/x" name: "speed" range { from: 1 to: 4 steps: 3 logarithmic: true })");
  EXPECT_EQ(read("lines/*/x=-1.5..4 whole"),
            R"(field: "lines/*/x" range { from: -1.5 to: 4 whole_numbers: true })");
  EXPECT_EQ(read("a/b/rule = FULL_LOAD, RATE"), R"(field: "a/b/rule" texts: "FULL_LOAD" texts: "RATE")");
  EXPECT_EQ(read(R"(a/b/name = "x, y", z)"), R"(field: "a/b/name" texts: "\"x, y\"" texts: "z")");
  EXPECT_EQ(read("a/b/c"), "there is no `=` between field and values");
  EXPECT_EQ(read("a/b/c = 1,,2"), "a value is missing");
  EXPECT_EQ(read("a/b/c ="), "a value is missing");
  EXPECT_EQ(read("a/b/c = 1..x by 3"), "`1..x by 3` is no range");
  EXPECT_EQ(read("a/b/c = 1..5 by"), "`1..5 by` is no range");
}

TEST(FactorText, NamesItselfInProblems) {
  StudyInWords words;
  words.base = "some/base.txtpb";
  words.factors = {"a/b/c = 1, 1", "a/b/d = 1..2"};
  const LoadedStudy loaded = study_from(words);
  ASSERT_EQ(loaded.problems.size(), 2u);
  EXPECT_EQ(to_string(loaded.problems[0]), "--vary 'a/b/c = 1, 1': `a/b/c` has the value 1 twice");
  EXPECT_EQ(to_string(loaded.problems[1]),
            "--vary 'a/b/d = 1..2': the range has 0 steps; it must be 2 to 100000");
  words.factors = {"a/b/d = 1..2"};
  words.points = 7;
  const LoadedStudy drawn = study_from(words);
  ASSERT_TRUE(drawn.study);
  EXPECT_EQ(drawn.study->name, "base");
  EXPECT_EQ(drawn.study->design, Design::kLatinHypercube);
  EXPECT_EQ(drawn.study->points, 7);
}

TEST(NumberText, IsTidy) {
  const auto grid = [](FactorRange range, int steps) {
    std::string all;
    for (int i = 0; i < steps; ++i) all += number_at(range, i / (steps - 1.0)) + " ";
    return all;
  };
  EXPECT_EQ(grid({0.1, 0.5, false, false}, 5), "0.1 0.2 0.3 0.4 0.5 ");
  EXPECT_EQ(grid({1, 1000, true, false}, 4), "1 10 100 1000 ");
  EXPECT_EQ(grid({-1, 1, false, false}, 3), "-1 0 1 ");
  EXPECT_EQ(grid({-1, 1, false, true}, 4), "-1 0 0 1 ");
  EXPECT_EQ(grid({10, 5000000, false, true}, 2), "10 5000000 ");
}

TEST(NumberText, WholeNumbersAtTheEndsAreAsLikelyAsOthers) {
  std::map<std::string, int> counts;
  for (int i = 0; i < 3000; ++i) ++counts[drawn_number({0.5, 3.2, false, true}, (i + 0.5) / 3000)];
  EXPECT_EQ(counts, (std::map<std::string, int>{{"1", 1000}, {"2", 1000}, {"3", 1000}}));
  counts.clear();
  for (int i = 0; i < 3000; ++i) ++counts[drawn_number({1, 7, true, true}, (i + 0.5) / 3000)];
  EXPECT_EQ(counts["1"], 1000) << "1 to 2 is a third of the way from 1 to 8";
  EXPECT_EQ(counts.size(), 7u);
}

}  // namespace
}  // namespace scenarios
