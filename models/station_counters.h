// What one station has counted: its share of Observations, and the records asked for.
#pragma once

#include <cstdint>
#include <vector>

#include "models/hold_log.h"
#include "models/observations.h"
#include "models/station_records.h"
#include "models/time_integral.h"
#include "models/track_waits.h"

namespace rail {

// Trains entering one line here, per Direction.
struct EntryCounters {
  // Trains that have entered a section. Each visits all causes of waits for it, which leave that to this
  // count.
  std::int64_t entered[2] = {};
  LineObservation seen[2];
  std::vector<WaitSum>
      yard_waits;  // for room in yards of the station ahead: by its terminals, as far as used
};

struct StationCounters {
  PointObservation point;
  TimeIntegral present;  // trains
  std::int64_t last_departure = -1;
  std::vector<FormationObservation> places;     // as StationTable::places
  std::vector<WaitLog> entry_logs;              // over the whole run, as `entries`, of lines that keep one
  HoldLog holds;                                // over the whole run
  std::vector<TrackWait> track_waits;           // likewise, where tracks bind and there are disruptions
  std::vector<std::int64_t> rushes;             // of surges, as ModelInput::disruptions: the last one came
  std::vector<EntryCounters> entries;           // as StationTable::entries
  std::vector<ServiceObservation> originating;  // as StationTable::pools; unused for onward legs
  std::vector<ServiceObservation> ending;       // as StationTable::ending_services
  std::vector<ReroutedTrains> rerouted;         // per service; empty without rerouting
  std::vector<PartLoadObservation> gathered;    // as StationTable::part_loads
  std::vector<PartLoadObservation> unstuffed;   // as StationTable::ending_part_loads
  std::vector<WatchObservation> watches;        // as StationTable::watch_to
  std::int64_t released[3] = {}, delivered[3] = {};  // containers by kind over the whole run
  std::int64_t loads_in = 0, loads_out = 0;          // likewise
  std::int64_t gauge_balance[kGauges] = {};  // containers that came to each gauge less those that left it
  CostObservation costs;
  Bill billed{}, billed_delivered{}, billed_empty{};  // over the whole run
  StationRecords records;

  // A container has come to its destination, which was released at `since`.
  void note_rush(const std::vector<DisruptionInput>& disruptions, std::uint32_t service, std::int64_t since,
                 std::int64_t now);
  // Forgets all but what is present and the whole run's totals.
  void restart(std::int64_t now);
};

}  // namespace rail
