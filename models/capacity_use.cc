#include "models/capacity_use.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "models/line_traffic.h"
#include "models/model_tables.h"
#include "models/train_load.h"
#include "models/uic406.h"

namespace rail {
namespace {

constexpr double kDay_s = 86400.0;
constexpr double kSecondsPerHour = 3600.0;

class Builder {
 public:
  explicit Builder(const Model& model)
      : model_(model), input_(model.input()), tables_(model.tables()), classes_(classes_by_line(model)) {
    add_lines();
    add_servers_and_bays();
  }

  CapacityUses build() {
    for (std::uint32_t s = 0; s < input_.services.size(); ++s) {
      all_.trains_per_day.push_back(trains_per_day(model_, s));
      if (input_.services[s].rule == FormationRule::kEmptyWagons) continue;  // they carry nothing
      const ServiceTable& service = tables_.services[s];
      for (std::uint32_t r = service.first_route; r < service.end_of_routes(); ++r) add_route(s, r);
    }
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
                                                  : add({CapacityKind::kSection, line.id, i, side, kDay_s}));
        const double paths = paths_per_day(line);
        paths_[side].push_back(paths > 0 ? add({CapacityKind::kPaths, line.id, i, side, paths}) : kNone);
      }
    }
  }

  void add_servers_and_bays() {
    for (const ResourceInput& resource : input_.resources)
      servers_.push_back(add({CapacityKind::kServers, resource.id, kNone, 0, resource.servers * kDay_s}));
    for (const TerminalInfo& terminal : tables_.terminals) {
      bays_.push_back(
          add({CapacityKind::kBays, fmt::format("{}.{}", input_.points[terminal.point].id, terminal.name),
               kNone, 0, terminal.bays * kDay_s}));
    }
  }

  void use(std::uint32_t capacity, double amount) {
    if (capacity != kNone && amount > 0) uses_[capacity] += amount;
  }

  void add_route(std::uint32_t service, std::uint32_t route) {
    uses_.clear();
    const std::vector<LegLoad> loads = leg_loads(model_, service, route);
    for (std::size_t i = 0; i < loads.size(); ++i) {
      add_leg(service, loads[i]);
      if (i + 1 < loads.size()) add_gauge_change(service, loads[i], loads[i + 1]);
    }
    const ServiceInput& input = input_.services[service];
    add_process(input.origin, ProcessRole::kOrigin, input.direction, loads.front());
    add_process(input.destination, ProcessRole::kDestination, input.direction, loads.back());
    RouteUse& done = all_.routes.emplace_back();
    done.service = service;
    for (const auto& [capacity, amount] : uses_) done.uses.push_back({capacity, amount});
  }

  void add_leg(std::uint32_t service, const LegLoad& load) {
    const LegTable& leg = tables_.legs[load.leg];
    for (std::uint32_t i = leg.first_step; i < leg.first_step + leg.steps; ++i) {
      const StepTable& step = tables_.steps[i];
      if (step.enters_line) add_line(tables_.tracks[step.track].line, step.side, service, load);
      const bool last = i + 1 == leg.first_step + leg.steps;
      const std::uint32_t point = tables_.stations[step.to_station].point;
      if (!last && point != kNone)
        add_process(point, ProcessRole::kPass, input_.services[service].direction, load);
    }
  }

  void add_line(std::uint32_t line, std::uint8_t side, std::uint32_t service, const LegLoad& load) {
    const std::uint32_t train_class = input_.services[service].train_class;
    use(paths_[side][line], load.trains);
    if (section_[side][line] == kNone) return;
    const auto [place, added] = section_s_.try_emplace({line, train_class}, 0.0);
    if (added) place->second = least_section_s(model_, line, train_class, classes_[line]);
    use(section_[side][line], load.trains * place->second);
  }

  void add_process(std::uint32_t point, ProcessRole role, Direction direction, const LegLoad& load) {
    const std::uint32_t process = tables_.process(point, role, direction);
    if (process == kNone) return;
    for (const StageInput& stage : input_.processes[process].stages)
      use(servers_[stage.resource], load.trains * mean_stage_s(stage, load.containers));
  }

  // Containers are lifted once if their train is kept, else unloaded and loaded.
  void add_gauge_change(std::uint32_t service, const LegLoad& before, const LegLoad& after) {
    const GaugeChangeInput& change = input_.gauge_changes[before.gauge_change];
    const Direction direction = input_.services[service].direction;
    add_process(change.point, ProcessRole::kGaugeIn, direction, before);
    add_process(change.point, ProcessRole::kGaugeOut, direction, after);
    if (change.lifts_per_hour <= 0) return;
    const double lifts = before.trains * before.containers * (1 + before.reformed_share);
    const double factor = change.work_factor ? change.work_factor->mean() : 1.0;
    use(bays_[tables_.terminal_of_gauge_change[before.gauge_change]],
        lifts / change.lifts_per_hour * factor * kSecondsPerHour);
  }

  const Model& model_;
  const ModelInput& input_;
  const ModelTables& tables_;
  std::vector<std::vector<std::uint32_t>> classes_;
  std::vector<std::uint32_t> section_[2], paths_[2];  // by side, then line
  std::vector<std::uint32_t> servers_, bays_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, double> section_s_;  // by line, class
  std::map<std::uint32_t, double> uses_;                                 // of the route at hand
  CapacityUses all_;
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
  }
  return "";
}

double least_section_s(const Model& model, std::uint32_t index, std::uint32_t train_class,
                       const std::vector<std::uint32_t>& followers) {
  const ModelTables& tables = model.tables();
  const LineInput& line = model.input().lines[index];
  const SectionRules rules = section_rules(tables, line, tables.tracks[tables.first_track[index]]);
  const auto train = [&](int side, std::uint32_t its_class) {
    return SectionTrain{static_cast<std::uint8_t>(side), static_cast<std::uint8_t>(its_class),
                        std::max<std::int64_t>(1, std::llround(mean_run_s(model.input(), line, its_class)))};
  };
  std::int64_t least = own_time_s(rules, train(0, train_class));
  for (const std::uint32_t follower : followers) {
    for (const int side : {0, 1})
      least = std::min(least, least_gap_s(rules, train(0, train_class), train(side, follower)));
  }
  return static_cast<double>(least);
}

double paths_per_day(const LineInput& line) {
  if (line.tracks == 0) return 0;
  const double paths = line.paths_per_day.value_or(0);
  const int accepted = std::max(line.accepted_per_day[0], line.accepted_per_day[1]);
  const bool both = std::min(line.accepted_per_day[0], line.accepted_per_day[1]) > 0;
  const double spaced = paths > 0 ? kDay_s / std::round(kDay_s / paths) : 0;
  if (!both) return spaced;
  return spaced > 0 ? std::min<double>(spaced, accepted) : accepted;
}

CapacityUses capacity_uses(const Model& model) { return Builder(model).build(); }

}  // namespace rail
