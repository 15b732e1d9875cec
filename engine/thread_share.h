// A thread's partitions in a parallel run, and what it says about them after each window: in few cache lines
// that nobody else writes, since all that other threads read of it has to travel.
#pragma once

#include <tbb/cache_aligned_allocator.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "engine/outbox.h"
#include "engine/partition.h"
#include "engine/random_stream.h"
#include "engine/time.h"
#include "engine/window_statistics.h"

namespace des {

using Times = std::vector<SimTime, tbb::cache_aligned_allocator<SimTime>>;
using Partitions = std::vector<std::unique_ptr<Partition>>;

struct alignas(64) ThreadShare {
  ThreadShare(std::vector<std::uint32_t> own, const Partitions& all)
      : partitions(std::move(own)), direct(all.size()), next_events(all.size()) {
    for (const std::uint32_t p : partitions) direct[p] = &all[p]->scheduler.pending();
  }

  // When all its partitions are done: until then they may still send to each other directly.
  void report(const Partitions& all, std::uint32_t turn) {
    std::fill(next_events.begin(), next_events.end(), kNever);
    handled = most_handled = 0;
    for (const std::uint32_t p : partitions) {
      Partition& partition = *all[p];
      PendingEventSet& pending = partition.scheduler.pending();
      if (!pending.empty()) tell(p, pending.least().time);
      for (const std::uint32_t to : partition.outbox.receivers())
        tell(to, partition.outbox.parcel(turn, to).earliest);
      handled += partition.handled;
      most_handled = std::max(most_handled, partition.handled);
    }
  }

  // For tests: another order of work in each window.
  void shuffle(std::uint64_t seed, std::uint64_t window) {
    const RandomStream random(seed, partitions.front());
    for (std::size_t i = partitions.size(); i > 1; --i)
      std::swap(partitions[i - 1], partitions[random.words(window, i, 0)[0] % i]);
  }

  std::vector<std::uint32_t> partitions;
  Outbox::Direct direct;           // to these partitions
  Times next_events;               // of every partition, as far as this thread knows
  std::uint64_t handled = 0;       // by all its partitions
  std::uint64_t most_handled = 0;  // by one of them

 private:
  void tell(std::uint32_t partition, SimTime time) {
    next_events[partition] = std::min(next_events[partition], time);
  }
};

// Of the window that all have reported on.
inline WindowCounts counts_of(const std::vector<ThreadShare>& shares, bool shared) {
  WindowCounts window;
  window.shared = shared;
  for (const ThreadShare& share : shares) {
    window.events += share.handled;
    window.most_of_thread = std::max(window.most_of_thread, share.handled);
    window.most_of_partition = std::max(window.most_of_partition, share.most_handled);
  }
  return window;
}

}  // namespace des
