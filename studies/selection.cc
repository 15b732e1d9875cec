#include "studies/selection.h"

#include <algorithm>
#include <cmath>

#include "studies/statistics.h"

namespace studies {
namespace {

// h squared; c = 1.
double boundary(std::size_t systems, const SelectionPlan& plan) {
  const double degrees = plan.first - 1;
  const double wrong = 2 * (1 - plan.probability) / static_cast<double>(systems - 1);
  const double eta = (std::pow(wrong, -2 / degrees) - 1) / 2;
  return 2 * eta * degrees;
}

}  // namespace

Selection::Selection(std::size_t systems, const SelectionPlan& plan)
    : plan_(plan),
      h_squared_(boundary(systems, plan)),
      sums_(systems),
      out_after_(systems),
      first_(systems),
      variances_(systems * systems) {}

void Selection::add(const std::vector<double>& observation) {
  ++observations_;
  for (std::size_t i = 0; i < sums_.size(); ++i) {
    if (!is_in(i)) continue;
    sums_[i] += observation[i];
    if (observations_ <= plan_.first) first_[i].push_back(observation[i]);
  }
  if (observations_ == plan_.first) estimate_variances();
  if (observations_ >= plan_.first) put_out();
}

std::size_t Selection::systems_in() const {
  return static_cast<std::size_t>(std::count(out_after_.begin(), out_after_.end(), 0));
}

bool Selection::is_decided() const {
  if (observations_ < plan_.first) return false;
  const std::size_t first = best();
  for (std::size_t i = 0; i < sums_.size(); ++i) {
    if (i == first || !is_in(i)) continue;
    if (mean(i) != mean(first) || allowance(i, first) > 0) return false;
  }
  return true;
}

std::size_t Selection::best() const {
  std::size_t best = 0;
  while (!is_in(best)) ++best;
  for (std::size_t i = best + 1; i < sums_.size(); ++i) {
    if (is_in(i) && sums_[i] > sums_[best]) best = i;
  }
  return best;
}

double Selection::mean(std::size_t system) const { return sums_[system] / observations_; }

double Selection::allowance(std::size_t x, std::size_t y) const {
  const double r = observations_;
  const double zone = plan_.zone;
  return std::max(0.0, zone / (2 * r) * (h_squared_ * variance(x, y) / (zone * zone) - r));
}

void Selection::estimate_variances() {
  for (std::size_t x = 0; x < sums_.size(); ++x) {
    for (std::size_t y = 0; y < sums_.size(); ++y) {
      std::vector<double> differences;
      for (std::size_t i = 0; i < first_[x].size(); ++i) differences.push_back(first_[x][i] - first_[y][i]);
      const double sd = summarise(differences).sd;
      variance(x, y) = sd * sd;
    }
  }
}

// Each is compared with all that were in before, also with those that go out now.
void Selection::put_out() {
  const std::vector<int> before = out_after_;
  for (std::size_t worse = 0; worse < sums_.size(); ++worse) {
    for (std::size_t better = 0; better < sums_.size() && is_in(worse); ++better) {
      if (before[worse] != 0 || before[better] != 0) continue;
      if (mean(worse) < mean(better) - allowance(worse, better)) out_after_[worse] = observations_;
    }
  }
}

}  // namespace studies
