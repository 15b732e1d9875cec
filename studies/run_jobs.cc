#include "studies/run_jobs.h"

#include <algorithm>
#include <cstdlib>
#include <exception>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace studies {

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

int threads_to_use(int asked, Backend backend) {
  if (backend == Backend::kSerial) return 1;
  return asked > 0 ? asked : std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

void run_jobs(int jobs, int threads, Backend backend, const std::atomic<bool>* interrupt,
              const std::function<void(int)>& job) {
  std::vector<std::exception_ptr> errors(static_cast<std::size_t>(std::max(0, jobs)));
  std::atomic<bool> failed{false};
  const auto step = [&](int i) {
    if (failed.load() || (interrupt != nullptr && interrupt->load())) return;
    try {
      job(i);
    } catch (...) {
      errors[static_cast<std::size_t>(i)] = std::current_exception();
      failed.store(true);
    }
  };
  // Jobs are handed out in turn: what has ended is then always a list of the first jobs, but for one per
  // thread, and an interrupted study loses little.
  std::atomic<int> next{0};
  const int workers = std::clamp(threads, 1, std::max(1, jobs));
  des::make_executor(backend, workers)->run(workers, [&](int) {
    for (int i = next++; i < jobs; i = next++) step(i);
  });
  for (const std::exception_ptr& error : errors) {
    if (error) std::rethrow_exception(error);
  }
}

}  // namespace studies
