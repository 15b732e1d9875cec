// Means with their intervals as columns.
#pragma once

#include <string>
#include <vector>

#include "python_bindings/table.h"
#include "studies/statistics.h"

namespace python {

// Columns <prefix>mean, sd, half_width (of the 95 % interval; NaN: there is none), low, high and replications
// (in which it was observed); all but the last NaN where it never was.
void add_summaries(Table& table, const std::string& prefix, const std::vector<studies::Summary>& summaries);

}  // namespace python
