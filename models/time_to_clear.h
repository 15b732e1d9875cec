// How a queue grew in a disruption, and when it was back to what it had been.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "models/wait_log.h"

namespace rail {

// Dates of the scenario's disruption, and whose queues tell of it. Times in seconds after the start of the
// run.
struct DisruptionInput {
  std::string id;
  std::int64_t from = 0, to = 0;
  std::vector<std::uint32_t> lines, resources, gauge_changes;
  bool diverts = false;  // trains under way may go round what it names
  bool turns = false;    // trains on their first leg turn back before the lines that it closes
  // Of a surge of demand: those whose demand it changes, each once.
  std::vector<std::uint32_t> services = {};

  // False of a surge of demand, which names no place: the queues at everything tell of it.
  bool has_queue() const { return !lines.empty() || !resources.empty() || !gauge_changes.empty(); }
  // Of a surge: a container of this service that was released then is of its rush. The surge's containers and
  // the usual ones of its services, between which nobody can tell.
  bool made(std::uint32_t service, std::int64_t released) const {
    return from <= released && released < to &&
           std::find(services.begin(), services.end(), service) != services.end();
  }
};

// What stations tell of one disruption.
struct DisruptionQueue {
  WaitLog waits;
  // Of a surge: when the last container of its rush had come to its destination; kNever: not all have.
  std::int64_t rush_passed = 0;
};

struct DisruptionObservation {
  std::int64_t trains_held = 0;   // that waited at some time before it was over, each once
  std::int64_t most_waiting = 0;  // at once, from its beginning until the queue was back
  std::int64_t clear_s = -1;      // after its end; -1: not before the end of the run
};

// The level before: the mean of the 7 days before `from`, or of what the run has of them, 0 if it has none;
// exact, as an integral over time. The queue is back at the first instant at which no more trains wait, of
// those from `to` on, and of a surge from when its rush has passed: before then its trains may not have come
// to where they will wait. None of the trains' waits may be of no length; of events at one instant only the
// outcome counts. Requires a sorted log.
DisruptionObservation time_to_clear(const DisruptionInput& disruption, const DisruptionQueue& queue,
                                    std::int64_t end_of_run);

}  // namespace rail
