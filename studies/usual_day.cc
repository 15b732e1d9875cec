#include "studies/usual_day.h"

#include <algorithm>

namespace studies {
namespace {

constexpr std::int64_t kWeek_s = 7 * 86400;

template <class Things>
void without_season(Things& things) {
  for (auto& one : things) one.season = rail::kNone;
}

// Of a line, a resource or a change of gauge: as open as it is week by week.
template <class Thing>
void open_as_usual(Thing& thing) {
  if (thing.closures == rail::kNone && thing.usual_hours == rail::kNone) return;
  thing.hours = thing.usual_hours;
  thing.closures = rail::kNone;
}

// Whole weeks before `time`, or else after it, outside what is `disrupted`.
std::int64_t undisrupted(std::int64_t time, const rail::OpeningHours& disrupted) {
  std::int64_t other = time;
  while (other >= 0 && disrupted.is_open(other)) other -= kWeek_s;
  if (other >= 0) return other;
  for (other = time; disrupted.is_open(other);) other += kWeek_s;
  return other;
}

// Shifts, which come back every week, without what disruptions take of them.
rail::TimedValues shifts_alone(const rail::TimedValues& cuts, const rail::OpeningHours& disrupted,
                               std::int64_t until) {
  constexpr double kAll = -1;
  if (cuts.empty() || disrupted.intervals().empty()) return cuts;
  std::vector<rail::TimedValue> values;
  for (std::int64_t time = 0, next = 0; time < until; time = next) {
    const std::int64_t like = undisrupted(time, disrupted);
    const std::int64_t same = std::min(cuts.next_change(like), disrupted.next_opening(like)) - like;
    next = std::min(disrupted.is_open(time) ? disrupted.next_closing(time) : until, time + same);
    if (const double value = cuts.at(like, kAll); value != kAll) values.push_back({{time, next}, value});
  }
  return rail::TimedValues(std::move(values));
}

// Of each resource or change of gauge, by index, when a disruption names it.
using Named = std::vector<std::uint32_t> rail::DisruptionInput::*;
rail::OpeningHours disrupted(const rail::ModelInput& input, Named named, std::uint32_t index) {
  std::vector<rail::OpenInterval> when;
  for (const rail::DisruptionInput& one : input.disruptions) {
    const std::vector<std::uint32_t>& all = one.*named;
    if (std::find(all.begin(), all.end(), index) != all.end()) when.push_back({one.from, one.to});
  }
  return rail::OpeningHours(std::move(when));
}

void scale(rail::MatrixInput& matrix, double factor) {
  for (rail::MarginInput& margin : matrix.origins) margin.containers_per_year *= factor;
  for (rail::MarginInput& margin : matrix.destinations) margin.containers_per_year *= factor;
}

bool is_demanded(const rail::MatrixInput& matrix) {
  return std::any_of(matrix.origins.begin(), matrix.origins.end(),
                     [](const rail::MarginInput& margin) { return margin.containers_per_year > 0; });
}

}  // namespace

rail::ModelInput usual_day(rail::ModelInput input) {
  without_season(input.flows);
  without_season(input.matrices);
  without_season(input.part_loads);
  for (rail::LineInput& line : input.lines) {
    open_as_usual(line);
    line.acceptance_cuts = {};
    line.path_cuts = {};
    line.slow_orders = {};
  }
  const std::int64_t until = input.spin_up_s + input.counted_s;
  for (std::uint32_t i = 0; i < input.resources.size(); ++i) {
    rail::ResourceInput& resource = input.resources[i];
    open_as_usual(resource);
    resource.server_cuts =
        shifts_alone(resource.server_cuts, disrupted(input, &rail::DisruptionInput::resources, i), until);
  }
  for (std::uint32_t i = 0; i < input.gauge_changes.size(); ++i) {
    rail::GaugeChangeInput& change = input.gauge_changes[i];
    open_as_usual(change);
    change.bay_cuts =
        shifts_alone(change.bay_cuts, disrupted(input, &rail::DisruptionInput::gauge_changes, i), until);
  }
  input.disruptions.clear();
  return input;
}

bool brings_its_own(const rail::ServiceInput& service) {
  return service.rule == rail::FormationRule::kRate && service.own_containers > 0 &&
         service.interval.has_value();
}

bool is_demanded(const rail::ModelInput& input, const std::function<bool(const std::string& id)>& chosen) {
  const auto any = [&](const auto& things, const auto& comes) {
    return std::any_of(things.begin(), things.end(),
                       [&](const auto& one) { return comes(one) && chosen(one.id); });
  };
  return any(input.flows, [](const rail::FlowInput& flow) { return flow.containers_per_year > 0; }) ||
         any(input.matrices, [](const rail::MatrixInput& matrix) { return is_demanded(matrix); }) ||
         any(input.part_loads, [](const rail::PartLoadInput& loads) { return loads.loads_per_year > 0; }) ||
         any(input.services, brings_its_own);
}

int scale_demand(rail::ModelInput& input, double factor,
                 const std::function<bool(const std::string& id)>& chosen) {
  int scaled = 0;
  for (rail::FlowInput& flow : input.flows) {
    if (!chosen(flow.id)) continue;
    flow.containers_per_year *= factor;
    ++scaled;
  }
  for (rail::MatrixInput& matrix : input.matrices) {
    if (!chosen(matrix.id)) continue;
    scale(matrix, factor);
    ++scaled;
  }
  for (rail::PartLoadInput& loads : input.part_loads) {
    if (!chosen(loads.id)) continue;
    loads.loads_per_year *= factor;
    ++scaled;
  }
  for (rail::ServiceInput& service : input.services) {
    if (!brings_its_own(service) || !chosen(service.id)) continue;
    service.interval = service.interval->shifted_and_scaled(0, 1 / factor);
    ++scaled;
  }
  return scaled;
}

std::vector<bool> services_of(const rail::ModelInput& input,
                              const std::function<bool(const std::string& id)>& chosen) {
  std::vector<bool> services(input.services.size(), false);
  for (const rail::FlowInput& flow : input.flows)
    if (chosen(flow.id)) services[flow.service] = true;
  for (const rail::PartLoadInput& loads : input.part_loads)
    if (chosen(loads.id)) services[loads.service] = true;
  for (const rail::MatrixInput& matrix : input.matrices) {
    if (!chosen(matrix.id)) continue;
    if (matrix.seeds.empty()) services.assign(services.size(), true);
    for (const rail::SeedInput& seed : matrix.seeds) services[seed.service] = true;
  }
  for (std::size_t s = 0; s < services.size(); ++s)
    if (brings_its_own(input.services[s]) && chosen(input.services[s].id)) services[s] = true;
  return services;
}

}  // namespace studies
