// Runs independent jobs on threads. Each job writes to its own slot, so results never depend on which
// thread ran what when.
#pragma once

#include <atomic>
#include <functional>

#include "engine/executor.h"

namespace studies {

using des::Backend;
const char* to_string(Backend backend);  // "tbb", "jthread", "serial"

// Environment variable LANDBRIDGE_EXECUTOR: "tbb" (default), "jthread" or "serial". Throws
// std::invalid_argument for other values.
Backend backend_from_environment();

// Threads to share out: `asked`, or as many as the machine has if that is 0; 1 for kSerial.
int threads_to_use(int asked, Backend backend);

// Calls job(0) ... job(jobs - 1), each once, on up to `threads` threads.
// Jobs are begun in order of index, none after `interrupt` has turned true or a job has thrown. The exception
// of the job with the lowest index is thrown again, after all running jobs have ended.
void run_jobs(int jobs, int threads, Backend backend, const std::atomic<bool>* interrupt,
              const std::function<void(int)>& job);

}  // namespace studies
