// `landbridge study`: each kind of question, answered as the command of that kind does.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/cli/program.h"

namespace {

using nlohmann::json;
using program::in_one_line;
using program::Result;
using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

class Study : public program::Program {
 protected:
  // Of the toy with one border.
  std::string study(const std::string& rest) {
    write("s.txtpb", "base: \"" LANDBRIDGE_ROOT "/scenarios/toys/one_border.txtpb\"\n" + rest);
    return "study s.txtpb ";
  }
  const std::string slow_ = "variants { name: \"slow\" changes: \"lines/BROAD/speed_km_per_day = 600\" }\n";
};

TEST_F(Study, ComparesVariants) {
  const std::string command =
      study("question: \"What if the line is slow?\"\n" + slow_ +
            "kpis: \"transit/EAST-WEST/mean_days\"\nkpis: \"total/both/trains_departed\"\nreplications: 4\n");
  const Result result = run(command);
  EXPECT_EQ(result.code, 0) << result.err;
  EXPECT_THAT(result.out, StartsWith("What if the line is slow?\n\nslow against one-border\n"));
  // 3,000 km at 1,000 km a day or at 600: two days more.
  EXPECT_THAT(in_one_line(result.out),
              AllOf(HasSubstr(" days instead of "), HasSubstr(" more at 95 %. "),
                    HasSubstr("trains in 365 days as before, in every replication.")));
  const json same = json::parse(run("compare " + toy_ +
                                    " -c 'lines/BROAD/speed_km_per_day = 600' -n 4 --json"
                                    " -k transit/EAST-WEST/mean_days -k total/both/trains_departed")
                                    .out);
  const json mine = json::parse(run(command + "--json").out);
  EXPECT_EQ(mine.at(0).at("variant"), "slow");
  EXPECT_EQ(mine.at(0).at("study"), "s");
  EXPECT_EQ(mine.at(0).at("question"), "What if the line is slow?");
  EXPECT_EQ(mine.at(0).at("kpis"), same.at(0).at("kpis"));
  EXPECT_EQ(json::parse(run(command + "--json -n 3").out).at(0).at("replications"), 3);
}

// One that is shipped, with three replications. Gantries lift what comes, so that twice as many are used half
// as much, as long as they are enough.
TEST_F(Study, OfTheShelfEndsInAnAnswer) {
  const std::string command = "study " LANDBRIDGE_ROOT "/scenarios/studies/khorgos-gantries.txtpb -n 3 ";
  const Result told = run(command);
  EXPECT_EQ(told.code, 0) << told.err;
  EXPECT_THAT(in_one_line(told.out),
              AllOf(StartsWith("How many gantry cranes does Khorgos need for 19 to 20 trains a day?"),
                    HasSubstr("In two gantries a queue grows at Altynkol: lift (bay, "),
                    HasSubstr("Altynkol: lift: utilisation: 100 % instead of 7")));
  const json all = json::parse(run(command + "--json").out);
  ASSERT_EQ(all.size(), 3u);
  const auto used = [](const json& variant) {
    for (const json& kpi : variant.at("kpis"))
      if (kpi.at("key") == "terminal/KZ_ALT.lift/utilisation") return kpi;
    return json();
  };
  const double of_three = used(all[1]).at("base").at("mean");
  EXPECT_NEAR(4 * used(all[1]).at("variant").at("mean").get<double>(), 3 * of_three, 0.03);
  EXPECT_NEAR(5 * used(all[2]).at("variant").at("mean").get<double>(), 3 * of_three, 0.03);
}

TEST_F(Study, SelectsWhatItCostsTakenIntoAccount) {
  const auto selecting = [&](const char* cost) {
    return study(
        "variants { name: \"fast\" changes: \"lines/BROAD/speed_km_per_day = 1200\" investment { a_year: " +
        std::string(cost) + " note: \"assumed\" } }\n" +
        "selection { kpi: \"transit/EAST-WEST/mean_days\" less_is_better: true worth: 100 zone: 1 "
        "currency: \"CHF\" }\n");
  };
  const Result cheap = run(selecting("10"));
  EXPECT_EQ(cheap.code, 0) << cheap.err;
  EXPECT_THAT(in_one_line(cheap.out), AllOf(HasSubstr("fast is selected"), HasSubstr("by 1 CHF or more")));
  EXPECT_THAT(run(selecting("75")).out, HasSubstr("one-border is selected"));
  EXPECT_EQ(run(selecting("75") + "-n 5").code, 2) << "it runs as many as it takes";
}

TEST_F(Study, FindsACapacityAsTheCommandDoes) {
  const std::string command = study(
      "changes: \"lines/NARROW/length_km = 400\"\n"
      "capacity { precision: 0.5 most_replications: 5 steps: 1 }\n");
  json mine = json::parse(run(command + "--json").out);
  EXPECT_EQ(mine.at("study"), "s");
  EXPECT_TRUE(mine.at("question").is_null());
  mine.erase("study");
  mine.erase("question");
  json theirs = json::parse(run("capacity " + toy_ +
                                " -c 'lines/NARROW/length_km = 400' --precision 50% --max-replications 5 "
                                "--steps 1 --json")
                                .out);
  // The one difference: each says what would ask for more.
  const auto answer_less = [](json& found, const std::string& hint) {
    auto& answer = found.at("steps").at(0).at("answer").get_ref<std::string&>();
    const std::size_t at = answer.find(hint);
    EXPECT_NE(at, std::string::npos) << answer;
    if (at != std::string::npos) answer.erase(at, hint.size());
  };
  answer_less(mine, "(`most_replications`)");
  answer_less(theirs, "(--max-replications)");
  EXPECT_EQ(mine, theirs);
}

TEST_F(Study, SweepsIntoAFile) {
  const std::string command =
      study("factors { field: \"lines/NARROW/length_km\" values: [400, 500] }\nreplications: 2\n");
  const Result nowhere = run(command);
  EXPECT_EQ(nowhere.code, 2);
  EXPECT_THAT(nowhere.err, HasSubstr("a sweep is kept in a file: say where with --out"));
  const Result result = run(command + "-o s.sqlite");
  EXPECT_EQ(result.code, 0) << result.err;
  EXPECT_THAT(result.out, HasSubstr("s.sqlite: 4 of 4 replications"));
}

TEST_F(Study, KeepsResultsInAFolder) {
  EXPECT_EQ(run(study(slow_ + "replications: 2\n") + "-o c").code, 0);
  EXPECT_TRUE(std::filesystem::exists(file("c/manifest.json")));
  const json manifest = json::parse(files::content(file("c/manifest.json")));
  EXPECT_THAT(manifest.dump(), HasSubstr("landbridge study s.txtpb --replications 2"));
  EXPECT_EQ(run(study("capacity { precision: 0.5 most_replications: 2 steps: 1 }\n") + "-o k").code, 0);
  EXPECT_TRUE(std::filesystem::exists(file("k/manifest.json")));
  const Result selection =
      run(study(slow_ + "selection { kpi: \"total/both/teu_delivered\" zone: 1 }\n") + "-o f");
  EXPECT_EQ(selection.code, 0) << selection.err;
  EXPECT_TRUE(std::filesystem::exists(file("f/selection.csv")));
}

TEST_F(Study, ConfirmsWhatBindsInItsVariants) {
  const std::string command = study(slow_ + "replications: 3\n");
  EXPECT_THAT(in_one_line(run(command + "--confirm-binding").out),
              HasSubstr("by a paired run with 3 bays instead of 2"));
  study(slow_ + "replications: 3\nconfirm_binding: true\n");
  EXPECT_THAT(in_one_line(run(command).out), HasSubstr("by a paired run with 3 bays instead of 2"));
  study(slow_ + "replications: 3\n");
  EXPECT_THAT(in_one_line(run(command).out), testing::Not(HasSubstr("by a paired run with")));
  const Result selection =
      run(study(slow_ + "selection { kpi: \"total/both/teu_delivered\" zone: 1 }\n") + "--confirm-binding");
  EXPECT_EQ(selection.code, 2);
  EXPECT_THAT(selection.err, HasSubstr("--confirm-binding: only where variants are compared"));
}

// As `compare` does, and whether the file asks for it or the command line, which goes first.
TEST_F(Study, RunsAsManyReplicationsAsItTakes) {
  const std::string command = study(slow_), kpi = "kpis: \"total/both/teu_delivered\"\n";
  const auto first_of = [&](const std::string& text) { return json::parse(run(text + " --json").out).at(0); };
  const json same = first_of("compare " + toy_ + " -c 'lines/BROAD/speed_km_per_day = 600' --precision 0.1%");
  ASSERT_GT(same.at("replications"), 10);
  const json typed = first_of(command + "--precision 0.1%");
  EXPECT_EQ(typed.at("precision"), same.at("precision"));
  EXPECT_EQ(typed.at("variant_results_hash"), same.at("variant_results_hash"));
  study(slow_ + kpi + "precision: 0.001\n");
  EXPECT_EQ(first_of(command).at("variant_results_hash"), same.at("variant_results_hash"));
  EXPECT_EQ(first_of(command + "-n 3").at("replications"), 3);
  study(slow_ + "precision: 0.00001 most_replications: 11\n");
  EXPECT_EQ(first_of(command).at("replications"), 11);
  EXPECT_EQ(first_of(command + "--max-replications 12").at("replications"), 12);
  EXPECT_THAT(in_one_line(run(command).out), HasSubstr("; `most_replications` allows more"));
  EXPECT_THAT(in_one_line(run(command + "--max-replications 12").out),
              HasSubstr("; --max-replications allows more"));
  EXPECT_EQ(run(command + "--max-replications 12 -n 3").code, 2);
  study(slow_ + "replications: 4\n");
  EXPECT_EQ(first_of(command + "--precision 0.1%").at("replications"), same.at("replications"));
}

TEST_F(Study, IsPreciseOfDifferencesOnly) {
  const std::string factors = "factors { field: \"lines/NARROW/length_km\" values: [400, 500] }\n";
  const Result sweep = run(study(factors) + "-o s.sqlite --precision 1%");
  EXPECT_EQ(sweep.code, 2);
  EXPECT_THAT(sweep.err, HasSubstr("--precision: only where variants are compared"));
  const Result file = run(study(factors + "precision: 0.01\n") + "-o s.sqlite");
  EXPECT_EQ(file.code, 3);
  EXPECT_THAT(file.err, HasSubstr("s.txtpb:3:1: error: `precision` does not belong here"));
}

TEST_F(Study, SaysWhatIsNoneOrIsWrong) {
  const Result scenario = run("study " + toy_);
  EXPECT_EQ(scenario.code, 2);
  EXPECT_THAT(scenario.err, HasSubstr("is a scenario, no study; `landbridge run` simulates it"));
  const Result nothing = run(study(""));
  EXPECT_EQ(nothing.code, 3);
  EXPECT_THAT(nothing.err, HasSubstr("s.txtpb:1:1: error: nothing is asked"));
  EXPECT_EQ(run("study nowhere.txtpb").code, 4);
  const Result variant = run(study("variants { name: \"x\" changes: \"lines/BROD/tracks = 2\" }\n"));
  EXPECT_EQ(variant.code, 3);
  EXPECT_THAT(variant.err, AllOf(HasSubstr("BROD"), HasSubstr("did you mean")));
  study(slow_);
  const Result swept = run("sweep s.txtpb -o s.sqlite");
  EXPECT_EQ(swept.code, 2);
  EXPECT_THAT(swept.err, HasSubstr("nothing varies in this study; `landbridge study` answers it"));
  EXPECT_FALSE(std::filesystem::exists(file("s.sqlite")));
}

// As problems of a scenario are: where they are written, with the name of the variant.
TEST_F(Study, SaysWhereAChangeIsWrong) {
  const Result result =
      run(study("changes: \"lines/NARROW/length_km = 400\"\n"
                "variants { name: \"first\" changes: \"lines/BROAD/tracks = 2\" }\n"
                "variants {\n  name: \"second\"\n  changes: [\n    \"lines/BROAD/tracks = 2\",\n"
                "    \"lines/BROD/tracks = 2\"\n  ]\n}\n"
                "variants { name: \"third\" changes: \"lines/BROAD/length_km = -5\" }\n"
                "variants { name: \"fourth\" file: \"nowhere.txtpb\" }\n"
                "variants { name: \"twice\" changes: [\"lines/BROAD/tracks = 2\", \"lines/NARROW/length_km = "
                "4\"] }\n"));
  EXPECT_EQ(result.code, 3);
  EXPECT_THAT(result.err, AllOf(HasSubstr("s.txtpb:8:5: error: variant `second`: `BROD` is not among"),
                                HasSubstr("s.txtpb:11:26: error: variant `third`: `length_km` is -5 km"),
                                HasSubstr("s.txtpb:12:27: error: variant `fourth`: `nowhere.txtpb`"),
                                HasSubstr("s.txtpb:13:62: error: variant `twice`: "),
                                HasSubstr("the first change is at s.txtpb:2;"), HasSubstr("\n4 problems\n"),
                                testing::Not(HasSubstr("change 1"))));
}

TEST_F(Study, SaysWhereABaseOrFactorIsWrong) {
  write("b.txtpb",
        "name: \"b\"\nbase: \"missing.txtpb\"\nvariants { name: \"x\" changes: \"lines/A/tracks = 2\" }\n");
  const Result base = run("study b.txtpb");
  EXPECT_EQ(base.code, 4) << "what cannot be read";
  EXPECT_THAT(base.err, HasSubstr("b.txtpb:2:1: error: `missing.txtpb`"));
  EXPECT_THAT(base.err, HasSubstr("\n1 problem\n")) << "not for each variant again";
  write("f.txtpb", "base: \"missing.txtpb\"\nfactors { field: \"lines/A/tracks\" values: [1, 2] }\n");
  EXPECT_THAT(run("study f.txtpb -o f.sqlite").err, HasSubstr("f.txtpb:1:1: error: `missing.txtpb`"));
  const Result factor = run(study("factors {\n  field: \"experiment\" values: [1, 2]\n}\n") + "-o s.sqlite");
  EXPECT_EQ(factor.code, 3);
  EXPECT_THAT(factor.err,
              AllOf(HasSubstr("s.txtpb:3:3: error: `experiment` is a part of the scenario, not a field"),
                    HasSubstr("experiment/spin_up")));
  const Result words = run("sweep " + toy_ + " --vary 'lines/X/tracks = 1, 2' -o s.sqlite");
  EXPECT_THAT(words.err, HasSubstr("--vary 'lines/X/tracks = 1, 2': error: `X` is not among"));
}

// The author of a study typed no option.
TEST_F(Study, SaysWhatIsWrongInItsOwnWords) {
  const auto wrong = [&](const std::string& rest, const std::string& what) {
    const Result result = run(study(rest) + "-o out");
    EXPECT_EQ(result.code, 3) << rest;
    EXPECT_THAT(result.err, AllOf(HasSubstr(what), testing::Not(HasSubstr("--")))) << rest;
  };
  wrong(slow_ + "kpis: \"total/*/teu_delivered\"\nkpis: \"nonsense/*\"\n",
        "s.txtpb:4:1: error: `nonsense/*`: no KPI");
  wrong("capacity { flows: \"nonsense\" }\n", "s.txtpb:2:12: error: `nonsense`: no flow, matrix");
  wrong("factors { field: \"lines/NARROW/length_km\" values: [400, 500] }\nkpis: \"nonsense/*\"\n",
        "s.txtpb:3:1: error: `nonsense/*`: no KPI of the base");
  EXPECT_FALSE(std::filesystem::exists(file("out")));
  const auto selects = [&](const std::string& rest) {
    return run(study(slow_ + "selection { " + rest + " }\n"));
  };
  const Result luck = selects("kpi: \"total/both/teu_delivered\" zone: 1 probability: 0.4");
  EXPECT_EQ(luck.code, 3);
  EXPECT_THAT(luck.err,
              HasSubstr("s.txtpb:3:53: error: `probability` is 0.4: whoever picks one of 2 at random"));
  const Result none = selects("kpi: \"nonsense\" zone: 1 most_replications: 10");
  EXPECT_EQ(none.code, 3);
  EXPECT_THAT(none.err, HasSubstr("s.txtpb:3:13: error: `nonsense`: no KPI has such a key"));
  const Result undecided =
      selects("kpi: \"total/both/trains_departed\" zone: 1e-9 first_replications: 2 most_replications: 2");
  EXPECT_THAT(undecided.out, testing::Not(HasSubstr("--")));
}

// All at once, each at its place, and not below a question that is not answered.
TEST_F(Study, SaysAllThatIsWrongAtOnce) {
  const Result result =
      run(study("question: \"q?\"\nvariants { name: \"v\" changes: \"gauge_changes/*/bay = 3\" }\n"
                "kpis: \"total/both/teu_deliverd\"\n"));
  EXPECT_EQ(result.code, 3);
  EXPECT_EQ(result.out, "");
  EXPECT_THAT(result.err,
              AllOf(HasSubstr("s.txtpb:3:22: error: variant `v`: GaugeChange has no field `bay`"),
                    HasSubstr("s.txtpb:4:1: error: `total/both/teu_deliverd`: no KPI has such a key, in "
                              "what can be read\n"),
                    HasSubstr("did you mean `total/both/teu_delivered`?"), HasSubstr("2 problems")));
}

TEST_F(Study, SaysWhereAnotherTimeIsCounted) {
  const Result file = run(
      study("variants {\n  name: \"x\"\n  file: \"" LANDBRIDGE_ROOT "/scenarios/toys/gridlock.txtpb\"\n}\n"));
  EXPECT_EQ(file.code, 3);
  EXPECT_THAT(file.err, HasSubstr("s.txtpb:4:3: error: variant `x`: counts 10 days, one-border 365"));
  const Result change = run(study("variants { name: \"x\"\n changes: \"experiment/counted = 10 d\" }\n"));
  EXPECT_EQ(change.code, 3);
  EXPECT_THAT(change.err, HasSubstr("s.txtpb:3:2: error: variant `x`: counts 10 days"));
  const Result other =
      run(study("variants {\n  name: \"x\"\n  changes: \"points/EAST/name = counted anew\"\n"
                "  changes: \"experiment/counted = 10 d\"\n}\n"));
  EXPECT_EQ(other.code, 3);
  EXPECT_THAT(other.err, HasSubstr("s.txtpb:5:3: error: variant `x`: counts 10 days"))
      << "the word in another change is not the field";
}

TEST_F(Study, AsksWhichWayOfTimes) {
  const std::string kpi = "selection { kpi: \"transit/EAST-WEST/mean_days\" zone: 0.1 ";
  const Result neither = run(study(slow_ + kpi + "}\n"));
  EXPECT_EQ(neither.code, 3);
  EXPECT_THAT(neither.err,
              HasSubstr("s.txtpb:3:13: error: is less of `transit/EAST-WEST/mean_days` better, or more?"));
  EXPECT_THAT(run(study(slow_ + kpi + "less_is_better: false }\n")).out, HasSubstr("slow is selected"));
}

TEST_F(Study, OfCapacityNeedsDemand) {
  write("c.txtpb", "base: \"" LANDBRIDGE_ROOT "/scenarios/toys/meets.txtpb\"\ncapacity { steps: 1 }\n");
  const Result none = run("study c.txtpb");
  EXPECT_EQ(none.code, 3);
  EXPECT_THAT(none.err, HasSubstr("c.txtpb:1:1: error: the scenario has no demand that could grow"));
  const Result typed = run("capacity '" LANDBRIDGE_ROOT "/scenarios/toys/meets.txtpb'");
  EXPECT_EQ(typed.code, 3);
  EXPECT_THAT(typed.err, HasSubstr("meets.txtpb: error: the scenario has no demand that could grow"));
}

}  // namespace
