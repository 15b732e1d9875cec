// Which entity belongs to which partition of a parallel run, and how soon partitions can reach each
// other. Results never depend on it.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "engine/channel.h"

namespace des {

// No channel leads there. Small enough for two to be added.
constexpr Duration kUnreachable{std::numeric_limits<std::int64_t>::max() / 4};

// The partitions of each of `threads`, by weight: the heaviest ones are dealt out first, each to the thread
// with the least so far (longest processing time first).
std::vector<std::vector<std::uint32_t>> dealt_out(const std::vector<std::uint64_t>& weights, int threads);

class PartitionPlan {
 public:
  // `partition_of` per entity, 0 ... partitions - 1. A channel between two partitions must have a
  // lookahead above 0; anything else is a checked error. `weights` (events, per entity) may be empty.
  PartitionPlan(std::vector<std::uint32_t> partition_of, std::uint32_t partitions,
                std::vector<DeclaredChannel> channels, const std::vector<std::uint64_t>& weights = {});

  std::uint32_t partitions() const { return partitions_; }
  std::size_t entities() const { return partition_of_.size(); }
  std::uint32_t partition_of(EntityId entity) const { return partition_of_[entity]; }
  const std::vector<std::uint32_t>& partition_of() const { return partition_of_; }  // per entity

  // The least lookahead of the channels from one partition to another; kUnreachable if there are none.
  Duration lookahead(std::uint32_t from, std::uint32_t to) const {
    return lookahead_[from * partitions_ + to];
  }
  // All that are declared between these two, or "undeclared"; for messages.
  std::string channel_names(EntityId sender, EntityId receiver) const;
  // The soonest that anything at `from` can make itself felt at `to`, by way of whichever partitions;
  // from == to: by way of at least one other.
  Duration distance(std::uint32_t from, std::uint32_t to) const { return distance_[to * partitions_ + from]; }

  // The partitions of each of `threads`.
  std::vector<std::vector<std::uint32_t>> shares(int threads) const { return dealt_out(weights_, threads); }

 private:
  void take_lookaheads();
  void close_distances();

  std::vector<std::uint32_t> partition_of_;
  std::uint32_t partitions_;
  std::vector<std::uint64_t> weights_;
  std::vector<DeclaredChannel> channels_;
  std::vector<Duration> lookahead_;  // by from * partitions + to
  std::vector<Duration> distance_;   // by to * partitions + from: a receiver looks at all senders
};

}  // namespace des
