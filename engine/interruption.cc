#include "engine/interruption.h"

#include <utility>

namespace des {
namespace {

thread_local const std::atomic<bool>* flag_of_thread = nullptr;

}  // namespace

InterruptedBy::InterruptedBy(const std::atomic<bool>* flag) : before_(std::exchange(flag_of_thread, flag)) {}

InterruptedBy::~InterruptedBy() { flag_of_thread = before_; }

void stop_if_interrupted() {
  if (flag_of_thread != nullptr && flag_of_thread->load(std::memory_order_relaxed)) throw Interrupted();
}

}  // namespace des
