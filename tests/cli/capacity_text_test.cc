// What `landbridge capacity` says of a study that has been made.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/capacity_report.h"
#include "studies/capacity_directory.h"
#include "studies/capacity_warnings.h"
#include "studies/report_data.h"
#include "tests/cli/program.h"

namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

std::string text_of(const studies::CapacityStudy& study, const std::string& flows = "") {
  const scenarios::Scenario scenario =
      scenarios::Scenario::load(LANDBRIDGE_ROOT "/scenarios/toys/one_border.txtpb").scenario.value();
  const auto model = rail::Model::build(scenario.model_input());
  const studies::CapacityQuestion question;
  return program::in_one_line(cli::capacity_text({scenario, *model, question, study, flows}));
}

studies::CapacityStudy study_of(double carried, double bound) {
  studies::CapacityStudy study;
  study.steps.emplace_back().interval.carried = carried;
  study.bounds.emplace_back().times_demand = bound;
  study.bounds[0].price = 0.25;
  return study;
}

TEST(CapacityText, SaysWhyABoundHasNoPrices) {
  studies::CapacityStudy study = study_of(1.35, 1.4);
  EXPECT_THAT(text_of(study), AllOf(HasSubstr("+0.25 trains a day per"), Not(HasSubstr("without prices"))));
  study.bounds[0].price.reset();
  EXPECT_THAT(text_of(study), AllOf(Not(HasSubstr("trains a day per")),
                                    HasSubstr("without prices, as not all of these trains become more in "
                                              "proportion to that demand")));
}

// Queues that settle late are judged later; those that never settle may grow.
TEST(CapacityText, WarnsOfQueuesThatSettleLateOrNever) {
  studies::CapacityStudy late = study_of(9, 20), never = study_of(1, 2);
  std::vector<studies::CapacityTrial>& trials = late.steps[0].interval.trials;
  trials.resize(3);
  trials[0].demand = 20;
  trials[1].demand = 9;
  trials[2].demand = 4;
  trials[0].left_out_days = 28;
  trials[0].carried = studies::Carried::kNot;
  trials[0].growing = "service/EAST";
  trials[0].growing_trains = 12;
  trials[1].left_out_days = 70;
  trials[1].carried = studies::Carried::kSurely;
  EXPECT_THAT(
      text_of(late),
      AllOf(
          HasSubstr(
              "WARNING: at 9.00 and 20.00 times the demand queues settle, if at all, only after the spin-up "
              "(MSER-5); counting began up to 70 days later for these; lengthen"),
          HasSubstr(" carried: counted 70 days later "),
          HasSubstr(" not carried: queue of service/EAST: 12 trains more; counted 28 days later ")));
  never.steps[0].run_is_short = true;
  EXPECT_THAT(text_of(never), AllOf(HasSubstr("had not settled by half of the run"),
                                    HasSubstr("may be lower"), Not(HasSubstr("only after the spin-up"))));
}

TEST(CapacityText, WarnsOfDemandNotAskedAboutThatIsNotCarried) {
  studies::CapacityStudy study = study_of(1.33, 2);
  EXPECT_THAT(text_of(study), Not(HasSubstr("WARNING")));
  study.steps[0].others_growing = {"SOUTH"};
  EXPECT_THAT(text_of(study),
              HasSubstr("WARNING: at 1.33 times a queue of SOUTH grows for good, which was not asked about"));
}

// Weekly trains carry little: 0.1054 times that much, and 0.1072 times not.
TEST(CapacityText, HasAsManyDigitsAsTellDemandsApart) {
  studies::CapacityStudy study = study_of(0.1054, 2);
  studies::CapacityInterval& interval = study.steps[0].interval;
  interval.not_carried = 0.1072;
  for (const double demand : {0.1072, 0.1054, 0.10711, 2.0}) interval.trials.emplace_back().demand = demand;
  study.steps[0].others_growing = {"SOUTH"};
  const std::string text = text_of(study);
  EXPECT_THAT(text, HasSubstr("carries 0.105 times its demand for good, but not 0.107 times"));
  EXPECT_THAT(text, HasSubstr("at 0.105 times a queue of SOUTH"));
  EXPECT_THAT(text, AllOf(HasSubstr(" 0.1054 "), HasSubstr(" 0.1071 "), HasSubstr(" 0.1072 ")));
  interval.trials = {interval.trials[0], interval.trials[1]};
  EXPECT_THAT(text_of(study), Not(HasSubstr("0.1054")));
}

// Of a weekly train in a year.
TEST(CapacityText, WarnsThatTrainsAreFewForThePrecision) {
  studies::CapacityStudy study = study_of(2.89, 3);
  study.steps[0].two_trains = 2 / 52.0;
  EXPECT_THAT(text_of(study), HasSubstr("two trains of each service are 3.8 % of what comes in the counted "
                                        "time, more than the 2 % asked for"));
  study.steps[0].two_trains = 2 / 104.0;
  EXPECT_THAT(text_of(study), Not(HasSubstr("WARNING")));
}

studies::CapacityStep& step_from(studies::CapacityStudy& study, double carried, double not_carried) {
  studies::CapacityStep& step = study.steps.emplace_back();
  step.interval.carried = carried;
  step.interval.not_carried = not_carried;
  return step;
}

TEST(CapacityText, SaysWhatBindsByTheLinearProgramAlone) {
  studies::CapacityStudy study;
  studies::CapacityStep& step = step_from(study, 0.92, 1.11);
  step.binding.emplace().wait = {"BORDER.customs", "server", {}, {}, {}};
  step.binding->share = 0.41;
  EXPECT_THAT(text_of(study), HasSubstr("customs (server, 41 % of the container-hours of waiting)."));
  step.binds_by_bound = true;
  EXPECT_THAT(text_of(study), HasSubstr("customs (server, by the linear program, though only 41 % of the "
                                        "container-hours of waiting are there)."));
}

// The page says what the program says, of whatever binds.
TEST(CapacityText, IsWhatThePageSays) {
  const scenarios::Scenario scenario =
      scenarios::Scenario::load(LANDBRIDGE_ROOT "/scenarios/toys/one_border.txtpb").scenario.value();
  const auto model = rail::Model::build(scenario.model_input());
  const auto page_of = [&](const studies::CapacityStudy& study) {
    const std::string manifest =
        studies::capacity_manifest_json(scenario, *model, {}, study, {{}, "", "EAST*"});
    return nlohmann::json::parse(studies::capacity_report_json({scenario, *model, study, 0.005, manifest}));
  };
  const auto text_of_flows = [&](const studies::CapacityStudy& study) {
    return program::in_one_line(cli::capacity_text({scenario, *model, {}, study, "EAST*"}));
  };
  studies::CapacityStudy study = study_of(0.92, 0.9);
  study.steps[0].interval.not_carried = 0.93;
  study.steps[0].binding.emplace().wait = {"BORDER.customs", "server", {}, {}, {}};
  for (int i = 0; i < 3; ++i) {
    study.steps[0].binds_by_bound = i == 1;
    if (i == 2) study.steps[0].full_trains = {"EAST-WEST"};
    const nlohmann::json page = page_of(study);
    EXPECT_THAT(text_of_flows(study), testing::StartsWith(page["answer"].get<std::string>()));
    EXPECT_THAT(page["answer"].get<std::string>(), HasSubstr("0.92 times its demand of EAST* for good"));
    ASSERT_EQ(page["bound_notes"].size(), i == 2 ? 2u : 1u);
    for (const auto& note : page["bound_notes"])
      EXPECT_THAT(text_of_flows(study), HasSubstr(note.get<std::string>()));
  }
  step_from(study, 0.92, 0.93).widened = "2 servers instead of 1 (post)";
  const nlohmann::json page = page_of(study);
  EXPECT_THAT(text_of_flows(study), HasSubstr(page["steps"][1]["answer"].get<std::string>()));
  EXPECT_THAT(page["steps"][1]["answer"].get<std::string>(), HasSubstr("something else binds, too."));
}

// Each warning of the program is one of the page, too, with the railway it is of.
TEST(CapacityText, WarnsAsThePageDoes) {
  const scenarios::Scenario scenario =
      scenarios::Scenario::load(LANDBRIDGE_ROOT "/scenarios/toys/one_border.txtpb").scenario.value();
  const auto model = rail::Model::build(scenario.model_input());
  studies::CapacityStudy study;
  step_from(study, 0.92, 1.11).others_growing = {"SOUTH"};
  studies::CapacityStep& wider = step_from(study, 0.94, 1.3);
  wider.widened = "2 servers instead of 1 (post)";
  wider.two_trains = 0.038;
  wider.run_is_short = true;
  study.longest_journey_days = 31;
  const std::string manifest =
      studies::capacity_manifest_json(scenario, *model, {}, study, {{}, "", "EAST*"});
  const auto page =
      nlohmann::json::parse(studies::capacity_report_json({scenario, *model, study, 0.005, manifest}));
  const std::string text = program::in_one_line(cli::capacity_text({scenario, *model, {}, study, "EAST*"}));
  const auto& warnings = page["warnings"];
  ASSERT_EQ(warnings.size(), 4u) << warnings;
  EXPECT_EQ(warnings[1], "At 0.92 times a queue of SOUTH grows for good, which was not asked about");
  const std::string of_wider = "With 2 servers instead of 1 (post): ";
  for (std::size_t i = 0; i < warnings.size(); ++i) {
    std::string one = warnings[i];
    EXPECT_EQ(one.starts_with(of_wider), i > 1) << one;
    if (i > 1) one.erase(0, of_wider.size());
    EXPECT_THAT(text, HasSubstr("WARNING: " + std::string(1, static_cast<char>(std::tolower(one[0]))) +
                                one.substr(1)));
  }
  EXPECT_EQ(page["steps"][1]["warnings"].size(), 2u);
  EXPECT_THAT(text,
              HasSubstr("The interval is wider than the 2 % asked for: between its ends 40 replications "
                        "cannot tell (--max-replications)."));
  EXPECT_THAT(page["steps"][0]["imprecise"].get<std::string>(), testing::EndsWith("cannot tell."));
  wider.interval.not_carried = 0.95;
  EXPECT_EQ(nlohmann::json::parse(studies::capacity_report_json(
                {scenario, *model, study, 0.005, manifest}))["steps"][1]["imprecise"],
            "");
}

// Whatever is known: without a demand that is carried, or a bound.
TEST(CapacityText, HasAPageWithFourFigures) {
  const scenarios::Scenario scenario =
      scenarios::Scenario::load(LANDBRIDGE_ROOT "/scenarios/toys/one_border.txtpb").scenario.value();
  const auto model = rail::Model::build(scenario.model_input());
  studies::CapacityStudy study;
  studies::CapacityStep& step = study.steps.emplace_back();
  step.interval.not_carried = 1 / 64.0;
  step.interval.trials = {{1 / 64.0, {40, 0.19, 0.03, 0.029}, false, studies::Carried::kNot, {}, 0, false}};
  step.binding.emplace().wait = {"BORDER.customs", "server", {}, {}, {}};
  step.binding->share = 0.51;
  const std::string manifest =
      studies::capacity_manifest_json(scenario, *model, {}, study, {{}, "", "EAST*"});
  const auto figures = nlohmann::json::parse(
      studies::capacity_report_json({scenario, *model, study, 0.005, manifest}))["figures"];
  ASSERT_EQ(figures.size(), 4u);
  EXPECT_TRUE(figures[0]["value"].is_null());
  EXPECT_EQ(figures[0]["note"], "none surely; 0.02 is not; then binds BORDER: customs (server)");
  EXPECT_EQ(figures[1]["value"].dump(), "[0.19,0.029]");
  EXPECT_EQ(figures[2]["value"].dump(), "[0.51,null]");
  EXPECT_EQ(figures[3]["label"], "Demands that were tried");
}

// Twice as much of something, and the interval ends where it ended.
TEST(CapacityText, SaysWhereMoreOfWhatBoundCarriesNoMore) {
  studies::CapacityStudy study;
  step_from(study, 0.92, 1.11);
  step_from(study, 0.94, 1.12).widened = "2 servers instead of 1 (post)";
  EXPECT_THAT(text_of(study), HasSubstr("That is no more than without: something else binds, too."));
  study.steps[1].interval.not_carried = 1.3;
  EXPECT_THAT(text_of(study), Not(HasSubstr("no more than without")));
}

TEST(CapacityText, SpeaksOfPointsWhereTheyWereLookedAt) {
  studies::CapacityStudy study = study_of(1, 2);
  EXPECT_THAT(text_of(study), HasSubstr("no queue of a service or at a point grows"));
  study.points_looked_at = false;
  EXPECT_THAT(text_of(study), HasSubstr("no queue of a service grows"));
  EXPECT_THAT(text_of(study, "EAST*"),
              AllOf(HasSubstr("no queue of a service asked about grows"), Not(HasSubstr("at a point"))));
}

TEST(CapacityText, SpeaksOfAPrecisionOfLessThanAPercent) {
  studies::CapacityInterval interval;
  interval.carried = 1;
  interval.not_carried = 1.1;
  EXPECT_THAT(studies::imprecise_text(interval, 0.004, 40), HasSubstr("wider than the 0.4 % asked for"));
  EXPECT_THAT(studies::imprecise_text(interval, 0.02, 40), HasSubstr("wider than the 2 % asked for"));
}

}  // namespace
