// The parallel engine: windows over partitions while these hold enough events. Where they are thin, arranging
// one takes longer than its events; one thread then goes through all events in a stretch, as the sequential
// engine does, and windows are tried again. Every entity sees the same events in the same order either way.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

#include "engine/check.h"
#include "engine/engine_state.h"
#include "engine/executor.h"
#include "engine/parallel_options.h"
#include "engine/partition_plan.h"
#include "engine/run_limits.h"
#include "engine/sequential_engine.h"
#include "engine/stop_reason.h"
#include "engine/window_statistics.h"
#include "engine/windowed_engine.h"

namespace des {

template <class Model>
class ParallelEngine {
 public:
  // All references must outlive the engine. Goes on where another engine with the same `ties` stopped.
  ParallelEngine(Model& model, EngineState state, const PartitionPlan& plan, Executor& executor,
                 const ParallelOptions& options = {})
      : model_(model), plan_(plan), executor_(executor), options_(options) {
    divide(std::move(state));
  }

  // To schedule the first events of an entity, before the run.
  Scheduler& as_entity(EntityId entity) {
    return windows_ ? windows_->as_entity(entity) : undivided_->as_entity(entity);
  }

  // As SequentialEngine::run_until(), but knows no limit of events; and once interrupted, the clock stands
  // before the first event that is left, though partitions may have handled later ones.
  StopReason run_until(SimTime end, const RunLimits& limits = {}) {
    DES_CHECK(limits.events == 0, "the parallel engine knows no limit of events", now(), 0);
    for (;;) {
      if (windows_) {
        if (const std::optional<StopReason> reason = windows_->run_until(end, limits)) return *reason;
        undivide();
      }
      const StopReason reason = undivided_->run_until(end, {stretch_end_, limits.interrupt});
      if (reason != StopReason::kEventLimit) return reason;
      end_stretch();
    }
  }

  // Gives everything away; this engine is of no use afterwards.
  EngineState take_state() { return windows_ ? windows_->take_state() : undivided_->take_state(); }

  std::uint64_t events_handled() const {
    return windows_ ? windows_->events_handled() : undivided_->events_handled();
  }
  SimTime now() const { return windows_ ? windows_->now() : undivided_->now(); }
  const EntityCounts& counts(EntityId entity) const {
    return windows_ ? windows_->counts(entity) : undivided_->counts(entity);
  }
  WindowStatistics statistics() const {
    WindowStatistics all = ended_;
    if (windows_) return all += windows_->statistics();
    all.undivided_events += undivided_->events_handled() - engine_began_;
    return all;
  }

 private:
  // To move an event into another engine and back costs as much as to handle a few, and each partition counts
  // for all entities. A stretch lasts so many times what is moved, and longer each time that windows are
  // still thin after it.
  static constexpr std::uint64_t kFirstStretch = 16;
  static constexpr std::uint64_t kStretchGrowth = 4;
  static constexpr std::uint64_t kLongestStretch = 1024;

  void divide(EngineState state) {
    engine_began_ = state.events_handled;
    windows_.emplace(model_, std::move(state), plan_, executor_, options_);
  }

  void undivide() {
    const std::uint64_t in_windows = events_handled() - engine_began_;
    stretch_factor_ = in_windows > stretch_events_
                          ? kFirstStretch
                          : std::min(kLongestStretch, kStretchGrowth * stretch_factor_);
    ended_ += windows_->statistics();
    EngineState state = windows_->take_state();
    windows_.reset();
    engine_began_ = state.events_handled;
    stretch_events_ = stretch_factor_ * (state.pending.size() + plan_.partitions() * state.counts.size());
    stretch_end_ = engine_began_ + stretch_events_;
    undivided_.emplace(model_, std::move(state), options_.ties);
    undivided_->check_channels(options_.declared);
  }

  void end_stretch() {
    ended_.undivided_events += undivided_->events_handled() - engine_began_;
    EngineState state = undivided_->take_state();
    undivided_.reset();
    divide(std::move(state));
  }

  Model& model_;
  const PartitionPlan& plan_;
  Executor& executor_;
  ParallelOptions options_;
  // One of the two.
  std::optional<WindowedEngine<Model>> windows_;
  std::optional<SequentialEngine<Model>> undivided_;
  WindowStatistics ended_;            // of all engines before this one
  std::uint64_t engine_began_ = 0;    // events handled until then
  std::uint64_t stretch_factor_ = 0;  // times what is moved
  std::uint64_t stretch_events_ = 0;  // of the last or present stretch
  std::uint64_t stretch_end_ = 0;     // in events handled
};

}  // namespace des
