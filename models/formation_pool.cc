#include "models/formation_pool.h"

#include <algorithm>

namespace rail {

FormationPool::FormationPool(const PoolTable& table, const GaugeChangeInput* gauge_change) : table_(table) {
  if (gauge_change == nullptr || gauge_change->rule != ReformationRule::kGroup) return;
  group_inbound_ = gauge_change->inbound_trains;
  group_outbound_ = gauge_change->outbound_trains;
}

bool FormationPool::has_full_train() const {
  if (empty()) return false;
  if (groups()) return inbound_trains_ >= group_inbound_;
  return waiting_.teu + table_.least_container_teu > table_.capacity_teu;
}

std::int64_t FormationPool::trains_due() const {
  const std::int64_t fewest = (waiting_.teu + table_.capacity_teu - 1) / table_.capacity_teu;
  return groups() && has_full_train() ? std::max(group_outbound_, fewest) : fewest;
}

ContainerList FormationPool::take(std::int64_t teu) {
  const std::int64_t limit = std::min(teu, table_.capacity_teu);
  ContainerList taken;
  while (waiting_.head != nullptr && (taken.count == 0 || taken.teu + waiting_.head->teu <= limit)) {
    taken.push_back(waiting_.pop_front());
  }
  return taken;
}

std::optional<std::int64_t> FormationPool::latest_departure() const {
  if (empty() || table_.latest_departure_s < 0) return std::nullopt;
  return waiting_.head->ready + table_.latest_departure_s;
}

}  // namespace rail
