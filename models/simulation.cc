#include "models/simulation.h"

#include <algorithm>

#include "engine/check.h"
#include "models/fleet_balance.h"
#include "models/open_waits.h"
#include "models/track_waits.h"
#include "models/waiting_trains.h"

namespace rail {

StationContext::StationContext(const Model& model, const ReplicationOptions& options,
                               TrainWatcher* watched_by)
    : input(model.input()),
      tables(model.tables()),
      random(options.seed, options.replication),
      record_trains(options.record_trains),
      record_passings(options.record_passings),
      record_containers(options.record_containers),
      watcher(watched_by),
      horizon(model.input().spin_up_s + model.input().counted_s),
      logs_track_waits(model.input().logs_track_waits()),
      gives_notice(model.input().dispatching.notice_s > 0),
      storage(tables.stations.size()) {}

Simulation::Simulation(const Model& model, const ReplicationOptions& options, TrainWatcher* watcher)
    : context_(model, options, watcher) {
  const auto count = static_cast<std::uint32_t>(context_.tables.stations.size());
  stations_.reserve(count);
  for (std::uint32_t id = 0; id < count; ++id) stations_.emplace_back(context_, id);
}

// Trains can hold each other up: by tracks, by units of a fleet, by containers in a yard.
bool Simulation::may_gridlock() const {
  const std::vector<TerminalInfo>& terminals = context_.tables.terminals;
  const auto is_finite = [](const TerminalInfo& terminal) { return terminal.yard_teu > 0; };
  return context_.input.dispatching.tracks_bind || !context_.tables.stocks.empty() ||
         std::any_of(terminals.begin(), terminals.end(), is_finite);
}

bool Simulation::has_trains() const {
  bool any = false;
  context_.storage.for_each_train([&any](const Train&) { any = true; });
  return any;
}

std::vector<StandingTrains> Simulation::standing(std::int64_t latest) const {
  return standing_trains(waiting_trains(context_.tables, stations_), context_.tables, latest);
}

void Simulation::restart_counting(std::int64_t now) {
  counting_since_ = now;
  for (Station& station : stations_) station.restart_counting(now);
}

Observations nothing_seen(const ModelInput& input, const ModelTables& tables) {
  Observations all;
  all.points.resize(input.points.size());
  all.resources.resize(input.resources.size());
  all.terminals.resize(tables.terminals.size());
  all.formations.resize(tables.places.size());
  all.stocks.resize(tables.stocks.size());
  all.held_at_points.resize(input.points.size());
  all.held_on_lines.resize(input.lines.size());
  all.lines[0].resize(input.lines.size());
  all.lines[1].resize(input.lines.size());
  all.sections.resize(tables.tracks.size());
  all.services.resize(input.services.size());
  if (input.rerouting) all.rerouted.resize(input.services.size());
  all.part_loads.resize(input.part_loads.size());
  all.watches.resize(input.watches.size());
  return all;
}

Observations Simulation::waiting(std::int64_t now) const {
  Observations all = nothing_seen(context_.input, context_.tables);
  add_open_waits(context_, stations_, now, all);
  return all;
}

// Of all stations, one after the other.
template <class Record>
std::vector<Record> recorded(const std::vector<Station>& stations, RecordLog<Record> StationRecords::* log) {
  const auto log_of = [log](const Station& station) -> const RecordLog<Record>& {
    return station.view().records.*log;
  };
  std::size_t count = 0;
  for (const Station& station : stations) count += log_of(station).size();
  std::vector<Record> all;
  all.reserve(count);
  for (const Station& station : stations) log_of(station).append_to(all);
  return all;
}

void Simulation::report_records(Observations& all) const {
  all.train_stops = recorded(stations_, &StationRecords::train_stops);
  all.train_bills = recorded(stations_, &StationRecords::train_bills);
  all.container_bills = recorded(stations_, &StationRecords::container_bills);
  all.container_legs = recorded(stations_, &StationRecords::container_legs);
  all.passings = recorded(stations_, &StationRecords::passings);
}

Observations Simulation::report(std::int64_t now) const {
  Observations all = nothing_seen(context_.input, context_.tables);
  all.end_time = now;
  all.counted_seconds = now - counting_since_;
  for (const Station& station : stations_) station.report(now, all);
  all.disruptions = disruptions(now);
  add_open_waits(context_, stations_, now, all);
  add_what_is_inside(now, all);
  all.fleets = fleet_balances(context_.tables, all.stocks, context_.storage);
  check_invariants(now, all);
  return all;
}

// Over the whole run, whenever counting began.
std::vector<DisruptionObservation> Simulation::disruptions(std::int64_t now) const {
  const std::vector<DisruptionInput>& inputs = context_.input.disruptions;
  std::vector<DisruptionQueue> queues(inputs.size());
  std::vector<TrackWait> track_waits;
  for (const Station& station : stations_) station.report_queues(queues, track_waits);
  DisruptionsAhead(context_.input, context_.tables).add(track_waits, queues);
  context_.storage.for_each_container([&](const Container& container) {
    for (std::size_t d = 0; d < inputs.size(); ++d) {
      if (inputs[d].made(container.service, container.released)) queues[d].rush_passed = kNever;
    }
  });
  std::vector<DisruptionObservation> all;
  for (std::size_t d = 0; d < inputs.size(); ++d) {
    queues[d].waits.sort();
    all.push_back(time_to_clear(inputs[d], queues[d], now));
  }
  return all;
}

// Stays that have not ended, and containers still under way.
void Simulation::add_what_is_inside(std::int64_t now, Observations& all) const {
  context_.storage.for_each_train([&](const Train& train) {
    if (train.on_line || train.entered < 0 || train.owner >= all.points.size()) return;
    all.points[train.owner].stay_seconds += now - std::max(train.entered, counting_since_);
  });
  context_.storage.for_each_container([&](const Container& container) {
    ++all.conservation.inside[static_cast<std::size_t>(container.kind)];
    ++all.conservation.gauge_inside[gauge_index(gauge_of(container))];
    all.conservation.loads_inside += container.loads.count;
    add_bill(all.conservation.billed_inside, container.bill);
  });
}

// Of the train it is on, or of the next one.
int Simulation::gauge_of(const Container& container) const {
  const ModelTables& tables = context_.tables;
  if (container.route == kNone) return tables.first_gauge_mm(container.service);
  return tables.legs[tables.route_legs[tables.routes[container.route].first + container.leg].leg].gauge_mm;
}

// Containers in = out + inside; fleets constant; Little's law as an identity in integers, at every point.
void Simulation::check_invariants(std::int64_t now, const Observations& all) const {
  const ConservationCheck& sum = all.conservation;
  for (std::size_t kind = 0; kind < 3; ++kind) {
    DES_CHECK(sum.released[kind] == sum.delivered[kind] + sum.inside[kind], "containers got lost or doubled",
              des::SimTime{now}, 0);
  }
  for (std::size_t gauge = 0; gauge < kGauges; ++gauge) {
    DES_CHECK(sum.gauge_balance[gauge] == sum.gauge_inside[gauge],
              "containers changed gauge without being lifted", des::SimTime{now},
              static_cast<des::EntityId>(gauge));
  }
  DES_CHECK(sum.loads_in == sum.loads_out + sum.loads_inside + sum.loads_gathering,
            "part loads got lost or doubled", des::SimTime{now}, 0);
  for (const FleetBalance& fleet : all.fleets) {
    DES_CHECK(fleet.units == fleet.idle + fleet.turning + fleet.light + fleet.on_trains,
              "wagons or locomotives got lost or doubled", des::SimTime{now}, 0);
  }
  Bill paid = sum.billed_delivered;
  add_bill(paid, sum.billed_inside);
  add_bill(paid, sum.billed_empty);
  DES_CHECK(paid == sum.billed, "what trains cost is not what containers pay", des::SimTime{now}, 0);
  for (std::uint32_t p = 0; p < all.points.size(); ++p) {
    DES_CHECK(all.points[p].stay_seconds == all.points[p].occupancy_seconds,
              "sum of stays differs from the integral of trains present", des::SimTime{now}, p);
  }
}

}  // namespace rail
