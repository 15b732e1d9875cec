// What one replication observed, as integers; and its KPIs, as named numbers.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "models/cause.h"
#include "models/compressed_time.h"
#include "models/conservation.h"
#include "models/cost_observation.h"
#include "models/duration_histogram.h"
#include "models/engine_use.h"
#include "models/fleet_observations.h"
#include "models/goods_observations.h"
#include "models/gridlocked_train.h"
#include "models/held_trains.h"
#include "models/model_input.h"
#include "models/part_load_observation.h"
#include "models/rerouted_trains.h"
#include "models/standing_trains.h"
#include "models/stop_records.h"
#include "models/wait_log.h"
#include "models/wait_sum.h"

namespace rail {

// Why a run ended. A model outcome, never an error.
enum class StopReason : std::uint8_t { kHorizon, kQuiescent, kGridlock, kInterrupted };
const char* to_string(StopReason reason);

struct PointObservation {
  std::int64_t arrived = 0;            // trains
  std::int64_t departed = 0;           // trains
  std::int64_t present_at_end = 0;     // of the counted time
  std::int64_t occupancy_seconds = 0;  // integral of trains present over the counted time
  std::int64_t stay_seconds = 0;       // sum of (partial) stays of trains; equals the above (Little)
  std::int64_t departure_gaps = 0, departure_gap_sum = 0, departure_gap_square_sum = 0;  // s, s^2
  WaitSum track_wait;                   // for a track here: trains on their way here, and trains made here
  WaitSum closure_wait;                 // at the origin, for a line further on to open
  WaitSum loading_wait;                 // at the origin, for permits of lines and rings further on
  std::int64_t held_track_seconds = 0;  // integral of tracks held or reserved, where tracks bind
  DurationHistogram sojourn;            // per train, completed stays
  DurationHistogram dwell[2];           // per container and direction, from arrival to departure
  std::vector<std::int64_t> census;     // trains present at ModelInput::census_s
};

struct ResourceObservation {
  WaitSum wait;                      // while open
  WaitSum hours_wait;                // while closed, before and during work
  WaitSum closure_wait;              // the same while closed by a disruption
  DurationHistogram wait_histogram;  // per train
  std::int64_t busy_seconds = 0;     // integral of busy servers over the counted time in which it is open
  std::int64_t queue_seconds = 0;    // integral of trains queued over the counted time
  std::int64_t longest_queue = 0;
};

// Bays and yard of one bay pool.
struct TerminalObservation {
  WaitSum bay_wait, yard_wait, hours_wait;  // hours: while closed, before and during lifts
  WaitSum closure_wait;                     // the same while closed by a disruption
  std::int64_t busy_seconds = 0;            // while open
  std::int64_t yard_teu_seconds = 0;
  std::int64_t most_yard_teu = 0;
  std::int64_t longest_queue = 0;
  std::int64_t lifts = 0;
  std::int64_t trains_reformed = 0;  // inbound trains whose containers were re-formed
  std::int64_t trains_kept = 0;      // inbound trains lifted as they were
};

// Trains formed at a point for one gauge and direction.
struct FormationObservation {
  std::int64_t trains = 0;
  std::int64_t containers = 0;
  std::int64_t teu = 0;
  std::int64_t cancelled = 0;
  WaitSum wait;  // of containers, from ready to formed
  PlugObservation plugs;
};

// Trains of one direction (westbound, eastbound) on one line, all its sections together.
struct LineObservation {
  std::int64_t trains = 0;  // that entered the line's first section in this direction
  std::int64_t teu = 0;
  std::int64_t containers = 0;
  std::int64_t laden_teu = 0;
  // With a container that neither starts nor ends in a country of the line's ends.
  std::int64_t through_trains = 0;
  std::int64_t through_teu = 0;
  WaitSum wait;             // for a free section
  WaitSum path_wait;        // for the next path of paths_per_day
  WaitSum possession_wait;  // while its possessions or hours kept the train out of a section
  WaitSum closure_wait;     // the same of disruptions
  WaitSum track_wait;       // for a track at a passing place; those for one at a point are the point's
  // Blocked time, summed over sections. Of the track, not of the direction: lines[0] holds it for single
  // track and for the track from the line's `from`, lines[1] for the other one.
  std::int64_t occupied_seconds = 0;
  CompressedTime compressed;  // likewise of the track; each the highest over sections
};

struct ServiceObservation {
  std::int64_t trains_departed = 0;
  std::int64_t containers_released = 0;
  std::int64_t containers_delivered = 0;
  std::int64_t teu_delivered = 0;
  DurationHistogram transit;  // containers: first departure to arrival at the destination
  DurationHistogram total;    // containers: release to arrival
  std::int64_t laden_teu_delivered = 0;
  Bill bill{};                          // of containers delivered, for their whole journeys
  Account account{};                    // container-seconds of those delivered, from release to arrival
  std::vector<GoodsObservation> goods;  // as ModelInput::commodities; empty if there are none
};

struct WatchObservation {
  DurationHistogram travel;  // containers
};

// Of trains that had not got what they waited for by the end; each of their waits is in a WaitSum, too.
struct OpenWaits {
  std::int64_t trains = 0, containers = 0, container_seconds = 0;
};

struct Observations {
  StopReason stop = StopReason::kHorizon;
  std::int64_t end_time = 0;  // seconds after the start of the run
  std::uint64_t events = 0;
  std::int64_t counted_seconds = 0;
  std::vector<PointObservation> points;          // as ModelInput::points
  std::vector<ResourceObservation> resources;    // as ModelInput::resources
  std::vector<TerminalObservation> terminals;    // as Model::terminals()
  std::vector<FormationObservation> formations;  // as Model::formation_places()
  std::vector<LineObservation> lines[2];         // per Direction of the train; as ModelInput::lines
  std::vector<CompressedTime> sections;      // as ModelTables::tracks; in no hash: lines[] have the highest
  std::vector<ServiceObservation> services;  // as ModelInput::services
  std::vector<WatchObservation> watches;     // as ModelInput::watches
  std::vector<StockObservation> stocks;      // as ModelTables::stocks
  std::vector<FleetBalance> fleets;          // as Model::fleets()
  std::vector<DisruptionObservation> disruptions;  // as ModelInput::disruptions
  std::vector<PartLoadObservation> part_loads;     // as ModelInput::part_loads
  std::vector<ReroutedTrains> rerouted;            // as ModelInput::services; empty without rerouting
  OpenWaits open_waits;
  std::vector<HeldHere> held_at_points;  // as ModelInput::points
  std::vector<HeldHere> held_on_lines;   // as ModelInput::lines: at their passing places
  ConservationCheck conservation;
  CostObservation costs;
  std::vector<TrainStop> train_stops;          // by (point, time of departure or end)
  std::vector<TrainBill> train_bills;          // by (point where they ended, time)
  std::vector<ContainerBill> container_bills;  // likewise
  std::vector<ContainerLeg> container_legs;    // by (point of arrival, time)
  std::vector<TrainPassing> passings;          // by (line, passing place, time of departure)
  std::vector<GridlockedTrain> gridlock;       // each waits for the next one, the last for the first
  std::vector<StandingTrains> standing;        // without one: those that wait for what may never come
  EngineUse engine;                            // how they came about: no result, in no hash
};

// A named number. Names are the same for all replications of a model; docs/guides/results.md lists them.
struct Kpi {
  std::string key;   // e.g. "crossing/L125/westbound/trains"
  std::string unit;  // e.g. "trains", "h", "share"
  double value = 0;
  bool observed = true;  // false where nothing was observed (no container came); `value` is 0 then
};

class Model;
std::vector<Kpi> kpis(const Model& model, const Observations& observations);

// What a replication counted at every part of the model, and its KPIs, in one canonical byte order, for
// hashing: not how often the engine did what, nor the optional records.
std::string canonical_bytes(const Model& model, const Observations& observations);
// For those who have the KPIs already: they take a while.
std::string canonical_bytes(const Model& model, const Observations& observations,
                            const std::vector<Kpi>& kpis);
// The same for the optional records.
std::string canonical_record_bytes(const Observations& observations);

}  // namespace rail
