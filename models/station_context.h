// What the stations of a replication share: the const model, the random numbers, and the storage of
// records.
#pragma once

#include <cstdint>

#include "engine/random_stream.h"
#include "models/model.h"
#include "models/model_tables.h"
#include "models/replication.h"
#include "models/storage.h"
#include "models/train_watcher.h"

namespace rail {

struct StationContext {
  StationContext(const Model& model, const ReplicationOptions& options, TrainWatcher* watched_by);

  const ModelInput& input;
  const ModelTables& tables;
  des::RandomStream random;
  bool record_trains;
  bool record_passings;
  bool record_containers;
  TrainWatcher* watcher;  // nullptr: nobody watches
  std::int64_t horizon;
  bool logs_track_waits;  // StationCounters::track_waits
  bool gives_notice;      // DispatchingInput::notice_s > 0
  Storage storage;
};

// What never happens is scheduled for when the run is over, so that it does not run out of events before.
inline std::int64_t not_never(const StationContext& context, std::int64_t time) {
  return time < kNever ? time : context.horizon + 1;
}

}  // namespace rail
