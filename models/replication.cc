#include "models/replication.h"

#include <algorithm>
#include <optional>

#include "engine/tie_break.h"
#include "models/engine_run.h"
#include "models/simulation.h"
#include "models/watched_replication.h"

namespace rail {
namespace {

StopReason stop_reason(des::StopReason reason, bool trains_stand) {
  switch (reason) {
    case des::StopReason::kHorizon:
      return StopReason::kHorizon;
    case des::StopReason::kInterrupted:
      return StopReason::kInterrupted;
    case des::StopReason::kEventLimit:  // none is set
    case des::StopReason::kQuiescent:
      break;
  }
  // Nothing will happen any more. Trains that stand now, though in no circle, stand at the horizon and
  // beyond.
  return trains_stand ? StopReason::kHorizon : StopReason::kQuiescent;
}

constexpr std::int64_t kGridlockCheckEvery_s = 86400;

// Stops at a gridlock: looked for every day where trains can hold each other up, and when no event is left.
des::StopReason run_until_gridlock(EngineRun& run, const Simulation& simulation, std::int64_t end,
                                   const des::RunLimits& limits, bool stop_at_gridlock,
                                   std::vector<GridlockedTrain>& gridlock) {
  if (!stop_at_gridlock || !simulation.may_gridlock()) return run.run_until(des::SimTime{end}, limits);
  des::StopReason reason = des::StopReason::kHorizon;
  while (run.now().ticks < end && gridlock.empty() && reason == des::StopReason::kHorizon) {
    reason = run.run_until(des::SimTime{std::min(end, run.now().ticks + kGridlockCheckEvery_s)}, limits);
    gridlock = simulation.gridlock();
  }
  // A want holds nobody up but those that wait: the clock goes on, whether or not other things happen.
  const bool wants = reason == des::StopReason::kQuiescent && gridlock.empty() && simulation.has_trains();
  return wants ? run.run_until(des::SimTime{end}, limits) : reason;
}

// All that stand if nothing will happen any more; else those to whom no wagons, locomotive or room in a yard
// has come for more than half of the counted time. A queue before full tracks may grow as long while trains
// of other lines go on.
std::vector<StandingTrains> standing(const Simulation& simulation, des::StopReason reason, std::int64_t now,
                                     std::int64_t counted_s) {
  if (reason == des::StopReason::kQuiescent) return simulation.standing(now);
  if (reason != des::StopReason::kHorizon) return {};
  std::vector<StandingTrains> groups = simulation.standing(now - counted_s / 2);
  std::erase_if(groups, [](const StandingTrains& group) {
    return group.what == Awaits::kTrack || group.what == Awaits::kTrainAhead;
  });
  return groups;
}

bool ran_to_its_end(des::StopReason reason) {
  return reason == des::StopReason::kHorizon || reason == des::StopReason::kQuiescent;
}

// `watcher` may be nullptr.
Observations run(const Model& model, const ReplicationOptions& options, TrainWatcher* watcher) {
  Simulation simulation(model, options, watcher);
  std::optional<des::TieBreak> ties;
  if (options.tie_seed != 0) ties.emplace(simulation.entities(), options.tie_seed);
  EngineRun run(simulation, model, options.engine, ties ? &*ties : nullptr);
  const des::RunLimits limits{.interrupt = options.interrupt};
  const std::int64_t spin_up = model.input().spin_up_s;
  std::vector<GridlockedTrain> gridlock;
  const auto run_to = [&](std::int64_t end) {
    return run_until_gridlock(run, simulation, end, limits, options.stop_at_gridlock, gridlock);
  };
  des::StopReason reason = run_to(spin_up);
  if (ran_to_its_end(reason) && gridlock.empty()) {
    if (run.now().ticks < spin_up) run.run_until(des::SimTime{spin_up}, limits);  // no event was left
    run.reconsider();
    simulation.restart_counting(spin_up);
    reason = run_to(spin_up + model.input().counted_s);
  }
  Observations seen = simulation.report(run.now().ticks);
  seen.stop = gridlock.empty() ? stop_reason(reason, simulation.has_trains()) : StopReason::kGridlock;
  if (gridlock.empty()) seen.standing = standing(simulation, reason, seen.end_time, model.input().counted_s);
  seen.gridlock = std::move(gridlock);
  seen.events = run.events_handled();
  seen.engine = run.use();
  return seen;
}

}  // namespace

Observations run_replication(const Model& model, const ReplicationOptions& options) {
  return run(model, options, nullptr);
}

Observations run_watched_replication(const Model& model, const ReplicationOptions& options,
                                     TrainWatcher& watcher) {
  ReplicationOptions sequential = options;
  sequential.engine.choice = EngineChoice::kSequential;
  return run(model, sequential, &watcher);
}

}  // namespace rail
