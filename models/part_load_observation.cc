#include "models/part_load_observation.h"

#include "models/consolidation.h"

namespace rail {
namespace {

constexpr auto kConsolidated = static_cast<std::size_t>(Cause::kConsolidation);

}  // namespace

void PartLoadObservation::add_sent(const Gathering& container, bool early, std::int64_t now) {
  ++containers;
  filled += container.filled();
  if (early) ++sent_early;
  for (const std::int64_t came : container.came()) gathering.add(now - came);
  count_wait(wait, now - container.came().front(), 1);
}

// Loads share their container's time but for the gathering, where each has waited since it came.
void PartLoadObservation::add_delivered(const LoadsInside& loads, const Account& of_container,
                                        std::int64_t arrived, std::int64_t unstuffing_s) {
  loads_out += loads.count;
  total_s += loads.count * (arrived + unstuffing_s) - loads.came_sum;
  for (std::size_t cause = 0; cause < kCauses; ++cause) {
    if (cause != kConsolidated) account[cause] += loads.count * of_container[cause];
  }
  account[kConsolidated] += loads.count * (loads.first_came + of_container[kConsolidated]) - loads.came_sum;
  account[static_cast<std::size_t>(Cause::kHandling)] += loads.count * unstuffing_s;
}

void PartLoadObservation::merge(const PartLoadObservation& other) {
  loads_in += other.loads_in;
  containers += other.containers;
  filled += other.filled;
  sent_early += other.sent_early;
  gathering.merge(other.gathering);
  add_waits(wait, other.wait);
  loads_out += other.loads_out;
  total_s += other.total_s;
  for (std::size_t cause = 0; cause < kCauses; ++cause) account[cause] += other.account[cause];
}

}  // namespace rail
