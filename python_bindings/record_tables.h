// The records of replications by columns: those of `landbridge run --records` (studies/record_files.h).
#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

#include "models/model.h"
#include "models/observations.h"
#include "python_bindings/model_words.h"
#include "python_bindings/table.h"
#include "studies/record_files.h"

namespace python {

// Records of one kind of a whole run: tables of replications, made one when somebody first looks at it. That
// takes as long as copying them, which nobody who interrupts a run should wait for.
class JoinedTable {
 public:
  explicit JoinedTable(std::shared_ptr<const Table> joined);
  explicit JoinedTable(std::vector<Table>&& pieces) : pieces_(std::move(pieces)) {}  // one or more
  // From any thread; not with the GIL.
  std::shared_ptr<const Table> get();
  bool is_joined() const { return is_joined_.load(); }

 private:
  std::mutex mutex_;
  std::vector<Table> pieces_;
  std::shared_ptr<const Table> joined_;
  std::atomic<bool> is_joined_{false};
};

class RecordTables {
 public:
  // `start_utc`: of the run, spin-up included, seconds since 1970.
  RecordTables(const rail::Model& model, std::int64_t start_utc, const studies::WantedRecords& wanted);
  ~RecordTables();

  // Makes columns of a replication's records; from any thread, several at a time.
  void prepare(int replication, const rail::Observations& seen);
  // Keeps them: of one replication after the other.
  void add(int replication);

  // Once; nullptr if they were not asked for (bills: also if the scenario has no costs).
  struct Finished {
    std::shared_ptr<JoinedTable> trains, passings, containers, train_bills, container_bills;
  };
  Finished finish();

 private:
  struct Columns;
  using Piece = std::unique_ptr<Columns>;

  Piece empty() const;
  template <class ColumnsOfKind>
  std::shared_ptr<JoinedTable> taken(std::optional<ColumnsOfKind> Columns::* kind);

  std::unique_ptr<const ModelWords> words_;
  std::int64_t start_utc_;
  studies::WantedRecords wanted_;
  bool has_costs_;
  std::mutex mutex_;
  std::map<int, Piece> prepared_;  // not yet kept
  std::vector<Piece> pieces_;
};

}  // namespace python
