#include "models/replication.h"

#include <algorithm>
#include <optional>

#include "engine/tie_break.h"
#include "models/censused_replication.h"
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

// Who waits, at each of `at_s`; beyond the end of a railway where nothing happens any more, as at its end.
struct Census {
  const std::vector<std::int64_t>& at_s;
  std::vector<WaitingNow> waiting;
};

// Both may be nullptr.
Observations run(const Model& model, const ReplicationOptions& options, TrainWatcher* watcher,
                 Census* census) {
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
    // No run comes to `at` in which nothing happens any more, where gridlocks are looked for.
    const bool looks_for_gridlock = options.stop_at_gridlock && simulation.may_gridlock();
    bool over = false;
    const auto run_on = [&](std::int64_t at) {
      reason = run_to(at);
      const bool has_ended =
          looks_for_gridlock && reason == des::StopReason::kQuiescent && !simulation.has_trains();
      over = has_ended || !gridlock.empty() || !ran_to_its_end(reason);
    };
    const auto look = [&](std::int64_t at) {
      if (!over && run.now().ticks < at) run_on(at);
      const bool is_known = ran_to_its_end(reason) && gridlock.empty();
      if (is_known) census->waiting.push_back(waiting_now(model, simulation, run.now().ticks));
    };
    if (census != nullptr) std::for_each(census->at_s.begin(), census->at_s.end(), look);
    if (!over) reason = run_to(spin_up + model.input().counted_s);
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
  return run(model, options, nullptr, nullptr);
}

CensusedReplication run_censused_replication(const Model& model, const ReplicationOptions& options,
                                             const std::vector<std::int64_t>& at_s) {
  Census census{at_s, {}};
  Observations seen = run(model, options, nullptr, &census);
  return {std::move(seen), std::move(census.waiting)};
}

Observations run_watched_replication(const Model& model, const ReplicationOptions& options,
                                     TrainWatcher& watcher) {
  ReplicationOptions sequential = options;
  sequential.engine.choice = EngineChoice::kSequential;
  return run(model, sequential, &watcher, nullptr);
}

}  // namespace rail
