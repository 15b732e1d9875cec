#include "engine/partitioner.h"

#include <algorithm>
#include <numeric>

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

Duration least_lookahead(const PartitionPlan& plan) {
  Duration least = kUnreachable;
  for (std::uint32_t from = 0; from < plan.partitions(); ++from) {
    for (std::uint32_t to = 0; to < plan.partitions(); ++to) {
      if (from != to) least = std::min(least, plan.lookahead(from, to));
    }
  }
  return least;
}

std::uint64_t heaviest_share(const PartitionPlan& plan, int threads) {
  std::uint64_t heaviest = 0;
  for (const auto& share : plan.shares(threads)) {
    std::uint64_t sum = 0;
    for (const std::uint32_t partition : share) sum += plan.weight(partition);
    heaviest = std::max(heaviest, sum);
  }
  return heaviest;
}

std::uint64_t heaviest_partition(const PartitionPlan& plan) {
  std::uint64_t heaviest = 1;
  for (std::uint32_t p = 0; p < plan.partitions(); ++p) heaviest = std::max(heaviest, plan.weight(p));
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
PartitionChoice estimate(const PartitionTask& task, const std::vector<std::uint32_t>& partition_of,
                         std::uint32_t partitions) {
  PartitionPlan plan(partition_of, partitions, task.channels, task.weights);
  const auto events =
      static_cast<double>(std::accumulate(task.weights.begin(), task.weights.end(), std::uint64_t{0}));
  const Duration lookahead = least_lookahead(plan);
  const double windows = windows_of_pilot(task, lookahead, events);
  PartitionChoice choice{std::move(plan), lookahead, events / windows, 1, 1};
  choice.most_speedup = std::max(1.0, events / static_cast<double>(heaviest_partition(choice.plan)));
  const auto busiest = static_cast<double>(heaviest_share(choice.plan, task.threads));
  if (choice.plan.partitions() > 1)
    choice.speedup = events / std::max(1.0, busiest + windows * kWindowCost_events);
  return choice;
}

PartitionChoice choose_partitions(const PartitionTask& task) {
  const std::vector<std::int64_t> position = positions(task.entities, task.channels);
  const auto threads = static_cast<std::uint32_t>(std::max(1, task.threads));
  PartitionChoice best = estimate(task, std::vector<std::uint32_t>(task.entities, 0), 1);
  for (const Duration limit : limits(task)) {
    const Row row = row_of(task, position, limit);
    for (std::uint32_t pieces = threads; pieces <= kMostPiecesPerThread * threads; pieces += threads) {
      const std::vector<std::uint32_t> of = partition_of(row, pieces);
      const std::uint32_t partitions = 1 + *std::max_element(of.begin(), of.end());
      if (partitions < 2) continue;
      PartitionChoice choice = estimate(task, of, partitions);
      if (choice.speedup > best.speedup || best.plan.partitions() < 2) best = std::move(choice);
    }
  }
  return best;
}

}  // namespace des
