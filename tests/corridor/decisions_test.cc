// Which engine is chosen, and when; what is said when a run goes wrong.
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>

#include "models/engine_verdict.h"
#include "tests/corridor/engine_runs.h"

namespace corridor {
namespace {

// The first pilot sees an empty network, whose only events are at the origins: a cut there is no good later.
TEST(Decisions, FollowTheTraffic) {
  rail::ModelInput input = input_of("eurasia-2017");
  input.spin_up_s = 0;
  input.counted_s = 60 * kDay_s;
  const std::shared_ptr<const rail::Model> model = rail::Model::build(std::move(input));
  const Ran ran = run(*model, on(rail::EngineChoice::kParallel, 2));
  EXPECT_GT(ran.use.most_speedup, 1.5);
  EXPECT_TRUE(ran.bits == run(*model, on(rail::EngineChoice::kSequential, 1)).bits);
}

// At full length: how many events there are is part of the choice.
rail::EngineUse chosen(const std::string& name, int processors) {
  rail::EngineOptions engine = on(rail::EngineChoice::kAuto, 2);
  engine.processors = processors;
  return run(*rail::Model::build(as_shipped(name)), engine).use;
}

// As on a machine with so many processors.
TEST(Decisions, AreForThreadsWhereTrafficIsDense) {
  const rail::EngineUse dense = chosen("whatif/background-2017", 2);
  EXPECT_TRUE(dense.parallel);
  EXPECT_EQ(dense.threads, 2);
  EXPECT_EQ(dense.verdict, rail::EngineVerdict::kPays);
  EXPECT_GT(dense.counted.shared_windows, 0u);
  const rail::EngineUse thin = chosen("toys/rerouting", 2);
  EXPECT_TRUE(thin.tried);
  EXPECT_FALSE(thin.parallel);
  EXPECT_EQ(thin.verdict, rail::EngineVerdict::kThinWindows);
  EXPECT_EQ(thin.counted.windows, 0u);
  EXPECT_GE(thin.most_speedup, 1) << "a bound, not an estimate with what windows cost";
  const rail::EngineUse whole = chosen("toys/one_queue", 2);
  EXPECT_EQ(whole.verdict, rail::EngineVerdict::kCannotBeDivided);
  EXPECT_FALSE(whole.lookahead_s);
  EXPECT_FALSE(chosen("whatif/middle-corridor", 1).tried) << "one processor: nothing to decide";
}

// Its windows would pay, but there are few of them. Looked at once, late; nothing is moved to find out.
TEST(Decisions, LeaveShortRunsAlone) {
  const rail::EngineUse small = chosen("whatif/middle-corridor", 2);
  EXPECT_TRUE(small.tried);
  EXPECT_FALSE(small.parallel);
  EXPECT_EQ(small.verdict, rail::EngineVerdict::kFewEvents);
  EXPECT_EQ(small.counted.windows, 0u);
  EXPECT_GT(small.partitions, 1u) << "looked at late";
  EXPECT_GT(small.events_per_window, rail::kLeastEventsPerWindow);
}

// Trains that wait for tracks are looked after every day, which cuts each day's window and no more.
TEST(Decisions, ADailyWatchMakesNoWindowsThin) {
  rail::ModelInput input = input_of("whatif/tracks-2017");
  const std::int64_t days = (input.spin_up_s + input.counted_s) / kDay_s;
  const std::shared_ptr<const rail::Model> model = rail::Model::build(std::move(input));
  const rail::EngineUse use = run(*model, on(rail::EngineChoice::kParallel, 2)).use;
  EXPECT_GT(use.partitions, 1u);
  EXPECT_LE(use.counted.windows, static_cast<std::uint64_t>(3 * days) + 64);
}

// The pilot is a part of the whole time, wherever counting begins.
TEST(Pilot, MayEndBeforeOrAfterCountingBegins) {
  for (const std::int64_t spin_up_days : {0, 1, 9, 30}) {
    rail::ModelInput input = as_shipped("toys/two_stations");
    input.spin_up_s = spin_up_days * kDay_s;
    input.counted_s = 60 * kDay_s;
    const std::shared_ptr<const rail::Model> model = rail::Model::build(std::move(input));
    const Ran ran = run(*model, on(rail::EngineChoice::kParallel, 2));
    EXPECT_TRUE(ran.use.parallel) << spin_up_days;
    EXPECT_EQ(ran.use.partitions, 2u) << spin_up_days;
    EXPECT_TRUE(ran.bits == run(*model, on(rail::EngineChoice::kSequential, 1)).bits) << spin_up_days;
  }
}

// What an internal error says: work that ends before it began, which no scenario may have.
TEST(InternalErrorDeathTest, NamesTheStation) {
  rail::ModelInput input = as_shipped("toys/one_border");
  for (rail::ProcessInput& process : input.processes) {
    for (rail::StageInput& stage : process.stages) {
      stage.duration = rail::Distribution::exponential(100'000);
      stage.inspected_share = 0.5;
      stage.per_inspected_container_s = -1000;
    }
  }
  const std::shared_ptr<const rail::Model> model = rail::Model::build(std::move(input));
  EXPECT_DEATH(run(*model, on(rail::EngineChoice::kSequential, 1)),
               "entity [0-9]+ \"BORDER[^\"]*\": event scheduled for the past");
}

}  // namespace
}  // namespace corridor
