#include "models/ranks.h"

#include <cmath>
#include <functional>
#include <queue>
#include <utility>

namespace rail {
namespace {

using Neighbours = std::vector<std::vector<std::pair<std::uint32_t, double>>>;

Neighbours neighbours(const ModelInput& input) {
  Neighbours all(input.points.size());
  for (const LineInput& line : input.lines) {
    if (line.closed) continue;
    all[line.from].emplace_back(line.to, line.length_km);
    all[line.to].emplace_back(line.from, line.length_km);
  }
  return all;
}

// Dijkstra from `start`, over points that have no distance yet; returns the point reached last.
std::uint32_t measure_from(std::uint32_t start, const Neighbours& all, std::vector<double>& km) {
  using Reached = std::pair<double, std::uint32_t>;
  std::priority_queue<Reached, std::vector<Reached>, std::greater<>> next;
  next.emplace(0, start);
  std::uint32_t last = start;
  while (!next.empty()) {
    const auto [length, point] = next.top();
    next.pop();
    if (!std::isnan(km[point])) continue;
    km[point] = length;
    last = point;
    for (const auto& [neighbour, hop] : all[point]) {
      if (std::isnan(km[neighbour])) next.emplace(length + hop, neighbour);
    }
  }
  return last;
}

// The point farthest from any one is an end of the network. Parts without a way to each other are alike.
std::vector<double> distances_from_an_end(const ModelInput& input) {
  const Neighbours all = neighbours(input);
  std::vector<double> first(input.points.size(), NAN), km(input.points.size(), NAN);
  for (std::uint32_t point = 0; point < input.points.size(); ++point) {
    if (std::isnan(first[point])) measure_from(measure_from(point, all, first), all, km);
  }
  return km;
}

}  // namespace

std::vector<Running> running_of_lines(const ModelInput& input) {
  const std::vector<double> km = distances_from_an_end(input);
  std::vector<Running> running;
  for (const LineInput& line : input.lines) {
    const bool up = std::pair(km[line.from], line.from) < std::pair(km[line.to], line.to);
    running.push_back(up ? Running::kUp : Running::kDown);
  }
  return running;
}

}  // namespace rail
