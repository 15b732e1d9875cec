// Divides a model's entities into partitions for a parallel run.
//
// First, entities joined by a channel whose lookahead is below a limit become one cluster, never to be
// divided. Then the clusters are laid out in a row, by their distance from one end of the network, and the
// row is cut into pieces of nearly equal weight (chains-on-chains partitioning: Pinar & Aykanat 2004).
// Rail networks between two ends are nearly rows. Several limits and numbers of pieces are tried; the one
// with the least estimated time wins. Results of a run never depend on the choice.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/channel.h"
#include "engine/partition_plan.h"

namespace des {

struct PartitionTask {
  std::size_t entities = 0;
  std::vector<DeclaredChannel> channels;
  std::vector<std::uint64_t> weights;  // events per entity in a pilot run ...
  Duration pilot;                      // ... of this length
  int threads = 2;
  Duration limit{1};  // channels with less lookahead are never cut
  Duration longest_window = kUnreachable;
};

// Over one thread; from counts alone.
struct PartitionEstimate {
  Duration lookahead =
      kUnreachable;  // the least between any two partitions; kUnreachable: none reaches another
  double events_per_window = 0;
  double speedup = 1;
  double most_speedup = 1;  // if windows and threads cost nothing
};

struct PartitionChoice : PartitionEstimate {
  PartitionPlan plan;
};

// A window costs two threads as much as handling so many of the lightest events (2.8 microseconds of PHOLD's:
// docs/performance_model.md): computing bounds, waking threads, waiting for the last one. Of a railway's it
// is a quarter as many; but windows that promise too much cost a run more than windows that were not tried
// give.
constexpr double kWindowCost_events = 60;

PartitionChoice choose_partitions(const PartitionTask& task);
// For given partitions. Much quicker than to make a plan of them.
PartitionEstimate estimate(const PartitionTask& task, const std::vector<std::uint32_t>& partition_of,
                           std::uint32_t partitions);

}  // namespace des
