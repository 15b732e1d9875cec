#include "studies/order_statistics.h"

#include <boost/math/distributions/binomial.hpp>

namespace studies {

QuantileRanks quantile_ranks(int count, double p, double confidence) {
  using boost::math::cdf;
  using boost::math::complement;
  const boost::math::binomial below(count, p);
  const double tail = (1 - confidence) / 2;
  QuantileRanks ranks;
  // Both from the outside inwards, as long as the chance of lying beyond the quantile is small.
  for (int k = 1; k <= count && cdf(below, k - 1) <= tail; ++k) ranks.low = k;
  for (int k = count; k >= 1 && cdf(complement(below, k - 1)) <= tail; --k) ranks.high = k;
  return ranks;
}

}  // namespace studies
