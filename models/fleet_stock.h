// Wagons of one pool, or locomotives of one district, at one station: what stands idle there, what is being
// turned, and the trains that wait.
//
// First come, first served: a train that needs fewer wagons does not overtake one that needs more. Trains
// take the units that came last, so that those stand longest that are not needed; these return by the rules.
// Units are never made or lost here: idle + turning changes by what trains take and leave only, checked at
// each change. Not thread-safe: a part of one station.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>

#include "models/fleet_tables.h"
#include "models/observations.h"
#include "models/time_integral.h"
#include "models/train_queue.h"

namespace rail {

class FleetStock {
 public:
  explicit FleetStock(const StockTable& table);

  // Takes the units now if nobody waits and so many stand idle.
  bool take(std::int64_t units, std::int64_t now);
  // The train waits until start_next() gives it its Train::units_wanted.
  void enqueue(Train* train, std::int64_t now);
  // The first train that waits, with its units taken; nullptr if there are too few. To be called until it
  // gives nullptr.
  Train* start_next(std::int64_t now);
  // A train that did not have to wait counts as one, too.
  void count_wait(Train& train, std::int64_t now);

  // Units that a train left here are turned first. At the end of it, whether they may be of use at once.
  void begin_turn(std::int64_t units, std::int64_t now) { turning_.change(now, units); }
  bool end_turn(std::int64_t units, std::int64_t now);
  // Locomotives without a train, to and from another station.
  void send_light(std::int64_t units, std::int64_t now);
  void receive_light(std::int64_t units, std::int64_t now);

  // A rule whose units have stood idle long enough, and are to leave now; to be called until it gives
  // nothing.
  const IdleRuleTable* due(std::int64_t now);
  // When the next ones will be due, if nothing changes until then.
  std::optional<std::int64_t> next_due() const;
  const StockTable& table() const { return table_; }
  const TrainQueue& waiting() const { return queue_; }
  std::int64_t units_here() const { return idle_.level() + turning_.level(); }
  void restart_counting(std::int64_t now);
  StockObservation observation(std::int64_t now) const;

 private:
  // Idle units that came together.
  struct Lot {
    std::int64_t since = 0, units = 0;
  };

  void change_idle(std::int64_t units, std::int64_t now);
  void add_lot(std::int64_t units, std::int64_t now);
  void take_newest(std::int64_t units);
  void take_oldest(std::int64_t units);
  std::optional<std::int64_t> due_at(const IdleRuleTable& rule) const;

  const StockTable& table_;
  TimeIntegral idle_, turning_, waiting_;
  std::int64_t least_idle_;
  std::int64_t light_ = 0;  // sent less received, over the whole run
  TrainQueue queue_;
  std::deque<Lot> lots_;  // the oldest first; only where idle units return
  StockObservation seen_;
};

}  // namespace rail
