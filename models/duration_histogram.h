// A mergeable histogram of durations in whole seconds, on a logarithmic axis.
//
// Bins are exact below 512 s and 256 per doubling above (0.27 % wide); quantiles are interpolated
// within a bin. Counts, sum, least and greatest are exact. Memory is bounded by the axis, not by the
// number of values; an unused histogram holds none. Histograms are most of what a replication writes to, so
// a bin holds the lower 32 bits of its count, which nearly always are all of it.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace rail {

class DurationHistogram {
 public:
  // Requires seconds >= 0, weight >= 0.
  void add(std::int64_t seconds, std::int64_t weight = 1) {
    if (weight == 0) return;
    const std::size_t bin = bin_of(seconds);
    if (bin >= bins_.size()) grow(bin + 1);
    const std::uint32_t before = bins_[bin];
    bins_[bin] += static_cast<std::uint32_t>(weight);
    if (bins_[bin] < before || weight > kMostInBin) carry(bin, weight);
    least_ = std::min(least_, seconds);
    greatest_ = std::max(greatest_, seconds);
    count_ += weight;
    sum_ += seconds * weight;
  }
  void merge(const DurationHistogram& other);

  std::int64_t count() const { return count_; }
  std::int64_t sum() const { return sum_; }
  std::int64_t greatest() const { return greatest_; }  // 0 if empty
  double mean() const;                                 // 0 if empty
  double quantile(double p) const;                     // 0 if empty; p in [0, 1]
  std::vector<std::int64_t> bins() const;              // counts

 private:
  static constexpr int kExactBits = 9;  // bins of one second below 2^9 s
  static constexpr std::int64_t kExact = std::int64_t{1} << kExactBits;
  static constexpr std::int64_t kPerDoubling = kExact / 2;  // then 256 per doubling

  static std::size_t bin_of(std::int64_t seconds) {
    if (seconds < kExact) return static_cast<std::size_t>(seconds);
    const int shift = static_cast<int>(std::bit_width(static_cast<std::uint64_t>(seconds))) - kExactBits;
    return static_cast<std::size_t>(shift * kPerDoubling + (seconds >> shift));
  }
  static constexpr std::int64_t kMostInBin = std::numeric_limits<std::uint32_t>::max();
  static std::int64_t bin_start(std::size_t bin);
  std::int64_t in_bin(std::size_t bin) const;
  [[gnu::cold, gnu::noinline]] void grow(std::size_t bins);
  [[gnu::cold, gnu::noinline]] void carry(std::size_t bin, std::int64_t weight);

  std::int64_t count_ = 0, sum_ = 0, least_ = std::numeric_limits<std::int64_t>::max(), greatest_ = 0;
  std::vector<std::uint32_t> bins_;
  std::vector<std::int64_t> above_;  // per bin what its 32 bits do not hold; empty: nothing
};

}  // namespace rail
