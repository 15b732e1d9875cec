#include "engine/partition_plan.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "engine/check.h"

namespace des {

std::vector<std::vector<std::uint32_t>> dealt_out(const std::vector<std::uint64_t>& weights, int threads) {
  std::vector<std::uint32_t> order(weights.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return weights[a] > weights[b]; });
  const auto count = static_cast<std::size_t>(threads);
  std::vector<std::vector<std::uint32_t>> shares(count);
  std::vector<std::uint64_t> load(count, 0);
  for (const std::uint32_t partition : order) {
    const auto least = std::min_element(load.begin(), load.end()) - load.begin();
    shares[static_cast<std::size_t>(least)].push_back(partition);
    load[static_cast<std::size_t>(least)] += std::max<std::uint64_t>(1, weights[partition]);
  }
  return shares;
}

PartitionPlan::PartitionPlan(std::vector<std::uint32_t> partition_of, std::uint32_t partitions,
                             std::vector<DeclaredChannel> channels, const std::vector<std::uint64_t>& weights)
    : partition_of_(std::move(partition_of)),
      partitions_(partitions),
      weights_(partitions, 0),
      channels_(std::move(channels)),
      lookahead_(static_cast<std::size_t>(partitions) * partitions, kUnreachable) {
  for (EntityId entity = 0; entity < partition_of_.size(); ++entity) {
    DES_CHECK(partition_of_[entity] < partitions, "there is no such partition", SimTime{}, entity);
    weights_[partition_of_[entity]] += weights.empty() ? 1 : weights[entity];
  }
  take_lookaheads();
  close_distances();
}

void PartitionPlan::take_lookaheads() {
  for (const DeclaredChannel& declared : channels_) {
    const std::uint32_t from = partition_of_[declared.sender];
    const std::uint32_t to = partition_of_[declared.channel.receiver];
    if (from == to) continue;
    DES_CHECK(declared.channel.lookahead.ticks > 0, "a channel without lookahead leads out of its partition",
              SimTime{}, declared.sender);
    Duration& least = lookahead_[from * partitions_ + to];
    least = std::min(least, declared.channel.lookahead);
  }
}

std::string PartitionPlan::channel_names(EntityId sender, EntityId receiver) const {
  std::string names;
  for (const DeclaredChannel& declared : channels_) {
    if (declared.sender != sender || declared.channel.receiver != receiver) continue;
    if (!names.empty()) names += "\" or \"";
    names += declared.channel.name;
  }
  return names.empty() ? "undeclared" : names;
}

// Floyd and Warshall's min-plus closure; the diagonal becomes the shortest cycle.
void PartitionPlan::close_distances() {
  distance_.reserve(lookahead_.size());
  for (std::uint32_t to = 0; to < partitions_; ++to) {
    for (std::uint32_t from = 0; from < partitions_; ++from) distance_.push_back(lookahead(from, to));
  }
  for (std::uint32_t via = 0; via < partitions_; ++via) {
    for (std::uint32_t to = 0; to < partitions_; ++to) {
      for (std::uint32_t from = 0; from < partitions_; ++from) {
        Duration& least = distance_[to * partitions_ + from];
        least = std::min(least, distance(from, via) + distance(via, to));
      }
    }
  }
}

}  // namespace des
