#include "studies/batch_means.h"

#include <numeric>

namespace studies {

Summary batch_means(const std::vector<double>& values, int batches) {
  const std::size_t length = values.size() / static_cast<std::size_t>(batches);
  if (length == 0) return {};
  std::vector<double> means;
  auto from = values.begin() + static_cast<std::ptrdiff_t>(values.size() % static_cast<std::size_t>(batches));
  for (int batch = 0; batch < batches; ++batch) {
    const auto to = from + static_cast<std::ptrdiff_t>(length);
    means.push_back(std::accumulate(from, to, 0.0) / static_cast<double>(length));
    from = to;
  }
  return summarise(means);
}

}  // namespace studies
