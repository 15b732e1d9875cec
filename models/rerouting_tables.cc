// Who chooses between which ways, and who must know what for it.
#include "models/rerouting_tables.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

#include "models/alternates.h"
#include "models/durations.h"
#include "models/route_fork.h"
#include "models/table_builder.h"

namespace rail {
namespace {

// Where a thing is met, after so many seconds of running and handling.
struct Met {
  std::uint32_t thing = kNone;
  std::int64_t lead_s = 0;
};

struct Walked {
  std::uint32_t route = kNone;
  std::int64_t free_flow_s = 0;
  bool parts_here = true;
  std::vector<Met> met;
};

class ReroutingBuilder {
 public:
  ReroutingBuilder(const ModelInput& input, ModelTables& tables)
      : input_(input), tables_(tables), all_(tables.rerouting), places_(tables.stations.size()) {
    all_.notice_s = input.rerouting->notice_s;
    all_.advised_at.resize(tables.stations.size());
    all_.choices.resize(tables.routes.size());
    if (input.turns_trains()) all_.gates.resize(tables.routes.size());
  }

  void add_origins(std::uint32_t s) {
    const ServiceTable& service = tables_.services[s];
    for (std::uint32_t planned = 0; planned < service.routes; ++planned) {
      std::vector<Walked> ways{walk(s, service.first_route + planned, 0, 0)};
      for (std::uint32_t r = 0; r < service.routes + service.alternates; ++r) {
        if (r != planned) ways.push_back(walk(s, service.first_route + r, 0, 0));
      }
      add_choice({input_.services[s].origin, 0, 0, {}, {}}, ways);
    }
  }

  // Where ways of a service part while trains are under way.
  void add_forks(std::uint32_t s) {
    const ServiceTable& service = tables_.services[s];
    for (std::uint32_t route = service.first_route; route < service.end_of_routes(); ++route) {
      if (!diverts(s, route - service.first_route)) continue;
      std::vector<RouteFork> forks;  // of each other route of the service
      for (std::uint32_t other = service.first_route; other < service.end_of_routes(); ++other)
        forks.push_back(other == route ? RouteFork{} : fork_of(tables_, route, other));
      for (const RouteFork& fork : forks) add_fork(s, route, fork, forks);
    }
  }

  // Before lines that close, where trains of a service turn back on their first leg.
  void add_gates(std::uint32_t s) {
    const ServiceTable& service = tables_.services[s];
    for (std::uint32_t route = service.first_route; route < service.end_of_routes(); ++route) {
      const LegTable& leg = tables_.legs[tables_.route_legs[tables_.routes[route].first].leg];
      if (leg.back == kNone) continue;
      for (std::uint32_t closed = 1; closed <= tables_.legs[leg.back].steps; ++closed) {
        for (const DisruptionInput& one : input_.disruptions) {
          if (turns_before(one, tables_, tables_.steps[leg.first_step + closed]))
            add_gates_of(s, route, leg, closed, one);
        }
      }
    }
  }

  void finish() {
    for (const auto& places : places_) all_.board_size.push_back(static_cast<std::uint32_t>(places.size()));
    for (std::uint32_t thing = 0; thing < all_.advised.size(); ++thing) {
      if (!all_.advised[thing].readers.empty()) all_.advised_at[all_.advised[thing].station].push_back(thing);
    }
  }

 private:
  // It leads past something that trains under way may go round.
  bool diverts(std::uint32_t s, std::uint32_t route) const {
    const std::vector<Route>& planned = tables_.service_routes[s];
    const Route& found =
        route < planned.size() ? planned[route] : tables_.alternate_routes[s][route - planned.size()];
    return std::any_of(input_.disruptions.begin(), input_.disruptions.end(), [&](const DisruptionInput& one) {
      return one.diverts && leads_past(input_, found, one);
    });
  }

  // The other ways that are still open there are compared as well, but taken where they part.
  void add_fork(std::uint32_t s, std::uint32_t route, const RouteFork& fork,
                const std::vector<RouteFork>& forks) {
    if (!fork.exists() || all_.choice_of(route, fork.leg, fork.step) != nullptr) return;
    std::vector<Walked> ways{walk(s, route, fork.leg, fork.step)};
    for (std::uint32_t r = 0; r < forks.size(); ++r) {
      if (!forks[r].exists() || forks[r].is_before(fork)) continue;
      const std::uint32_t other = tables_.services[s].first_route + r;
      const bool parts_here = !fork.is_before(forks[r]);
      if (parts_here && !keeps_its_track(route, other, fork)) continue;
      ways.push_back(walk(s, other, fork.leg, fork.step));
      ways.back().parts_here = parts_here;
    }
    add_choice({fork.station, fork.leg, fork.step, {}, {}}, ways);
  }

  // A train that leaves the one route for the other there. A station whose tracks hold trains back has let it
  // in among those that run up, or down, from there; and as it comes to be lifted with room in a yard.
  bool keeps_its_track(std::uint32_t route, std::uint32_t other, const RouteFork& fork) const {
    const std::uint32_t here = leg_at(route, fork.leg), there = leg_at(other, fork.leg);
    const int gauge_mm = tables_.legs[here].gauge_mm;
    if (tracks_of_gauge(tables_.stations[fork.station], gauge_mm) == kNone) return true;
    if (fork.step == tables_.legs[here].steps || fork.step == tables_.legs[there].steps) return false;
    return tables_.running_after(here, fork.step - 1) == tables_.running_after(there, fork.step - 1);
  }

  std::uint32_t leg_at(std::uint32_t route, std::uint32_t leg) const {
    return tables_.route_legs[tables_.routes[route].first + leg].leg;
  }

  // At the origin, and at stations up to where the line of step `closed` begins.
  void add_gates_of(std::uint32_t s, std::uint32_t route, const LegTable& leg, std::uint32_t closed,
                    const DisruptionInput& disruption) {
    Walked way{route, 0, true, {}};
    clock_s_ = 0;
    run(s, way, leg, 0);
    const StepTable& step = tables_.steps[leg.first_step + closed];
    const TrackTable& track = tables_.tracks[step.track];
    const std::uint32_t line = thing(AdvisedKind::kEntry, track.ends[step.side], step.entry);
    const auto met =
        std::find_if(way.met.begin(), way.met.end(), [line](const Met& one) { return one.thing == line; });
    double back_s = 0;
    for (std::uint32_t i = 0; i <= closed; ++i) {
      const StepTable& next = tables_.steps[leg.first_step + i];
      const std::uint32_t here = tables_.tracks[next.track].ends[next.side];
      all_.gates[route].push_back({i, track.line, place(here, line), met->lead_s + std::llround(back_s),
                                   disruption.from, disruption.to});
      back_s += mean_run_s(s, next);
    }
  }

  double mean_run_s(std::uint32_t s, const StepTable& step) const {
    const LineInput& line = input_.lines[tables_.tracks[step.track].line];
    const double factor = line.run_time_factor ? line.run_time_factor->mean() : 1.0;
    return step.run_seconds / input_.train_classes[input_.services[s].train_class].speed_factor * factor;
  }

  using Thing = std::tuple<AdvisedKind, std::uint32_t, std::uint32_t>;  // station, local

  std::uint32_t thing(AdvisedKind kind, std::uint32_t station, std::uint32_t local) {
    const auto [place, added] =
        known_.emplace(Thing{kind, station, local}, static_cast<std::uint32_t>(all_.advised.size()));
    if (added) all_.advised.push_back({kind, station, local, {}});
    return place->second;
  }

  void meet(Walked& way, AdvisedKind kind, std::uint32_t station, std::uint32_t local) {
    way.met.push_back({thing(kind, station, local), std::llround(clock_s_)});
  }

  // From before a step of a leg to the arrival at the destination.
  Walked walk(std::uint32_t s, std::uint32_t route, std::uint32_t leg, std::uint32_t step) {
    const RouteTable& table = tables_.routes[route];
    Walked way{route, 0, true, {}};
    clock_s_ = 0;
    for (std::uint32_t l = leg; l < table.legs; ++l) {
      const RouteLegTable& route_leg = tables_.route_legs[table.first + l];
      const LegTable& part = tables_.legs[route_leg.leg];
      if (l == 0 && step == 0) pass(s, way, part.from, ProcessRole::kOrigin);
      run(s, way, part, l == leg ? step : 0);
      if (route_leg.gauge_change != kNone) change_gauge(s, way, route_leg.gauge_change);
    }
    way.free_flow_s = std::llround(clock_s_);
    return way;
  }

  void run(std::uint32_t s, Walked& way, const LegTable& leg, std::uint32_t first) {
    for (std::uint32_t i = first; i < leg.steps; ++i) {
      const StepTable& step = tables_.steps[leg.first_step + i];
      const TrackTable& track = tables_.tracks[step.track];
      const std::uint32_t from = track.ends[step.side];
      if (i > 0 && tables_.stations[from].point != kNone) pass(s, way, from, ProcessRole::kPass);
      if (step.enters_line && !track.unlimited) meet(way, AdvisedKind::kEntry, from, step.entry);
      clock_s_ += mean_run_s(s, step);
    }
  }

  void pass(std::uint32_t s, Walked& way, std::uint32_t point, ProcessRole role) {
    const ServiceInput& service = input_.services[s];
    const std::uint32_t process = tables_.process(point, role, service.direction);
    if (process == kNone) return;
    for (const StageInput& stage : input_.processes[process].stages) {
      meet(way, AdvisedKind::kResource, point, tables_.resource_local[stage.resource]);
      clock_s_ += mean_stage_s(stage, service.train_feu);
    }
  }

  void change_gauge(std::uint32_t s, Walked& way, std::uint32_t index) {
    const GaugeChangeInput& change = input_.gauge_changes[index];
    pass(s, way, change.point, ProcessRole::kGaugeIn);
    meet(way, AdvisedKind::kTerminal, change.point,
         tables_.terminal_local[tables_.terminal_of_gauge_change[index]]);
    if (change.lifts_per_hour > 0)
      clock_s_ += input_.services[s].train_feu / change.lifts_per_hour * kSecondsPerHour;
    pass(s, way, change.point, ProcessRole::kGaugeOut);
  }

  // Of the things on the planned way those that each other way leads past as well.
  static std::set<std::uint32_t> common_to(const std::vector<Walked>& ways) {
    std::set<std::uint32_t> common;
    for (const Met& met : ways.front().met) {
      const bool everywhere = std::all_of(ways.begin(), ways.end(), [&](const Walked& way) {
        return std::any_of(way.met.begin(), way.met.end(),
                           [&](const Met& other) { return other.thing == met.thing; });
      });
      if (everywhere) common.insert(met.thing);
    }
    return common;
  }

  void add_choice(ChoiceTable choice, const std::vector<Walked>& ways) {
    if (ways.size() < 2) return;
    const std::set<std::uint32_t> common = common_to(ways);
    for (const Walked& way : ways) {
      WayTable& table = choice.ways.emplace_back(WayTable{way.route, way.free_flow_s, way.parts_here, {}});
      for (const Met& met : way.met) {
        if (common.count(met.thing) == 0)
          table.halts.push_back({place(choice.station, met.thing), met.lead_s});
      }
    }
    for (const Met& met : ways.front().met) {
      if (choice.is_under_way() && common.count(met.thing) == 0) add_diverting(choice, met.thing);
    }
    all_.choices[ways.front().route].push_back(std::move(choice));
  }

  void add_diverting(ChoiceTable& choice, std::uint32_t thing) {
    for (const DisruptionInput& one : input_.disruptions) {
      if (one.diverts && names(one, all_.advised[thing]))
        choice.diverting.push_back({place(choice.station, thing), one.from, one.to});
    }
  }

  bool names(const DisruptionInput& disruption, const AdvisedTable& thing) const {
    const auto has = [](const std::vector<std::uint32_t>& all, std::uint32_t one) {
      return std::find(all.begin(), all.end(), one) != all.end();
    };
    const StationTable& station = tables_.stations[thing.station];
    if (thing.kind == AdvisedKind::kEntry) return has(disruption.lines, station.entries[thing.local].line);
    if (thing.kind == AdvisedKind::kResource)
      return has(disruption.resources, station.resources[thing.local]);
    const std::vector<std::uint32_t>& changes = disruption.gauge_changes;
    return std::any_of(changes.begin(), changes.end(), [&](std::uint32_t change) {
      return tables_.terminal_of_gauge_change[change] == station.terminals[thing.local];
    });
  }

  // On the board of the station, which reads about the thing from now on.
  std::uint32_t place(std::uint32_t station, std::uint32_t thing) {
    const auto [place, added] =
        places_[station].emplace(thing, static_cast<std::uint32_t>(places_[station].size()));
    if (added) all_.advised[thing].readers.push_back({station, place->second});
    return place->second;
  }

  const ModelInput& input_;
  ModelTables& tables_;
  ReroutingTables& all_;
  std::map<Thing, std::uint32_t> known_;
  std::vector<std::map<std::uint32_t, std::uint32_t>> places_;  // per station: of a thing on its board
  double clock_s_ = 0;
};

}  // namespace

const ChoiceTable* ReroutingTables::choice_of(std::uint32_t route, std::uint32_t leg,
                                              std::uint32_t step) const {
  if (choices.empty()) return nullptr;
  for (const ChoiceTable& one : choices[route]) {
    if (one.leg == leg && one.step == step) return &one;
  }
  return nullptr;
}

void build_rerouting_tables(const ModelInput& input, ModelTables& tables) {
  if (!input.rerouting) return;
  ReroutingBuilder builder(input, tables);
  for (const std::uint32_t s : input.rerouting->services) {
    builder.add_origins(s);
    builder.add_forks(s);
    if (input.turns_trains()) builder.add_gates(s);
  }
  builder.finish();
}

}  // namespace rail
