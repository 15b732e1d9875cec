#include "studies/point_models.h"

#include <algorithm>
#include <exception>
#include <utility>

namespace studies {

PointModels::PointModels(std::vector<int> uses, Build build) : build_(std::move(build)), slots_(uses.size()) {
  for (std::size_t p = 0; p < uses.size(); ++p) slots_[p].uses = uses[p];
}

PointModel PointModels::get(int point) {
  std::unique_lock lock(mutex_);
  Slot& slot = slots_[static_cast<std::size_t>(point)];
  if (slot.state == Slot::State::kAbsent) build(point, slot, lock);
  changed_.wait(lock, [&] { return slot.state != Slot::State::kBuilding; });
  if (slot.error) std::rethrow_exception(slot.error);
  return slot.model;
}

void PointModels::build(int point, Slot& slot, std::unique_lock<std::mutex>& lock) {
  slot.state = Slot::State::kBuilding;
  most_at_once_ = std::max(most_at_once_, ++at_once_);
  lock.unlock();
  PointModel model;
  std::exception_ptr error;
  try {
    model = build_(point);
  } catch (...) {
    error = std::current_exception();
  }
  lock.lock();
  slot.model = std::move(model);
  slot.error = error;
  slot.state = error ? Slot::State::kFailed : Slot::State::kReady;
  changed_.notify_all();
}

void PointModels::done(int point) {
  PointModel dropped;  // after the lock: taking a model apart takes a while
  const std::lock_guard lock(mutex_);
  Slot& slot = slots_[static_cast<std::size_t>(point)];
  if (--slot.uses > 0) return;
  dropped = std::exchange(slot.model, {});
  --at_once_;
}

}  // namespace studies
