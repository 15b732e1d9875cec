#include "studies/left_behind.h"

#include <algorithm>

namespace studies {
namespace {

constexpr double kToleratedOfAPart = 0.05;
constexpr double kLeastContainers = 500;
constexpr double kRisk = 0.01;

double share(double released, double delivered) {
  return released > 0 ? (released - delivered) / released : 0;
}

}  // namespace

void LeftBehind::add(const rail::Observations& seen) {
  released_.resize(seen.services.size(), 0);
  std::vector<double>& shares = of_service_.emplace_back(seen.services.size(), 0);
  double all_released = 0, all_delivered = 0;
  for (std::size_t s = 0; s < seen.services.size(); ++s) {
    if (!asked_about_[s]) continue;
    const auto released = static_cast<double>(seen.services[s].containers_released);
    const auto delivered = static_cast<double>(seen.services[s].containers_delivered);
    released_[s] += released;
    shares[s] = share(released, delivered);
    all_released += released;
    all_delivered += delivered;
  }
  shares_.push_back(share(all_released, all_delivered));
}

std::optional<LeftBehind::Part> LeftBehind::overloaded() const {
  const auto count = static_cast<double>(of_service_.size());
  const auto is_looked_at = [&](double released) { return released >= kLeastContainers * count; };
  const auto looks = static_cast<double>(std::count_if(released_.begin(), released_.end(), is_looked_at));
  std::optional<Part> worst;
  for (std::size_t s = 0; s < released_.size(); ++s) {
    if (!is_looked_at(released_[s])) continue;
    std::vector<double> shares;
    for (const std::vector<double>& replication : of_service_) shares.push_back(replication[s]);
    const Summary summary = summarise(shares);
    if (summary.count < 2 || (worst && summary.mean <= worst->left)) continue;
    if (summary.mean - half_width_at(summary, 1 - kRisk / looks) > kToleratedOfAPart)
      worst = Part{s, summary.mean};
  }
  return worst;
}

}  // namespace studies
