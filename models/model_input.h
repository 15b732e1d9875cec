// Everything the rail model is told, as plain tables with integer indices and integer times.
//
// scenarios/ fills it from a validated scenario; Model::build() turns it into the immutable
// network, routes and tables that a replication runs on. Times are seconds, lengths kilometres or
// metres as named. Indices point into the vectors of this struct.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/closing.h"
#include "models/cost_input.h"
#include "models/demand_input.h"
#include "models/distribution.h"
#include "models/fleet_input.h"
#include "models/network_input.h"
#include "models/opening_hours.h"
#include "models/rerouting_input.h"
#include "models/season_clock.h"
#include "models/time_to_clear.h"

namespace rail {

enum class Direction : std::uint8_t { kWestbound = 0, kEastbound = 1 };
const char* to_string(Direction direction);  // "westbound", "eastbound"
enum class ProcessRole : std::uint8_t { kOrigin, kPass, kGaugeIn, kGaugeOut, kDestination };
enum class FormationRule : std::uint8_t {
  kTimetable,
  kRate,
  kFullLoad,
  kFullLoadOrLatest,
  kList,
  kEmptyWagons
};
enum class ReformationRule : std::uint8_t { kGroup, kFill, kByDestination };
enum class RouteRule : std::uint8_t { kShortest, kSpread, kLogit };

struct ResourceInput {
  std::string id;
  std::uint32_t point = kNone;
  int servers = 1;
  bool priority = false;
  std::uint32_t hours = kNone;        // kNone: always open
  std::uint32_t closures = kNone;     // of those hours what disruptions leave open; kNone: all
  std::uint32_t usual_hours = kNone;  // of every week, without dates and disruptions; kNone: always
  TimedValues server_cuts;
  bool keeps_log = false;  // of trains that wait, for a disruption
};

struct StageInput {
  std::string name;
  std::uint32_t resource = kNone;
  Distribution duration;
  double share_of_trains = 1.0;
  double inspected_share = 0.0;
  std::int64_t per_inspected_container_s = 0;
  bool refrigerated_only = false;
  std::vector<std::uint8_t> commodities;  // only for trains that carry one of them; none: for all
  bool finishes = false;                  // work under way as the resource closes goes on; else it rests
};

// Mean time of a train with so many containers, none of them refrigerated or of a commodity, without waiting.
double mean_stage_s(const StageInput& stage, double containers);
// What is left of its work at any instant, in the mean at most (models/staffed_time.h).
double most_left_of_stage_s(const StageInput& stage, double containers);

// One list of stages. A CHANGE_OF_GAUGE process of the scenario becomes two: kGaugeIn with the
// stages before the change, kGaugeOut with those after it.
struct ProcessInput {
  std::string id;
  std::uint32_t point = kNone;
  ProcessRole role = ProcessRole::kPass;
  std::vector<Direction> directions;
  std::vector<StageInput> stages;
};

struct GaugeChangeInput {
  std::string id;
  std::uint32_t point = kNone;
  int from_gauge_mm = 0;
  int to_gauge_mm = 0;
  std::string bay_pool;  // never empty; gauge changes with equal name and point share bays and yard
  int bays = 1;
  double lifts_per_hour = 0;  // 0: no time
  std::optional<Distribution> work_factor;
  double yard_teu = 0;  // 0: no limit
  ReformationRule rule = ReformationRule::kFill;
  int inbound_trains = 1;
  int outbound_trains = 1;
  double train_feu = 0;  // 0: as the onward leg allows
  std::optional<std::int64_t> latest_departure_s;
  std::int32_t reefer_plugs = kUnlimitedPlugs;  // of new trains
  bool only_if_needed = false;                  // reformed_share does not apply
  std::uint32_t hours = kNone;                  // of the bays; kNone: always open
  bool finishes = false;                        // as StageInput::finishes
  std::uint32_t closures = kNone;               // as ResourceInput::closures
  std::uint32_t usual_hours = kNone;            // as ResourceInput::usual_hours
  TimedValues bay_cuts;
  bool keeps_log = false;  // as ResourceInput::keeps_log
};

struct ServiceInput {
  std::string id;
  std::uint32_t origin = kNone;
  std::uint32_t destination = kNone;
  Direction direction = Direction::kWestbound;
  std::uint32_t train_class = kNone;
  FormationRule rule = FormationRule::kFullLoad;
  double train_feu = 41;
  double least_feu = 0;
  std::vector<std::int64_t> week_times_s;  // since Monday 00:00 UTC, ascending
  std::optional<Distribution> interval;
  std::int64_t latest_departure_s = 0;
  std::vector<std::int64_t> list_times_s;       // after the start of the run, ascending; else week_times_s
  std::int32_t reefer_plugs = kUnlimitedPlugs;  // of a train
  int own_containers = 0;
  std::int64_t keep_idle = 0;   // kEmptyWagons: wagons that stay
  std::int64_t idle_for_s = 0;  // kEmptyWagons
  RouteRule route_rule = RouteRule::kShortest;
  int routes = 3;
  double logit_scale_h = 24;
  std::vector<std::uint32_t> via;    // points
  std::vector<std::uint32_t> avoid;  // points
  double reformed_share = 0;
  double length_m_per_feu = 14.0;
  double locomotive_length_m = 35;
};

struct WatchInput {
  std::string id;
  std::vector<std::uint32_t> from;  // points
  std::vector<std::uint32_t> to;    // points
  std::vector<Direction> directions;
};

struct ModelInput {
  // nullptr: always open.
  const OpeningHours* hours_of(std::uint32_t index) const { return index == kNone ? nullptr : &hours[index]; }
  const SeasonClock* season(std::uint32_t index) const {  // nullptr: evenly over the year
    return index == kNone ? nullptr : &seasons[index];
  }
  Closing closing(std::uint32_t of_hours, std::uint32_t of_closures) const {
    return {hours_of(of_hours), hours_of(of_closures)};
  }

  bool limits_plugs() const;                  // of some trains: for refrigerated containers
  bool turns_trains() const;                  // before some line that a disruption closes
  bool limits_loading() const;                // for some line, or rings
  bool logs_track_waits() const;              // where tracks bind, for disruptions
  bool is_origin(std::uint32_t point) const;  // of some service

  DispatchingInput dispatching;
  std::vector<OpeningHours> hours;  // in seconds after the start of the run
  std::vector<PointInput> points;
  std::vector<TrainClassInput> train_classes;
  std::vector<LineInput> lines;
  std::vector<ResourceInput> resources;
  std::vector<ProcessInput> processes;
  std::vector<GaugeChangeInput> gauge_changes;
  std::vector<WagonPoolInput> wagon_pools;
  std::vector<TractionDistrictInput> traction_districts;
  std::vector<ServiceInput> services;
  std::vector<FlowInput> flows;
  std::vector<MatrixInput> matrices;
  std::vector<PartLoadInput> part_loads;
  std::vector<CommodityInput> commodities;
  std::vector<SeasonClock> seasons;
  std::vector<WatchInput> watches;
  std::vector<DisruptionInput> disruptions;
  std::optional<CostInput> costs;
  std::optional<ReroutingInput> rerouting;
  std::vector<std::int64_t> census_s;  // after the start of the run, ascending
  double graph_reliability = 0.9;      // of the 1520 practice (models/graph_capacity.h)
  std::int64_t start_weekday_s = 0;    // of the start of the run, seconds since Monday 00:00 UTC
  std::int64_t spin_up_s = 0;
  std::int64_t counted_s = 0;
};

}  // namespace rail
