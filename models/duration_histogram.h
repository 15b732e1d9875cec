// A mergeable histogram of durations in whole seconds, on a logarithmic axis.
//
// Bins are exact below 512 s and 256 per doubling above (0.27 % wide); quantiles are interpolated
// within a bin. Count, sum, least and greatest are exact. Memory is bounded by the axis, not by the
// number of values; an unused histogram holds none.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace rail {

class DurationHistogram {
 public:
  // Requires seconds >= 0, weight >= 0.
  void add(std::int64_t seconds, std::int64_t weight = 1);
  void merge(const DurationHistogram& other);

  std::int64_t count() const { return count_; }
  std::int64_t sum() const { return sum_; }
  std::int64_t greatest() const { return greatest_; }  // 0 if empty
  double mean() const;                                 // 0 if empty
  double quantile(double p) const;                     // 0 if empty; p in [0, 1]
  const std::vector<std::int64_t>& bins() const { return bins_; }

 private:
  [[gnu::cold, gnu::noinline]] void grow(std::size_t bins);

  std::int64_t count_ = 0, sum_ = 0, least_ = 0, greatest_ = 0;
  std::vector<std::int64_t> bins_;
};

}  // namespace rail
