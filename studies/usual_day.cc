#include "studies/usual_day.h"

namespace studies {
namespace {

template <class Things>
void without_season(Things& things) {
  for (auto& one : things) one.season = rail::kNone;
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
    line.closures = rail::kNone;
    line.acceptance_cuts = {};
    line.path_cuts = {};
    line.slow_orders = {};
  }
  for (rail::ResourceInput& resource : input.resources) {
    resource.closures = rail::kNone;
    resource.server_cuts = {};
  }
  for (rail::GaugeChangeInput& change : input.gauge_changes) {
    change.closures = rail::kNone;
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

}  // namespace studies
