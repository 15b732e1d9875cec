// Threads of our own that wait for work between batches: they spin for some microseconds, since the next
// window is often that near, and then sleep, since the machine may have other work.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <thread>
#include <vector>

namespace des {

class ThreadTeam {
 public:
  // The calling thread is one of them.
  explicit ThreadTeam(int threads);
  ~ThreadTeam();
  ThreadTeam(const ThreadTeam&) = delete;
  ThreadTeam& operator=(const ThreadTeam&) = delete;

  int threads() const { return static_cast<int>(helpers_.size()) + 1; }
  // Task i is always done by thread i modulo threads(), so that its data stay in one processor's cache.
  void run(int count, const std::function<void(int)>& task);

 private:
  void help(int me);
  void do_share(int me) const;
  void wait_while(const std::atomic<std::uint32_t>& value, std::uint32_t old) const;

  int spins_;
  const std::function<void(int)>* task_ = nullptr;
  int count_ = 0;
  std::atomic<std::uint32_t> batch_{0};    // counts batches; a change is the signal to start
  std::atomic<std::uint32_t> working_{0};  // helpers that have not ended this batch
  std::atomic<bool> stop_{false};
  std::vector<std::jthread> helpers_;  // last: they use all the rest
};

}  // namespace des
