// What the tables say of a train or container: functions of these alone, for stations.
#pragma once

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

// With its locomotive.
inline std::int32_t length_dm(const ModelInput& input, const ModelTables& tables, const Train& train) {
  const std::uint32_t of_pool = tables.pools[train.pool].service;
  const std::uint32_t service = train.cargo.head != nullptr ? train.cargo.head->service : of_pool;
  const ServiceInput& wagons = input.services[service];
  const double feu = wagons.rule == FormationRule::kEmptyWagons ? wagons.train_feu : 0.5 * train.cargo.teu;
  return static_cast<std::int32_t>(
      std::llround(10 * feu * wagons.length_m_per_feu + 10 * wagons.locomotive_length_m));
}

}  // namespace rail
