#include "studies/mser5.h"

#include <cstddef>
#include <numeric>
#include <span>

namespace studies {
namespace {

constexpr std::size_t kBatch = 5;

double mean_of(std::span<const double> values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

std::vector<double> batch_means(std::span<const double> series) {
  std::vector<double> means;
  for (std::size_t i = 0; i + kBatch <= series.size(); i += kBatch)
    means.push_back(mean_of(series.subspan(i, kBatch)));
  return means;
}

Truncation without_first(std::span<const double> batches, std::size_t deleted) {
  const std::span<const double> kept = batches.subspan(deleted);
  const auto count = static_cast<double>(kept.size());
  Truncation result;
  result.batches = static_cast<int>(deleted);
  result.mean = mean_of(kept);
  for (const double batch : kept) result.statistic += (batch - result.mean) * (batch - result.mean);
  result.statistic /= count * count;
  return result;
}

}  // namespace

Truncation mser5(const std::vector<double>& series) {
  const std::vector<double> batches = batch_means(series);
  const std::size_t most = batches.size() / 2;
  Truncation best = without_first(batches, 0);
  for (std::size_t deleted = 1; deleted <= most; ++deleted) {
    const Truncation next = without_first(batches, deleted);
    if (next.statistic < best.statistic) best = next;
  }
  best.at_limit = best.batches == static_cast<int>(most);
  return best;
}

}  // namespace studies
