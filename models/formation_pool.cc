#include "models/formation_pool.h"

#include <algorithm>
#include <limits>

namespace rail {

FormationPool::FormationPool(const PoolTable& table, const GaugeChangeInput* gauge_change) : table_(table) {
  if (gauge_change == nullptr || gauge_change->rule != ReformationRule::kGroup) return;
  group_inbound_ = gauge_change->inbound_trains;
  group_outbound_ = gauge_change->outbound_trains;
}

std::int64_t FormationPool::loadable_teu() const {
  std::int64_t teu = waiting_.teu;
  std::int32_t plugs = table_.plugs;
  for (const Container* c = reefers_.head; c != nullptr && plugs > 0; c = c->next, --plugs) teu += c->teu;
  return teu;
}

bool FormationPool::has_full_train() const {
  if (empty()) return false;
  if (groups()) return inbound_trains_ >= group_inbound_;
  return loadable_teu() + table_.least_container_teu > table_.capacity_teu;
}

std::int64_t FormationPool::trains_due() const {
  const std::int64_t fewest = (loadable_teu() + table_.capacity_teu - 1) / table_.capacity_teu;
  return groups() && has_full_train() ? std::max(group_outbound_, fewest) : fewest;
}

// Where the next container to be taken waits; nullptr: the train is full, or nothing waits that finds a plug.
ContainerList* FormationPool::next_list(const ContainerList& taken, std::int64_t limit_teu) {
  const bool plug = reefers_.head != nullptr && taken.reefers < table_.plugs;
  const bool reefer = plug && (waiting_.head == nullptr || reefers_.head->ready <= waiting_.head->ready);
  ContainerList* list = reefer ? &reefers_ : &waiting_;
  if (list->head == nullptr) return nullptr;
  return taken.count == 0 || taken.teu + list->head->teu <= limit_teu ? list : nullptr;
}

ContainerList FormationPool::take(std::int64_t teu) {
  const std::int64_t limit = std::min(teu, table_.capacity_teu);
  ContainerList taken;
  while (ContainerList* from = next_list(taken, limit)) taken.push_back(from->pop_front());
  return taken;
}

// Goes through all by age, as the train would have been filled: an older container that found no room ends
// it.
void FormationPool::pass_over(const ContainerList& taken, std::int64_t teu, std::int64_t now) {
  const Container* on_train = taken.head;
  for (Container* c = reefers_.head; c != nullptr; c = c->next) {
    if (waiting_.head != nullptr && waiting_.head->ready < c->ready) return;
    const auto older = [c](const Container& other) {
      return other.kind == ContainerKind::kReeferLaden || other.ready < c->ready;
    };
    for (; on_train != nullptr && older(*on_train); on_train = on_train->next) teu -= on_train->teu;
    teu -= c->teu;
    if (teu < 0) return;
    if (c->plug_since < 0) c->plug_since = now;
    last_passed_over_ = now;
  }
}

const Container* FormationPool::first_not_passed_over() const {
  const Container* container = reefers_.head;
  while (container != nullptr && container->plug_since >= 0) container = container->next;
  return container;
}

bool FormationPool::must_leave() const {
  return waiting_.head != nullptr || first_not_passed_over() != nullptr;
}

std::optional<std::int64_t> FormationPool::latest_departure() const {
  if (empty() || table_.latest_departure_s < 0) return std::nullopt;
  std::int64_t first = std::numeric_limits<std::int64_t>::max();
  if (waiting_.head != nullptr) first = waiting_.head->ready;
  if (const Container* reefer = first_not_passed_over()) first = std::min(first, reefer->ready);
  if (reefers_.head != nullptr && reefers_.head->plug_since >= 0) first = std::min(first, last_passed_over_);
  return first + table_.latest_departure_s;
}

}  // namespace rail
