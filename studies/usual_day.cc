#include "studies/usual_day.h"

namespace studies {
namespace {

template <class Things>
void without_season(Things& things) {
  for (auto& one : things) one.season = rail::kNone;
}

// Of a line, a resource or a change of gauge: as open as it is without disruptions.
template <class Thing>
void without_closures(Thing& thing) {
  if (thing.closures == rail::kNone) return;
  thing.hours = thing.usual_hours;
  thing.closures = rail::kNone;
}

void scale(rail::MatrixInput& matrix, double factor) {
  for (rail::MarginInput& margin : matrix.origins) margin.containers_per_year *= factor;
  for (rail::MarginInput& margin : matrix.destinations) margin.containers_per_year *= factor;
}

bool brings_its_own(const rail::ServiceInput& service) {
  return service.rule == rail::FormationRule::kRate && service.own_containers > 0 &&
         service.interval.has_value();
}

}  // namespace

rail::ModelInput usual_day(rail::ModelInput input) {
  without_season(input.flows);
  without_season(input.matrices);
  without_season(input.part_loads);
  for (rail::LineInput& line : input.lines) {
    without_closures(line);
    line.acceptance_cuts = {};
    line.path_cuts = {};
    line.slow_orders = {};
  }
  for (rail::ResourceInput& resource : input.resources) {
    without_closures(resource);
    resource.server_cuts = {};
  }
  for (rail::GaugeChangeInput& change : input.gauge_changes) {
    without_closures(change);
    change.bay_cuts = {};
  }
  input.disruptions.clear();
  return input;
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
