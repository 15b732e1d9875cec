// The tables a replication runs on: stations, tracks, legs, routes, pools. Const after Model::build().
//
// Stations are the entities of the simulation: first the operating points, with their indices, then
// the passing places of single-track lines. Every track, resource, terminal and pool belongs to one
// station; `local` is its index there. A leg is the part of a route in one gauge; its steps are the
// line sections in running order.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "models/balance.h"
#include "models/fleet_tables.h"
#include "models/guarantees.h"
#include "models/leg_costs.h"
#include "models/model.h"
#include "models/model_input.h"
#include "models/part_loads.h"
#include "models/permit_tables.h"
#include "models/rerouting_tables.h"
#include "models/routing.h"
#include "models/track_tables.h"

namespace rail {

struct LegTable {
  std::uint32_t from = kNone;  // points
  std::uint32_t to = kNone;
  int gauge_mm = 0;
  double max_feu = 0;             // 0: no limit
  double max_train_length_m = 0;  // 0: no limit
  std::uint32_t first_step = 0;
  std::uint32_t steps = 0;
  std::uint32_t from_tracks = kNone;                 // station tracks, local at `from`; kNone: no limit
  std::array<std::uint32_t, 2> place{kNone, kNone};  // per Direction: local formation place at `from`
  std::uint32_t from_stock = kNone;  // of wagons, local at `from`; kNone: they are never short
  std::uint32_t to_stock = kNone;    // of the same pool, local at `to`
  std::uint32_t back = kNone;        // over its first lines, back to `from`; kNone: trains cannot turn
  std::uint32_t forth = kNone;       // of such a leg back: the leg whose lines it goes back over; else kNone

  std::uint32_t place_of(Direction direction) const { return place[static_cast<std::size_t>(direction)]; }
};

// A leg as part of a route, and what happens to its containers at its end.
struct RouteLegTable {
  std::uint32_t leg = kNone;
  std::uint32_t gauge_change = kNone;  // kNone: the route ends
  std::uint32_t pool = kNone;          // where re-formed containers wait for the next leg
  std::uint32_t next_leg = kNone;
};

struct RouteTable {
  std::uint32_t first = 0;  // in ModelTables::route_legs
  std::uint32_t legs = 0;
  double share_up_to = 1;  // cumulative share among its service's routes
};

struct ServiceTable {
  std::uint32_t first_route = 0;
  std::uint32_t routes = 0;
  std::uint32_t alternates = 0;  // routes behind those, only for trains that are told of waits
  std::uint64_t hash = 0;

  std::uint32_t end_of_routes() const { return first_route + routes + alternates; }
};

// Containers waiting for a train: of a service at its origin, or after a change of gauge those that
// have the same onward leg and the same terminal at its end. Pools 0.. are those of services 0...
struct PoolTable {
  std::uint32_t service = kNone;            // origin pools
  std::uint32_t gauge_change = kNone;       // the others
  std::uint32_t leg = kNone;                // the others
  std::uint32_t next_gauge_change = kNone;  // the others: at the end of `leg`; kNone: they end there
  std::uint32_t destination = kNone;        // kByDestination: point
  Direction direction = Direction::kWestbound;
  std::uint32_t station = kNone;
  std::uint32_t local = kNone;
  std::int64_t capacity_teu = 0;
  std::int64_t least_container_teu = 2;
  std::int64_t latest_departure_s = -1;  // -1: none
  std::int32_t plugs = kUnlimitedPlugs;  // for refrigerated containers, on a train
  double cycle_s = 0;                    // origin pools: mean time from one train to the next, by demand
  std::uint64_t hash = 0;
};

struct FlowTable {
  std::uint32_t service = kNone;
  ContainerKind kind = ContainerKind::kDryLaden;
  std::uint8_t teu = 2;
  double mean_gap_s = 0;  // between releases, by the clock of its season
  std::uint64_t hash = 0;
  std::uint32_t season = kNone;
  std::uint8_t commodity = kNoCommodity;
};

struct StageTable {
  std::uint32_t resource_local = kNone;
  std::uint64_t hash = 0;
};

struct LineEntry {
  std::uint32_t line = kNone;
  std::uint8_t side = 0;
  std::uint32_t next_point = kNone;  // where its section ends; kNone: at a passing place
  std::uint32_t desk = kNone;        // that gives permits for it, where LineInput::loading_limit is set
};

struct StationTable {
  std::uint32_t point = kNone;            // kNone: a passing place
  std::uint32_t line = kNone, place = 0;  // of a passing place: the n-th from `from`
  std::vector<std::uint32_t> tracks, resources, terminals, pools, flows;  // global indices
  std::vector<std::uint32_t> places;                                      // global formation places
  std::vector<StationTracksTable> station_tracks;                         // per gauge, where they bind
  std::vector<std::uint32_t> approaches;                                  // tracks, global
  std::vector<std::uint32_t> gated;                                       // tracks that lead here, global
  std::vector<std::uint32_t> rights;  // sections about which both ends decide in turn, global
  std::vector<LineEntry> entries;     // lines that trains enter here
  std::vector<int> desks;             // of permits: so many trains at most have one (models/permit_tables.h)
  std::vector<std::uint32_t> ending_services;  // services whose destination is here
  std::vector<std::uint32_t> watch_from, watch_to;
  std::vector<std::uint32_t> stocks;             // of wagons and locomotives, global
  std::vector<std::uint32_t> part_loads;         // that come here, global
  std::vector<std::uint32_t> ending_part_loads;  // that are unstuffed here, global
};

// Which of a station's tables of tracks is that of the gauge; kNone: no limit.
std::uint32_t tracks_of_gauge(const StationTable& station, int gauge_mm);

struct ModelTables {
  std::vector<StationTable> stations;
  std::vector<TrackTable> tracks;
  std::vector<StepTable> steps;
  std::vector<LegTable> legs;
  RingTables rings;
  std::vector<LegCosts> leg_costs;  // as `legs`; none in a scenario without costs
  std::vector<RouteLegTable> route_legs;
  std::vector<RouteTable> routes;
  std::vector<ServiceTable> services;
  std::vector<PoolTable> pools;
  std::vector<FlowTable> flows;
  std::vector<PartLoadTable> part_loads;  // as ModelInput::part_loads
  std::vector<TerminalInfo> terminals;
  std::vector<FormationPlaceInfo> places;
  std::vector<FleetInfo> fleets;
  std::vector<StockTable> stocks;
  std::vector<std::uint32_t> terminal_of_gauge_change;  // global
  std::vector<std::uint64_t> gauge_change_hash;
  std::vector<std::uint32_t> resource_local, terminal_local;
  std::vector<std::uint32_t> ending_local;      // per service: at its destination
  std::vector<std::vector<StageTable>> stages;  // per process
  std::vector<std::uint32_t> process_at;        // by process_slot()
  std::vector<std::int64_t> headways;           // by headway_s()
  std::vector<std::uint32_t> first_track;       // per line; then by section, then by side
  std::vector<UnguaranteedPoint> unguaranteed;  // in order of points
  bool gives_permits = false;                   // at some desk
  std::vector<std::uint16_t> country;           // per point: index of its country
  std::vector<std::uint8_t> crossing;           // per line: ends in two countries
  std::vector<BalancedFlow> balanced_flows;
  std::vector<std::vector<Route>> service_routes;    // as found, for describing them
  std::vector<std::vector<Route>> alternate_routes;  // likewise
  ReroutingTables rerouting;
  std::size_t classes = 1;

  // kNone if nothing is to be done.
  std::uint32_t process(std::uint32_t point, ProcessRole role, Direction direction) const {
    return process_at[process_slot(point, role, direction)];
  }
  std::uint32_t first_leg(std::uint32_t route) const { return route_legs[routes[route].first].leg; }
  // Where the first route of a service begins.
  int first_gauge_mm(std::uint32_t service) const {
    return legs[first_leg(services[service].first_route)].gauge_mm;
  }
  // As which trains begin a leg.
  Running running_onto(std::uint32_t leg) const { return steps[legs[leg].first_step].running; }
  // The longest train of a service that a leg takes.
  std::int64_t leg_capacity_teu(const ServiceInput& service, std::uint32_t leg) const;
  static std::size_t process_slot(std::uint32_t point, ProcessRole role, Direction direction) {
    return (static_cast<std::size_t>(point) * 5 + static_cast<std::size_t>(role)) * 2 +
           static_cast<std::size_t>(direction);
  }
  // How a train runs on beyond the station that a step of its leg leads to; one that ends there counts as it
  // comes.
  Running running_after(std::uint32_t leg, std::uint32_t step) const {
    return steps[legs[leg].first_step + std::min(step + 1, legs[leg].steps - 1)].running;
  }
  // kOneAtATime where trains may not follow each other.
  std::int64_t headway_s(std::uint32_t line, std::uint32_t leader, std::uint32_t follower) const {
    return headways[(static_cast<std::size_t>(line) * classes + leader) * classes + follower];
  }
};

// Watches a container can carry a stamp for.
constexpr std::size_t kMostWatches = 16;

}  // namespace rail
