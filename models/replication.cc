#include "models/replication.h"

#include "engine/sequential_engine.h"
#include "models/simulation.h"

namespace rail {
namespace {

StopReason stop_reason(des::StopReason reason, const Observations& seen) {
  switch (reason) {
    case des::StopReason::kHorizon:
      return StopReason::kHorizon;
    case des::StopReason::kInterrupted:
      return StopReason::kInterrupted;
    case des::StopReason::kEventLimit:
      return StopReason::kEventLimit;
    case des::StopReason::kQuiescent:
      break;
  }
  // Nothing will happen any more: fine if nobody waits, a gridlock if trains stand somewhere.
  for (const PointObservation& point : seen.points) {
    if (point.present_at_end > 0) return StopReason::kGridlock;
  }
  return StopReason::kQuiescent;
}

bool ran_to_its_end(des::StopReason reason) {
  return reason == des::StopReason::kHorizon || reason == des::StopReason::kQuiescent;
}

}  // namespace

Observations run_replication(const Model& model, const ReplicationOptions& options) {
  Simulation simulation(model, options);
  des::SequentialEngine<Simulation> engine(simulation, simulation.entities());
  for (des::EntityId id = 0; id < simulation.entities(); ++id) simulation.begin(id, engine.as_entity(id));
  const des::RunLimits limits{options.event_limit, options.interrupt};
  const std::int64_t spin_up = model.input().spin_up_s;
  des::StopReason reason = engine.run_until(des::SimTime{spin_up}, limits);
  if (ran_to_its_end(reason)) {
    simulation.restart_counting(spin_up);
    reason = engine.run_until(des::SimTime{spin_up + model.input().counted_s}, limits);
  }
  Observations seen = simulation.report(engine.now().ticks);
  seen.stop = stop_reason(reason, seen);
  seen.events = engine.events_handled();
  return seen;
}

}  // namespace rail
