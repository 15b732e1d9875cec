// Trains that still wait for one thing when a run ends, though nobody keeps it from them in a circle: a want.
#pragma once

#include <cstdint>
#include <vector>

#include "models/gridlocked_train.h"

namespace rail {

struct StandingTrains {
  Awaits what = Awaits::kTrack;
  std::uint32_t waits_for = kNone;  // station: whose tracks, yard or units
  std::uint32_t fleet = kNone;      // Model::fleets()
  std::uint32_t terminal = kNone;   // whose yard: Model::terminals()
  std::int64_t trains = 0;
  std::int64_t since = 0;  // the first of them: seconds after the start of the run
};

struct WaitingTrain;
struct ModelTables;

// Of trains that wait since `latest` or longer for what has come to none of them since; those behind the
// first one count whenever they came. In order of stations.
std::vector<StandingTrains> standing_trains(const std::vector<WaitingTrain>& waiting,
                                            const ModelTables& tables, std::int64_t latest);

}  // namespace rail
