#include "studies/train_groups.h"

#include <algorithm>

#include "models/model_tables.h"

namespace studies {
namespace {

// Other rules than GROUP hold what fills no train yet.
double inbound(const rail::GaugeChangeInput& change) {
  return change.rule == rail::ReformationRule::kGroup ? change.inbound_trains : 1;
}
double outbound(const rail::GaugeChangeInput& change) {
  return change.rule == rail::ReformationRule::kGroup ? change.outbound_trains : 1;
}

bool is_reformed(const rail::ServiceInput& service, const rail::GaugeChangeInput& change) {
  return service.reformed_share > 0 || change.only_if_needed;
}

double step_of(const rail::ModelInput& input, const rail::ServiceInput& service, const rail::Route& route) {
  double trains = 1;
  for (const std::uint32_t index : route.gauge_changes) {
    const rail::GaugeChangeInput& change = input.gauge_changes[index];
    if (is_reformed(service, change)) trains += 2 * inbound(change);
  }
  return trains;
}

}  // namespace

double step_of_point(const rail::ModelInput& input, std::uint32_t point) {
  double here = 0, together = 1;
  const bool none_reformed =
      std::none_of(input.services.begin(), input.services.end(),
                   [](const rail::ServiceInput& one) { return one.reformed_share > 0; });
  for (const rail::GaugeChangeInput& change : input.gauge_changes) {
    if (none_reformed && !change.only_if_needed) continue;
    if (change.point == point) here += inbound(change) + outbound(change);
    together = std::max(together, outbound(change));
  }
  return here > 0 ? 1 + here : together;
}

std::vector<double> steps_of_services(const rail::Model& model) {
  const rail::ModelInput& input = model.input();
  std::vector<double> steps(input.services.size(), 1);
  for (std::size_t s = 0; s < steps.size(); ++s) {
    for (const rail::Route& route : model.tables().service_routes[s])
      steps[s] = std::max(steps[s], step_of(input, input.services[s], route));
  }
  return steps;
}

}  // namespace studies
