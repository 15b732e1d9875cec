// Queues that grow as columns.
#pragma once

#include <vector>

#include "python_bindings/table.h"
#include "studies/growing_queues.h"
#include "studies/place_names.h"

namespace python {

// Columns place (id), name, cause, waiting_at_end_... and added_... (summary_columns.h), disruptions (ids,
// parted by spaces), seasonal (1 or 0).
void add_growing(Table& table, const studies::PlaceNames& names,
                 const std::vector<studies::GrowingQueue>& queues);

}  // namespace python
