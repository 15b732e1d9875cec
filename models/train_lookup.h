// What the tables say of a train or container: functions of these alone, for stations.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "models/model_input.h"
#include "models/model_tables.h"
#include "models/records.h"

namespace rail {

inline const RouteLegTable& route_leg(const ModelTables& tables, const Container& container) {
  return tables.route_legs[tables.routes[container.route].first + container.leg];
}

inline const RouteLegTable& route_leg(const ModelTables& tables, const Train& train) {
  if (train.cargo.head != nullptr) return route_leg(tables, *train.cargo.head);
  return tables.route_legs[tables.routes[train.route].first + train.route_leg];
}

inline std::uint32_t service_of_route(const ModelTables& tables, std::uint32_t route) {
  const auto next = std::upper_bound(
      tables.services.begin(), tables.services.end(), route,
      [](std::uint32_t one, const ServiceTable& service) { return one < service.first_route; });
  return static_cast<std::uint32_t>(next - tables.services.begin()) - 1;
}

// With its locomotive. One without containers may come from beyond a change of gauge, where it was made anew.
inline std::int32_t length_dm(const ModelInput& input, const ModelTables& tables, const Train& train) {
  const Container* first = train.cargo.head;
  const std::uint32_t service = first != nullptr ? first->service : service_of_route(tables, train.route);
  const ServiceInput& wagons = input.services[service];
  const double feu = wagons.rule == FormationRule::kEmptyWagons ? wagons.train_feu : 0.5 * train.cargo.teu;
  return static_cast<std::int32_t>(
      std::llround(10 * feu * wagons.length_m_per_feu + 10 * wagons.locomotive_length_m));
}

}  // namespace rail
