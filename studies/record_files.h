// trains.csv, passings.csv and containers.csv of a run directory, and bills if the scenario has costs,
// written replication by replication. Making text takes much longer than writing it, so that can be done on
// every thread before it is a replication's turn.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>

#include "models/model.h"
#include "models/observations.h"
#include "studies/cost_tables.h"
#include "studies/csv_file.h"
#include "studies/run_directory.h"

namespace studies {

struct WantedRecords {
  bool trains = false, passings = false, containers = false;
};

// Of one replication, as text.
struct RecordRows {
  std::optional<CsvRows> trains, passings, containers;
  std::optional<BillRows> bills;
};

class RecordFiles {
 public:
  // `start_utc`: of the run, spin-up included, seconds since 1970. Throws IoError, as all others do.
  RecordFiles(const RunDirectory& directory, const rail::Model& model, std::int64_t start_utc,
              const WantedRecords& wanted);
  // Makes text of a replication's records; from any thread, several at a time.
  void prepare(int replication, const rail::Observations& seen);
  // Writes it: of one replication after the other. May be called again where that failed, to fail again.
  void add(int replication);
  void close();

 private:
  RecordRows rows_of(int replication, const rail::Observations& seen) const;
  const RecordRows& prepared(int replication);
  void forget(int replication);

  const rail::Model& model_;
  std::int64_t start_utc_;
  std::optional<CsvFile> trains_;
  std::optional<CsvFile> passings_;
  std::optional<CsvFile> containers_;
  std::optional<BillFiles> bills_;
  std::mutex mutex_;
  std::map<int, RecordRows> prepared_;  // not yet written
};

}  // namespace studies
