#include "engine/thread_team.h"

namespace des {
namespace {

// About 20 microseconds: a window of a dense model is of that length, waking a sleeping thread takes longer.
constexpr int kSpins = 1000;

void pause_processor() {
#if defined(__x86_64__) || defined(__i386__)
  __builtin_ia32_pause();
#else
  std::this_thread::yield();
#endif
}

}  // namespace

// With more threads than processors, spinning only keeps the others from working.
ThreadTeam::ThreadTeam(int threads)
    : spins_(threads > static_cast<int>(std::thread::hardware_concurrency()) ? 0 : kSpins) {
  for (int i = 1; i < threads; ++i) helpers_.emplace_back([this, i] { help(i); });
}

ThreadTeam::~ThreadTeam() {
  stop_.store(true);
  batch_.fetch_add(1);
  batch_.notify_all();
}

void ThreadTeam::run(int count, const std::function<void(int)>& task) {
  task_ = &task;
  count_ = count;
  working_.store(static_cast<std::uint32_t>(helpers_.size()), std::memory_order_relaxed);
  batch_.fetch_add(1, std::memory_order_release);
  batch_.notify_all();
  do_share(0);
  while (const std::uint32_t left = working_.load(std::memory_order_acquire)) wait_while(working_, left);
}

void ThreadTeam::help(int me) {
  for (std::uint32_t seen = 0;; ++seen) {
    wait_while(batch_, seen);
    if (stop_.load()) return;
    do_share(me);
    if (working_.fetch_sub(1, std::memory_order_acq_rel) == 1) working_.notify_one();
  }
}

void ThreadTeam::do_share(int me) const {
  for (int i = me; i < count_; i += threads()) (*task_)(i);
}

void ThreadTeam::wait_while(const std::atomic<std::uint32_t>& value, std::uint32_t old) const {
  for (int i = 0; i < spins_; ++i) {
    if (value.load(std::memory_order_acquire) != old) return;
    pause_processor();
  }
  value.wait(old, std::memory_order_acquire);
}

}  // namespace des
