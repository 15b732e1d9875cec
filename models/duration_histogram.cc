#include "models/duration_histogram.h"

#include <algorithm>
#include <cmath>

namespace rail {

std::int64_t DurationHistogram::bin_start(std::size_t bin) {
  const auto index = static_cast<std::int64_t>(bin);
  if (index < kExact) return index;
  const std::int64_t shift = index / kPerDoubling - 1;
  return (index - shift * kPerDoubling) << shift;
}

// Apart, as it seldom happens: with it inside, add() would save and restore half the registers each time.
void DurationHistogram::grow(std::size_t bins) { bins_.resize(bins, 0); }

// What has been added to the bin did not fit into its 32 bits.
void DurationHistogram::carry(std::size_t bin, std::int64_t weight) {
  above_.resize(bins_.size(), 0);
  constexpr std::int64_t kAbove = kMostInBin + 1;
  above_[bin] += weight / kAbove * kAbove;
  if (bins_[bin] < static_cast<std::uint32_t>(weight)) above_[bin] += kAbove;
}

std::int64_t DurationHistogram::in_bin(std::size_t bin) const {
  return bins_[bin] + (bin < above_.size() ? above_[bin] : 0);
}

std::vector<std::int64_t> DurationHistogram::bins() const {
  std::vector<std::int64_t> counts(bins_.size());
  for (std::size_t bin = 0; bin < counts.size(); ++bin) counts[bin] = in_bin(bin);
  return counts;
}

void DurationHistogram::merge(const DurationHistogram& other) {
  if (other.count_ == 0) return;
  if (other.bins_.size() > bins_.size()) bins_.resize(other.bins_.size(), 0);
  for (std::size_t i = 0; i < other.bins_.size(); ++i) {
    const std::int64_t sum = in_bin(i) + other.in_bin(i);
    bins_[i] = static_cast<std::uint32_t>(sum);
    if (sum <= kMostInBin) continue;
    above_.resize(bins_.size(), 0);
    above_[i] = sum - bins_[i];
  }
  least_ = std::min(least_, other.least_);
  greatest_ = std::max(greatest_, other.greatest_);
  count_ += other.count_;
  sum_ += other.sum_;
}

double DurationHistogram::mean() const {
  return count_ == 0 ? 0.0 : static_cast<double>(sum_) / static_cast<double>(count_);
}

// The values of a bin are taken as evenly spread over it.
double DurationHistogram::quantile(double p) const {
  if (count_ == 0) return 0.0;
  const double rank = p * static_cast<double>(count_ - 1);
  double below = 0;
  for (std::size_t bin = 0; bin < bins_.size(); ++bin) {
    const auto here = static_cast<double>(in_bin(bin));
    if (here > 0 && rank < below + here) {
      const auto start = static_cast<double>(bin_start(bin));
      const auto width = static_cast<double>(bin_start(bin + 1)) - start - 1;
      const double value = start + width * (here > 1 ? (rank - below) / here : 0.5);
      return std::clamp(value, static_cast<double>(least_), static_cast<double>(greatest_));
    }
    below += here;
  }
  return static_cast<double>(greatest_);
}

}  // namespace rail
