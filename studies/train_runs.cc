#include "studies/train_runs.h"

#include <algorithm>
#include <numeric>

namespace studies {
namespace {

std::int64_t last_time(const rail::TrainStop& stop) {
  return stop.departed >= 0 ? stop.departed : stop.ended;
}

}  // namespace

std::int64_t TrainRun::start() const {
  const rail::TrainStop& first = *stops.front();
  if (first.arrived >= 0) return first.arrived;
  if (first.planned >= 0) return first.planned;
  const std::int64_t waits = std::accumulate(first.wait.begin(), first.wait.end(), std::int64_t{0});
  return std::min(first.made, last_time(first) - waits);
}

std::vector<TrainRun> train_runs(const std::vector<rail::TrainStop>& stops) {
  std::vector<const rail::TrainStop*> order;
  for (const rail::TrainStop& stop : stops) {
    if (last_time(stop) >= 0) order.push_back(&stop);
  }
  std::stable_sort(order.begin(), order.end(), [](const rail::TrainStop* x, const rail::TrainStop* y) {
    return std::tuple(x->train, last_time(*x)) < std::tuple(y->train, last_time(*y));
  });
  std::vector<TrainRun> runs;
  for (const rail::TrainStop* stop : order) {
    if (runs.empty() || runs.back().stops.front()->train != stop->train) runs.emplace_back();
    runs.back().stops.push_back(stop);
  }
  std::stable_sort(runs.begin(), runs.end(),
                   [](const TrainRun& x, const TrainRun& y) { return x.start() < y.start(); });
  return runs;
}

LineFinder::LineFinder(const rail::ModelInput& input) {
  for (const bool closed : {false, true}) {
    for (std::uint32_t i = 0; i < input.lines.size(); ++i) {
      const rail::LineInput& line = input.lines[i];
      if (line.closed != closed) continue;
      lines_.emplace(std::tuple(line.from, line.to, line.gauge_mm), i);
      lines_.emplace(std::tuple(line.to, line.from, line.gauge_mm), i);
    }
  }
}

std::uint32_t LineFinder::line(std::uint32_t from, std::uint32_t to, int gauge_mm) const {
  const auto found = lines_.find(std::tuple(from, to, gauge_mm));
  return found == lines_.end() ? rail::kNone : found->second;
}

}  // namespace studies
