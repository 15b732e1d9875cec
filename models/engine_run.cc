#include "models/engine_run.h"

#include <algorithm>
#include <thread>
#include <utility>

#include "engine/network_row.h"
#include "engine/random_stream.h"
#include "engine/window_length.h"
#include "models/channels.h"
#include "models/engine_verdict.h"

namespace rail {
namespace {

// Interactions quicker than this are not worth windows of their own.
constexpr des::Duration kLeastLookahead{300};
constexpr std::int64_t kPilotShare = 20;  // of the whole time one part in so many
// Other partitions are worth moving to if they promise so many times the speedup of the present ones.
constexpr double kWorthMoving = 1.1;

// More threads than processors make nothing faster. To ask the system how many there are takes it some time.
int threads_that_help(const EngineOptions& options) {
  const int processors =
      options.processors > 0 ? options.processors : static_cast<int>(std::thread::hardware_concurrency());
  return std::min(options.threads, std::max(1, processors));
}

std::optional<std::int64_t> seconds(des::Duration lookahead) {
  if (lookahead >= des::kUnreachable) return std::nullopt;
  return lookahead.ticks;
}

}  // namespace

EngineRun::EngineRun(Simulation& simulation, const Model& model, const EngineOptions& options,
                     const des::TieBreak* ties)
    : simulation_(simulation),
      model_(model),
      names_([&model](des::EntityId station) { return model.station_name(station); }),
      options_(options),
      threads_(threads_that_help(options)),
      ties_(ties),
      whole_{model.input().spin_up_s + model.input().counted_s},
      pilot_{std::max<std::int64_t>(1, whole_.ticks / kPilotShare)},
      next_decision_{pilot_.ticks},
      handled_before_(simulation.entities(), 0) {
  if (options.check_channels) declared_.emplace(channels());
  sequential_.emplace(simulation, simulation.entities(), ties);
  sequential_->check_channels(declared());
  for (des::EntityId id = 0; id < simulation.entities(); ++id)
    simulation.begin(id, sequential_->as_entity(id));
}

bool EngineRun::may_be_parallel() const {
  if (options_.choice == EngineChoice::kSequential) return false;
  return is_forced() || threads_ > 1;
}

des::StopReason EngineRun::run_until(des::SimTime end, const des::RunLimits& limits) {
  const des::NamingScope named(&names_);
  if (!may_be_parallel()) return sequential_->run_until(end, limits);
  for (;;) {
    if (now() >= next_decision_) decide();
    const des::SimTime stint_end = std::min(end, next_decision_);
    const des::StopReason reason =
        parallel_ ? parallel_->run_until(stint_end, limits) : sequential_->run_until(stint_end, limits);
    const bool ran = reason == des::StopReason::kHorizon || reason == des::StopReason::kQuiescent;
    if (stint_end == end || !ran) return reason;
  }
}

void EngineRun::reconsider() {
  if (use_.tried && now() > stint_began_) next_decision_ = now();
}

bool EngineRun::few_to_come() const {
  if (is_forced() || parallel_) return false;
  const std::uint64_t in_stint = events_handled() - events_before_;
  return events_to_come(in_stint, now() - stint_began_, des::SimTime{whole_.ticks} - now()) <
         options_.least_events_to_come;
}

// Traffic grows until the network is full, so decisions lie ever further apart; but a first stint in parallel
// is short, since a wrong promise costs time. A run of few events is left alone until late, and then looked
// at only to say what its windows would hold.
void EngineRun::decide() {
  next_decision_ = {2 * now().ticks};
  use_.tried = true;
  use_.verdict = EngineVerdict::kFewEvents;
  const bool few = few_to_come();
  if (few && now() < des::SimTime{whole_.ticks / 2}) return begin_stint();
  const des::PartitionTask task = this->task();
  des::PartitionChoice found =
      options_.shuffle_seed == 0
          ? des::choose_partitions(task)
          : des::PartitionChoice{{.lookahead = kLeastLookahead}, shuffled_plan(task.channels)};
  bool goes_on = false;
  if (parallel_ && options_.shuffle_seed == 0) {
    const double present = present_promise(task), achieved = achieved_in_stint();
    trust_ = present <= 0 ? 1 : std::min(1.0, achieved / present);
    goes_on = goes_on_with(present, achieved, found);
  }
  const EngineVerdict promised = verdict(found, trust_);
  if (!few || promised != EngineVerdict::kPays) use_.verdict = promised;
  if (!goes_on) {
    if (parallel_) go_sequential();
    if (use_.counted.windows == 0) note_estimate(found);
    if (is_forced() || use_.verdict == EngineVerdict::kPays) go_parallel(std::move(found));
  }
  begin_stint();
}

// The speedup that the partitions of now promise.
double EngineRun::present_promise(const des::PartitionTask& task) const {
  const des::PartitionPlan& plan = choice_->plan;
  return des::estimate(task, plan.partition_of(), plan.partitions()).speedup;
}

double EngineRun::achieved_in_stint() const {
  return achieved_speedup(parallel_->statistics().since(windows_before_));
}

// Whether the partitions stay as they are.
bool EngineRun::goes_on_with(double present, double achieved, const des::PartitionChoice& found) const {
  const bool moves = found.speedup > kWorthMoving * present;
  if (is_forced()) return !moves;
  return achieved >= kLeastSpeedup && !(moves && verdict(found, trust_) == EngineVerdict::kPays);
}

// What is known as long as there have been no windows.
void EngineRun::note_estimate(const des::PartitionChoice& found) {
  use_.partitions = found.plan.partitions();
  use_.lookahead_s = seconds(found.lookahead);
  use_.events_per_window = found.events_per_window;
  use_.most_speedup = found.most_speedup;
}

void EngineRun::begin_stint() {
  for (des::EntityId id = 0; id < handled_before_.size(); ++id) handled_before_[id] = handled(id);
  stint_began_ = now();
  events_before_ = events_handled();
  windows_before_ = parallel_ ? parallel_->statistics() : des::WindowStatistics{};
  ++decisions_;
}

std::uint32_t EngineRun::handled(des::EntityId entity) const {
  return parallel_ ? parallel_->counts(entity).handled : sequential_->counts(entity).handled;
}

std::vector<des::DeclaredChannel> EngineRun::channels() const {
  return declared_channels(model_.tables(), model_.input().dispatching);
}

des::PartitionTask EngineRun::task() const {
  des::PartitionTask task;
  task.entities = simulation_.entities();
  task.channels = channels();
  // Whoever insists on partitions gets them even if nothing has happened yet.
  const std::uint32_t least = is_forced() ? 1 : 0;
  for (des::EntityId id = 0; id < task.entities; ++id)
    task.weights.push_back(std::max(least, handled(id) - handled_before_[id]));
  task.pilot = now() - stint_began_;
  task.threads = std::max(2, threads());
  task.limit = kLeastLookahead;
  task.longest_window = des::longest_window(whole_);
  return task;
}

// Any partition that keeps clusters whole.
des::PartitionPlan EngineRun::shuffled_plan(const std::vector<des::DeclaredChannel>& channels) const {
  const std::uint32_t partitions = options_.shuffled_partitions > 0
                                       ? options_.shuffled_partitions
                                       : static_cast<std::uint32_t>(2 * std::max(2, options_.threads) + 1);
  const des::RandomStream random(options_.shuffle_seed, 0);
  std::vector<std::uint32_t> partition_of;
  for (const std::uint32_t cluster : des::clusters(simulation_.entities(), channels, kLeastLookahead))
    partition_of.push_back(static_cast<std::uint32_t>(random.words(cluster, decisions_, 0)[0] % partitions));
  return {std::move(partition_of), partitions, channels};
}

void EngineRun::go_parallel(des::PartitionChoice found) {
  choice_ = std::move(found);
  const des::PartitionPlan& plan = choice_->plan;
  simulation_.set_partitions(plan.partition_of(), plan.partitions());
  if (!executor_) executor_ = des::make_executor(options_.backend, threads());
  des::ParallelOptions how;
  how.ties = ties_;
  how.whole = whole_;
  how.declared = declared();
  how.shuffle_seed = options_.shuffle_seed;
  if (options_.shuffle_seed != 0) how.least_events_per_window = 0;
  parallel_.emplace(simulation_, sequential_->take_state(), plan, *executor_, how);
  sequential_.reset();
  next_decision_ = now() + pilot_;
  use_.partitions = plan.partitions();
  use_.lookahead_s = seconds(choice_->lookahead);
}

void EngineRun::go_sequential() {
  use_.counted += parallel_->statistics();
  sequential_.emplace(simulation_, parallel_->take_state(), ties_);
  sequential_->check_channels(declared());
  parallel_.reset();
}

des::SimTime EngineRun::now() const { return parallel_ ? parallel_->now() : sequential_->now(); }

std::uint64_t EngineRun::events_handled() const {
  return parallel_ ? parallel_->events_handled() : sequential_->events_handled();
}

EngineUse EngineRun::use() const {
  EngineUse use = use_;
  if (parallel_) {
    use.parallel = true;
    use.threads = executor_->threads();
    use.counted += parallel_->statistics();
  }
  if (use.counted.windows > 0) {
    use.events_per_window = use.counted.events_per_window();
    use.most_speedup = use.counted.most_speedup();
  }
  return use;
}

}  // namespace rail
