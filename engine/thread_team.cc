#include "engine/thread_team.h"

#include <algorithm>

namespace des {
namespace {

// Some 5 microseconds for a thread that is about to come, then some 40 during which another one may have this
// processor: perhaps the very thread that is waited for. Together about what it costs to wake a sleeping
// thread, so that waiting never costs much more than twice what it had to (Karlin et al. 1991).
constexpr int kSpins = 500;
constexpr int kYields = 100;
constexpr std::uint32_t kStop = UINT32_MAX;

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
    : spins_(threads <= static_cast<int>(std::thread::hardware_concurrency())),
      claims_(static_cast<std::size_t>(threads)),
      errors_(claims_.size()) {
  try {
    for (std::uint32_t i = 1; i < claims_.size(); ++i) helpers_.emplace_back([this, i] { help(i); });
  } catch (...) {  // the machine has no more threads to give: those that began must not wait for ever
    publish(kStop);
    throw;
  }
}

ThreadTeam::~ThreadTeam() { publish(kStop); }

void ThreadTeam::publish(std::uint32_t tasks) {
  batch_.value.store((static_cast<std::uint64_t>(++number_) << 32U) | tasks, std::memory_order_release);
  batch_.value.notify_all();
}

void ThreadTeam::run(int count, const std::function<void(int)>& task) {
  const auto tasks = static_cast<std::uint32_t>(count);
  task_ = &task;
  done_.value.store(0, std::memory_order_relaxed);
  publish(tasks);
  do_share(0, tasks);
  std::uint32_t helped = 0;
  for (std::uint32_t i = 1; i < std::min<std::size_t>(tasks, claims_.size()); ++i) {
    if (claim(i, number_))
      do_share(i, tasks);
    else
      ++helped;
  }
  for (std::uint32_t done = 0; (done = done_.value.load(std::memory_order_acquire)) != helped;)
    wait_while(done_.value, done);
  rethrow();
}

void ThreadTeam::rethrow() {
  const auto first = std::find_if(errors_.begin(), errors_.end(), [](const auto& e) { return e != nullptr; });
  if (first == errors_.end()) return;
  const std::exception_ptr error = *first;
  std::fill(errors_.begin(), errors_.end(), nullptr);
  std::rethrow_exception(error);
}

void ThreadTeam::help(std::uint32_t me) {
  for (std::uint64_t seen = 0;;) {
    wait_while(batch_.value, seen);
    seen = batch_.value.load(std::memory_order_acquire);
    const Batch batch = unpacked(seen);
    if (batch.tasks == kStop) return;
    if (me >= batch.tasks || !claim(me, batch.number)) continue;
    do_share(me, batch.tasks);
    done_.value.fetch_add(1, std::memory_order_release);
    done_.value.notify_one();
  }
}

// False if somebody has this share, or did long ago: then this thread comes late, and the task may be gone.
// Relaxed is enough: batch_ orders what a share reads, done_ what it wrote.
bool ThreadTeam::claim(std::uint32_t thread, std::uint32_t batch) {
  std::atomic<std::uint32_t>& last = claims_[thread].value;
  std::uint32_t old = last.load(std::memory_order_relaxed);
  while (static_cast<std::int32_t>(batch - old) > 0) {  // numbers start again after 2^32
    if (last.compare_exchange_weak(old, batch, std::memory_order_relaxed)) return true;
  }
  return false;
}

void ThreadTeam::do_share(std::uint32_t thread, std::uint32_t tasks) {
  try {
    for (std::size_t i = thread; i < tasks; i += claims_.size()) (*task_)(static_cast<int>(i));
  } catch (...) {
    errors_[thread] = std::current_exception();
  }
}

template <class T>
void ThreadTeam::wait_while(const std::atomic<T>& value, T old) const {
  for (int i = 0; spins_ && i < kSpins + kYields; ++i) {
    if (value.load(std::memory_order_acquire) != old) return;
    if (i < kSpins)
      pause_processor();
    else
      std::this_thread::yield();
  }
  value.wait(old, std::memory_order_acquire);
}

}  // namespace des
