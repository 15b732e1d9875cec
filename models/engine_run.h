// Runs a replication's simulation: on the sequential engine first, and on the parallel one from the end of
// a pilot on, if that is asked for or found to pay.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "engine/parallel_engine.h"
#include "engine/partitioner.h"
#include "engine/sequential_engine.h"
#include "models/engine_use.h"
#include "models/model.h"
#include "models/simulation.h"

namespace rail {

class EngineRun {
 public:
  // `ties` may be nullptr. Schedules the stations' first events.
  EngineRun(Simulation& simulation, const Model& model, const EngineOptions& options,
            const des::TieBreak* ties);

  des::StopReason run_until(des::SimTime end, const des::RunLimits& limits);
  // The network is full now: the choice of engine is looked at once more.
  void reconsider();
  des::SimTime now() const;
  std::uint64_t events_handled() const;
  EngineUse use() const;

 private:
  using Sequential = des::SequentialEngine<Simulation>;
  using Parallel = des::ParallelEngine<Simulation>;

  bool may_be_parallel() const;
  void decide();
  des::PartitionChoice choose() const;
  des::PartitionPlan shuffled_plan(const std::vector<des::DeclaredChannel>& channels) const;
  bool pays(const des::PartitionChoice& choice) const;
  void go_parallel();
  void go_sequential();

  Simulation& simulation_;
  const Model& model_;
  EngineOptions options_;
  const des::TieBreak* ties_;
  des::SimTime pilot_end_;
  des::SimTime counting_since_;
  std::vector<std::uint64_t> counts_;  // events per station since then
  EngineUse use_;
  std::unique_ptr<des::Executor> executor_;
  std::optional<des::PartitionChoice> choice_;
  std::optional<Sequential> sequential_;
  std::optional<Parallel> parallel_;
};

}  // namespace rail
