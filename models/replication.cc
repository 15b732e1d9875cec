#include "models/replication.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

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
    if (reason != des::StopReason::kInterrupted)
      gridlock = simulation.gridlock();  // else it is no instant of all
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

std::optional<des::TieBreak> ties_of(const ReplicationOptions& options, const Simulation& simulation) {
  if (options.tie_seed == 0) return std::nullopt;
  return des::TieBreak(simulation.entities(), options.tie_seed);
}

// Who waits, at each of `at_s`; beyond the end of a railway where nothing happens any more, as at its end.
struct Census {
  const std::vector<std::int64_t>& at_s;
  std::vector<WaitingNow> waiting;
};

class ReplicationRun {
 public:
  ReplicationRun(const Model& model, const ReplicationOptions& options, TrainWatcher* watcher)
      : model_(model),
        options_(options),
        simulation_(model, options, watcher),
        ties_(ties_of(options, simulation_)),
        run_(simulation_, model, options.engine, ties_ ? &*ties_ : nullptr) {}

  // `census` may be nullptr.
  Observations run(Census* census) {
    const std::int64_t spin_up = model_.input().spin_up_s, end = spin_up + model_.input().counted_s;
    run_to(spin_up);
    if (!is_known()) return report();
    if (run_.now().ticks < spin_up) run_.run_until(des::SimTime{spin_up}, limits_);  // no event was left
    run_.reconsider();
    simulation_.restart_counting(spin_up);
    if (census != nullptr)
      std::for_each(census->at_s.begin(), census->at_s.end(), [&](std::int64_t at) { look(at, *census); });
    if (!is_over_) run_to(end);
    return report();
  }

 private:
  void run_to(std::int64_t end) {
    reason_ = run_until_gridlock(run_, simulation_, end, limits_, options_.stop_at_gridlock, gridlock_);
  }
  bool is_known() const { return ran_to_its_end(reason_) && gridlock_.empty(); }

  void look(std::int64_t at, Census& census) {
    if (!is_over_ && run_.now().ticks < at) {
      run_to(at);
      is_over_ = !is_known() || comes_no_further();
    }
    if (is_known()) census.waiting.push_back(waiting_now(model_, simulation_, run_.now().ticks));
  }

  // Where gridlocks are looked for, a run in which nothing happens any more stops ahead of its end.
  bool comes_no_further() const {
    return options_.stop_at_gridlock && simulation_.may_gridlock() &&
           reason_ == des::StopReason::kQuiescent && !simulation_.has_trains();
  }

  Observations report() {
    Observations seen = simulation_.report(run_.now().ticks);
    if (reason_ != des::StopReason::kInterrupted) simulation_.report_records(seen);
    seen.stop = gridlock_.empty() ? stop_reason(reason_, simulation_.has_trains()) : StopReason::kGridlock;
    if (gridlock_.empty())
      seen.standing = standing(simulation_, reason_, seen.end_time, model_.input().counted_s);
    seen.gridlock = std::move(gridlock_);
    seen.events = run_.events_handled();
    seen.engine = run_.use();
    return seen;
  }

  const Model& model_;
  const ReplicationOptions& options_;
  Simulation simulation_;
  std::optional<des::TieBreak> ties_;
  EngineRun run_;
  const des::RunLimits limits_{.interrupt = options_.interrupt};
  des::StopReason reason_ = des::StopReason::kHorizon;
  bool is_over_ = false;  // before the end of the counted time
  std::vector<GridlockedTrain> gridlock_;
};

}  // namespace

Observations run_replication(const Model& model, const ReplicationOptions& options) {
  return ReplicationRun(model, options, nullptr).run(nullptr);
}

CensusedReplication run_censused_replication(const Model& model, const ReplicationOptions& options,
                                             const std::vector<std::int64_t>& at_s) {
  Census census{at_s, {}};
  Observations seen = ReplicationRun(model, options, nullptr).run(&census);
  return {std::move(seen), std::move(census.waiting)};
}

Observations run_watched_replication(const Model& model, const ReplicationOptions& options,
                                     TrainWatcher& watcher) {
  ReplicationOptions sequential = options;
  sequential.engine.choice = EngineChoice::kSequential;
  return ReplicationRun(model, sequential, &watcher).run(nullptr);
}

}  // namespace rail
