#include "engine/partitioner.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "engine/network_row.h"
#include "engine/window_length.h"

namespace des {
namespace {

constexpr std::size_t kMostLimits = 24;
constexpr std::uint32_t kMostPiecesPerThread = 4;

struct Row {
  std::vector<std::uint32_t> cluster_of;  // per entity
  std::vector<std::uint32_t> order;       // clusters, by position
  std::vector<std::uint64_t> weights;     // by place in `order`
};

// The lookaheads worth trying as limits: some of those that occur, the least one always.
std::vector<Duration> limits(const PartitionTask& task) {
  std::vector<Duration> all{std::max(task.limit, Duration{1})};
  for (const DeclaredChannel& declared : task.channels) {
    if (declared.channel.lookahead > all.front()) all.push_back(declared.channel.lookahead);
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  if (all.size() <= kMostLimits) return all;
  std::vector<Duration> some;
  for (std::size_t i = 0; i < kMostLimits; ++i) some.push_back(all[i * all.size() / kMostLimits]);
  return some;
}

Row row_of(const PartitionTask& task, const std::vector<std::int64_t>& position, Duration limit) {
  Row row{clusters(task.entities, task.channels, limit), {}, {}};
  const auto count =
      row.cluster_of.empty() ? 0 : 1 + *std::max_element(row.cluster_of.begin(), row.cluster_of.end());
  std::vector<std::uint64_t> weight(count, 0);
  std::vector<double> sum(count, 0), members(count, 0);
  for (EntityId entity = 0; entity < task.entities; ++entity) {
    const std::uint32_t cluster = row.cluster_of[entity];
    weight[cluster] += task.weights[entity];
    sum[cluster] += static_cast<double>(position[entity]);
    members[cluster] += 1;
  }
  row.order.resize(count);
  std::iota(row.order.begin(), row.order.end(), 0U);
  std::stable_sort(row.order.begin(), row.order.end(),
                   [&](auto a, auto b) { return sum[a] / members[a] < sum[b] / members[b]; });
  for (const std::uint32_t cluster : row.order) row.weights.push_back(weight[cluster]);
  return row;
}

std::vector<std::uint32_t> partition_of(const Row& row, std::uint32_t pieces) {
  const std::vector<std::uint32_t> piece = cut_row(row.weights, pieces);
  std::vector<std::uint32_t> of_cluster(row.order.size());
  for (std::size_t place = 0; place < row.order.size(); ++place) of_cluster[row.order[place]] = piece[place];
  std::vector<std::uint32_t> result;
  result.reserve(row.cluster_of.size());
  for (const std::uint32_t cluster : row.cluster_of) result.push_back(of_cluster[cluster]);
  return result;
}

Duration least_lookahead(const PartitionTask& task, const std::vector<std::uint32_t>& partition_of) {
  Duration least = kUnreachable;
  for (const DeclaredChannel& declared : task.channels) {
    if (partition_of[declared.sender] != partition_of[declared.channel.receiver])
      least = std::min(least, declared.channel.lookahead);
  }
  return least;
}

std::uint64_t heaviest_share(const std::vector<std::uint64_t>& weights, int threads) {
  std::uint64_t heaviest = 0;
  for (const auto& share : dealt_out(weights, threads)) {
    std::uint64_t sum = 0;
    for (const std::uint32_t partition : share) sum += weights[partition];
    heaviest = std::max(heaviest, sum);
  }
  return heaviest;
}

// As long as lookahead allows, but no longer than is of use.
double windows_of_pilot(const PartitionTask& task, Duration lookahead, double events) {
  const Duration window = std::min(lookahead, task.longest_window);
  return std::max({1.0, static_cast<double>(task.pilot.ticks) / static_cast<double>(window.ticks),
                   events / static_cast<double>(kUsefulEvents)});
}

}  // namespace

// In handled events, for the length of the pilot run.
PartitionEstimate estimate(const PartitionTask& task, const std::vector<std::uint32_t>& partition_of,
                           std::uint32_t partitions) {
  std::vector<std::uint64_t> weights(partitions, 0);
  for (EntityId entity = 0; entity < task.entities; ++entity)
    weights[partition_of[entity]] += task.weights[entity];
  const auto events = static_cast<double>(std::accumulate(weights.begin(), weights.end(), std::uint64_t{0}));
  const std::uint64_t heaviest =
      std::max<std::uint64_t>(1, *std::max_element(weights.begin(), weights.end()));
  PartitionEstimate promised;
  promised.lookahead = least_lookahead(task, partition_of);
  const double windows = windows_of_pilot(task, promised.lookahead, events);
  promised.events_per_window = events / windows;
  promised.most_speedup = std::max(1.0, events / static_cast<double>(heaviest));
  const auto busiest = static_cast<double>(heaviest_share(weights, task.threads));
  if (partitions > 1) promised.speedup = events / std::max(1.0, busiest + windows * kWindowCost_events);
  return promised;
}

PartitionChoice choose_partitions(const PartitionTask& task) {
  const std::vector<std::int64_t> position = positions(task.entities, task.channels);
  const auto threads = static_cast<std::uint32_t>(std::max(1, task.threads));
  std::vector<std::uint32_t> best_of(task.entities, 0);
  std::uint32_t best_partitions = 1;
  PartitionEstimate best = estimate(task, best_of, 1);
  for (const Duration limit : limits(task)) {
    const Row row = row_of(task, position, limit);
    for (std::uint32_t pieces = threads; pieces <= kMostPiecesPerThread * threads; pieces += threads) {
      std::vector<std::uint32_t> of = partition_of(row, pieces);
      const std::uint32_t partitions = 1 + *std::max_element(of.begin(), of.end());
      if (partitions < 2) continue;
      const PartitionEstimate promised = estimate(task, of, partitions);
      if (promised.speedup <= best.speedup && best_partitions > 1) continue;
      best = promised;
      best_of = std::move(of);
      best_partitions = partitions;
    }
  }
  return {best, PartitionPlan(std::move(best_of), best_partitions, task.channels, task.weights)};
}

}  // namespace des
