// The records of replications by columns: those of `landbridge run --records` (studies/record_files.h).
#pragma once

#include <cstdint>
#include <memory>
#include <optional>

#include "models/model.h"
#include "models/observations.h"
#include "python_bindings/table.h"
#include "studies/record_files.h"

namespace python {

class RecordTables {
 public:
  // `start_utc`: of the run, spin-up included, seconds since 1970.
  RecordTables(const rail::Model& model, std::int64_t start_utc, const studies::WantedRecords& wanted);
  ~RecordTables();

  void add(int replication, const rail::Observations& seen);

  // Once; nullptr if they were not asked for (bills: also if the scenario has no costs).
  struct Finished {
    std::shared_ptr<const Table> trains, passings, containers, train_bills, container_bills;
  };
  Finished finish();

 private:
  struct Columns;
  std::unique_ptr<Columns> columns_;
};

}  // namespace python
