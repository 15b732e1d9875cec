// The records of all trains and containers of a replication, in one pool per partition.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "models/record_pool.h"
#include "models/records.h"

namespace rail {

class Storage {
 public:
  explicit Storage(std::size_t stations) : pools_of_(stations, 0) { add_pools(1); }

  // From now on the stations use the pools of these partitions. Records stay where they are.
  void set_partitions(std::vector<std::uint32_t> partition_of, std::uint32_t partitions) {
    pools_of_ = std::move(partition_of);
    add_pools(partitions);
  }

  Train* new_train(std::uint32_t station) { return pools_[pools_of_[station]]->trains.acquire(); }
  Container* new_container(std::uint32_t station) { return pools_[pools_of_[station]]->containers.acquire(); }
  void end(std::uint32_t station, Train* train) { end_in(station, &Pools::trains, train); }
  void end(std::uint32_t station, Container* container) { end_in(station, &Pools::containers, container); }

  template <class Visit>
  void for_each_train(Visit visit) const {
    for (const auto& pools : pools_) pools->trains.for_each(visit);
  }
  template <class Visit>
  void for_each_container(Visit visit) const {
    for (const auto& pools : pools_) pools->containers.for_each(visit);
  }

 private:
  // On cache lines of its own: its neighbours belong to other threads.
  struct alignas(64) Pools {
    explicit Pools(std::uint16_t number) : trains(number), containers(number) {}
    RecordPool<Train> trains;
    RecordPool<Container> containers;
  };

  void add_pools(std::uint32_t partitions) {
    while (pools_.size() < partitions)
      pools_.push_back(std::make_unique<Pools>(static_cast<std::uint16_t>(pools_.size())));
  }

  template <class Record>
  void end_in(std::uint32_t station, RecordPool<Record> Pools::* kind, Record* record) {
    if (record->home == pools_of_[station])
      (*pools_[record->home].*kind).release(record);
    else
      (*pools_[record->home].*kind).give_back(record);
  }

  std::vector<std::uint32_t> pools_of_;  // per station
  std::vector<std::unique_ptr<Pools>> pools_;
};

}  // namespace rail
