// What replication 0 recorded, from the tables that hold the records of all: for reports.
#pragma once

#include <cstdint>

#include "models/model.h"
#include "python_bindings/record_tables.h"
#include "studies/first_records.h"

namespace python {

// `start_utc`: as RecordTables has it. The same as read_first_records() reads from the files of a run.
studies::FirstRecords recorded_first(const rail::Model& model, std::int64_t start_utc,
                                     const RecordTables::Finished& tables);

}  // namespace python
