#include "models/consolidation.h"

#include <numeric>

namespace rail {
namespace {

constexpr std::uint64_t kSizeDraw = des::stable_hash("size of a part load");

}  // namespace

// Each whole part from least to most is as likely.
std::int64_t Gathering::size(std::uint64_t n, const des::RandomStream& random) const {
  if (table_.least == table_.most) return table_.least;
  const double u = random.uniform(hash_, kSizeDraw, n);
  return table_.least + static_cast<std::int64_t>(u * static_cast<double>(table_.most - table_.least + 1));
}

void Gathering::add(std::int64_t size, std::int64_t now) {
  filled_ += size;
  came_.push_back(now);
}

LoadsInside Gathering::close() {
  const LoadsInside loads{index_, static_cast<std::int32_t>(came_.size()), came_.front(),
                          std::accumulate(came_.begin(), came_.end(), std::int64_t{0})};
  ++number_;
  filled_ = 0;
  came_.clear();
  return loads;
}

Gathering::Stuffed Gathering::end_stuffing() {
  const Stuffed container = stuffing_.front();
  stuffing_.pop_front();
  return container;
}

std::int64_t Gathering::loads_here() const {
  auto loads = static_cast<std::int64_t>(came_.size());
  for (const Stuffed& container : stuffing_) loads += container.loads.count;
  return loads;
}

}  // namespace rail
