// Which of the routes of its service a train is planned on.
#pragma once

#include <cstdint>

#include "engine/random_stream.h"
#include "models/model_tables.h"

namespace rail {

// By the shares of its route choice; the same for one train whenever it is asked.
inline std::uint32_t draw_route(const ModelTables& tables, const des::RandomStream& random,
                                std::uint32_t service, std::uint64_t train) {
  constexpr std::uint64_t kRouteDraw = des::stable_hash("route");
  const ServiceTable& table = tables.services[service];
  if (table.routes == 1) return table.first_route;
  const double u = random.uniform(train, kRouteDraw, 0);
  std::uint32_t route = table.first_route;
  const std::uint32_t last = table.first_route + table.routes - 1;
  while (route < last && u >= tables.routes[route].share_up_to) ++route;
  return route;
}

}  // namespace rail
