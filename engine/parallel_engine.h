// The parallel engine: conservative synchronous windows over partitions (YAWNS, Nicol 1993; with the
// distances between partitions of Ayani 1989, Lubachevsky 1989).
//
// In every window each partition handles its own events before its bound: the earliest instant at which
// anything that another partition still has to do could make itself felt. Then all wait for each other,
// events for other partitions are handed over, and the next window begins. Every entity sees the same
// events in the same order as in the sequential engine, whatever the partitions and threads.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "engine/engine_state.h"
#include "engine/executor.h"
#include "engine/partition.h"
#include "engine/partition_plan.h"
#include "engine/run_limits.h"
#include "engine/scheduler.h"
#include "engine/stop_reason.h"
#include "engine/tie_break.h"
#include "engine/window_statistics.h"

namespace des {

struct ParallelOptions {
  const TieBreak* ties = nullptr;
  // A window that is expected to have fewer events is not worth waking other threads for.
  std::uint64_t least_events_for_threads = 100;
  // Not 0: each thread goes through its partitions in another order in every window. For tests.
  std::uint64_t shuffle_seed = 0;
};

template <class Model>
class ParallelEngine {
 public:
  // All references must outlive the engine. Goes on where another engine with the same `ties` stopped.
  ParallelEngine(Model& model, EngineState state, const PartitionPlan& plan, Executor& executor,
                 const ParallelOptions& options = {})
      : model_(model), plan_(plan), executor_(executor), options_(options), now_(state.now) {
    workers_ = std::min(executor.threads(), static_cast<int>(plan.partitions()));
    shares_ = plan.shares(workers_);
    for (std::uint32_t p = 0; p < plan.partitions(); ++p)
      partitions_.push_back(std::make_unique<Partition>(plan, p, state, options.ties));
    for (const Event& event : state.pending) {
      const EntityId receiver =
          options.ties == nullptr ? event.receiver() : options.ties->restored(event).receiver();
      of(receiver).scheduler.pending().push(event);
    }
    handled_before_ = state.events_handled;
  }

  // To schedule the first events of an entity, before the run.
  Scheduler& as_entity(EntityId entity) {
    Scheduler& scheduler = of(entity).scheduler;
    scheduler.set_current(now_, -1, entity);
    return scheduler;
  }

  // As SequentialEngine::run_until(), but knows no limit of events.
  StopReason run_until(SimTime end, const RunLimits& limits = {}) {
    DES_CHECK(limits.events == 0, "the parallel engine knows no limit of events", now_, 0);
    while (set_bounds(end)) {
      if (limits.interrupt != nullptr && limits.interrupt->load()) return StopReason::kInterrupted;
      run_window();
    }
    now_ = end;
    for (auto& partition : partitions_) {
      partition->bound = end;
      partition->scheduler.set_current(end, -1, 0);
    }
    return earliest_ == kNever ? StopReason::kQuiescent : StopReason::kHorizon;
  }

  // Gives everything away; this engine is of no use afterwards.
  EngineState take_state() {
    EngineState state{now_, events_handled(), std::vector<std::uint32_t>(plan_.entities()), {}};
    for (EntityId e = 0; e < plan_.entities(); ++e)
      state.next_sequence[e] = of(e).scheduler.next_sequence()[e];
    for (std::uint32_t p = 0; p < plan_.partitions(); ++p) {
      take_mail(p, turn_);
      PendingEventSet& pending = partitions_[p]->scheduler.pending();
      while (!pending.empty()) state.pending.push_back(pending.pop());
    }
    return state;
  }

  std::uint64_t events_handled() const { return handled_before_ + statistics_.events; }
  SimTime now() const { return now_; }
  const WindowStatistics& statistics() const { return statistics_; }

 private:
  Partition& of(EntityId entity) { return *partitions_[plan_.partition_of(entity)]; }

  // False: nothing is left to do before `end`.
  bool set_bounds(SimTime end) {
    earliest_ = kNever;
    for (std::uint32_t p = 0; p < plan_.partitions(); ++p) {
      partitions_[p]->next_event = next_event(p);
      earliest_ = std::min(earliest_, partitions_[p]->next_event);
    }
    for (std::uint32_t p = 0; p < plan_.partitions(); ++p) {
      Partition& partition = *partitions_[p];
      partition.next_bound = end;
      for (std::uint32_t from = 0; from < plan_.partitions(); ++from) {
        if (partitions_[from]->next_event == kNever) continue;
        partition.next_bound =
            std::min(partition.next_bound, partitions_[from]->next_event + plan_.distance(from, p));
      }
    }
    return earliest_ < end;
  }

  SimTime next_event(std::uint32_t p) {
    PendingEventSet& pending = partitions_[p]->scheduler.pending();
    SimTime next = pending.empty() ? kNever : pending.least().time;
    for (const auto& from : partitions_) next = std::min(next, from->outbox.parcel(turn_, p).earliest);
    return next;
  }

  void run_window() {
    turn_ ^= 1U;
    const bool thin = workers_ == 1 || statistics_.last_events < options_.least_events_for_threads;
    const auto work = [this](int worker) { do_share(worker); };
    if (thin) {
      for (int worker = 0; worker < workers_; ++worker) work(worker);
    } else {
      executor_.run(workers_, work);
    }
    count_window();
  }

  void do_share(int worker) {
    std::vector<std::uint32_t>& share = shares_[static_cast<std::size_t>(worker)];
    if (options_.shuffle_seed != 0) shuffle(share);
    for (const std::uint32_t p : share) run_partition(p);
  }

  void shuffle(std::vector<std::uint32_t>& share) const {
    const RandomStream random(options_.shuffle_seed, share.front());
    for (std::size_t i = share.size(); i > 1; --i)
      std::swap(share[i - 1], share[random.words(statistics_.windows, i, 0)[0] % i]);
  }

  void run_partition(std::uint32_t p) {
    Partition& partition = *partitions_[p];
    partition.outbox.begin_window(turn_);
    take_mail(p, turn_ ^ 1U);
    PendingEventSet& pending = partition.scheduler.pending();
    const std::uint64_t before = partition.scheduler.events_handled();
    while (!pending.empty() && pending.least().time < partition.next_bound) {
      const Event event = partition.scheduler.next();
      model_.handle(event, partition.scheduler);
    }
    partition.handled = partition.scheduler.events_handled() - before;
    partition.bound = partition.next_bound;
  }

  void take_mail(std::uint32_t p, std::uint32_t turn) {
    Partition& partition = *partitions_[p];
    for (const auto& from : partitions_) {
      for (const Event& event : from->outbox.parcel(turn, p).events) {
        if (event.time < partition.bound) fail_late(event, partition.bound);
        partition.scheduler.pending().push(event);
      }
    }
  }

  [[noreturn]] void fail_late(const Event& sent, SimTime bound) const {
    const Event event = options_.ties == nullptr ? sent : options_.ties->restored(sent);
    fail_causality("event reached a partition behind its bound", event.time, bound, event.sender(),
                   {event.receiver(), {}, "between partitions"});
  }

  void count_window() {
    std::uint64_t sum = 0, most = 0;
    for (const auto& partition : partitions_) {
      sum += partition->handled;
      most = std::max(most, partition->handled);
    }
    statistics_.add(sum, most);
  }

  Model& model_;
  const PartitionPlan& plan_;
  Executor& executor_;
  ParallelOptions options_;
  SimTime now_;
  SimTime earliest_ = kNever;
  std::uint32_t turn_ = 0;  // which parcels are being written, or were in the last window
  int workers_ = 1;
  std::vector<std::vector<std::uint32_t>> shares_;  // partitions per worker
  std::vector<std::unique_ptr<Partition>> partitions_;
  std::uint64_t handled_before_ = 0;
  WindowStatistics statistics_;
};

}  // namespace des
