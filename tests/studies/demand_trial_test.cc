// One demand, tried: how many replications that takes, and what it says of a run that is too short.
#include "studies/demand_trial.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <mutex>
#include <set>
#include <utility>

#include "tests/studies/saturated.h"

namespace studies {
namespace {

// Trains of ten containers a day, of which so many stay behind in replication i, as shares.
class Shares {
 public:
  explicit Shares(std::vector<double> left_behind) : left_behind_(std::move(left_behind)) {}

  std::optional<TrialResult> tried(int replications, int most, int threads = 1) {
    ReplicationsOptions options;
    options.threads = threads;
    options.run_one = [this](const rail::Model& model, const rail::ReplicationOptions& one) {
      ++ran_;
      rail::Observations seen = rail::run_replication(model, one);
      seen.services[0].containers_released = 1'000'000;
      seen.services[0].containers_delivered =
          1'000'000 - static_cast<std::int64_t>(left_behind_[one.replication % left_behind_.size()] * 1e6);
      return seen;
    };
    return try_demand(toys::two_points_input(), 1, {true}, {0.005, most, replications}, options);
  }
  int ran() const { return ran_; }

 private:
  std::vector<double> left_behind_;
  std::atomic<int> ran_{0};
};

TEST(TryDemand, EndsAsSoonAsItIsClear) {
  Shares carried({0.001, 0.002});
  EXPECT_EQ(carried.tried(5, 40)->trial.carried, Carried::kSurely);
  EXPECT_EQ(carried.ran(), 5);
  Shares not_carried({0.1, 0.11});
  EXPECT_EQ(not_carried.tried(5, 40)->trial.carried, Carried::kNot);
  EXPECT_EQ(not_carried.ran(), 5);
}

// 0.035 and 0.06 of 72 trains in turn: their mean is 3.7 times their deviation. Of a queue at capacity, which
// begins empty, it is 1.32 times: only of twenty it is surely more.
TEST(TryDemand, LooksAfterTwiceAsManyEachTimeAndRunsNoneTwice) {
  Shares shares({0.035, 0.06});
  const std::optional<TrialResult> trial = shares.tried(5, 40);
  EXPECT_EQ(trial->trial.carried, Carried::kNot);
  EXPECT_EQ(trial->trial.left_behind.count, 20);
  EXPECT_EQ(trial->result.complete.size(), 20u);
  EXPECT_EQ(shares.ran(), 20);
}

TEST(TrialRule, KnowsHowOftenItLooks) {
  EXPECT_EQ((TrialRule{0.005, 40, 5}.looks()), 4u) << "after 5, 10, 20 and 40";
  EXPECT_EQ((TrialRule{0.005, 12, 5}.looks()), 3u) << "after 5, 10 and 12";
  EXPECT_EQ((TrialRule{0.005, 3, 5}.looks()), 1u);
}

TEST(TryDemand, LeavesUnclearWhatIsUnclearAfterTheMost) {
  Shares shares({0, 0.05});
  const std::optional<TrialResult> trial = shares.tried(5, 12);
  EXPECT_EQ(trial->trial.carried, Carried::kUnclear);
  EXPECT_EQ(trial->trial.left_behind.count, 12) << "not 20";
  EXPECT_EQ(shares.ran(), 12);
}

// 0.012 of 72 trains is less than one, which may be filling as the run ends: no queue, though surely more
// than 0.5 % of all.
TEST(TryDemand, TakesATrainThatIsFillingForNoQueue) {
  Shares shares({0.012, 0.013});
  EXPECT_EQ(shares.tried(5, 40)->trial.carried, Carried::kSurely);
}

TEST(TryDemand, CountsTheSameReplicationsOnAnyNumberOfThreads) {
  Shares one({0, 0.06}), two({0, 0.06});
  EXPECT_EQ(one.tried(5, 40, 1)->result.results_hash, two.tried(5, 40, 2)->result.results_hash);
}

// Two services that share nothing: 24 trains of 50 a day, all of which run, and three containers a day for a
// desk that does one. What that leaves is little of all, and most of its own.
rail::ModelInput with_a_small_part_overloaded() {
  rail::ModelInput input = saturated::two_points();
  saturated::add_inspection(input, 1, 24 * saturated::kHour);
  input.services[0].interval = rail::Distribution::constant(8.0 * saturated::kHour);
  input.services[0].own_containers = 10;
  input.points.push_back({"C", "Gamma", "YY", {}});
  rail::LineInput other = input.lines[0];
  other.id = "AC";
  other.to = 2;
  input.lines.push_back(other);
  rail::ServiceInput big = input.services[0];
  big.id = "big";
  big.destination = 2;
  big.interval = rail::Distribution::constant(15.0 * saturated::kMinute);
  big.own_containers = 100;
  input.services.push_back(big);
  return input;
}

// Twelve trains a day to a post that passes 24, closed on the last two days of each week.
rail::ModelInput with_weekends(std::int64_t counted_days) {
  constexpr std::int64_t kDay = 24 * saturated::kHour;
  rail::ModelInput input = saturated::two_points();
  saturated::add_inspection(input, 1, saturated::kHour);
  input.services[0].interval = rail::Distribution::constant(2.0 * saturated::kHour);
  std::vector<rail::OpenInterval> open;
  for (std::int64_t week = 0; week < 20; ++week) open.push_back({week * 7 * kDay, (week * 7 + 5) * kDay});
  input.hours = {rail::OpeningHours(open)};
  input.resources[0].hours = input.resources[0].usual_hours = 0;
  input.spin_up_s = 9 * kDay;
  input.counted_s = counted_days * kDay;
  return input;
}

// 20 days end on the second day of a week, 5 with a weekend: with trains of a day and of two before the post.
TEST(TryDemand, TakesNoWeekendForGrowth) {
  const TrialRule rule{.most_replications = 10};
  const std::optional<TrialResult> weeks = try_demand(with_weekends(20), 1, {true}, rule, {});
  EXPECT_EQ(weeks->trial.carried, Carried::kSurely) << "of the first two weeks";
  const std::optional<TrialResult> days = try_demand(with_weekends(5), 1, {true}, rule, {});
  EXPECT_EQ(days->trial.carried, Carried::kUnclear);
}

TEST(TryDemand, SeesAPartThatIsOverloaded) {
  const ReplicationsOptions options;
  const TrialRule rule{.first_replications = 3};
  const rail::ModelInput input = with_a_small_part_overloaded();
  const std::optional<TrialResult> all = try_demand(input, 1, {true, true}, rule, options);
  EXPECT_EQ(all->trial.carried, Carried::kNot);
  EXPECT_LT(all->trial.left_behind.mean, 0.005) << "of all it is next to nothing";
  EXPECT_EQ(all->trial.growing, "service/A-B");
  EXPECT_NEAR(all->trial.growing_trains, 2 * 56, 1)
      << "one of three trains a day passes the desk, for eight weeks";
}

TEST(TryDemand, LooksAtWhatIsAskedAboutOnly) {
  const ReplicationsOptions options;
  const TrialRule rule{.first_replications = 3};
  const rail::ModelInput input = with_a_small_part_overloaded();
  const std::optional<TrialResult> big = try_demand(input, 1, {false, true}, rule, options);
  EXPECT_EQ(big->trial.carried, Carried::kSurely);
  EXPECT_EQ(big->others_growing, (std::vector<std::string>{"A-B"}));
  EXPECT_FALSE(big->run_is_short) << "what stands at B, where it never goes, is no concern of it";
  const std::optional<TrialResult> small = try_demand(input, 1, {true, false}, rule, options);
  EXPECT_EQ(small->trial.carried, Carried::kNot);
  EXPECT_NEAR(small->trial.left_behind.mean, 2 / 3.0, 0.01);
  EXPECT_THAT(small->others_growing, testing::IsEmpty());
}

// Three times as many trains as the post sees: what stands grows every day.
TEST(TryDemand, SeesThatTheRunIsTooShort) {
  rail::ModelInput input = saturated::two_points();
  saturated::add_inspection(input, 1, 3 * saturated::kHour);
  input.services[0].interval = rail::Distribution::constant(double{saturated::kHour});
  const ReplicationsOptions options;
  const TrialRule rule{.first_replications = 2};
  const std::optional<TrialResult> grows = try_demand(input, 1, {true}, rule, options);
  EXPECT_EQ(grows->trial.carried, Carried::kNot);
  EXPECT_TRUE(grows->run_is_short);
  EXPECT_EQ(grows->trial.left_out_days, 0) << "there is nothing to leave out";
  input.services[0].interval = rail::Distribution::constant(4.0 * saturated::kHour);
  const std::optional<TrialResult> steady = try_demand(input, 1, {true}, rule, options);
  EXPECT_FALSE(steady->run_is_short);
  EXPECT_EQ(steady->trial.left_out_days, 0);
}

// Each train stays for 20 days, so that their number settles then: after the spin-up of five, and in the
// first half of the run. What comes until then, 90 trains of six a day, would be growth.
rail::ModelInput with_long_stays(double trains_per_day) {
  rail::ModelInput input = saturated::two_points();
  saturated::add_inspection(input, 500, 20 * 24 * saturated::kHour);
  input.services[0].interval = rail::Distribution::constant(86400 / trains_per_day);
  return input;
}

TEST(TryDemand, CountsFromWhenQueuesHaveSettled) {
  const TrialRule rule{.first_replications = 2};
  const std::optional<TrialResult> late = try_demand(with_long_stays(6), 1, {true}, rule, {});
  EXPECT_EQ(late->trial.carried, Carried::kSurely);
  EXPECT_NEAR(late->trial.left_out_days, 20 - 5, 7) << "whole weeks";
  EXPECT_EQ(late->trial.left_out_days % 7, 0);
  EXPECT_FALSE(late->run_is_short);
  const std::optional<TrialResult> too_many = try_demand(with_long_stays(30), 1, {true}, rule, {});
  EXPECT_EQ(too_many->trial.carried, Carried::kNot) << "500 places are 25 a day";
  rail::ModelInput long_spin_up = with_long_stays(6);
  long_spin_up.spin_up_s += 21 * 86400;
  const std::optional<TrialResult> settled = try_demand(long_spin_up, 1, {true}, rule, {});
  EXPECT_EQ(settled->trial.carried, Carried::kSurely);
  EXPECT_EQ(settled->trial.left_out_days, 0);
}

// A cut is made where what follows looks flattest, so that it is judged by others.
TEST(TryDemand, JudgesByOtherReplicationsThanThoseThatSayWhenQueuesSettle) {
  std::mutex mutex;
  std::set<std::pair<std::int64_t, std::uint32_t>> ran;  // spin-up, replication
  ReplicationsOptions options;
  options.run_one = [&](const rail::Model& model, const rail::ReplicationOptions& one) {
    const std::lock_guard lock(mutex);
    ran.emplace(model.input().spin_up_s, one.replication);
    return rail::run_replication(model, one);
  };
  const TrialRule rule{.most_replications = 6, .first_replications = 3};
  const rail::ModelInput input = with_long_stays(6);
  const std::optional<TrialResult> late = try_demand(input, 1, {true}, rule, options);
  const std::int64_t later = input.spin_up_s + late->trial.left_out_days * 86400;
  ASSERT_GT(later, input.spin_up_s);
  for (const auto& [spin_up_s, replication] : ran) EXPECT_EQ(replication >= 6, spin_up_s == later);
  for (const std::uint32_t first : {0u, 6u})
    EXPECT_TRUE(ran.contains({first == 0 ? input.spin_up_s : later, first}));
}

// 12.01 trains a day at a post that sees twelve: half a train more in eight weeks, which no run could tell.
TEST(TryDemand, LeavesToTheBoundWhatNoRunShows) {
  rail::ModelInput input = saturated::two_points();
  saturated::add_inspection(input, 1, 2 * saturated::kHour);
  const TrialRule rule{.first_replications = 2};
  const auto tried = [&](double per_day) {
    input.services[0].interval = rail::Distribution::constant(86400 / per_day);
    return try_demand(input, 1, {true}, rule, {})->trial;
  };
  EXPECT_EQ(tried(12.01).carried, Carried::kNot);
  EXPECT_TRUE(tried(12.01).above_bound);
  EXPECT_EQ(tried(11.99).carried, Carried::kSurely);
  EXPECT_FALSE(tried(11.99).above_bound);
}

}  // namespace
}  // namespace studies
