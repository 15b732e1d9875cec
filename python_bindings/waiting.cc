#include "python_bindings/waiting.h"

#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>

#include "engine/interruption.h"
#include "python_bindings/bind.h"

namespace nb = nanobind;

namespace python {
namespace {

// A job on its thread.
class Job {
 public:
  explicit Job(const std::function<void()>& job) : thread_([this, &job] { work(job); }) {}
  ~Job() { thread_.join(); }
  Job(const Job&) = delete;
  Job& operator=(const Job&) = delete;

  bool has_ended_after(std::chrono::milliseconds time) {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, time, [this] { return ended_; });
  }
  const std::exception_ptr& error() const { return error_; }  // once it has ended

 private:
  void work(const std::function<void()>& job) {
    try {
      job();
    } catch (...) {
      error_ = std::current_exception();
    }
    const std::lock_guard lock(mutex_);
    ended_ = true;
    changed_.notify_all();
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  bool ended_ = false;
  std::exception_ptr error_;
  std::thread thread_;  // last: it uses all of the others
};

}  // namespace

Waiting::Waiting(nb::object progress)
    : progress_(std::move(progress)), under_way_([this] { interrupt_.store(true); }) {
  require_no_end();
}

void Waiting::tell() {
  const int complete = complete_.load();
  if (progress_.is_none() || complete == told_ || python_error_) return;
  told_ = complete;
  progress_(complete, total_.load());
}

void Waiting::look() {
  try {
    if (PyErr_CheckSignals() != 0) throw nb::python_error();
    tell();
  } catch (nb::python_error& error) {
    interrupt_.store(true);
    if (error.matches(PyExc_KeyboardInterrupt))
      interrupted_ = true;
    else if (!python_error_)
      python_error_ = std::current_exception();
  }
}

// Signals that come now are for whoever called.
void Waiting::look_at_end() {
  try {
    tell();
  } catch (nb::python_error&) {
    if (!python_error_) python_error_ = std::current_exception();
  }
}

void Waiting::pass_on_interrupt(bool told) {
  if (interrupted_ && !told) PyErr_SetInterrupt();
}

void Waiting::run(const std::function<void()>& job) {
  std::exception_ptr error;
  {
    Job beside(job);
    while (!without_gil([&beside] { return beside.has_ended_after(kLookEvery); })) look();
    look_at_end();
    error = beside.error();
  }
  require_no_end();
  if (python_error_) std::rethrow_exception(python_error_);
  if (error) std::rethrow_exception(error);
}

void Waiting::prepare(const std::function<void()>& job) {
  run([&] {
    const des::InterruptedBy by(&interrupt_);
    try {
      job();
    } catch (const des::Interrupted&) {  // told below
    }
  });
  if (!interrupted_) return;
  PyErr_SetNone(PyExc_KeyboardInterrupt);
  throw nb::python_error();
}

}  // namespace python
