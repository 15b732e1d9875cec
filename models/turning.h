// Trains that turn back before a closed line on their first leg: where they are, and how long they would
// wait.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "models/advice_board.h"
#include "models/model_tables.h"
#include "models/records.h"
#include "models/station_context.h"

namespace rail {

// It is on its way back to its origin.
inline bool runs_back(const ModelTables& tables, const Train& train) {
  return tables.legs[train.leg].forth != kNone;
}

inline Direction reversed(Direction direction) {
  return direction == Direction::kWestbound ? Direction::kEastbound : Direction::kWestbound;
}

// As it counts on the lines it runs over.
inline Direction running_direction(const ModelTables& tables, const Train& train) {
  return runs_back(tables, train) ? reversed(train.direction) : train.direction;
}

// Of one that runs out, as it would turn here.
inline const StepTable& first_step_back(const ModelTables& tables, const Train& train) {
  const LegTable& back = tables.legs[tables.legs[train.leg].back];
  return tables.steps[back.first_step + back.steps - train.step];
}

// When disruptions leave the line open that it would begin its way back over; nullptr: always.
inline const OpeningHours* closures_back(const StationContext& context, const Train& train) {
  const std::uint32_t track = first_step_back(context.tables, train).track;
  return context.input.hours_of(context.input.lines[context.tables.tracks[track].line].closures);
}

// Of the time that it has waited to turn: while that line was closed. The rest it waited for a track among
// those of the other way.
inline std::int64_t closed_back_s(const StationContext& context, const Train& train, std::int64_t now) {
  const OpeningHours* const open = closures_back(context, train);
  return open == nullptr ? 0 : open->closed_seconds(train.queued_since, now);
}

// It counts in the queue of the line of this step already.
inline bool is_held_for(const Train& train, const StepTable& step) {
  return train.held_for != kNone && train.held_for == step.line;
}

// Gates of a train that is not on its way back, as it is about to do `step`.
template <class Visit>
void for_each_gate(const ModelTables& tables, const Train& train, std::uint32_t step, Visit visit) {
  const Container* first = train.cargo.head;
  if (tables.rerouting.gates.empty() || first == nullptr || first->leg > 0) return;
  for (const GateTable& gate : tables.rerouting.gates[first->route]) {
    if (gate.step == step) visit(gate);
  }
}

// That it may turn back before, or wait for, if it is there at `time`: what is over by then keeps nobody.
inline bool has_gate(const ModelTables& tables, const Train& train, std::uint32_t step, std::int64_t time) {
  bool found = false;
  for_each_gate(tables, train, step, [&](const GateTable& gate) { found = found || gate.to > time; });
  return found;
}

// It still leads over the line that the train is held for.
inline bool leads_to_hold(const ModelTables& tables, const Train& train, std::uint32_t route) {
  if (tables.rerouting.gates.empty()) return false;
  const std::vector<GateTable>& gates = tables.rerouting.gates[route];
  return std::any_of(gates.begin(), gates.end(),
                     [&](const GateTable& gate) { return gate.line == train.held_for; });
}

// How long a train that turned now would wait at its origin, so as to come to a closed line as it opens.
struct WaitAtOrigin {
  std::uint32_t line = kNone;  // the one that it waits longest for
  std::int64_t seconds = 0;
};

inline WaitAtOrigin wait_at_origin(const ModelTables& tables, const AdviceBoard& board, const Train& train,
                                   std::uint32_t step, std::int64_t now) {
  WaitAtOrigin longest;
  for_each_gate(tables, train, step, [&](const GateTable& gate) {
    const std::int64_t opens = board.last(gate.place).closed_until;
    if (opens <= gate.from || opens > gate.to) return;
    const std::int64_t seconds = opens - gate.lead_s - now;
    if (seconds > longest.seconds) longest = {gate.line, seconds};
  });
  return longest;
}

// As it is about to do `step` at `time`; line kNone: it would not wait for longer than it puts up with.
inline WaitAtOrigin worth_turning_for(const StationContext& context, const AdviceBoard& board,
                                      const Train& train, std::uint32_t step, std::int64_t time) {
  const WaitAtOrigin wait = wait_at_origin(context.tables, board, train, step, time);
  return wait.seconds > context.input.rerouting->tolerance_s ? wait : WaitAtOrigin{};
}

}  // namespace rail
