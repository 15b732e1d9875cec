// What the page says of a sweep.
#include "studies/report_sweep.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "studies/study_file.h"
#include "tests/studies/files.h"
#include "tests/studies/toy_study.h"

namespace studies {
namespace {

using testing::HasSubstr;

// Three design points with five replications each: `step` more at each next point, and the same noise.
nlohmann::json report_of(double step) {
  const files::TemporaryFolder folder;
  StudyFile file(folder.path() / "s.sqlite", toys::facts(3, 5));
  for (int point = 0; point < 3; ++point) {
    for (int replication = 0; replication < 5; ++replication) {
      const double noise = (replication * 2 + point) % 5 - 2.0;
      file.add({{point,
                 replication,
                 "scenario " + std::to_string(point),
                 "horizon",
                 100,
                 7,
                 "hash",
                 {{"total/both/teu_delivered", "TEU", 10 + step * point + 0.1 * noise, true}}}});
    }
  }
  return nlohmann::json::parse(sweep_report_json(file.database(), nullptr));
}

TEST(SweepReport, NamesAnEffectWithItsIntervals) {
  // Noise of -0.2 to 0.2: sd 0.158, t(4; 0.975) = 2.776, half width 2.776 x 0.158 / sqrt(5) = 0.196.
  EXPECT_THAT(report_of(5)["answer"].get<std::string>(),
              HasSubstr("total/both/teu_delivered: from 10.0 ± 0.2 TEU ("));
}

TEST(SweepReport, TakesNoiseForNoEffect) {
  EXPECT_EQ(report_of(0)["answer"], "None of these results surely differs between design points.");
  EXPECT_EQ(report_of(0.3)["answer"], "None of these results surely differs between design points.")
      << "0.6 lies within twice the intervals of the least and the greatest, 0.784";
}

// Three design points with so many replications each of a KPI that is 10, 15 and 20 in each of them.
nlohmann::json steps_of(int replications, int complete, const std::string& stop = "horizon") {
  const files::TemporaryFolder folder;
  StudyFile file(folder.path() / "s.sqlite", toys::facts(3, replications));
  for (int point = 0; point < 3; ++point) {
    for (int replication = 0; replication < complete; ++replication)
      file.add({{point,
                 replication,
                 "scenario",
                 stop,
                 100,
                 7,
                 "hash",
                 {{"total/both/teu_delivered", "TEU", 10.0 + 5 * point + replication, true},
                  {"total/both/a", "TEU", 0, true},
                  {"total/both/b", "TEU", 7, true},
                  {"total/both/z", "TEU", 7 + 1e-3 * point + replication, true}}}});
  }
  return nlohmann::json::parse(sweep_report_json(file.database(), nullptr));
}

// A difference that cannot be judged is not denied.
TEST(SweepReport, SaysWhereNothingCanBeSaid) {
  const nlohmann::json single = steps_of(1, 1);
  EXPECT_THAT(single["answer"].get<std::string>(),
              testing::StartsWith("Of one replication each nothing can be said surely; "
                                  "total/both/teu_delivered: from 10 TEU ("));
  EXPECT_THAT(single["question"].get<std::string>(), HasSubstr("3 design points, 1 replication each."));
  EXPECT_THAT(
      steps_of(20, 1)["answer"].get<std::string>(),
      testing::StartsWith("Not finished: of fewer than two design points with two replications nothing "
                          "can be said surely; total/both/teu_delivered: from 10 TEU ("));
  EXPECT_EQ(steps_of(2, 2, "gridlock")["answer"],
            "Every replication ended in a gridlock: there is nothing to compare.");
}

TEST(SweepReport, ShowsSettingsThatWereDrawnToSixDigits) {
  EXPECT_EQ(setting_text("0.801386625137"), "0.801387");
  for (const char* as_written : {"666.667", "1.10", "2017", "BINDING", "1234567.890123"})
    EXPECT_EQ(setting_text(as_written), as_written);
}

TEST(SweepReport, FiguresSayWhatDiffers) {
  const nlohmann::json figures = steps_of(3, 3)["figures"];
  ASSERT_EQ(figures.size(), 4U) << "what is 0 everywhere says nothing";
  EXPECT_EQ(figures[0]["label"], "total/both/teu_delivered, most");
  EXPECT_THAT(figures[0]["note"].get<std::string>(), HasSubstr("; least 11"));
  EXPECT_EQ(figures[1]["label"], "total/both/z, most");
  EXPECT_THAT(figures[1]["note"].get<std::string>(), testing::EndsWith("; not surely apart"));
  EXPECT_EQ(figures[2]["label"], "total/both/b");
  EXPECT_EQ(figures[2]["note"], "the same at all design points");
  EXPECT_EQ(figures[3]["label"], "total/both/teu_delivered, least") << "four at least";
  EXPECT_EQ(figures[3]["value"][0], 11);
}

TEST(SweepReport, OfOneResultHasFourFigures) {
  const nlohmann::json data = report_of(5);
  std::vector<std::string> labels;
  for (const nlohmann::json& figure : data["figures"]) labels.push_back(figure["label"]);
  EXPECT_THAT(labels,
              testing::ElementsAre("total/both/teu_delivered, most", "total/both/teu_delivered, least",
                                   "Design points", "Replications"));
  EXPECT_EQ(data["figures"][2]["value"][0], 3);
  EXPECT_EQ(data["figures"][3]["value"][0], 15);
}

// It is finished, and differs from nothing.
TEST(SweepReport, OfOneDesignPointSaysWhatItIs) {
  const files::TemporaryFolder folder;
  StudyFile file(folder.path() / "s.sqlite", toys::facts(1, 2));
  for (int replication = 0; replication < 2; ++replication)
    file.add({{0,
               replication,
               "scenario",
               "horizon",
               100,
               7,
               "hash",
               {{"total/both/teu_delivered", "TEU", 10.0 + replication, true}}}});
  const nlohmann::json data = nlohmann::json::parse(sweep_report_json(file.database(), nullptr));
  EXPECT_THAT(data["answer"].get<std::string>(),
              testing::MatchesRegex("total/both/teu_delivered: 10.5 .+ 6.4 TEU .*; there is no other design "
                                    "point to set beside it\\."));
  EXPECT_THAT(data["question"].get<std::string>(), HasSubstr(" 1 design point, 2 replications each."));
  EXPECT_EQ(data["figures"].size(), 4U);
  EXPECT_THAT(data["figures"][0]["note"].get<std::string>(), testing::StartsWith("at "));
}

// As its file says; else what its factors are.
TEST(SweepReport, AsksWhatTheStudyAsked) {
  const files::TemporaryFolder folder;
  StudyFacts facts = toys::facts(3, 5);
  const auto asked = [&](const char* name) {
    StudyFile file(folder.path() / name, facts);
    return nlohmann::json::parse(sweep_report_json(file.database(), nullptr))["question"].get<std::string>();
  };
  EXPECT_EQ(asked("a.sqlite"),
            "What hangs on speed in two_points.txtpb? 3 design points, 5 replications each.");
  facts.question = "How fast?";
  EXPECT_EQ(asked("b.sqlite"), "How fast? 3 design points, 5 replications each.");
}

TEST(SweepReport, OfManyRunsHasNoFactsOfOne) {
  const nlohmann::json trust = report_of(1)["trust"];
  for (const char* fact : {"command", "started", "git_revision", "results_hash"})
    EXPECT_EQ(trust[fact], "") << fact;
}

}  // namespace
}  // namespace studies
