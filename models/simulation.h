// All stations of one replication: the model that the engine runs.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "engine/scheduler.h"
#include "models/gridlock.h"
#include "models/model.h"
#include "models/replication.h"
#include "models/station.h"
#include "models/station_context.h"

namespace rail {

// Room for what is to be observed, and nothing in it.
Observations nothing_seen(const ModelInput& input, const ModelTables& tables);

class Simulation {
 public:
  // `watcher`: of trains, may be nullptr.
  Simulation(const Model& model, const ReplicationOptions& options, TrainWatcher* watcher = nullptr);
  Simulation(const Simulation&) = delete;
  Simulation& operator=(const Simulation&) = delete;

  std::size_t entities() const { return stations_.size(); }
  // Schedules a station's first events.
  void begin(des::EntityId station, des::Scheduler& scheduler) { stations_[station].begin(scheduler); }
  void handle(const des::Event& event, des::Scheduler& scheduler) {
    stations_[event.receiver()].handle(event, scheduler);
  }

  // Which station belongs to which partition of a parallel run, before that begins.
  void set_partitions(std::vector<std::uint32_t> partition_of, std::uint32_t partitions) {
    context_.storage.set_partitions(std::move(partition_of), partitions);
  }

  // From now on observations count; what happened before is forgotten, what is present stays.
  void restart_counting(std::int64_t now);
  // Trains that wait for each other for ever; to be asked between instants.
  std::vector<GridlockedTrain> gridlock() const { return find_gridlock(context_, stations_); }
  bool may_gridlock() const;
  // Anywhere, standing or running.
  bool has_trains() const;
  std::vector<StandingTrains> standing(std::int64_t latest) const;
  // Everything observed until now but records, with the invariants that hold for any single run checked.
  Observations report(std::int64_t now) const;
  void report_records(Observations& all) const;  // copies them, which takes a while
  // Of that only who waits at this instant, WaitSum's open_* and still_waiting; to be asked between instants.
  Observations waiting(std::int64_t now) const;
  template <class Visit>
  void for_each_pool(Visit visit) const {
    for (const PoolTable& pool : context_.tables.pools)
      visit(stations_[pool.station].view().pools[pool.local]);
  }

 private:
  std::vector<DisruptionObservation> disruptions(std::int64_t now) const;
  int gauge_of(const Container& container) const;
  void add_what_is_inside(std::int64_t now, Observations& all) const;
  void check_invariants(std::int64_t now, const Observations& all) const;

  StationContext context_;
  std::vector<Station> stations_;
  std::int64_t counting_since_ = 0;
};

}  // namespace rail
