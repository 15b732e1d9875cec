#include "models/allocation.h"

#include <algorithm>
#include <numeric>

#include "engine/check.h"

namespace rail {

void allocate(std::int64_t total, const std::vector<std::int64_t>& weights,
              std::vector<std::int64_t>& parts) {
  const std::int64_t sum = std::accumulate(weights.begin(), weights.end(), std::int64_t{0});
  DES_CHECK(sum > 0 && sum < std::int64_t{1} << 31 && total >= 0, "nobody to share with", des::SimTime{0}, 0);
  // total * weight would not fit; its whole part and its remainder do.
  const std::int64_t each = total / sum, rest = total % sum;
  parts.resize(weights.size());
  std::vector<std::int64_t> remainders(weights.size());
  std::int64_t left = total;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    parts[i] = each * weights[i] + rest * weights[i] / sum;
    remainders[i] = rest * weights[i] % sum;
    left -= parts[i];
  }
  std::vector<std::size_t> order(weights.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::partial_sort(order.begin(), order.begin() + left, order.end(), [&](std::size_t x, std::size_t y) {
    return remainders[x] != remainders[y] ? remainders[x] > remainders[y] : x < y;
  });
  for (std::int64_t i = 0; i < left; ++i) ++parts[order[static_cast<std::size_t>(i)]];
}

}  // namespace rail
