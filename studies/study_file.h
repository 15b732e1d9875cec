// A study on disk: one SQLite file, to which finished replications are added.
//
// Whatever happens to the process, what add() has written stays: it is on the disk when add() returns. The
// journal is SQLite's rollback journal and not a write-ahead log, since that needs shared memory and two more
// files: a study may lie on a network's disk, and is a single file to copy as soon as nobody writes it. Many
// replications to a transaction make up for it. One process writes at a time (StudyLock); others may read
// meanwhile.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "models/observations.h"
#include "studies/growth_tables.h"
#include "studies/map_figures.h"
#include "studies/sqlite.h"
#include "studies/study_facts.h"
#include "studies/study_lock.h"

namespace studies {

struct FinishedReplication {
  int point = 0;
  int replication = 0;
  std::string scenario_hash;  // of the point
  std::string stop;           // why it ended
  std::int64_t end_time_s = 0;
  std::int64_t events = 0;
  std::string hash;  // as in the results hash of `run`
  std::vector<rail::Kpi> kpis;
  MapFigures map{};                        // of the first replication of a point; else empty
  std::optional<PointGrowth> growth = {};  // of the point, with the last one of its replications
};

class StudyFile {
 public:
  // Makes the file, or goes on with the study in it. Throws IoError, or StudyMismatch if that is another
  // study.
  StudyFile(const std::filesystem::path& path, const StudyFacts& facts);

  // Numbers of those that are not there yet, of `replications`, for each design point.
  std::vector<std::vector<int>> missing(int replications);
  int finished();
  // Of each design point; empty: none is finished.
  const std::vector<std::string>& scenario_hashes() const { return scenario_hashes_; }
  // In one transaction. None of them may be there already.
  void add(const std::vector<FinishedReplication>& finished);
  Database& database() { return database_; }

 private:
  void open(const StudyFacts& facts);
  void read_known();
  void add(const FinishedReplication& one, Statement& observation);
  std::int64_t id_of(const rail::Kpi& kpi);

  StudyLock lock_;  // outlives the database
  Database database_;
  std::vector<std::string> scenario_hashes_;
  std::map<std::string, std::int64_t> kpi_ids_;
  bool known_ = false;  // the two above are as in the file
};

}  // namespace studies
