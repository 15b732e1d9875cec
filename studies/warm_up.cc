#include "studies/warm_up.h"

namespace studies {
namespace {

constexpr std::size_t kBatch = 5;
constexpr std::int64_t kDay_s = 86400, kWeek_s = 7 * kDay_s;

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

int late_days(std::int64_t warm_up_days, std::int64_t spin_up_s, std::int64_t counted_s) {
  const std::int64_t late_s = warm_up_days * kDay_s - spin_up_s;
  if (late_s <= 0) return 0;
  const std::int64_t unit_s = counted_s % kWeek_s == 0 ? kWeek_s : kDay_s;
  const std::int64_t days = (late_s + unit_s - 1) / unit_s * unit_s / kDay_s;
  return days * kDay_s < counted_s ? static_cast<int>(days) : 0;
}

}  // namespace studies
