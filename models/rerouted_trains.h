// Trains that did not go as planned.
#pragma once

#include <cstdint>

namespace rail {

// Of a service; a train may count more than once.
struct ReroutedTrains {
  std::int64_t at_origin = 0;  // that took another route where they begin
  std::int64_t under_way = 0;  // that took another way later
  std::int64_t turned = 0;     // that turned back to where they began

  void merge(const ReroutedTrains& other) {
    at_origin += other.at_origin;
    under_way += other.under_way;
    turned += other.turned;
  }
};

}  // namespace rail
