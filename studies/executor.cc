#include "studies/executor.h"

#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/partitioner.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <cstdlib>
#include <exception>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace studies {
namespace {

using Step = std::function<void(int)>;

// Both parallel backends hand out jobs in turn: what has ended is then always a list of the first
// jobs, but for one per thread, and an interrupted study loses little.
void run_on_tbb(int jobs, int threads, const Step& step) {
  std::atomic<int> next{0};
  // TBB by itself never uses more threads than the machine has, whatever the arena asks for.
  const tbb::global_control allowed(tbb::global_control::max_allowed_parallelism,
                                    static_cast<std::size_t>(threads));
  tbb::task_arena arena(threads);
  const auto worker = [&](int) {
    for (int i = next++; i < jobs; i = next++) step(i);
  };
  arena.execute([&] { tbb::parallel_for(0, threads, worker, tbb::simple_partitioner{}); });
}

void run_on_jthreads(int jobs, int threads, const Step& step) {
  std::atomic<int> next{0};
  std::vector<std::jthread> pool;
  for (int t = 0; t < threads; ++t) {
    pool.emplace_back([&] {
      for (int i = next++; i < jobs; i = next++) step(i);
    });
  }
}

}  // namespace

const char* to_string(Backend backend) {
  switch (backend) {
    case Backend::kTbb:
      return "tbb";
    case Backend::kJthread:
      return "jthread";
    case Backend::kSerial:
      return "serial";
  }
  return "";
}

Backend backend_from_environment() {
  const char* value = std::getenv("LANDBRIDGE_EXECUTOR");
  const std::string name = value == nullptr || *value == '\0' ? "tbb" : value;
  for (const Backend backend : {Backend::kTbb, Backend::kJthread, Backend::kSerial}) {
    if (name == to_string(backend)) return backend;
  }
  throw std::invalid_argument("LANDBRIDGE_EXECUTOR is `" + name + "`; known are tbb, jthread, serial");
}

int threads_used(int asked, int jobs, Backend backend) {
  if (backend == Backend::kSerial) return 1;
  const int machine = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
  return std::clamp(asked == 0 ? machine : asked, 1, std::max(1, jobs));
}

void run_jobs(int jobs, int threads, Backend backend, const std::atomic<bool>* interrupt,
              const std::function<void(int)>& job) {
  std::vector<std::exception_ptr> errors(static_cast<std::size_t>(std::max(0, jobs)));
  std::atomic<bool> failed{false};
  const Step step = [&](int i) {
    if (failed.load() || (interrupt != nullptr && interrupt->load())) return;
    try {
      job(i);
    } catch (...) {
      errors[static_cast<std::size_t>(i)] = std::current_exception();
      failed.store(true);
    }
  };
  const int count = threads_used(threads, jobs, backend);
  if (count == 1) {
    for (int i = 0; i < jobs; ++i) step(i);
  } else if (backend == Backend::kJthread) {
    run_on_jthreads(jobs, count, step);
  } else {
    run_on_tbb(jobs, count, step);
  }
  for (const std::exception_ptr& error : errors) {
    if (error) std::rethrow_exception(error);
  }
}

}  // namespace studies
