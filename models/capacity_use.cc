#include "models/capacity_use.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <map>

#include "models/durations.h"
#include "models/fleet_uses.h"
#include "models/line_capacity.h"
#include "models/line_traffic.h"
#include "models/model_tables.h"
#include "models/section_orders.h"
#include "models/staffed_time.h"
#include "models/train_load.h"

namespace rail {
namespace {

class Builder {
 public:
  explicit Builder(const Model& model)
      : model_(model),
        input_(model.input()),
        tables_(model.tables()),
        classes_(classes_by_line(model)),
        route_classes_(classes_by_route_leg(model)),
        fleets_(model, all_.capacities) {
    add_lines();
    add_servers();
    add_bays();
    if (input_.dispatching.tracks_bind) add_station_tracks();
  }

  CapacityUses build() {
    for (std::uint32_t s = 0; s < input_.services.size(); ++s) {
      all_.trains_per_day.push_back(trains_per_day(model_, s));
      const ServiceTable& service = tables_.services[s];
      for (std::uint32_t r = service.first_route; r < service.end_of_routes(); ++r) add_route(s, r);
      all_.containers_per_train.push_back(leg_loads(model_, s, service.first_route).front().containers);
      all_.containers_per_day += all_.trains_per_day.back() * all_.containers_per_train.back();
    }
    for (RouteUse& run : fleets_.light_runs()) all_.routes.push_back(std::move(run));
    for (const auto& [capacity, time] : shifts_)
      all_.capacities[capacity].per_day = time.with_overtime_s(most_left_s_[capacity]);
    return std::move(all_);
  }

 private:
  std::uint32_t add(Capacity capacity) {
    all_.capacities.push_back(std::move(capacity));
    return static_cast<std::uint32_t>(all_.capacities.size() - 1);
  }

  // All sections of a line are alike and trains run over all of them: one stands for the line.
  void add_lines() {
    for (std::uint32_t i = 0; i < input_.lines.size(); ++i) {
      const LineInput& line = input_.lines[i];
      for (const std::uint8_t side : {std::uint8_t{0}, std::uint8_t{1}}) {
        const bool shared = line.tracks == 1 && side == 1;
        section_[side].push_back(line.tracks == 0 ? kNone
                                 : shared         ? section_[0].back()
                                                  : add({CapacityKind::kSection, line.id, i, side,
                                                         section_s_per_day(model_, i, classes_[i])}));
        if (line.tracks > 0 && !shared && order_matters(model_, i, classes_[i]))
          all_.orders.push_back(section_order(model_, i, section_[side].back()));
        const double paths = paths_per_day(input_, line, side);
        paths_[side].push_back(paths > 0 ? add({CapacityKind::kPaths, line.id, i, side, paths}) : kNone);
      }
    }
  }

  // Work that rests while its place is closed needs open time; work that goes on might take all of it. Of
  // what goes on as shifts end more is known once all trains are.
  std::uint32_t add_staffed(Capacity capacity, std::uint32_t hours, bool finishes, const TimedValues& staffed,
                            int all) {
    capacity.per_day = all * kSecondsPerDay;
    if (finishes || input_.counted_s == 0) return add(std::move(capacity));
    const StaffedTime time = staffed_time(input_, hours, staffed, all);
    capacity.per_day = time.seconds;
    const std::uint32_t index = add(std::move(capacity));
    if (time.shift_ends > 0) shifts_.emplace(index, time);
    return index;
  }

  void add_servers() {
    std::vector<bool> finishes(input_.resources.size(), false);
    for (const ProcessInput& process : input_.processes) {
      for (const StageInput& stage : process.stages)
        if (stage.finishes) finishes[stage.resource] = true;
    }
    for (std::size_t i = 0; i < input_.resources.size(); ++i) {
      const ResourceInput& resource = input_.resources[i];
      servers_.push_back(add_staffed({CapacityKind::kServers, resource.id}, resource.hours, finishes[i],
                                     resource.server_cuts, resource.servers));
    }
  }

  void add_bays() {
    for (const TerminalInfo& terminal : tables_.terminals) {
      const std::string name = fmt::format("{}.{}", input_.points[terminal.point].id, terminal.name);
      bays_.push_back(add_staffed({CapacityKind::kBays, name}, terminal.hours, terminal.finishes,
                                  terminal.bay_cuts, terminal.bays));
    }
  }

  // All passing places of a line are alike: the first of each way stands for them.
  void add_station_tracks() {
    for (const StationTable& station : tables_.stations) {
      std::vector<std::uint32_t>& local = station_tracks_.emplace_back();
      for (const StationTracksTable& tracks : station.station_tracks) {
        int count = 0;
        for (const TrackGroupTable& group : tracks.groups) count += group.count;
        const bool passing = station.point == kNone;
        const std::string& place = passing ? input_.lines[station.line].id : input_.points[station.point].id;
        if (passing && passing_.contains(station.line)) {
          local.push_back(passing_.at(station.line));
          continue;
        }
        local.push_back(add({CapacityKind::kStationTracks, place, passing ? station.line : kNone, 0,
                             count * kSecondsPerDay}));
        if (passing) passing_[station.line] = local.back();
      }
    }
  }

  void use(std::uint32_t capacity, double amount) {
    if (capacity != kNone && amount != 0) uses_[capacity] += amount;
  }

  void note_work(std::uint32_t capacity, double most_left_s) {
    double& longest = most_left_s_[capacity];
    longest = std::max(longest, most_left_s);
  }

  void add_route(std::uint32_t service, std::uint32_t route) {
    uses_.clear();
    const std::vector<LegLoad> loads = leg_loads(model_, service, route);
    for (std::size_t i = 0; i < loads.size(); ++i) {
      add_leg(service, loads[i]);
      const LegLoad* before = i > 0 ? &loads[i - 1] : nullptr;
      for (const CapacityUse& one : fleets_.of_leg(service, before, loads[i]))
        use(one.capacity, one.per_train);
      if (input_.dispatching.tracks_bind) add_tracks_of_leg(service, before, loads[i]);
      if (i + 1 < loads.size()) add_gauge_change(service, loads[i], loads[i + 1]);
    }
    const ServiceInput& input = input_.services[service];
    add_process(input.origin, ProcessRole::kOrigin, input.direction, loads.front());
    add_process(input.destination, ProcessRole::kDestination, input.direction, loads.back());
    RouteUse& done = all_.routes.emplace_back();
    done.service = service;
    done.empty = input.rule == FormationRule::kEmptyWagons;
    for (const auto& [capacity, amount] : uses_) done.uses.push_back({capacity, amount});
  }

  void add_leg(std::uint32_t service, const LegLoad& load) {
    const LegTable& leg = tables_.legs[load.leg];
    for (std::uint32_t i = leg.first_step; i < leg.first_step + leg.steps; ++i) {
      const StepTable& step = tables_.steps[i];
      if (step.enters_line) add_line(tables_.tracks[step.track].line, step.side, load);
      const bool last = i + 1 == leg.first_step + leg.steps;
      const std::uint32_t point = tables_.stations[step.to_station].point;
      if (!last && point != kNone)
        add_process(point, ProcessRole::kPass, input_.services[service].direction, load);
    }
  }

  SectionOrder* order_of(std::uint32_t section) {
    const auto found = std::find_if(all_.orders.begin(), all_.orders.end(),
                                    [&](const SectionOrder& order) { return order.capacity == section; });
    return found == all_.orders.end() ? nullptr : &*found;
  }

  // Of whichever class its trains have there, the least.
  void add_line(std::uint32_t line, std::uint8_t side, const LegLoad& load) {
    use(paths_[side][line], load.trains);
    if (section_[side][line] == kNone) return;
    if (SectionOrder* order = order_of(section_[side][line]))
      return add_trains(*order, kinds_of(input_, line, side, route_classes_[load.route_leg]),
                        {static_cast<std::uint32_t>(all_.routes.size()), load.trains});
    double least_s = std::numeric_limits<double>::infinity();
    for (const std::uint32_t train_class : route_classes_[load.route_leg]) {
      const auto [place, added] = section_s_.try_emplace({line, train_class}, 0.0);
      if (added) place->second = least_section_s(model_, line, train_class, classes_[line]);
      least_s = std::min(least_s, place->second);
    }
    use(section_[side][line], load.trains * least_s);
  }

  // A train holds a track from before it runs there on single track, else from when it comes, and until its
  // last stage there.
  void add_tracks_of_leg(std::uint32_t service, const LegLoad* before, const LegLoad& load) {
    const LegTable& leg = tables_.legs[load.leg];
    const ServiceInput& input = input_.services[service];
    if (leg.from_tracks != kNone) {
      const ProcessRole role = before == nullptr ? ProcessRole::kOrigin : ProcessRole::kGaugeOut;
      use(station_tracks_[leg.from][leg.from_tracks],
          load.trains * stages_s(model_, leg.from, role, input.direction, load.containers));
    }
    for (std::uint32_t i = leg.first_step; i < leg.first_step + leg.steps; ++i) {
      const StepTable& step = tables_.steps[i];
      const TrackTable& track = tables_.tracks[step.track];
      const std::uint32_t local = track.tracks_there[step.side ^ 1U];
      const std::uint32_t point = tables_.stations[step.to_station].point;
      if (local == kNone || (point == kNone && !step.enters_line)) continue;
      double held_s =
          track.single ? least_run_s(input_, input_.lines[track.line], route_classes_[load.route_leg]) : 0;
      if (point != kNone) held_s += stay_s(point, i + 1 == leg.first_step + leg.steps, input.direction, load);
      use(station_tracks_[step.to_station][local], load.trains * held_s);
    }
  }

  double stay_s(std::uint32_t point, bool last, Direction direction, const LegLoad& load) const {
    if (!last) return stages_s(model_, point, ProcessRole::kPass, direction, load.containers);
    if (load.gauge_change == kNone)
      return stages_s(model_, point, ProcessRole::kDestination, direction, load.containers);
    return stages_s(model_, point, ProcessRole::kGaugeIn, direction, load.containers) +
           bay_s(input_.gauge_changes[load.gauge_change], load.containers);
  }

  void add_process(std::uint32_t point, ProcessRole role, Direction direction, const LegLoad& load) {
    const std::uint32_t process = tables_.process(point, role, direction);
    if (process == kNone) return;
    for (const StageInput& stage : input_.processes[process].stages) {
      use(servers_[stage.resource], load.trains * mean_stage_s(stage, load.containers));
      note_work(servers_[stage.resource], most_left_of_stage_s(stage, load.containers_at_most()));
    }
  }

  // Containers are lifted once if their train is kept, else unloaded and loaded.
  void add_gauge_change(std::uint32_t service, const LegLoad& before, const LegLoad& after) {
    const GaugeChangeInput& change = input_.gauge_changes[before.gauge_change];
    const Direction direction = input_.services[service].direction;
    add_process(change.point, ProcessRole::kGaugeIn, direction, before);
    add_process(change.point, ProcessRole::kGaugeOut, direction, after);
    const double lifted = before.trains * before.containers * (1 + before.reformed_share);
    const std::uint32_t bays = bays_[tables_.terminal_of_gauge_change[before.gauge_change]];
    use(bays, bay_s(change, lifted));
    note_work(bays,
              most_left_in_bay_s(change, std::max(before.containers_at_most(), after.containers_at_most())));
  }

  const Model& model_;
  const ModelInput& input_;
  const ModelTables& tables_;
  std::vector<std::vector<std::uint32_t>> classes_, route_classes_;
  std::vector<std::uint32_t> section_[2], paths_[2];  // by side, then line
  std::vector<std::uint32_t> servers_, bays_;
  std::map<std::uint32_t, StaffedTime> shifts_;  // of those with fewer at times, by capacity
  std::map<std::uint32_t, double> most_left_s_;  // of one's work as a shift ends, by capacity
  std::vector<std::vector<std::uint32_t>>
      station_tracks_;                              // by station, then as StationTable::station_tracks
  std::map<std::uint32_t, std::uint32_t> passing_;  // by line
  std::map<std::pair<std::uint32_t, std::uint32_t>, double> section_s_;  // by line, class
  std::map<std::uint32_t, double> uses_;                                 // of the route at hand
  CapacityUses all_;
  FleetUses fleets_;  // adds to all_
};

}  // namespace

const char* to_string(CapacityKind kind) {
  switch (kind) {
    case CapacityKind::kSection:
      return "section";
    case CapacityKind::kPaths:
      return "paths";
    case CapacityKind::kServers:
      return "servers";
    case CapacityKind::kBays:
      return "bays";
    case CapacityKind::kStationTracks:
      return "station tracks";
    case CapacityKind::kWagonSets:
      return "wagon sets";
    case CapacityKind::kWagons:
      return "wagons";
    case CapacityKind::kLocomotives:
      return "locomotives";
    case CapacityKind::kReturns:
      return "returns";
  }
  return "";
}

CapacityUses capacity_uses(const Model& model) { return Builder(model).build(); }

}  // namespace rail
