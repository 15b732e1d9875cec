#include "studies/warm_up.h"

namespace studies {
namespace {

constexpr std::size_t kBatch = 5;

std::vector<double> batches_of(const std::vector<double>& values) {
  std::vector<double> batches(values.size() / kBatch);
  for (std::size_t b = 0; b < batches.size(); ++b) {
    for (std::size_t i = 0; i < kBatch; ++i)
      batches[b] += values[b * kBatch + i] / static_cast<double>(kBatch);
  }
  return batches;
}

// Of all batches from some one on: grows towards the beginning of the run (Welford's update).
class Tail {
 public:
  void add(double value) {
    ++count_;
    const double before = value - mean_;
    mean_ += before / count_;
    squares_ += before * (value - mean_);
  }
  double mean() const { return mean_; }
  double statistic() const { return squares_ / (count_ * count_); }

 private:
  double count_ = 0, mean_ = 0, squares_ = 0;
};

}  // namespace

WarmUp mser5(const std::vector<double>& values) {
  const std::vector<double> batches = batches_of(values);
  const std::size_t last_cut = batches.size() / 2;
  WarmUp best;
  Tail tail;
  for (std::size_t cut = batches.size(); cut-- > 0;) {
    tail.add(batches[cut]);
    if (cut > last_cut) continue;
    // From the back, so that of equal cuts the first one is kept.
    if (cut == last_cut || tail.statistic() <= best.statistic)
      best = {cut * kBatch, tail.statistic(), tail.mean(), false};
  }
  best.too_short = best.left_out == last_cut * kBatch;
  return best;
}

}  // namespace studies
