#include "models/queue_census.h"

#include <fmt/format.h>

#include <utility>

#include "models/formation_key.h"
#include "models/model_tables.h"
#include "models/simulation.h"

namespace rail {
namespace {

// The one order of places: see(cause, who waits there, what the place is called).
template <class See>
void walk_lines(const Model& model, const Observations& seen, See see) {
  for (std::size_t i = 0; i < model.input().lines.size(); ++i) {
    const auto name = [&] { return model.input().lines[i].id; };
    const auto both = [&](WaitSum LineObservation::* wait) {
      return (seen.lines[0][i].*wait).still_waiting + (seen.lines[1][i].*wait).still_waiting;
    };
    see(Cause::kSection, both(&LineObservation::wait), name);
    see(Cause::kPath, both(&LineObservation::path_wait), name);
    see(Cause::kTrack, both(&LineObservation::track_wait), name);
    see(Cause::kPossession, both(&LineObservation::possession_wait), name);
    see(Cause::kClosure, both(&LineObservation::closure_wait), name);
  }
}

template <class See>
void walk_points(const Model& model, const Observations& seen, See see) {
  for (std::size_t i = 0; i < seen.points.size(); ++i) {
    const auto name = [&] { return model.input().points[i].id; };
    see(Cause::kTrack, seen.points[i].track_wait.still_waiting, name);
    see(Cause::kClosure, seen.points[i].closure_wait.still_waiting, name);
    see(Cause::kPath, seen.points[i].loading_wait.still_waiting, name);
  }
  for (std::size_t i = 0; i < seen.resources.size(); ++i) {
    const auto name = [&] { return model.input().resources[i].id; };
    see(Cause::kServer, seen.resources[i].wait.still_waiting, name);
    see(Cause::kHours, seen.resources[i].hours_wait.still_waiting, name);
    see(Cause::kClosure, seen.resources[i].closure_wait.still_waiting, name);
  }
  for (std::size_t i = 0; i < seen.terminals.size(); ++i) {
    const TerminalInfo& info = model.terminals()[i];
    const auto name = [&] { return fmt::format("{}.{}", model.input().points[info.point].id, info.name); };
    see(Cause::kBay, seen.terminals[i].bay_wait.still_waiting, name);
    see(Cause::kYard, seen.terminals[i].yard_wait.still_waiting, name);
    see(Cause::kHours, seen.terminals[i].hours_wait.still_waiting, name);
    see(Cause::kClosure, seen.terminals[i].closure_wait.still_waiting, name);
  }
}

template <class See>
void walk_stocks(const Model& model, const Observations& seen, See see) {
  for (const FleetInfo& fleet : model.fleets()) {
    for (const std::uint32_t stock : fleet.stocks) {
      see(Cause::kFleet, seen.stocks[stock].wait.still_waiting, [&] {
        return fmt::format("{}/{}", fleet.id, model.input().points[model.tables().stocks[stock].station].id);
      });
    }
  }
}

template <class See>
void walk(const Model& model, const Observations& seen, See see) {
  walk_lines(model, seen, see);
  walk_points(model, seen, see);
  walk_stocks(model, seen, see);
}

// Where a pool's trains are formed.
std::string place_of(const Model& model, const PoolTable& pool) {
  const ModelTables& tables = model.tables();
  const std::uint32_t leg =
      pool.service != kNone ? tables.first_leg(tables.services[pool.service].first_route) : pool.leg;
  const StationTable& station = tables.stations[pool.station];
  const FormationPlaceInfo& place = tables.places[station.places[tables.legs[leg].place_of(pool.direction)]];
  return formation_key(model.input(), place);
}

}  // namespace

WaitingNow waiting_now(const Model& model, const Simulation& simulation, std::int64_t now) {
  WaitingNow waiting;
  walk(model, simulation.waiting(now),
       [&](Cause, std::int64_t trains, const auto&) { waiting.push_back(trains); });
  simulation.for_each_pool([&](const FormationPool& pool) {
    std::int64_t for_train = 0, for_plug = 0;
    pool.for_each_waiting([&](const Container& one) {
      if (one.plug_since < 0) for_train += one.ready < now ? 1 : 0;
      if (one.plug_since >= 0) for_plug += one.plug_since < now ? 1 : 0;
    });
    waiting.push_back(for_train);
    waiting.push_back(for_plug);
  });
  return waiting;
}

std::vector<WaitingPlace> waiting_places(const Model& model) {
  std::vector<WaitingPlace> places;
  std::uint32_t queue = 0;
  walk(model, nothing_seen(model.input(), model.tables()), [&](Cause cause, std::int64_t, const auto& name) {
    std::string place = name();
    if (!places.empty() && places.back().place != place) ++queue;
    places.push_back({std::move(place), cause, 1, queue});
  });
  for (const PoolTable& pool : model.tables().pools) {
    ++queue;
    const std::int64_t one_train = pool.capacity_teu / pool.least_container_teu;
    for (const Cause cause : {Cause::kFormation, Cause::kPlug})
      places.push_back({place_of(model, pool), cause, one_train, queue});
  }
  return places;
}

}  // namespace rail
