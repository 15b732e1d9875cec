// Replications of scenarios for Python, and what is kept of them.
#pragma once

#include <nanobind/nanobind.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "python_bindings/bind.h"
#include "python_bindings/record_tables.h"
#include "python_bindings/table.h"
#include "python_bindings/waiting.h"
#include "studies/confirmation.h"
#include "studies/growing_queues.h"
#include "studies/precision.h"
#include "studies/record_files.h"
#include "studies/replications.h"

namespace python {

// As the command line has them (cli/commands.h).
struct RunQuestion {
  int replications = 10;  // with a precision or a choice: at most
  int threads = 0;
  std::uint64_t seed = 1;
  studies::WantedRecords records;
  std::string engine = "auto";
  std::uint64_t tie_seed = 0;
  std::optional<double> precision;
  std::vector<std::string> kpis;  // to be precise
  bool confirm_binding = false;   // of one scenario, or of all but the first
};

struct RunResult {
  std::shared_ptr<ValidScenario> scenario;
  studies::ReplicationsResult result;
  RecordTables::Finished records;
  int threads = 1;
  std::vector<studies::GrowingQueue> growing;
  std::optional<studies::Confirmation> confirmation;  // of what binds, if it was asked for
  double seconds = 0;                                 // wall clock
  std::string manifest;                               // JSON, as landbridge run writes it
};

struct RunResults {
  std::vector<std::shared_ptr<RunResult>> runs;  // of each scenario
  std::optional<studies::PrecisionOutcome> precision;
  bool binding_untried = false;  // of some run, though asked for, because of Ctrl-C
};

using GoOn = decltype(studies::ReplicationsOptions::go_on);

// Of each scenario, with the same random numbers. Records are of one scenario only. `go_on`: ends it, as
// studies::ReplicationsOptions has it; nullptr: the precision does, if one is asked for. Raises KpiError if a
// KPI that has to be precise is none.
RunResults replicate(const ValidScenarios& scenarios, const RunQuestion& question, Waiting& waiting,
                     GoOn go_on = nullptr);

// As kTbb, or what LANDBRIDGE_EXECUTOR says; ValueError for other words.
studies::Backend backend();

// A row for each replication, a column for each KPI, read-only; NaN: not observed. In bind_run.cc.
nanobind::object kpi_values(const RunResult& run);
std::shared_ptr<const Table> kpi_table(const studies::KpiTable& kpis);

// Python's handle to a table that others may share.
struct TableHandle {
  std::shared_ptr<const Table> table;
};

// A Python object for a table; None for nullptr. In bind_table.cc.
nanobind::object table_object(std::shared_ptr<const Table> table);
// The same of records, which are made one table, without the GIL, if nobody has looked at them before.
nanobind::object table_object(const std::shared_ptr<JoinedTable>& records);

}  // namespace python
