// Trains that wait for what other trains may keep for ever: tracks, wagons, locomotives, room in a yard.
#pragma once

#include <cstdint>
#include <vector>

#include "models/gridlocked_train.h"
#include "models/records.h"
#include "models/station.h"

namespace rail {

struct WaitingTrain {
  const Train* train = nullptr;
  std::uint32_t stands_at = kNone;  // station
  std::uint32_t waits_for = kNone;  // station
  std::int64_t since = 0;
  Awaits what = Awaits::kTrack;
  // It goes on behind this train only: the one before it in a queue that nobody overtakes in.
  const Train* ahead = nullptr;
  const TrackRequest* request = nullptr;  // kTrack
  const StationTracks* tracks = nullptr;  // kTrack
  std::uint32_t stock = kNone;            // kWagons, kLocomotive: global
  std::uint32_t yard = kNone;             // kYardRoom, or with a track: terminal, global
  std::int32_t teu = 0;                   // that it needs room for
  Running running = Running::kUp;         // as which it does
  // As long as it waits it keeps its wagons, and what follows.
  bool outside = false;  // on the line before `stands_at`
  bool holds_track = false;
  bool keeps_locomotive = true;
  std::uint32_t holds_yard = kNone;  // terminal, global, where its containers take room
  Running held_as = Running::kUp;    // in that yard
};

// In order of stations and of queues: addresses of trains decide nothing.
std::vector<WaitingTrain> waiting_trains(const ModelTables& tables, const std::vector<Station>& stations);

GridlockedTrain description(const WaitingTrain& waiting, const ModelTables& tables);

}  // namespace rail
