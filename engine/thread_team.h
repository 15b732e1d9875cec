// Threads of our own that wait for work between batches: they spin for some microseconds, since the next
// window is often that near, and then sleep, since the machine may have other work.
//
// Thread i has tasks i, i + threads(), ..., so that their data stay in one processor's cache. But the calling
// thread, when done with its own, takes those of threads that have not begun: one that sleeps, or whose
// processor is busy with something else, holds nobody up.
#pragma once

#include <atomic>
#include <cstdint>
#include <exception>
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

  int threads() const { return static_cast<int>(claims_.size()); }
  // As Executor::run(); from one thread at a time. An exception is that of the lowest share that had one.
  void run(int count, const std::function<void(int)>& task);

 private:
  // Each on cache lines of its own: one thread writes it while others look at something else.
  template <class T>
  struct alignas(64) Alone {
    std::atomic<T> value{0};
  };
  struct Batch {
    std::uint32_t number;
    std::uint32_t tasks;  // kStop: there will be none any more
  };
  static Batch unpacked(std::uint64_t word) {
    return {static_cast<std::uint32_t>(word >> 32U), static_cast<std::uint32_t>(word)};
  }

  void help(std::uint32_t me);
  void publish(std::uint32_t tasks);
  bool claim(std::uint32_t thread, std::uint32_t batch);
  void do_share(std::uint32_t thread, std::uint32_t tasks);
  void rethrow();
  template <class T>
  void wait_while(const std::atomic<T>& value, T old) const;

  bool spins_;
  std::uint32_t number_ = 0;
  const std::function<void(int)>* task_ = nullptr;
  Alone<std::uint64_t> batch_;                // in one word, since late threads must not mix two batches
  Alone<std::uint32_t> done_;                 // shares of this batch that helpers have ended
  std::vector<Alone<std::uint32_t>> claims_;  // per thread: the last batch in which its share was taken
  std::vector<std::exception_ptr> errors_;    // per share: what stopped it
  std::vector<std::jthread> helpers_;         // last: they use all the rest
};

}  // namespace des
