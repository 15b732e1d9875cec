// Every stop of every train, at points and passing places, and every leg of every container of replication 0,
// as far as they were recorded: kept in memory for reports, or read from trains.csv, passings.csv and
// containers.csv of a run directory.
#pragma once

#include <filesystem>
#include <vector>

#include "models/model.h"
#include "models/observations.h"

namespace studies {

struct FirstRecords {
  bool has_trains = false, has_containers = false;  // were recorded at all
  std::vector<rail::TrainStop> stops;
  std::vector<rail::ContainerLeg> legs;
  std::vector<rail::TrainPassing> passings;  // none: not recorded, or there are none
};

// What a replication recorded.
FirstRecords records_of(const rail::Observations& seen, bool trains, bool containers);

// `start_utc`: of the run, spin-up included, seconds since 1970. Of files that are not there nothing. Throws
// WrongFile.
FirstRecords read_first_records(const std::filesystem::path& directory, const rail::Model& model,
                                std::int64_t start_utc);

}  // namespace studies
