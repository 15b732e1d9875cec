// A run as plain Python objects, for pickle: all that Python sees of it. Who stood in a gridlock, and the
// work of engines, is only in the manifest.
#pragma once

#include <nanobind/nanobind.h>

#include "python_bindings/run_result.h"

namespace python {

nanobind::tuple state_of(const RunResult& run);
// Into memory without an object.
void set_state(RunResult& run, const nanobind::tuple& state);

}  // namespace python
