// One of a circle of trains that wait for each other: where it stands, what it holds, what it waits for.
#pragma once

#include <cstdint>

#include "models/held_units.h"
#include "models/model_input.h"

namespace rail {

// What a train waits for, as far as other trains can keep it for ever.
enum class Awaits : std::uint8_t {
  kTrack,       // of a station
  kTrainAhead,  // to go on: before a station's tracks, or in a section that is full of trains to there
  kWagons,
  kLocomotive,
  kYardRoom,
};
const char* to_string(Awaits what);

// What it holds, the train before it in the circle waits for. One alone waits for room in a yard that is full
// of containers which wait for a train that only more of them would fill.
struct GridlockedTrain {
  std::uint32_t pool = kNone;       // that formed it: Model::formed_by()
  std::uint64_t ordinal = 0;        // among the trains of its pool
  std::uint64_t identity = 0;       // as in records
  std::uint32_t stands_at = kNone;  // stations: points, then passing places
  std::uint32_t waits_for = kNone;  // whose tracks are taken, whose yard is full, where units are short
  Direction direction = Direction::kWestbound;
  std::int64_t since = 0;  // seconds after the start of the run
  Awaits what = Awaits::kTrack;
  // kTrack: trains that stand on tracks it could have, of which one would have to leave; and whether a track
  // is free, or will be, which the rule keeps for trains of the other way. Both follow from the rest.
  std::int32_t holders = 0;
  bool kept_free = false;
  std::uint32_t fleet = kNone;  // whose units it waits for: Model::fleets()
  // Station where some stand idle that the next train would take on its way; kNone: that one has some. And
  // whether some stand idle where only trains that stand would take them.
  std::uint32_t idle_at = kNone;
  bool some_idle = false;
  std::uint32_t terminal = kNone;  // whose yard: Model::terminals()
  bool outside = false;            // it stands on the line before `stands_at`
  bool holds_track = false;        // of `stands_at`
  HeldUnits wagons, next_wagons, locomotive;
  std::uint32_t holds_yard = kNone;  // terminal where its containers take room
  std::int32_t yard_teu = 0;         // so much of it
};

}  // namespace rail
