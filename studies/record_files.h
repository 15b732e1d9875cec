// trains.csv, passings.csv and containers.csv of a run directory, and bills if the scenario has costs,
// written replication by replication.
#pragma once

#include <cstdint>
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

class RecordFiles {
 public:
  // `start_utc`: of the run, spin-up included, seconds since 1970. Throws IoError, as all others do.
  RecordFiles(const RunDirectory& directory, const rail::Model& model, std::int64_t start_utc,
              const WantedRecords& wanted);
  void add(int replication, const rail::Observations& seen);
  void close();

 private:
  void add_stop(int replication, const rail::TrainStop& stop);
  void add_passing(int replication, const rail::TrainPassing& passing);
  void add_leg(int replication, const rail::ContainerLeg& leg);
  void add_time(CsvFile& file, std::int64_t seconds) const;  // empty for -1

  const rail::Model& model_;
  std::int64_t start_utc_;
  std::optional<CsvFile> trains_;
  std::optional<CsvFile> passings_;
  std::optional<CsvFile> containers_;
  std::optional<BillFiles> bills_;
};

}  // namespace studies
