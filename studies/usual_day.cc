#include "studies/usual_day.h"

#include <algorithm>
#include <utility>

namespace studies {
namespace {

template <class Things>
void without_season(Things& things) {
  for (auto& one : things) one.season = rail::kNone;
}

// Of a line, a resource or a change of gauge: as open as it is week by week, but for what is closed all the
// run.
template <class Thing>
void open_as_usual(rail::ModelInput& input, Thing& thing) {
  if (thing.closures == rail::kNone && thing.usual_hours == rail::kNone) return;
  thing.hours = thing.usual_hours == rail::kNone ? thing.closures : thing.usual_hours;
  if (thing.closures == rail::kNone || thing.usual_hours == rail::kNone) return;
  const rail::OpeningHours always({{-rail::kNever, rail::kNever}});
  rail::OpeningHours open =
      input.hours[thing.usual_hours].without(always.without(input.hours[thing.closures]));
  thing.hours = static_cast<std::uint32_t>(input.hours.size());
  input.hours.push_back(std::move(open));
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
  for (rail::LineInput& line : input.lines) open_as_usual(input, line);
  for (rail::ResourceInput& resource : input.resources) open_as_usual(input, resource);
  for (rail::GaugeChangeInput& change : input.gauge_changes) open_as_usual(input, change);
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
