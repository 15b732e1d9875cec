// A team of threads that works on one batch of tasks after another.
#pragma once

#include <functional>
#include <memory>

namespace des {

enum class Backend { kTbb, kJthread, kSerial };

class Executor {
 public:
  Executor() = default;
  virtual ~Executor() = default;
  Executor(const Executor&) = delete;
  Executor& operator=(const Executor&) = delete;

  virtual int threads() const = 0;
  // Calls task(0) ... task(count - 1), each once, and returns when all have ended: what they wrote is
  // then visible to the caller and to the next batch. Tasks must not wait for one another. What one of them
  // throws reaches the caller once those under way have ended; others may then never begin.
  virtual void run(int count, const std::function<void(int)>& task) = 0;
};

// The calling thread is one of `threads` (1 for kSerial; for kTbb no more than the machine has). Threads
// are kept for the executor's life.
std::unique_ptr<Executor> make_executor(Backend backend, int threads);

}  // namespace des
