#include "engine/network_row.h"

#include <algorithm>
#include <numeric>
#include <queue>
#include <utility>

namespace des {
namespace {

EntityId root_of(std::vector<EntityId>& parent, EntityId entity) {
  while (parent[entity] != entity) entity = parent[entity] = parent[parent[entity]];
  return entity;
}

using Neighbours = std::vector<std::vector<std::pair<EntityId, std::int64_t>>>;

Neighbours neighbours(std::size_t entities, const std::vector<DeclaredChannel>& channels) {
  Neighbours all(entities);
  for (const DeclaredChannel& declared : channels) {
    const std::int64_t length = std::max<std::int64_t>(1, declared.channel.lookahead.ticks);
    all[declared.sender].emplace_back(declared.channel.receiver, length);
    all[declared.channel.receiver].emplace_back(declared.sender, length);
  }
  return all;
}

constexpr std::int64_t kUnseen = -1;

// Dijkstra from `start`; returns the entity reached last.
EntityId measure_from(EntityId start, std::int64_t offset, const Neighbours& all,
                      std::vector<std::int64_t>& distance) {
  using Reached = std::pair<std::int64_t, EntityId>;
  std::priority_queue<Reached, std::vector<Reached>, std::greater<>> next;
  next.emplace(offset, start);
  EntityId last = start;
  while (!next.empty()) {
    const auto [length, entity] = next.top();
    next.pop();
    if (distance[entity] != kUnseen) continue;
    distance[entity] = length;
    last = entity;
    for (const auto& [neighbour, hop] : all[entity]) {
      if (distance[neighbour] == kUnseen) next.emplace(length + hop, neighbour);
    }
  }
  return last;
}

// Pieces needed if none may be heavier than `most`.
std::uint32_t pieces_needed(const std::vector<std::uint64_t>& weights, std::uint64_t most,
                            std::vector<std::uint32_t>* piece_of) {
  std::uint32_t piece = 0;
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (sum > 0 && sum + weights[i] > most) {
      ++piece;
      sum = 0;
    }
    sum += weights[i];
    if (piece_of != nullptr) (*piece_of)[i] = piece;
  }
  return piece + 1;
}

}  // namespace

std::vector<std::uint32_t> clusters(std::size_t entities, const std::vector<DeclaredChannel>& channels,
                                    Duration limit) {
  std::vector<EntityId> parent(entities);
  std::iota(parent.begin(), parent.end(), EntityId{0});
  for (const DeclaredChannel& declared : channels) {
    if (declared.channel.lookahead >= limit) continue;
    const EntityId a = root_of(parent, declared.sender), b = root_of(parent, declared.channel.receiver);
    parent[std::max(a, b)] = std::min(a, b);
  }
  std::vector<std::uint32_t> cluster(entities);
  std::uint32_t count = 0;
  for (EntityId entity = 0; entity < entities; ++entity) {
    const EntityId root = root_of(parent, entity);
    cluster[entity] = root == entity ? count++ : cluster[root];
  }
  return cluster;
}

// Twice: the entity farthest from any one is an end of the network. Parts of the network without a way to
// each other follow one after the other.
std::vector<std::int64_t> positions(std::size_t entities, const std::vector<DeclaredChannel>& channels) {
  const Neighbours all = neighbours(entities, channels);
  std::vector<std::int64_t> first(entities, kUnseen), distance(entities, kUnseen);
  std::int64_t offset = 0;
  for (EntityId entity = 0; entity < entities; ++entity) {
    if (first[entity] != kUnseen) continue;
    const EntityId end = measure_from(entity, 0, all, first);
    const EntityId other_end = measure_from(end, offset, all, distance);
    offset = distance[other_end] + 1;
  }
  return distance;
}

std::vector<std::uint32_t> cut_row(const std::vector<std::uint64_t>& weights, std::uint32_t pieces) {
  std::uint64_t high = std::accumulate(weights.begin(), weights.end(), std::uint64_t{0});
  std::uint64_t low = high / pieces;
  while (low < high) {
    const std::uint64_t middle = low + (high - low) / 2;
    const std::uint64_t heaviest = weights.empty() ? 0 : *std::max_element(weights.begin(), weights.end());
    if (middle >= heaviest && pieces_needed(weights, middle, nullptr) <= pieces)
      high = middle;
    else
      low = middle + 1;
  }
  std::vector<std::uint32_t> piece_of(weights.size());
  pieces_needed(weights, high, &piece_of);
  return piece_of;
}

}  // namespace des
