// Long work on a thread of its own, while the calling thread waits without the GIL and looks now and then
// whether Python has a signal to handle, or progress to tell.
#pragma once

#include <nanobind/nanobind.h>

#include <atomic>
#include <chrono>
#include <functional>
#include <optional>
#include <type_traits>
#include <utility>

#include "python_bindings/ending.h"

namespace python {

constexpr std::chrono::milliseconds kLookEvery{100};

class Waiting {
 public:
  // `progress`: None, or called with how many are complete and of how many, on the calling thread.
  // At the end of the interpreter it is stopped, which is RuntimeError.
  explicit Waiting(nanobind::object progress);

  // Returns when `job` has returned; it looks at interrupt(). Ctrl-C asks it to end soon and is then no
  // exception. What `job`, `progress` or another signal's handler throws is thrown here, after `job` has
  // ended.
  void run(const std::function<void()>& job);
  // The same of what is of no use before it is done, such as reading and routing: Ctrl-C ends it soon
  // (engine/interruption.h) and is KeyboardInterrupt.
  void prepare(const std::function<void()>& job);
  // Afterwards: Ctrl-C of which the results do not tell (`told`: they do, something is left out of them) is
  // handed on to Python, as if it came now.
  void pass_on_interrupt(bool told);

  const std::atomic<bool>& interrupt() const { return interrupt_; }
  // From any thread.
  void expect(int total) { total_.store(total); }
  void complete(int count) { complete_.store(count); }

 private:
  void look();
  void look_at_end();
  void tell();

  nanobind::object progress_;
  std::atomic<bool> interrupt_{false};
  std::atomic<int> total_{0};
  std::atomic<int> complete_{0};
  int told_ = 0;
  bool interrupted_ = false;
  std::exception_ptr python_error_;
  UnderWay under_way_;
};

// What `work` gives, as Waiting::prepare() has it. With the GIL held.
template <class Work>
auto prepared(Work work) {
  std::optional<std::decay_t<decltype(work())>> done;
  Waiting(nanobind::none()).prepare([&] { done.emplace(work()); });
  return std::move(*done);
}

}  // namespace python
