// Runs a replication's simulation: on the sequential engine first, and on the parallel one from the end of
// a pilot on, if that is asked for or found to pay. At some later times what windows gave, and what other
// partitions promise, is looked at again: it may go back, or on with other partitions.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "engine/declared_channels.h"
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
  // The network is full now: a time to decide.
  void reconsider();
  des::SimTime now() const;
  std::uint64_t events_handled() const;
  EngineUse use() const;

 private:
  using Sequential = des::SequentialEngine<Simulation>;
  using Parallel = des::ParallelEngine<Simulation>;

  bool may_be_parallel() const;
  bool is_forced() const { return options_.choice == EngineChoice::kParallel; }
  int threads() const { return is_forced() ? options_.threads : threads_; }
  std::vector<des::DeclaredChannel> channels() const;
  const des::DeclaredChannels* declared() const { return declared_ ? &*declared_ : nullptr; }
  void decide();
  bool few_to_come() const;
  des::PartitionTask task() const;
  std::uint32_t handled(des::EntityId entity) const;
  des::PartitionPlan shuffled_plan(const std::vector<des::DeclaredChannel>& channels) const;
  double present_promise(const des::PartitionTask& task) const;
  double achieved_in_stint() const;
  bool goes_on_with(double present, double achieved, const des::PartitionChoice& found) const;
  void note_estimate(const des::PartitionChoice& found);
  void begin_stint();
  void go_parallel(des::PartitionChoice found);
  void go_sequential();

  Simulation& simulation_;
  const Model& model_;
  des::EntityNamer names_;
  EngineOptions options_;
  int threads_;  // those that help
  const des::TieBreak* ties_;
  des::Duration whole_;  // in simulated time, as pilot_
  des::Duration pilot_;
  des::SimTime next_decision_;
  // A stint is what lies between two decisions.
  des::SimTime stint_began_;
  std::uint64_t events_before_ = 0;
  std::vector<std::uint32_t> handled_before_;  // per station, modulo 2^32: events before the stint
  des::WindowStatistics windows_before_;       // of this parallel engine, before the stint
  double trust_ = 1;  // part of an estimated speedup that the last stint in parallel gave
  std::uint64_t decisions_ = 0;
  EngineUse use_;
  std::optional<des::DeclaredChannels> declared_;  // if they are to be checked
  std::unique_ptr<des::Executor> executor_;
  std::optional<des::PartitionChoice> choice_;
  std::optional<Sequential> sequential_;
  std::optional<Parallel> parallel_;
};

}  // namespace rail
