#include "models/track_waits.h"

#include <algorithm>

#include "models/train_lookup.h"

namespace rail {
namespace {

bool has(const std::vector<std::uint32_t>& all, std::uint32_t one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

TrackWait wait_of(const Train& train, std::uint32_t steps_done) {
  TrackWait wait;
  wait.train = train.identity;
  wait.leg = train.leg;
  wait.steps_done = steps_done;
  wait.direction = train.direction;
  wait.held_for = train.held_for;
  return wait;
}

std::uint32_t line_of(const ModelTables& tables, const Train& train) {
  return tables.tracks[tables.steps[tables.legs[train.leg].first_step + train.step].track].line;
}

void add(TrackWait wait, std::int64_t from, std::int64_t to, std::vector<TrackWait>& waits) {
  if (to <= from) return;
  wait.from = from;
  wait.to = to;
  waits.push_back(wait);
}

// Before its first step, or about to be lifted.
TrackWait before_leg(const ModelTables& tables, const Train& train) {
  if (train.role != ProcessRole::kGaugeIn) return wait_of(train, 0);
  TrackWait wait = wait_of(train, tables.legs[train.leg].steps + 1);
  wait.next_leg = route_leg(tables, train).next_leg;
  return wait;
}

// One that has only asked ahead runs, is in a stage or is being lifted.
bool is_ready(const Train& train) { return train.ready_to == ReadyTo::kLeave; }

void add_before_section(const ModelTables& tables, const TrackRequest& request, std::int64_t since,
                        std::vector<TrackWait>& waits) {
  TrackWait wait = wait_of(*request.train, request.train->step + 1);
  wait.line = line_of(tables, *request.train);
  add(wait, since, kNever, waits);
}

}  // namespace

void note_departure(const ModelTables& tables, const Train& train, const Departure& granted, std::int64_t now,
                    std::vector<TrackWait>& waits) {
  TrackWait wait = wait_of(train, train.step + 1);
  wait.line = line_of(tables, train);
  const std::int64_t asked = train.queued_since + granted.messages_s;
  if (granted.room_wait > 0)
    add(wait, now - granted.room_wait, now, waits);
  else
    add(wait, asked, asked + granted.track_wait + granted.yard_wait, waits);
}

void note_coming_in(const Train& train, std::int64_t now, std::vector<TrackWait>& waits) {
  add(wait_of(train, train.step + 1), train.queued_since, now, waits);
}

void note_first_track(const ModelTables& tables, const Train& train, std::int64_t now,
                      std::vector<TrackWait>& waits) {
  add(before_leg(tables, train), train.queued_since, now, waits);
}

void add_open_waits(const ModelTables& tables, const StationView& station, std::vector<TrackWait>& waits) {
  for (const Approach& approach : station.approaches) {
    for (const Train* train = approach.standing.front(); train != nullptr; train = train->next)
      note_coming_in(*train, kNever, waits);
  }
  for (const StationTracks& tracks : station.station_tracks) {
    for (const Running running : {Running::kUp, Running::kDown}) {
      for (const TrackRequest& request : tracks.waiting(running)) {
        if (request.track == kNone)
          note_first_track(tables, *request.train, kNever, waits);
        else if (tables.tracks[request.track].single && is_ready(*request.train))
          add_before_section(tables, request, request.first_entry(), waits);
      }
    }
  }
  for (const Track& track : station.tracks) {
    if (track.has_room()) continue;
    for (const std::size_t side : {0, 1}) {
      for (const TrackRequest& request : track.waiting(side))
        add_before_section(tables, request, request.since_admitted(), waits);
    }
  }
}

DisruptionsAhead::DisruptionsAhead(const ModelInput& input, const ModelTables& tables)
    : input_(input), tables_(tables) {
  if (!input.logs_track_waits()) return;
  for (const DisruptionInput& disruption : input.disruptions) {
    for (std::uint32_t leg = 0; leg < tables.legs.size(); ++leg) {
      const std::int64_t end = ends_before(disruption, leg) ? tables.legs[leg].steps + 1 : -1;
      for (const Direction direction : {Direction::kWestbound, Direction::kEastbound})
        steps_to_last_.push_back(std::max(end, steps_to_last(disruption, tables.legs[leg], direction)));
    }
  }
}

std::int64_t DisruptionsAhead::steps_to_last(const DisruptionInput& disruption, const LegTable& leg,
                                             Direction direction) const {
  std::int64_t last =
      is_at(disruption, leg.from, {ProcessRole::kOrigin, ProcessRole::kGaugeOut}, direction) ? 0 : -1;
  for (std::uint32_t i = 0; i < leg.steps; ++i) {
    const StepTable& step = tables_.steps[leg.first_step + i];
    const std::uint32_t point = tables_.stations[step.to_station].point;
    if (has(disruption.lines, tables_.tracks[step.track].line)) last = i;
    const Roles roles = i + 1 < leg.steps ? Roles{ProcessRole::kPass}
                                          : Roles{ProcessRole::kGaugeIn, ProcessRole::kDestination};
    if (point != kNone && is_at(disruption, point, roles, direction)) last = i + 1;
  }
  return last;
}

// At a resource that trains come to there.
bool DisruptionsAhead::is_at(const DisruptionInput& disruption, std::uint32_t point, const Roles& roles,
                             Direction direction) const {
  return std::any_of(roles.begin(), roles.end(), [&](ProcessRole role) {
    const std::uint32_t process = tables_.process(point, role, direction);
    if (process == kNone) return false;
    const std::vector<StageInput>& stages = input_.processes[process].stages;
    return std::any_of(stages.begin(), stages.end(),
                       [&](const StageInput& stage) { return has(disruption.resources, stage.resource); });
  });
}

// At a change of gauge that it names.
bool DisruptionsAhead::ends_before(const DisruptionInput& disruption, std::uint32_t leg) const {
  return std::any_of(tables_.route_legs.begin(), tables_.route_legs.end(), [&](const RouteLegTable& one) {
    return one.leg == leg && one.gauge_change != kNone && has(disruption.gauge_changes, one.gauge_change);
  });
}

std::int64_t DisruptionsAhead::steps(std::size_t disruption, std::uint32_t leg, Direction direction) const {
  return steps_to_last_[(disruption * tables_.legs.size() + leg) * 2 + static_cast<std::size_t>(direction)];
}

bool DisruptionsAhead::is_ahead(std::size_t disruption, const TrackWait& wait) const {
  const DisruptionInput& input = input_.disruptions[disruption];
  for (const std::uint32_t line : {wait.line, wait.held_for}) {
    if (line != kNone && (!input.has_queue() || has(input.lines, line))) return false;  // in the line's queue
  }
  if (!input.has_queue()) return true;
  if (wait.steps_done <= steps(disruption, wait.leg, wait.direction)) return true;
  return wait.next_leg != kNone && steps(disruption, wait.next_leg, wait.direction) >= 0;
}

void DisruptionsAhead::add(const std::vector<TrackWait>& waits, std::vector<DisruptionQueue>& queues) const {
  for (const TrackWait& wait : waits) {
    for (std::size_t d = 0; d < queues.size(); ++d) {
      if (!is_ahead(d, wait)) continue;
      queues[d].waits.begin(wait.train, wait.from);
      if (wait.to < kNever) queues[d].waits.end_elsewhere(wait.train, wait.to);
    }
  }
}

}  // namespace rail
