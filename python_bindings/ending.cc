#include "python_bindings/ending.h"

#include <nanobind/nanobind.h>

#include <algorithm>
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

// For what does not look whether it has to stop, such as a callback that blocks.
constexpr std::chrono::seconds kMostPatience{10};

struct All {
  std::mutex mutex;
  std::condition_variable changed;
  std::vector<const UnderWay*> under_way;
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
  all().under_way.push_back(this);
}

UnderWay::~UnderWay() {
  const std::lock_guard lock(all().mutex);
  std::vector<const UnderWay*>& under_way = all().under_way;
  under_way.erase(std::find(under_way.begin(), under_way.end(), this));
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

void end() {
  const nb::gil_scoped_release released;
  std::unique_lock lock(all().mutex);
  all().ending = std::this_thread::get_id();
  for (const UnderWay* one : all().under_way) one->stop();
  all().changed.wait_for(lock, kMostPatience, [] { return all().under_way.empty(); });
  all().ended.store(true);
}

}  // namespace python
