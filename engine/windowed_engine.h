// Conservative synchronous windows over partitions (YAWNS, Nicol 1993; with the distances between partitions
// of Ayani 1989, Lubachevsky 1989): the parallel engine while it is divided.
//
// In every window each partition handles its own events before its bound: the earliest instant at which
// anything that another partition still has to do could make itself felt. Then all wait for each other,
// events for other partitions are handed over, and the next window begins. Every entity sees the same
// events in the same order as in the sequential engine, whatever the partitions and threads.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/check.h"
#include "engine/engine_state.h"
#include "engine/executor.h"
#include "engine/parallel_options.h"
#include "engine/partition.h"
#include "engine/partition_plan.h"
#include "engine/run_limits.h"
#include "engine/scheduler.h"
#include "engine/stop_reason.h"
#include "engine/thin_windows.h"
#include "engine/thread_share.h"
#include "engine/tie_break.h"
#include "engine/window_bounds.h"
#include "engine/window_statistics.h"

namespace des {

template <class Model>
class WindowedEngine {
 public:
  // All references must outlive the engine. Goes on where another engine with the same `ties` stopped.
  WindowedEngine(Model& model, EngineState state, const PartitionPlan& plan, Executor& executor,
                 const ParallelOptions& options)
      : model_(model),
        plan_(plan),
        executor_(executor),
        options_(options),
        now_(state.now),
        bounds_(plan),
        thin_(options.least_events_per_window) {
    for (std::uint32_t p = 0; p < plan.partitions(); ++p)
      partitions_.push_back(std::make_unique<Partition>(plan, p, state, options.ties));
    for (const auto& partition : partitions_) partition->scheduler.check_channels(options.declared);
    for (const Event& event : state.pending) {
      const EntityId receiver =
          options.ties == nullptr ? event.receiver() : options.ties->restored(event).receiver();
      of(receiver).scheduler.pending().push(event);
    }
    handled_before_ = state.events_handled;
    arrange_shares();
  }

  // To schedule the first events of an entity, before the run.
  Scheduler& as_entity(EntityId entity) {
    Scheduler& scheduler = of(entity).scheduler;
    scheduler.set_current(now_, kBeforeFirstPhase, entity);
    return scheduler;
  }

  // As SequentialEngine::run_until(), but knows no limit of events, and once interrupted the clock stands
  // before the first event that is left, though partitions have handled later ones. Nothing: windows have
  // turned out to be thin, and the run stands somewhere before `end`.
  std::optional<StopReason> run_until(SimTime end, const RunLimits& limits) {
    DES_CHECK(end >= now_, "the clock cannot go back", now_, 0);
    for (ThreadShare& share : shares_) share.report(partitions_, turn_);
    interrupt_ = limits.interrupt;
    bounds_.begin(options_.whole.ticks > 0 ? options_.whole : end - now_);
    while (bounds_.update(shares_, end)) {
      if (interrupted()) {
        now_ = bounds_.earliest();
        return StopReason::kInterrupted;
      }
      if (bounds_.lookahead_was_the_limit()) thin_.add(last_events_);
      if (thin_.found()) return std::nullopt;
      run_window();
      bounds_.adapt(last_events_);
    }
    now_ = end;
    for (auto& partition : partitions_) {
      partition->bound = end;
      partition->scheduler.set_current(end, kBeforeFirstPhase, 0);
    }
    return bounds_.earliest() == kNever ? StopReason::kQuiescent : StopReason::kHorizon;
  }

  // Gives everything away; this engine is of no use afterwards.
  EngineState take_state() {
    EngineState state{now_, events_handled(), std::vector<EntityCounts>(plan_.entities()), {}};
    for (EntityId e = 0; e < plan_.entities(); ++e) state.counts[e] = counts(e);
    for (std::uint32_t p = 0; p < plan_.partitions(); ++p) {
      take_mail(p, turn_);
      PendingEventSet& pending = partitions_[p]->scheduler.pending();
      while (!pending.empty()) state.pending.push_back(pending.pop());
    }
    return state;
  }

  std::uint64_t events_handled() const { return handled_before_ + statistics_.events; }
  SimTime now() const { return now_; }
  const EntityCounts& counts(EntityId entity) const {
    return partitions_[plan_.partition_of(entity)]->scheduler.counts()[entity];
  }
  const WindowStatistics& statistics() const { return statistics_; }

 private:
  Partition& of(EntityId entity) { return *partitions_[plan_.partition_of(entity)]; }
  bool interrupted() const { return interrupt_ != nullptr && interrupt_->load(); }

  void arrange_shares() {
    const int count = std::min(executor_.threads(), static_cast<int>(plan_.partitions()));
    for (auto& own : plan_.shares(count)) shares_.emplace_back(std::move(own), partitions_);
    for (const auto& partition : partitions_) to_all_.push_back(&partition->scheduler.pending());
  }

  void run_window() {
    turn_ ^= 1U;
    const int count = static_cast<int>(shares_.size());
    const bool shared = count > 1 && last_events_ >= options_.least_events_per_window;
    if (shared) {
      executor_.run(count, [this, namer = NamingScope::current()](int t) {
        const NamingScope named(namer);
        ThreadShare& share = shares_[static_cast<std::size_t>(t)];
        run_share(share, share.direct);
        share.report(partitions_, turn_);
      });
    } else {
      for (ThreadShare& share : shares_) run_share(share, to_all_);
      for (ThreadShare& share : shares_) share.report(partitions_, turn_);
    }
    const WindowCounts counts = counts_of(shares_, shared);
    statistics_.add(counts);
    last_events_ = counts.events;
  }

  void run_share(ThreadShare& share, const Outbox::Direct& direct) {
    if (options_.shuffle_seed != 0) share.shuffle(options_.shuffle_seed, statistics_.windows);
    for (const std::uint32_t p : share.partitions) run_partition(p, direct);
  }

  void run_partition(std::uint32_t p, const Outbox::Direct& direct) {
    Partition& partition = *partitions_[p];
    SimTime bound = bounds_.of(p);
    partition.outbox.begin_window(turn_, &direct);
    take_mail(p, turn_ ^ 1U);
    PendingEventSet& pending = partition.scheduler.pending();
    const std::uint64_t before = partition.scheduler.events_handled();
    for (std::uint64_t polls = 1; !pending.empty() && pending.least().time < bound; ++polls) {
      model_.handle(partition.scheduler.next(), partition.scheduler);
      if ((polls & kPollMask) == 0 && interrupted() && !pending.empty())
        bound = std::min(bound, pending.least().time);  // the rest is left
    }
    partition.handled = partition.scheduler.events_handled() - before;
    partition.bound = bound;
  }

  void take_mail(std::uint32_t p, std::uint32_t turn) {
    Partition& partition = *partitions_[p];
    PendingEventSet& pending = partition.scheduler.pending();
    for (const std::uint32_t from : partition.senders) {
      for (const Event& event : partitions_[from]->outbox.parcel(turn, p).events) pending.push(event);
    }
    // If any event is late, the least one is, whether it came in a parcel or directly.
    if (!pending.empty() && pending.least().time < partition.bound)
      fail_late(pending.least(), partition.bound);
  }

  [[noreturn]] void fail_late(const Event& sent, SimTime bound) const {
    const Event event = options_.ties == nullptr ? sent : options_.ties->restored(sent);
    const std::string channels = plan_.channel_names(event.sender(), event.receiver());
    fail_causality("event reached a partition behind its bound", event.time, bound, event.sender(),
                   {event.receiver(), {}, channels.c_str()});
  }

  Model& model_;
  const PartitionPlan& plan_;
  Executor& executor_;
  ParallelOptions options_;
  SimTime now_;
  std::uint32_t turn_ = 0;  // which parcels are being written, or were in the last window
  std::vector<std::unique_ptr<Partition>> partitions_;
  std::vector<ThreadShare> shares_;
  Outbox::Direct to_all_;  // for windows that one thread handles
  WindowBounds bounds_;
  ThinWindows thin_;
  const std::atomic<bool>* interrupt_ = nullptr;
  std::uint64_t handled_before_ = 0;
  WindowStatistics statistics_;
  std::uint64_t last_events_ = 0;  // of the last window
};

}  // namespace des
