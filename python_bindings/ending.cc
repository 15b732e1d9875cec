#include "python_bindings/ending.h"

#include <nanobind/nanobind.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace nb = nanobind;

namespace python {
namespace {

// For what does not look whether it has to stop, such as a callback of somebody's.
constexpr std::chrono::seconds kMostPatience{10};
constexpr std::chrono::seconds kLastPatience{2};  // once that has an exception

struct All {
  std::mutex mutex;
  std::condition_variable changed;
  std::vector<std::pair<const UnderWay*, unsigned long>> under_way;  // and its thread, as Python numbers it
  std::thread::id ending;  // that ends the interpreter, and may go on with everything
  std::atomic<bool> ended{false};
};

All& all() {
  static All* const one = new All();  // outlives all threads
  return *one;
}

bool is_ending() {
  const std::lock_guard lock(all().mutex);
  return all().ending != std::thread::id() && all().ending != std::this_thread::get_id();
}

}  // namespace

UnderWay::UnderWay(std::function<void()> stop) : stop_(std::move(stop)) {
  const std::lock_guard lock(all().mutex);
  all().under_way.emplace_back(this, PyThread_get_thread_ident());
}

UnderWay::~UnderWay() {
  const std::lock_guard lock(all().mutex);
  std::erase_if(all().under_way, [this](const auto& one) { return one.first == this; });
  all().changed.notify_all();
}

void UnderWay::stop() const {
  if (stop_) stop_();
}

void require_no_end() {
  if (!is_ending()) return;
  PyErr_SetString(PyExc_RuntimeError, "landbridge was stopped: the interpreter is ending");
  throw nb::python_error();
}

void stay_if_ended() {
  if (!all().ended.load() || !is_ending()) return;
  while (true) std::this_thread::sleep_for(std::chrono::hours(1));
}

namespace {

void stop_all() {
  const std::lock_guard lock(all().mutex);
  all().ending = std::this_thread::get_id();
  for (const auto& [one, thread] : all().under_way) one->stop();
}

// Whether nothing is under way any more. What begins later is too late: it has to be one step with looking,
// or a trace that is let go in between takes the GIL again.
bool is_over_within(std::chrono::seconds time) {
  std::unique_lock lock(all().mutex);
  if (!all().changed.wait_for(lock, time, [] { return all().under_way.empty(); })) return false;
  all().ended.store(true);
  return true;
}

// At their next step in Python, if there is one. A callback that sleeps longer is left asleep.
void raise_in_all() {
  std::vector<unsigned long> threads;
  {
    const std::lock_guard lock(all().mutex);  // not with the GIL, which who has this lock may wait for
    for (const auto& [one, thread] : all().under_way) threads.push_back(thread);
  }
  const nb::gil_scoped_acquire held;
  for (const unsigned long thread : threads) PyThreadState_SetAsyncExc(thread, PyExc_SystemExit);
}

}  // namespace

void end() {
  const nb::gil_scoped_release released;
  stop_all();
  if (is_over_within(kMostPatience)) return;
  raise_in_all();
  if (!is_over_within(kLastPatience)) all().ended.store(true);
}

}  // namespace python
