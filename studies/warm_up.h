// How much of the beginning of a long run to leave out: MSER-5.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace studies {

struct WarmUp {
  std::size_t left_out = 0;  // numbers at the beginning
  double statistic =
      0;            // the least one: squared deviations of the batches that stay over their number squared
  double mean = 0;  // of whole batches that stay
  // The best cut is the last one that is looked at, at half the run: the run is too short to tell.
  bool too_short = false;
};

// Batches of five numbers in a row; of all cuts up to half of them the one that leaves the least squared
// standard error of the mean, the first of equals (White, Simulation 69, 1997; Spratt 1998). It can mislead
// (Wang and Glynn 2016): use one cut for all scenarios that are compared, that of the slowest KPI. Numbers
// behind the last whole batch do not count.
WarmUp mser5(const std::vector<double>& values);

// By how many days the end of a warm-up of so many lies behind that of the spin-up: from then on a demand is
// judged (docs/decisions/0019). Whole weeks, where such are counted. 0: it does not, or nothing would be
// left.
int late_days(std::int64_t warm_up_days, std::int64_t spin_up_s, std::int64_t counted_s);

}  // namespace studies
