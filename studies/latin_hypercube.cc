#include "studies/latin_hypercube.h"

#include <algorithm>
#include <numeric>

#include "engine/random_stream.h"

namespace studies {

std::vector<double> latin_hypercube(int points, std::uint64_t seed, std::string_view factor) {
  const des::RandomStream stream(seed, 0);
  const std::uint64_t where = des::stable_hash("latin hypercube");
  const auto count = static_cast<std::size_t>(points);
  std::vector<std::uint64_t> keys(count);
  std::vector<double> within(count);
  for (std::size_t i = 0; i < count; ++i) {
    const auto words = stream.words(des::stable_hash(factor), where, i);
    keys[i] = words[0];
    within[i] = des::unit_interval(words[1]);
  }
  // Sorting by random keys permutes.
  std::vector<std::size_t> order(count);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return keys[a] < keys[b]; });
  std::vector<double> places(count);
  for (std::size_t part = 0; part < count; ++part)
    places[order[part]] = (static_cast<double>(part) + within[order[part]]) / static_cast<double>(points);
  return places;
}

}  // namespace studies
