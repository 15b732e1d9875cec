#include "studies/replications.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>

#include "tests/studies/toy_models.h"

namespace studies {
namespace {

using testing::ElementsAre;

ReplicationsOptions options_for(int replications, int threads, Backend backend) {
  ReplicationsOptions options;
  options.replications = replications;
  options.threads = threads;
  options.backend = backend;
  return options;
}

// Ends later the lower its number: threads finish in the wrong order.
rail::Observations slow_first(const rail::Model& model, const rail::ReplicationOptions& options) {
  rail::Observations seen = rail::run_replication(model, options);
  std::this_thread::sleep_for(std::chrono::milliseconds(options.replication % 4 == 0 ? 20 : 1));
  return seen;
}

// Named after the backend: ThreadSanitizer leaves those of TBB out (CMakePresets.json).
class ReplicationsOnThreads : public testing::TestWithParam<Backend> {};

TEST_P(ReplicationsOnThreads, AreTheSameOnAnyNumber) {
  const auto model = toys::two_points();
  ReplicationsOptions options = options_for(12, 1, Backend::kSerial);
  options.record_trains = options.record_containers = true;
  const ReplicationsResult reference = run_replications(*model, options);
  options.run_one = slow_first;
  options.backend = GetParam();
  for (const int threads : {1, 2, 4, 7}) {
    options.threads = threads;
    const ReplicationsResult result = run_replications(*model, options);
    EXPECT_EQ(result.results_hash, reference.results_hash) << threads;
    EXPECT_EQ(result.records_hash, reference.records_hash);
    EXPECT_EQ(result.kpis.find("total/both/trains_departed").mean,
              reference.kpis.find("total/both/trains_departed").mean);
  }
}

INSTANTIATE_TEST_SUITE_P(Backends, ReplicationsOnThreads, testing::Values(Backend::kTbb, Backend::kJthread),
                         [](const auto& backend) { return std::string(to_string(backend.param)); });

// Each as if it were alone; an interrupted study has whole rounds of all models.
TEST(Replications, OfSeveralModels) {
  const auto one = toys::two_points();
  rail::ModelInput longer = toys::two_points_input();
  longer.lines[0].length_km = 800;
  const auto other = rail::Model::build(std::move(longer));
  ReplicationsOptions options = options_for(5, 3, Backend::kJthread);
  int complete = 0;
  options.progress = [&](int so_many) { complete = so_many; };
  const std::vector<ReplicationsResult> both = run_replications(std::vector{one.get(), other.get()}, options);
  EXPECT_EQ(complete, 10);
  ASSERT_EQ(both.size(), 2u);
  EXPECT_EQ(both[0].results_hash, run_replications(*one, options).results_hash);
  EXPECT_EQ(both[1].results_hash, run_replications(*other, options).results_hash);
  EXPECT_NE(both[0].results_hash, both[1].results_hash);
}

TEST(ThreadShares, ReplicationsComeFirst) {
  const auto shares = [](int replications, int threads, int processors, rail::EngineChoice engine) {
    ReplicationsOptions options = options_for(replications, threads, Backend::kJthread);
    options.engine = engine;
    const ThreadShares found = share_threads(options, processors);
    std::vector<int> within;
    for (int i = 0; i < found.replications_at_once; ++i) within.push_back(found.within(i));
    return within;
  };
  using Each = std::vector<int>;
  EXPECT_EQ(shares(30, 8, 8, rail::EngineChoice::kAuto), Each(8, 1));
  EXPECT_EQ(shares(3, 8, 8, rail::EngineChoice::kAuto), (Each{3, 3, 2}));
  EXPECT_EQ(shares(1, 8, 8, rail::EngineChoice::kAuto), Each{8});
  EXPECT_EQ(shares(4, 8, 2, rail::EngineChoice::kAuto), Each(4, 1)) << "two processors have enough to do";
  EXPECT_EQ(shares(1, 8, 2, rail::EngineChoice::kAuto), Each{2});
  EXPECT_EQ(shares(1, 8, 8, rail::EngineChoice::kSequential), Each{1});
  EXPECT_EQ(shares(30, 8, 2, rail::EngineChoice::kParallel), Each{8}) << "as asked for";
}

TEST(Replications, DifferWithSeedAndNumber) {
  const auto model = toys::two_points();
  ReplicationsOptions options = options_for(3, 2, Backend::kJthread);
  const ReplicationsResult one = run_replications(*model, options);
  EXPECT_NE(one.complete[0].hash, one.complete[1].hash);
  options.seed = 2;
  EXPECT_NE(run_replications(*model, options).results_hash, one.results_hash);
  options.seed = 1;
  options.replications = 4;
  const ReplicationsResult more = run_replications(*model, options);
  EXPECT_NE(more.results_hash, one.results_hash);
  EXPECT_EQ(more.complete[2].hash, one.complete[2].hash)
      << "a replication does not depend on how many there are";
}

TEST(Replications, HashDoesNotDependOnRecords) {
  const auto model = toys::two_points();
  ReplicationsOptions options = options_for(3, 2, Backend::kJthread);
  const ReplicationsResult without = run_replications(*model, options);
  EXPECT_EQ(without.records_hash, "");
  options.record_trains = true;
  const ReplicationsResult with = run_replications(*model, options);
  EXPECT_EQ(with.results_hash, without.results_hash);
  EXPECT_NE(with.records_hash, "");
}

TEST(Replications, HandOnRecordsInOrder) {
  const auto model = toys::two_points();
  ReplicationsOptions options = options_for(9, 4, Backend::kJthread);
  options.record_trains = true;
  options.run_one = slow_first;
  std::vector<int> order;
  options.take_records = [&](int index, const rail::Observations& seen) {
    EXPECT_FALSE(seen.train_stops.empty());
    order.push_back(index);
  };
  run_replications(*model, options);
  EXPECT_THAT(order, ElementsAre(0, 1, 2, 3, 4, 5, 6, 7, 8));
}

// To put them in order and to hash them takes a while, for which nobody waits who interrupts a study.
TEST(Replications, LeaveRecordsOnceInterrupted) {
  const auto model = toys::two_points();
  std::atomic<bool> interrupt{false};
  int last = 3;
  std::vector<int> prepared, taken;
  ReplicationsOptions options = options_for(9, 1, Backend::kSerial);
  options.interrupt = &interrupt;
  options.run_one = [&](const rail::Model& m, const rail::ReplicationOptions& one) {
    rail::Observations seen = rail::run_replication(m, one);
    interrupt = static_cast<int>(one.replication) == last;
    return seen;
  };
  options.prepare_records = [&](int index, const rail::Observations& seen) {
    EXPECT_FALSE(seen.train_stops.empty());
    prepared.push_back(index);
    interrupt = last > 9 && index == 2;
  };
  options.take_records = [&](int index, const rail::Observations&) { taken.push_back(index); };
  EXPECT_EQ(run_replications(*model, options).complete.size(), 4U) << "there are none: it is kept";
  EXPECT_THAT(prepared, ElementsAre());
  options.record_trains = true;
  interrupt = false;
  taken.clear();
  EXPECT_EQ(run_replications(*model, options).complete.size(), 3U);
  EXPECT_THAT(prepared, ElementsAre(0, 1, 2));
  EXPECT_THAT(taken, ElementsAre(0, 1, 2));
  last = 99;  // now while they are put in order
  interrupt = false;
  prepared.clear();
  taken.clear();
  EXPECT_EQ(run_replications(*model, options).complete.size(), 2U);
  EXPECT_THAT(prepared, ElementsAre(0, 1, 2));
  EXPECT_THAT(taken, ElementsAre(0, 1));
}

TEST(Replications, InterruptedEqualAShorterStudy) {
  const auto model = toys::two_points();
  std::atomic<bool> interrupt{false};
  ReplicationsOptions options = options_for(50, 3, Backend::kJthread);
  options.interrupt = &interrupt;
  options.run_one = slow_first;
  options.progress = [&](int complete) { interrupt = complete >= 6; };
  const ReplicationsResult cut_short = run_replications(*model, options);
  EXPECT_TRUE(cut_short.interrupted);
  EXPECT_EQ(cut_short.asked, 50);
  const int complete = static_cast<int>(cut_short.complete.size());
  ASSERT_GE(complete, 1);
  ASSERT_LT(complete, 50);
  for (int i = 0; i < complete; ++i) EXPECT_EQ(cut_short.complete[static_cast<std::size_t>(i)].index, i);
  const ReplicationsResult whole = run_replications(*model, options_for(complete, 1, Backend::kSerial));
  EXPECT_EQ(cut_short.results_hash, whole.results_hash);
  EXPECT_FALSE(whole.interrupted);
}

TEST(Replications, DoNotCountOneThatWasCutOff) {
  const auto model = toys::two_points();
  ReplicationsOptions options = options_for(4, 1, Backend::kSerial);
  options.run_one = [](const rail::Model& m, const rail::ReplicationOptions& one) {
    rail::Observations seen = rail::run_replication(m, one);
    if (one.replication == 2) seen.stop = rail::StopReason::kInterrupted;
    return seen;
  };
  const ReplicationsResult result = run_replications(*model, options);
  EXPECT_TRUE(result.interrupted);
  EXPECT_EQ(result.complete.size(), 2U) << "replication 3 stands behind a gap";
}

TEST(Replications, PassOnTheFirstFailure) {
  const auto model = toys::two_points();
  ReplicationsOptions options = options_for(20, 3, Backend::kJthread);
  options.run_one = [](const rail::Model& m, const rail::ReplicationOptions& one) {
    if (one.replication >= 3) throw std::runtime_error("replication " + std::to_string(one.replication));
    return rail::run_replication(m, one);
  };
  EXPECT_THAT([&] { run_replications(*model, options); },
              testing::ThrowsMessage<std::runtime_error>(testing::Eq("replication 3")));
}

TEST(Replications, SayInHowManyAKpiWasObserved) {
  const auto model = toys::two_points();
  ReplicationsOptions options = options_for(4, 1, Backend::kSerial);
  options.run_one = [](const rail::Model& m, const rail::ReplicationOptions& one) {
    rail::Observations seen = rail::run_replication(m, one);
    if (one.replication == 1) seen.services[0].transit = {};
    return seen;
  };
  const ReplicationsResult result = run_replications(*model, options);
  const Summary transit = result.kpis.find("transit/A-B/mean_days");
  EXPECT_EQ(transit.count, 3);
  EXPECT_NEAR(transit.mean, 0.5, 1e-9) << "400 km at 800 km a day";
  EXPECT_EQ(result.kpis.find("total/both/trains_departed").count, 4);
  EXPECT_EQ(result.kpis.find("no/such/key").count, 0);
}

}  // namespace
}  // namespace studies
