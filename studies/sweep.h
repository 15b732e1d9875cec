// Many design points, many replications of each, on all threads.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "models/observations.h"
#include "models/replication.h"
#include "studies/point_models.h"
#include "studies/run_jobs.h"
#include "studies/study_file.h"

namespace studies {

// One of several machines: design points are dealt out in turn.
struct Shard {
  int index = 0;  // from 0
  int of = 1;
  bool has(int point) const { return point % of == index; }
};

struct SweepOptions {
  int replications = 10;  // of each design point
  int threads = 0;        // 0: as many as the machine has
  std::uint64_t seed = 1;
  Shard shard;
  std::vector<std::string> kpis;  // patterns of those that are kept
  Backend backend = Backend::kTbb;
  const std::atomic<bool>* interrupt = nullptr;
  // Scenario and model of a design point; called once for each that lacks replications, from any thread.
  PointModels::Build build;
  // What runs one replication; tests put something quick here, and queues are not looked at then.
  std::function<rail::Observations(const rail::Model&, const rail::ReplicationOptions&)> run_one = nullptr;
  // Called from some thread, one at a time, after each commit.
  std::function<void(int written)> written;
};

struct SweepResult {
  int asked = 0;        // replications of this shard
  int found = 0;        // of these were in the file already
  int written = 0;      // now
  int threads = 0;      // used
  int most_models = 0;  // in memory at once
  double seconds = 0;
  double processor_seconds = 0;  // of all threads
};

// Runs what the file lacks. Rows do not depend on threads, shards, or how often it was interrupted. What has
// ended is in the file when this returns or throws: StudyMismatch if a design point is another scenario than
// before, IoError if the file cannot be written, or what `build` throws.
SweepResult sweep(StudyFile& file, const SweepOptions& options);

// What threads take in turn: `replication` < 0 builds the model of the point. Models come `lead` replications
// before their first, so that nobody waits for one, and few are in memory at once.
struct SweepTask {
  int point = 0;
  int replication = -1;
  bool operator==(const SweepTask&) const = default;
};
std::vector<SweepTask> in_turn(const std::vector<std::vector<int>>& replications, int lead);

}  // namespace studies
