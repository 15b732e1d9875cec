// Python's exceptions for what goes wrong.
#pragma once

#include <string>
#include <vector>

#include "scenarios/problem.h"

namespace python {

// landbridge.ScenarioError with all problems; `what`: a line in front of them, may be empty. With the GIL
// held.
[[noreturn]] void raise_problems(const std::vector<scenarios::Problem>& problems,
                                 const std::string& what = {});

// KPIs that are asked for and are not there: landbridge.KpiError.
[[noreturn]] void raise_unknown_kpis(const std::vector<std::string>& patterns);

}  // namespace python
