#include "models/unit_flows.h"

#include <algorithm>
#include <utility>

#include "models/train_lookup.h"

namespace rail {
namespace {

// It stands nowhere yet.
bool is_to_come_in(const Train& train) {
  const bool begins = train.role == ProcessRole::kOrigin || train.role == ProcessRole::kGaugeOut;
  return begins && !train.on_line && train.entered < 0;
}

bool is_at_end(const Train& train) {
  return !train.on_line && (train.role == ProcessRole::kGaugeIn || train.role == ProcessRole::kDestination);
}

// No train of this way may have one of the tracks that are left, however short it is.
bool is_shut(const StationTracks& left, const StationTracksTable& table, Running running) {
  return std::all_of(table.groups.begin(), table.groups.end(), [&](const TrackGroupTable& group) {
    TrackRequest request;
    request.running = running;
    request.length_dm = group.length_dm;
    return !left.in_the_way_of(request).empty();
  });
}

// None leaves any more: its last departure has been.
bool is_over(const FormationPool& pool, const ServiceInput& service) {
  return service.rule == FormationRule::kList && pool.table().latest_departure_s < 0 &&
         pool.departures_due > service.list_times_s.size();
}

}  // namespace

UnitFlows::UnitFlows(const StationContext& context, const std::vector<Station>& stations,
                     std::function<bool(const Train*)> is_stuck, const std::vector<std::int64_t>& held)
    : context_(context),
      tables_(context.tables),
      stations_(stations),
      is_stuck_(std::move(is_stuck)),
      held_(held),
      leads_(tables_.stocks.size(), std::vector<char>(tables_.stocks.size(), 0)) {
  for (std::size_t s = 0; s < leads_.size(); ++s) leads_[s][s] = 1;
}

bool UnitFlows::follow() {
  leads_more_ = false;
  if (reach_.empty()) {
    for (const LegTable& leg : tables_.legs)
      reach_.push_back({false, false, std::vector<char>(leg.steps + 1, 0)});
  }
  find_shut_tracks();
  place_all();
  do {
    changed_ = false;
    for (std::uint32_t leg = 0; leg < reach_.size(); ++leg) go_on(leg);
    end_legs();
    divert();
    for (std::uint32_t stock = 0; stock < leads_.size(); ++stock) follow_idle_rules(stock);
  } while (changed_);
  return leads_more_;
}

std::int64_t UnitFlows::may_come_to(std::uint32_t stock) const {
  const std::uint32_t fleet = tables_.stocks[stock].fleet;
  std::int64_t units = tables_.fleets[fleet].units - held_[fleet];
  for (const std::uint32_t other : tables_.fleets[fleet].stocks) {
    if (!leads(other, stock)) units -= this->stock(other).units_here();
  }
  return units;
}

const FleetStock& UnitFlows::stock(std::uint32_t index) const {
  const StockTable& table = tables_.stocks[index];
  return stations_[table.station].view().stocks[table.local];
}

void UnitFlows::place_all() {
  context_.storage.for_each_train([this](const Train& train) {
    if (!is_stuck_(&train)) place(train);
  });
  for (const Station& station : stations_) {
    for (const FormationPool& pool : station.view().pools) place_pool(pool);
  }
}

void UnitFlows::place(const Train& train) {
  Reach& reach = reach_[train.leg];
  if (is_to_come_in(train)) return mark(train.wagons.units > 0 ? reach.has_wagons : reach.begins);
  if (!is_at_end(train)) return place_on_way(train);
  mark_ready(train.leg, tables_.legs[train.leg].steps);
  // It may have the wagons and the track beyond the bays.
  if (train.role == ProcessRole::kGaugeIn && !train.reform) mark_ready(route_leg(tables_, train).next_leg, 0);
}

// One that has asked for its next track may have it.
void UnitFlows::place_on_way(const Train& train) {
  const bool begins = train.role == ProcessRole::kOrigin || train.role == ProcessRole::kGaugeOut;
  std::uint32_t step = begins ? 0 : train.step;
  if (train.on_line) step = next_without_track(train.leg, step);
  mark_ready(train.leg, step);
  if (train.asked_ahead || train.ready_to == ReadyTo::kLeave)
    mark_ready(train.leg, next_without_track(train.leg, step));
}

// After a step onto which no train comes without a track of the next station; the same one if it may.
std::uint32_t UnitFlows::next_without_track(std::uint32_t leg, std::uint32_t step) const {
  const LegTable& table = tables_.legs[leg];
  return step < table.steps && tables_.tracks[step_of(table, step).track].approach == kNone ? step + 1 : step;
}

// Empty wagons leave by the rules of their stock; too few containers for a train as more come.
void UnitFlows::place_pool(const FormationPool& pool) {
  const PoolTable& table = pool.table();
  if (table.service == kNone) {
    if (!pool.empty() && table.latest_departure_s >= 0) mark(reach_[table.leg].begins);
    return;
  }
  const ServiceInput& service = context_.input.services[table.service];
  if (service.rule != FormationRule::kEmptyWagons && !is_over(pool, service)) begin_service(table.service);
}

void UnitFlows::begin_service(std::uint32_t service) {
  const ServiceTable& table = tables_.services[service];
  for (std::uint32_t r = table.first_route; r < table.end_of_routes(); ++r)
    mark(reach_[tables_.first_leg(r)].begins);
}

void UnitFlows::mark_ready(std::uint32_t leg, std::size_t step) {
  std::vector<char>& ready = reach_[leg].ready;
  if (step >= ready.size() || ready[step] != 0) return;
  ready[step] = 1;
  changed_ = true;
}

void UnitFlows::mark(bool& what) {
  changed_ = changed_ || !what;
  what = true;
}

void UnitFlows::go_on(std::uint32_t leg) {
  const LegTable& table = tables_.legs[leg];
  Reach& reach = reach_[leg];
  if (reach.begins && takes_wagons(table)) mark(reach.has_wagons);
  if (reach.has_wagons && takes_own_track(leg)) mark_ready(leg, 0);
  for (std::uint32_t step = 0; step < table.steps; ++step) {
    if (reach.ready[step] != 0 && can_do(leg, step)) mark_ready(leg, step + 1);
  }
  turn(leg);
  lead_units(leg);
}

void UnitFlows::end_legs() {
  for (const RouteLegTable& one : tables_.route_legs) {
    if (one.next_leg != kNone && reach_[one.leg].ready.back() != 0) mark(reach_[one.next_leg].begins);
  }
}

// Onto another way, as far as both have come.
void UnitFlows::divert() {
  const auto leg_of = [this](std::uint32_t route, std::uint32_t leg) {
    const RouteTable& table = tables_.routes[route];
    return leg < table.legs ? tables_.route_legs[table.first + leg].leg : kNone;
  };
  for (std::uint32_t route = 0; route < tables_.rerouting.choices.size(); ++route) {
    for (const ChoiceTable& choice : tables_.rerouting.choices[route]) {
      const std::uint32_t leg = leg_of(route, choice.leg);
      if (leg == kNone || reach_[leg].ready[choice.step] == 0) continue;
      for (const WayTable& way : choice.ways) {
        const std::uint32_t other = leg_of(way.route, choice.leg);
        if (other != kNone) mark_ready(other, choice.step);
      }
    }
  }
}

// Back to the origin, and from there again.
void UnitFlows::turn(std::uint32_t leg) {
  const LegTable& table = tables_.legs[leg];
  if (table.forth != kNone && reach_[leg].ready.back() != 0) mark_ready(table.forth, 0);
  if (table.back == kNone) return;
  const std::uint32_t steps = tables_.legs[table.back].steps;
  for (std::uint32_t done = 1; done < table.steps && done <= steps; ++done) {
    if (reach_[leg].ready[done] != 0) mark_ready(table.back, steps - done);
  }
}

// Wagons to its end, locomotives through each district.
void UnitFlows::lead_units(std::uint32_t leg) {
  const LegTable& table = tables_.legs[leg];
  const Reach& reach = reach_[leg];
  bool wagons = reach.begins && table.from_stock != kNone && takes_wagons(table) && takes_own_track(leg);
  bool locomotive = false;
  std::uint32_t taken = kNone;
  for (std::uint32_t i = 0; i < table.steps; ++i) {
    const StepTable& step = step_of(table, i);
    if (step.from_locomotives != kNone) {
      taken = stock_of(tables_.tracks[step.track].ends[step.side], step.from_locomotives);
      locomotive = reach.ready[i] != 0;
    }
    const bool does = can_do(leg, i);
    wagons = wagons && does;
    locomotive = locomotive && does;
    if (step.to_locomotives == kNone || taken == kNone) continue;
    if (locomotive) lead(taken, stock_of(step.to_station, step.to_locomotives));
    taken = kNone;
  }
  if (wagons) lead(stock_of(table.from, table.from_stock), stock_of(table.to, table.to_stock));
}

void UnitFlows::follow_idle_rules(std::uint32_t stock) {
  const StockTable& table = tables_.stocks[stock];
  for (const IdleRuleTable& rule : table.idle_rules) {
    if (!gives(stock, rule.keep + rule.units)) continue;
    if (rule.pool == kNone)
      lead(stock, stock_of(rule.to_station, rule.to_stock));
    else
      begin_service(tables_.pools[tables_.stations[table.station].pools[rule.pool]].service);
  }
}

void UnitFlows::lead(std::uint32_t from, std::uint32_t to) {
  if (leads(from, to)) return;
  changed_ = leads_more_ = true;
  for (std::uint32_t a = 0; a < leads_.size(); ++a) {
    if (!leads(a, from)) continue;
    for (std::uint32_t b = 0; b < leads_.size(); ++b) leads_[a][b] |= leads_[to][b];
  }
}

void UnitFlows::find_shut_tracks() {
  shut_.assign(stations_.size(), {});
  for (std::size_t s = 0; s < stations_.size(); ++s) {
    const std::vector<StationTracksTable>& tables = tables_.stations[s].station_tracks;
    for (std::size_t t = 0; t < tables.size(); ++t) {
      const StationTracks left = stations_[s].view().station_tracks[t].left_to(is_stuck_);
      shut_[s].push_back({is_shut(left, tables[t], Running::kUp), is_shut(left, tables[t], Running::kDown)});
    }
  }
}

bool UnitFlows::has_track(std::uint32_t station, std::uint32_t tracks, Running running) const {
  return tracks == kNone || !shut_[station][tracks][static_cast<std::size_t>(running)];
}

bool UnitFlows::takes_wagons(const LegTable& leg) const {
  return leg.from_stock == kNone || gives(stock_of(leg.from, leg.from_stock), 1);
}

bool UnitFlows::takes_own_track(std::uint32_t leg) const {
  const LegTable& table = tables_.legs[leg];
  return table.from_tracks == kNone || has_track(table.from, table.from_tracks, tables_.running_onto(leg));
}

bool UnitFlows::can_do(std::uint32_t leg, std::uint32_t index) const {
  const StepTable& step = step_of(tables_.legs[leg], index);
  const TrackTable& track = tables_.tracks[step.track];
  if (step.from_locomotives != kNone && !gives(stock_of(track.ends[step.side], step.from_locomotives), 1))
    return false;
  const std::uint32_t there = step.to_station;
  if (track.approach != kNone &&
      is_stuck_(stations_[there].view().approaches[track.approach].standing.front()))
    return false;
  return track.unlimited ||
         has_track(there, track.tracks_there[step.side ^ 1U], tables_.running_after(leg, index));
}

bool UnitFlows::gives(std::uint32_t index, std::int64_t units) const {
  return !is_stuck_(stock(index).waiting().front()) && may_come_to(index) >= units;
}

}  // namespace rail
