// Independent replications of one model, in parallel, with the same results at any number of threads.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <limits>
#include <string>
#include <vector>

#include "models/model.h"
#include "models/observations.h"
#include "models/replication.h"
#include "studies/kpi_table.h"
#include "studies/run_jobs.h"
#include "studies/section_use.h"

namespace studies {

struct Replication;

struct ReplicationsOptions {
  int replications = 10;  // with go_on: at most
  int threads = 0;        // 0: as many as the machine has
  std::uint64_t seed = 1;
  bool record_trains = false;
  bool record_passings = false;
  bool record_containers = false;
  int recorded = std::numeric_limits<int>::max();  // of the first so many replications
  Backend backend = Backend::kTbb;
  rail::EngineChoice engine = rail::EngineChoice::kAuto;
  std::uint64_t tie_seed = 0;  // as in rail::ReplicationOptions
  const std::atomic<bool>* interrupt = nullptr;
  // What runs one replication; tests put something quick here.
  std::function<rail::Observations(const rail::Model&, const rail::ReplicationOptions&)> run_one =
      rail::run_replication;
  // Called from any thread, one at a time, after each complete replication.
  std::function<void(int complete)> progress;
  // Called from any thread, several at a time, with each complete replication of which there are records,
  // before its turn comes: for what takes long, as their hash does. Once interrupted, none of both is done,
  // and the replication is left: nobody waits for it.
  std::function<void(int index, const rail::Observations&)> prepare_records;
  // Called in order of index, one at a time, with each complete replication, for records that are too
  // large to keep; the records are dropped afterwards.
  std::function<void(int index, const rail::Observations&)> take_records;
  // Ends a study by what it finds. Called in order of index, one at a time, with the same replication of each
  // model that still runs (else nullptr): which of these go on? For the others it was the last one. Results
  // do not depend on threads if the answer depends on what it was called with only.
  std::function<std::vector<bool>(const std::vector<const Replication*>&)> go_on;
};

// Replications side by side first: they need not wait for each other. Threads left over work within one.
struct ThreadShares {
  int replications_at_once = 1;
  int within_each = 1;
  int left_over = 0;  // one more within each of so many, the first ones
  int within(int replication) const { return within_each + (replication < left_over ? 1 : 0); }
  int total() const { return replications_at_once * within_each + left_over; }
};
// Within one, no more threads than there are processors for: they would only wait for each other.
ThreadShares share_threads(const ReplicationsOptions& options,
                           int processors = threads_to_use(0, Backend::kTbb));

struct Replication {
  int index = 0;
  rail::StopReason stop = rail::StopReason::kHorizon;
  std::vector<rail::GridlockedTrain> gridlock;  // stop == kGridlock: a circle of waiting trains
  std::vector<rail::StandingTrains> standing;   // without one: trains that wait for what may never come
  std::int64_t end_time = 0;                    // seconds after the start of the run
  std::uint64_t events = 0;
  rail::EngineUse engine;
  std::vector<rail::Kpi> kpis;
  std::vector<rail::CompressedTime> sections;  // as rail::Observations
  std::string hash;                            // of its canonical bytes, KPIs included
  std::string records_hash;                    // empty without records
};

// An interrupted study keeps replications 0 ... k-1, without a gap: it equals a study of k replications.
struct ReplicationsResult {
  int asked = 0;
  bool interrupted = false;
  std::vector<Replication> complete;  // by index
  KpiTable kpis;
  std::vector<SectionUse> sections;  // as rail::ModelTables::tracks; empty: not known
  std::string results_hash;
  std::string records_hash;  // empty without records
};

// In some replication; in how many.
bool has_gridlock(const ReplicationsResult& result);
int gridlocks(const ReplicationsResult& result);
// Over all of them; each has the KPIs of one model, in its order.
KpiTable kpis_over(const std::vector<Replication>& complete);

// Throws what the replication with the lowest index threw, if any did.
ReplicationsResult run_replications(const rail::Model& model, const ReplicationsOptions& options);
// So many replications of each model, in its order. The same replication of all models comes before the next
// one, so an interrupted study has compared as many as it can. `options.progress` counts those of all models;
// `options.take_records` is for one model only.
std::vector<ReplicationsResult> run_replications(const std::vector<const rail::Model*>& models,
                                                 const ReplicationsOptions& options);

}  // namespace studies
