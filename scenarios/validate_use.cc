// Things that are written but do nothing, because no train or no container comes to them.
#include <algorithm>
#include <set>
#include <tuple>

#include "scenarios/validate.h"

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;

// Where trains do what, and in which direction they run.
class Trains {
 public:
  void add(rail::Direction direction, const rail::Route& route, const rail::ModelInput& input) {
    add(route.legs.front().from, rail::ProcessRole::kOrigin, direction);
    add(route.legs.back().to, rail::ProcessRole::kDestination, direction);
    for (const rail::RouteLeg& leg : route.legs) {
      if (&leg != &route.legs.front()) add(leg.from, rail::ProcessRole::kGaugeIn, direction);
      for (const rail::Hop& hop : leg.hops) {
        const std::uint32_t point = hop.forward ? input.lines[hop.line].to : input.lines[hop.line].from;
        if (point != leg.to) add(point, rail::ProcessRole::kPass, direction);
      }
    }
  }
  bool come(std::uint32_t point, rail::ProcessRole role, rail::Direction direction) const {
    return seen_.count(std::tuple(point, role, direction)) != 0;
  }

 private:
  void add(std::uint32_t point, rail::ProcessRole role, rail::Direction direction) {
    seen_.emplace(point, role, direction);
  }
  std::set<std::tuple<std::uint32_t, rail::ProcessRole, rail::Direction>> seen_;
};

const v1::Process& message_of(const Checks& checks, const std::string& id) {
  const auto& all = checks.scenario().processes().processes();
  return *std::find_if(all.begin(), all.end(), [&](const v1::Process& one) { return one.id() == id; });
}

rail::Direction opposite(rail::Direction direction) {
  return direction == rail::Direction::kWestbound ? rail::Direction::kEastbound : rail::Direction::kWestbound;
}

// Another process is there for the trains of that direction.
bool is_covered(const rail::ModelInput& input, const rail::ProcessInput& process, rail::Direction direction) {
  return std::any_of(input.processes.begin(), input.processes.end(), [&](const rail::ProcessInput& other) {
    return other.point == process.point && other.role == process.role &&
           std::find(other.directions.begin(), other.directions.end(), direction) != other.directions.end();
  });
}

// A process where no train comes at all may wait for a what-if. One beside trains that have none of its role,
// but run the other way, is a slip of the pen: they would all pass without it.
void check_process(Checks& checks, const Trains& trains, const rail::ModelInput& input,
                   const rail::ProcessInput& process) {
  // The second half of a change of gauge goes with the first.
  if (process.role == rail::ProcessRole::kGaugeOut || process.directions.size() != 1) return;
  const rail::Direction direction = process.directions.front(), other = opposite(direction);
  if (trains.come(process.point, process.role, direction)) return;
  if (!trains.come(process.point, process.role, other) || is_covered(input, process, other)) return;
  const v1::Process& message = message_of(checks, process.id);
  checks.report(message, "direction",
                fmt::format("no train ever uses process `{}`: all trains of its role at `{}` run {}",
                            process.id, message.point(), rail::to_string(other)),
                "they would pass without it; turn its direction, or write a process for them");
}

bool is_fed(const v1::Demand& demand, const std::string& service) {
  const auto fed_by = [&](const v1::Flow& flow) {
    return flow.service() == service && flow.containers_per_year() > 0;
  };
  const auto gathered_for = [&](const v1::PartLoads& loads) { return loads.service() == service; };
  const auto names_it = [&](const v1::Seed& seed) { return seed.service() == service; };
  return std::any_of(demand.flows().begin(), demand.flows().end(), fed_by) ||
         std::any_of(demand.part_loads().begin(), demand.part_loads().end(), gathered_for) ||
         std::any_of(demand.matrices().begin(), demand.matrices().end(), [&](const v1::Matrix& matrix) {
           return std::any_of(matrix.seeds().begin(), matrix.seeds().end(), names_it);
         });
}

void check_demand(Checks& checks, const v1::TrainService& service) {
  const v1::Formation::Rule rule = service.formation().rule();
  if (rule != v1::Formation::FULL_LOAD && rule != v1::Formation::FULL_LOAD_OR_LATEST) return;
  if (is_fed(checks.scenario().demand(), service.id())) return;
  checks.report(
      service.formation(), "rule",
      fmt::format(
          "no train of `{}` ever leaves: the rule is {}, and no flow, matrix or part loads bring containers",
          service.id(), v1::Formation::Rule_Name(rule)),
      "add demand, or use a rule by time: TIMETABLE, RATE or LIST");
}

// Trains by RATE, TIMETABLE or LIST bring containers of their own, which are no part of what grows.
void check_growth(Checks& checks, const v1::Demand& demand) {
  if (!demand.has_growth() || demand.growth() == 1) return;
  if (!demand.flows().empty() || !demand.matrices().empty() || !demand.part_loads().empty()) return;
  checks.report(demand, "growth", "`growth` multiplies nothing: there is no flow, matrix or part loads",
                "where trains leave by RATE, scale `services/*/formation/interval` instead");
}

}  // namespace

void validate_use(Checks& checks, const rail::ModelInput& input, const RoutesOfServices& routes) {
  Trains trains;
  for (std::uint32_t s = 0; s < routes.size(); ++s) {
    for (const rail::Route& route : routes[s]) trains.add(input.services[s].direction, route, input);
  }
  for (const rail::ProcessInput& process : input.processes) check_process(checks, trains, input, process);
  for (const v1::TrainService& service : checks.scenario().services().services())
    check_demand(checks, service);
  check_growth(checks, checks.scenario().demand());
}

}  // namespace scenarios
