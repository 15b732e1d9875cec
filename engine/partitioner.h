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
  Duration least_lookahead{1};  // channels below it are never cut
  Duration longest_window = kUnreachable;
};

struct PartitionChoice {
  PartitionPlan plan;
  Duration lookahead;            // the least between any two partitions; kUnreachable: none reaches another
  double events_per_window = 0;  // estimated
  double speedup = 1;            // estimated, over one thread
  double most_speedup = 1;       // if windows and threads cost nothing
};

// A window costs about as much as handling so many events (docs/performance.md): computing bounds, waking
// threads, waiting for the last one.
constexpr double kWindowCost_events = 60;

PartitionChoice choose_partitions(const PartitionTask& task);
// The estimates for a given plan with these weights.
PartitionChoice judged(const PartitionTask& task, const std::vector<std::uint32_t>& partition_of,
                       std::uint32_t partitions);

// Cluster of each entity, numbered by first appearance: entities joined by channels below `limit`.
std::vector<std::uint32_t> clusters(std::size_t entities, const std::vector<DeclaredChannel>& channels,
                                    Duration limit);
// Distance of each entity from one end of the network, over channels in either direction, with the
// lookahead (at least 1) as length.
std::vector<std::int64_t> positions(std::size_t entities, const std::vector<DeclaredChannel>& channels);
// Cuts a row of weights into at most `pieces` consecutive pieces so that the heaviest is as light as can
// be. Returns the piece of each element.
std::vector<std::uint32_t> cut_row(const std::vector<std::uint64_t>& weights, std::uint32_t pieces);

}  // namespace des
