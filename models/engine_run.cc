#include "models/engine_run.h"

#include <algorithm>
#include <utility>

#include "engine/random_stream.h"
#include "models/channels.h"

namespace rail {
namespace {

// Interactions quicker than this are not worth windows of their own.
constexpr des::Duration kLeastLookahead{300};
// Windows with fewer events cost more to arrange than threads save (docs/performance.md).
constexpr double kLeastEventsPerWindow = 150;
constexpr double kLeastSpeedup = 1.1;
constexpr std::int64_t kPilotShare = 20;  // of the whole time one part in so many

}  // namespace

EngineRun::EngineRun(Simulation& simulation, const Model& model, const EngineOptions& options,
                     const des::TieBreak* ties)
    : simulation_(simulation),
      model_(model),
      options_(options),
      ties_(ties),
      pilot_end_{(model.input().spin_up_s + model.input().counted_s) / kPilotShare},
      counts_(simulation.entities(), 0) {
  sequential_.emplace(simulation, simulation.entities(), ties);
  for (des::EntityId id = 0; id < simulation.entities(); ++id)
    simulation.begin(id, sequential_->as_entity(id));
}

bool EngineRun::may_be_parallel() const {
  if (options_.choice == EngineChoice::kSequential) return false;
  return options_.choice == EngineChoice::kParallel || options_.threads > 1;
}

des::StopReason EngineRun::run_until(des::SimTime end, const des::RunLimits& limits) {
  if (may_be_parallel()) {
    if (now() < pilot_end_) {
      sequential_->count_events(&counts_);
      const des::StopReason reason = sequential_->run_until(std::min(end, pilot_end_), limits);
      if (reason == des::StopReason::kInterrupted) return reason;
    }
    if (now() >= pilot_end_ && !use_.tried) decide();
  }
  return parallel_ ? parallel_->run_until(end, limits) : sequential_->run_until(end, limits);
}

void EngineRun::reconsider() {
  if (use_.tried) decide();
}

// At the end of the pilot, and once more when counting begins, if that is later: the network is full then.
void EngineRun::decide() {
  if (parallel_) {
    const bool thin = parallel_->statistics().events_per_window() < kLeastEventsPerWindow;
    if (options_.choice == EngineChoice::kAuto && thin) go_sequential();
    return;
  }
  choice_ = choose();
  use_.tried = true;
  use_.partitions = choice_->plan.partitions();
  use_.lookahead_s = choice_->lookahead.ticks;
  use_.events_per_window = choice_->events_per_window;
  use_.most_speedup = choice_->speedup;
  std::fill(counts_.begin(), counts_.end(), 0);
  counting_since_ = now();
  if (options_.choice == EngineChoice::kParallel || pays(*choice_)) go_parallel();
}

des::PartitionChoice EngineRun::choose() const {
  des::PartitionTask task;
  task.entities = simulation_.entities();
  task.channels = declared_channels(model_.tables(), des::Duration{model_.input().dispatching.notice_s});
  for (const std::uint64_t events : counts_) task.weights.push_back(events + 1);  // trains may yet come
  task.pilot = now() - counting_since_;
  task.threads = std::max(2, options_.threads);
  task.least_lookahead = kLeastLookahead;
  if (options_.shuffle_seed == 0) return des::choose_partitions(task);
  return {shuffled_plan(task.channels), kLeastLookahead, 0, 1};
}

// Any partition that keeps clusters whole.
des::PartitionPlan EngineRun::shuffled_plan(const std::vector<des::DeclaredChannel>& channels) const {
  const auto partitions = static_cast<std::uint32_t>(2 * std::max(2, options_.threads) + 1);
  const des::RandomStream random(options_.shuffle_seed, 0);
  std::vector<std::uint32_t> partition_of;
  for (const std::uint32_t cluster : des::clusters(simulation_.entities(), channels, kLeastLookahead))
    partition_of.push_back(static_cast<std::uint32_t>(random.words(cluster, 0, 0)[0] % partitions));
  return {std::move(partition_of), partitions, channels};
}

bool EngineRun::pays(const des::PartitionChoice& choice) const {
  return choice.plan.partitions() > 1 && choice.events_per_window >= kLeastEventsPerWindow &&
         choice.speedup >= kLeastSpeedup;
}

void EngineRun::go_parallel() {
  const des::PartitionPlan& plan = choice_->plan;
  std::vector<std::uint32_t> partition_of;
  for (des::EntityId id = 0; id < plan.entities(); ++id) partition_of.push_back(plan.partition_of(id));
  simulation_.set_partitions(std::move(partition_of), plan.partitions());
  executor_ = des::make_executor(options_.backend, options_.threads);
  des::ParallelOptions how;
  how.ties = ties_;
  how.shuffle_seed = options_.shuffle_seed;
  if (options_.shuffle_seed != 0) how.least_events_for_threads = 0;
  parallel_.emplace(simulation_, sequential_->take_state(), plan, *executor_, how);
  sequential_.reset();
}

void EngineRun::go_sequential() {
  use_.events_per_window = parallel_->statistics().events_per_window();
  sequential_.emplace(simulation_, parallel_->take_state(), ties_);
  parallel_.reset();
  executor_.reset();
}

des::SimTime EngineRun::now() const { return parallel_ ? parallel_->now() : sequential_->now(); }

std::uint64_t EngineRun::events_handled() const {
  return parallel_ ? parallel_->events_handled() : sequential_->events_handled();
}

EngineUse EngineRun::use() const {
  EngineUse use = use_;
  if (!parallel_) return use;
  use.parallel = true;
  use.threads = executor_->threads();
  use.counted = parallel_->statistics();
  use.events_per_window = parallel_->statistics().events_per_window();
  use.most_speedup = parallel_->statistics().most_speedup();
  return use;
}

}  // namespace rail
