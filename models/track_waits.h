// Waits for station tracks, where these bind: of trains that a full station, or a section full of trains
// before it, keeps from going on. Behind a disruption they stand so far back that only these waits tell.
#pragma once

#include <cstdint>
#include <vector>

#include "models/model_tables.h"
#include "models/records.h"
#include "models/station_view.h"
#include "models/time_to_clear.h"

namespace rail {

struct TrackWait {
  std::uint64_t train = 0;  // its identity
  std::uint32_t leg = kNone;
  // Of that leg, once it has come to where it waits for; of one that is about to be lifted at its end all,
  // and one more.
  std::uint32_t steps_done = 0;
  std::uint32_t next_leg = kNone;  // of such a train
  Direction direction = Direction::kWestbound;
  // That it waits to enter; kNone: it stands at its end, or was made at the station.
  std::uint32_t line = kNone;
  std::uint32_t held_for = kNone;      // as Train::held_for
  std::int64_t from = 0, to = kNever;  // kNever: it still waits
};

// Of a train that departs `now`: before a single track it waited for a track behind it, before a double track
// until there was room, at last.
void note_departure(const ModelTables& tables, const Train& train, const Departure& granted, std::int64_t now,
                    std::vector<TrackWait>& waits);
// Of one that stood at the end of a section, or that needs its first track of a leg, since
// Train::queued_since.
void note_coming_in(const Train& train, std::int64_t now, std::vector<TrackWait>& waits);
void note_first_track(const ModelTables& tables, const Train& train, std::int64_t now,
                      std::vector<TrackWait>& waits);
// Those under way at the end of a run.
void add_open_waits(const ModelTables& tables, const StationView& station, std::vector<TrackWait>& waits);

// What disruptions name, as trains on their legs come to it.
class DisruptionsAhead {
 public:
  DisruptionsAhead(const ModelInput& input, const ModelTables& tables);
  // To the queues of what is still ahead of the train, as ModelInput::disruptions; of a surge, of everything.
  // Not where it waits to enter a line that the disruption names, or is held for one: then it is in that
  // line's queue.
  void add(const std::vector<TrackWait>& waits, std::vector<DisruptionQueue>& queues) const;

 private:
  using Roles = std::vector<ProcessRole>;
  std::int64_t steps_to_last(const DisruptionInput& disruption, const LegTable& leg,
                             Direction direction) const;
  bool is_at(const DisruptionInput& disruption, std::uint32_t point, const Roles& roles,
             Direction direction) const;
  bool ends_before(const DisruptionInput& disruption, std::uint32_t leg) const;
  bool is_ahead(std::size_t disruption, const TrackWait& wait) const;
  std::int64_t steps(std::size_t disruption, std::uint32_t leg, Direction direction) const;

  const ModelInput& input_;
  const ModelTables& tables_;
  // Per disruption, leg and direction: steps done before a train comes to the last thing, those of a train
  // that is lifted if it is the bays at the end; -1: to none.
  std::vector<std::int64_t> steps_to_last_;
};

}  // namespace rail
