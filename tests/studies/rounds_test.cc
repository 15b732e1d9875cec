// Studies that end by what they find, on any number of threads.
#include "studies/rounds.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <thread>

#include "studies/precision.h"
#include "tests/studies/toy_models.h"

namespace studies {
namespace {

using testing::ElementsAre;

// Ends later the lower its number: threads finish in the wrong order.
rail::Observations slow_first(const rail::Model& model, const rail::ReplicationOptions& options) {
  rail::Observations seen = rail::run_replication(model, options);
  std::this_thread::sleep_for(std::chrono::milliseconds(options.replication % 4 == 0 ? 8 : 1));
  return seen;
}

ReplicationsOptions options_for(int most, int threads, Backend backend) {
  ReplicationsOptions options;
  options.replications = most;
  options.threads = threads;
  options.backend = backend;
  options.run_one = slow_first;
  return options;
}

ReplicationsResult precise(const rail::Model& model, ReplicationsOptions options, double relative = 0.04) {
  PrecisionRule rule({relative, {"total/both/trains_departed"}});
  options.go_on = [&](const auto& round) { return rule.go_on(round); };
  return run_replications(model, options);
}

// Named after the backend: ThreadSanitizer leaves those of TBB out (CMakePresets.json).
class RoundsOnThreads : public testing::TestWithParam<Backend> {};

TEST_P(RoundsOnThreads, EndAfterTheSameReplication) {
  const auto model = toys::two_points();
  const ReplicationsResult reference = precise(*model, options_for(1000, 1, Backend::kSerial));
  const int count = static_cast<int>(reference.complete.size());
  ASSERT_GT(count, 12);
  ASSERT_LT(count, 200);
  EXPECT_EQ(reference.asked, count);
  EXPECT_FALSE(reference.interrupted);
  for (const int threads : {2, 3, 8}) {
    const ReplicationsResult result = precise(*model, options_for(1000, threads, GetParam()));
    EXPECT_EQ(result.results_hash, reference.results_hash) << threads;
    EXPECT_EQ(result.kpis.find("total/both/trains_departed").count, count);
  }
  const ReplicationsResult fixed = run_replications(*model, options_for(count, 1, Backend::kSerial));
  EXPECT_EQ(reference.results_hash, fixed.results_hash) << "a study of so many";
}

INSTANTIATE_TEST_SUITE_P(Backends, RoundsOnThreads, testing::Values(Backend::kTbb, Backend::kJthread),
                         [](const auto& backend) { return std::string(to_string(backend.param)); });

TEST(Rounds, EndAtTheMostThatIsAllowed) {
  const auto model = toys::two_points();
  const ReplicationsResult result = precise(*model, options_for(11, 3, Backend::kJthread), 1e-6);
  EXPECT_EQ(result.complete.size(), 11U);
  EXPECT_FALSE(result.interrupted);
}

TEST(Rounds, HandOnNoRecordsBeyondTheLast) {
  const auto model = toys::two_points();
  ReplicationsOptions options = options_for(50, 4, Backend::kJthread);
  options.record_trains = true;
  std::vector<int> taken;
  options.take_records = [&](int index, const rail::Observations&) { taken.push_back(index); };
  int rounds = 0;
  options.go_on = [&](const auto&) { return std::vector<bool>{++rounds < 5}; };
  EXPECT_EQ(run_replications(*model, options).complete.size(), 5U);
  EXPECT_THAT(taken, ElementsAre(0, 1, 2, 3, 4));
}

// The second of three models leaves after two rounds, the third after three.
TEST(Rounds, GoOnWithTheModelsThatAreWanted) {
  const auto model = toys::two_points();
  const std::vector<const rail::Model*> models(3, model.get());
  for (const int threads : {1, 4}) {
    std::vector<std::string> rounds;
    ReplicationsOptions options = options_for(50, threads, Backend::kJthread);
    options.go_on = [&](const std::vector<const Replication*>& round) {
      std::string text;
      for (const Replication* one : round) text += one == nullptr ? "-" : std::to_string(one->index);
      rounds.push_back(text);
      const std::size_t count = rounds.size();
      return std::vector<bool>{count < 5, count < 2, count < 3};
    };
    const std::vector<ReplicationsResult> results = run_replications(models, options);
    EXPECT_THAT(rounds, ElementsAre("000", "111", "2-2", "3--", "4--"));
    EXPECT_EQ(results[0].complete.size(), 5U);
    EXPECT_EQ(results[1].complete.size(), 2U);
    EXPECT_EQ(results[2].complete.size(), 3U);
    for (const ReplicationsResult& result : results) EXPECT_FALSE(result.interrupted);
  }
}

TEST(Rounds, AnInterruptedStudyKeepsWhatIsComplete) {
  const auto model = toys::two_points();
  std::atomic<bool> interrupt{false};
  ReplicationsOptions options = options_for(1000, 3, Backend::kJthread);
  options.interrupt = &interrupt;
  options.progress = [&](int complete) { interrupt = complete >= 12; };
  const ReplicationsResult cut_short = precise(*model, options, 1e-6);
  EXPECT_TRUE(cut_short.interrupted);
  EXPECT_EQ(cut_short.asked, 1000);
  const int complete = static_cast<int>(cut_short.complete.size());
  ASSERT_GE(complete, 1);
  ASSERT_LT(complete, 1000);
  const ReplicationsResult whole = run_replications(*model, options_for(complete, 1, Backend::kSerial));
  EXPECT_EQ(cut_short.results_hash, whole.results_hash);
}

}  // namespace
}  // namespace studies
