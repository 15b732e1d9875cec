// Capacities of railways of which they are known.
#include "studies/capacity_study.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>

#include "tests/studies/saturated.h"

namespace studies {
namespace {

CapacityQuestion about_all_demand(int steps) {
  CapacityQuestion question;
  question.search.precision = 0.05;
  question.rule.most_replications = 10;
  question.chosen = [](const std::string&) { return true; };
  question.steps = steps;
  return question;
}

CapacityStudy study_of(const rail::ModelInput& input, int steps) {
  return capacity_study(*rail::Model::build(input), about_all_demand(steps), {}, [](const CapacityTrial&) {});
}

// A train every 8 h on average, two hours at a post that sees one at a time: four times as many, and no more.
// Paths for five times as many are the next thing.
rail::ModelInput post_and_paths() {
  rail::ModelInput input = saturated::two_points();
  input.services[0].interval = rail::Distribution::exponential(8 * 3600.0);
  saturated::add_inspection(input, 1, 2 * saturated::kHour);
  input.lines[0].paths_per_day = 15;
  input.spin_up_s = 86400 * 100;
  input.counted_s = 86400 * 1000;
  return input;
}

// Three trains a day of the scenario's demand, 15 paths: the map is of the most that is carried.
void expect_map_of_carried(const CapacityStep& step, int servers) {
  ASSERT_TRUE(step.on_map);
  const double carried = step.interval.carried.value();
  EXPECT_EQ(step.on_map->demand, carried);
  ASSERT_EQ(step.on_map->figures.lines.size(), 1u);
  const MapFigures::Line& line = step.on_map->figures.lines[0];
  EXPECT_NEAR(line.trains_per_day, 3 * carried, 0.1 * carried);
  EXPECT_GE(line.use.value(), line.trains_per_day / 15 * 0.9999);
  EXPECT_NEAR(step.on_map->figures.resources.at(0).use, line.trains_per_day * 2 / 24 / servers, 0.01);
}

TEST(CapacityStudy, FindsWhatAPostCarriesAndWhatBindsNext) {
  const CapacityStudy study = study_of(post_and_paths(), 2);
  ASSERT_EQ(study.steps.size(), 2u);
  const CapacityStep& first = study.steps[0];
  // Close to saturation queues grow long before they turn, so the carried end lies below four.
  EXPECT_GT(first.interval.carried.value(), 3.4);
  EXPECT_LE(first.interval.carried.value(), 4);
  EXPECT_GE(first.interval.not_carried.value(), 4);
  EXPECT_LT(first.interval.not_carried.value(), 4.3);
  EXPECT_EQ(first.binding.value().wait.place, "post");
  EXPECT_EQ(first.binding.value().wait.cause, "server");
  expect_map_of_carried(first, 1);
  EXPECT_EQ(first.on_map->figures.binding.at(0).place, "post");
  const CapacityStep& second = study.steps[1];
  EXPECT_EQ(second.widened, "2 servers instead of 1 (Beta: post)");
  EXPECT_GT(second.interval.carried.value(), 4.2);
  EXPECT_LE(second.interval.carried.value(), 5);
  EXPECT_GE(second.interval.not_carried.value(), 5);
  EXPECT_LT(second.interval.not_carried.value(), 5.4);
  EXPECT_EQ(second.binding.value().wait.place, "AB");
  EXPECT_EQ(second.binding.value().wait.cause, "path");
  expect_map_of_carried(second, 2);
}

TEST(CapacityStudy, HasAMapOfTheLeastDemandWhereNoneIsCarried) {
  rail::ModelInput input = post_and_paths();
  input.counted_s = 86400 * 100;
  CapacityQuestion question = about_all_demand(1);
  question.search.least = 8;
  question.search.start = 16;
  const CapacityStudy study =
      capacity_study(*rail::Model::build(input), question, {}, [](const CapacityTrial&) {});
  EXPECT_FALSE(study.steps[0].interval.carried);
  EXPECT_EQ(study.steps[0].on_map.value().demand, 8);
}

// Two replications of a fortnight cannot tell: what may be carried is nearer to the capacity than the least
// demand.
TEST(CapacityStudy, HasAMapOfWhatMayBeCarriedWhereNothingSurelyIs) {
  rail::ModelInput input = post_and_paths();
  input.counted_s = 86400 * 14;
  CapacityQuestion question = about_all_demand(1);
  question.search.least = 1.9;
  question.search.start = 3.8;
  question.rule.most_replications = question.rule.first_replications = 2;
  const CapacityStudy study =
      capacity_study(*rail::Model::build(input), question, {}, [](const CapacityTrial&) {});
  const CapacityInterval& interval = study.steps[0].interval;
  ASSERT_FALSE(interval.carried) << "else this test tests nothing";
  double most_unclear = 0, least = 100;
  for (const CapacityTrial& trial : interval.trials) {
    least = std::min(least, trial.demand);
    if (trial.carried == Carried::kUnclear && trial.demand < interval.not_carried.value_or(100))
      most_unclear = std::max(most_unclear, trial.demand);
  }
  ASSERT_GT(most_unclear, least) << "else this test tests nothing";
  EXPECT_EQ(study.steps[0].on_map.value().demand, most_unclear);
}

TEST(CapacityStudy, SetsTheBoundBeside) {
  const CapacityStudy study = study_of(post_and_paths(), 1);
  ASSERT_GE(study.bounds.size(), 2u);
  EXPECT_NEAR(study.bounds[0].times_demand, 4, 1e-6);
  EXPECT_EQ(study.bounds[0].place, "post");
  EXPECT_NEAR(study.bounds[1].times_demand, 5, 1e-3);
  EXPECT_LE(study.steps[0].interval.carried.value(), study.bounds[0].times_demand);
}

rail::LineInput line_from(const rail::LineInput& like, const char* id, std::uint32_t from, std::uint32_t to,
                          int paths_per_day) {
  rail::LineInput line = like;
  line.id = id;
  line.from = from;
  line.to = to;
  line.tracks = 2;
  line.paths_per_day = paths_per_day;
  return line;
}

// Twelve trains a day from A to B, of which "west" has six and "south" four, and "south" no more than three
// beyond B.
rail::ModelInput west_and_south() {
  rail::ModelInput input = saturated::two_points();
  const rail::LineInput like = input.lines[0];
  input.points.push_back({"C", "Gamma", "YY", {}});
  input.points.push_back({"D", "Delta", "YY", {}});
  input.lines = {line_from(like, "AB", 0, 1, 12), line_from(like, "BC", 1, 2, 0),
                 line_from(like, "BD", 1, 3, 3)};
  rail::ServiceInput& west = input.services[0];
  west.id = "west";
  west.destination = 2;
  west.interval = rail::Distribution::exponential(4 * 3600.0);
  rail::ServiceInput south = west;
  south.id = "south";
  south.destination = 3;
  south.interval = rail::Distribution::exponential(6 * 3600.0);
  input.services.push_back(south);
  input.spin_up_s = 86400 * 28;
  input.counted_s = 86400 * 364;
  return input;
}

// More containers wait on the way south, which "west" never goes.
TEST(CapacityStudy, LooksForWhatBindsOnTheWayOfWhatIsAskedAbout) {
  CapacityQuestion question = about_all_demand(1);
  question.chosen = [](const std::string& id) { return id == "west"; };
  question.of_some = true;
  const CapacityStudy study =
      capacity_study(*rail::Model::build(west_and_south()), question, {}, [](const CapacityTrial&) {});
  const CapacityStep& step = study.steps.at(0);
  EXPECT_NEAR(step.interval.carried.value(), 8 / 6.0, 0.15);
  EXPECT_EQ(step.binding.value().wait.place, "AB");
  EXPECT_EQ(step.binding.value().wait.cause, "path");
  EXPECT_GT(step.binding.value().share, 0.99);
  EXPECT_EQ(step.others_growing, (std::vector<std::string>{"south"}));
  EXPECT_LT(step.two_trains, 0.002) << "of some 3,000";
  EXPECT_NEAR(study.bounds.at(0).times_demand, 12 / 6.0, 1e-6) << "were there none to the south";
  EXPECT_EQ(study.bounds.at(0).place, "AB");
  EXPECT_NEAR(study.bounds.at(0).price.value(), 1, 1e-6) << "trains a day per path";
}

// Without demand of its own, by the same line.
rail::ServiceInput empty_train_a_day(const rail::ServiceInput& like) {
  rail::ServiceInput empty = like;
  empty.id = "empty";
  empty.rule = rail::FormationRule::kTimetable;
  empty.interval.reset();
  empty.own_containers = 0;
  for (int day = 0; day < 7; ++day) empty.week_times_s.push_back(86400 * day);
  return empty;
}

// Three trains a day of the demand, fourteen of the paths.
TEST(CapacityStudy, OfAllDemandLooksAtAllTrains) {
  rail::ModelInput input = post_and_paths();
  input.resources[0].servers = 3;
  input.services.push_back(empty_train_a_day(input.services[0]));
  const CapacityStudy study = study_of(input, 1);
  EXPECT_TRUE(study.points_looked_at);
  EXPECT_NEAR(study.bounds.at(0).times_demand, 14 / 3.0, 1e-3) << "one of the paths is taken";
  EXPECT_FALSE(study.bounds[0].price);
  const CapacityStep& step = study.steps.at(0);
  EXPECT_GT(step.interval.carried.value(), 4);
  EXPECT_LE(step.interval.carried.value(), study.bounds[0].times_demand);
  EXPECT_THAT(step.others_growing, testing::IsEmpty());
}

// Two trains a day at a rate, with room for 30 containers beside their own ten, and ten come: it is these
// that grow, and the trains do not.
TEST(CapacityStudy, KnowsFullTrainsOfARateThatIsNotAskedAbout) {
  rail::ModelInput input = saturated::two_points();
  rail::ServiceInput& service = input.services[0];
  service.interval = rail::Distribution::constant(12.0 * saturated::kHour);
  service.train_feu = 40;
  input.flows.push_back({"goods", 0, rail::ContainerKind::kDryLaden, 365.0 * 20, 40, rail::kNone});
  CapacityQuestion question = about_all_demand(2);
  question.chosen = [](const std::string& id) { return id == "goods"; };
  question.of_some = true;
  const CapacityStudy study =
      capacity_study(*rail::Model::build(input), question, {}, [](const CapacityTrial&) {});
  EXPECT_NEAR(study.steps.at(0).interval.not_carried.value(), 3, 0.3);
  EXPECT_EQ(study.steps[0].full_trains, (std::vector<std::string>{"A-B"}));
  EXPECT_EQ(study.no_more_steps, "more or longer trains of A-B would carry more");
  question.chosen = [](const std::string&) { return true; };
  question.search.most = 8;
  const CapacityStudy more =
      capacity_study(*rail::Model::build(input), question, {}, [](const CapacityTrial&) {});
  EXPECT_THAT(more.steps.at(0).full_trains, testing::IsEmpty()) << "then there are more trains, too";
}

TEST(CapacityStudy, SaysThatMoreWasNotTried) {
  rail::ModelInput input = saturated::two_points();
  input.services[0].interval = rail::Distribution::constant(86400);
  CapacityQuestion question = about_all_demand(2);
  question.search.most = 2;
  const CapacityStudy study =
      capacity_study(*rail::Model::build(input), question, {}, [](const CapacityTrial&) {});
  EXPECT_FALSE(study.steps[0].interval.not_carried);
  EXPECT_EQ(study.no_more_steps, "no demand that was tried is surely more than it carries");
}

TEST(CapacityStudy, IsTheSameOnAnyNumberOfThreads) {
  ReplicationsOptions one, two;
  one.threads = 1;
  two.threads = 2;
  std::vector<double> seen[2];
  int i = 0;
  for (const ReplicationsOptions& options : {one, two}) {
    capacity_study(*rail::Model::build(post_and_paths()), about_all_demand(1), options,
                   [&](const CapacityTrial& trial) { seen[i].push_back(trial.left_behind.mean); });
    ++i;
  }
  EXPECT_EQ(seen[0], seen[1]);
  EXPECT_GT(seen[0].size(), 4u);
}

TEST(CapacityStudy, IsInterruptedWhileAModelIsBuilt) {
  const auto model = rail::Model::build(post_and_paths());
  std::atomic<bool> interrupt{true};
  ReplicationsOptions options;
  options.interrupt = &interrupt;
  int told = 0;
  const CapacityStudy study =
      capacity_study(*model, about_all_demand(1), options, [&](const CapacityTrial&) { ++told; });
  EXPECT_TRUE(study.interrupted);
  ASSERT_EQ(study.steps.size(), 1u);
  EXPECT_TRUE(study.steps.front().interval.interrupted);
  EXPECT_EQ(told, 0);
}

}  // namespace
}  // namespace studies
