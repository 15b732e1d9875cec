// run_replication() with somebody who watches the trains.
#pragma once

#include "models/replication.h"
#include "models/train_watcher.h"

namespace rail {

// The same bits as without. Runs on the sequential engine, whatever the options say.
Observations run_watched_replication(const Model& model, const ReplicationOptions& options,
                                     TrainWatcher& watcher);

}  // namespace rail
