// What was seen of goods with rules of their own, and of plugs for refrigerated containers.
#pragma once

#include <cstdint>

#include "models/duration_histogram.h"
#include "models/wait_sum.h"

namespace rail {

// Delivered containers of one commodity.
struct GoodsObservation {
  DurationHistogram transit;      // first departure to arrival at the destination
  DurationHistogram total;        // release to arrival
  std::int64_t late_transit = 0;  // longer than CommodityInput::max_transit_s
  std::int64_t late_total = 0;    // likewise

  void add(std::int64_t transit_s, std::int64_t total_s, std::int64_t limit_s) {
    transit.add(transit_s);
    total.add(total_s);
    if (limit_s > 0 && transit_s > limit_s) ++late_transit;
    if (limit_s > 0 && total_s > limit_s) ++late_total;
  }
  void merge(const GoodsObservation& other) {
    transit.merge(other.transit);
    total.merge(other.total);
    late_transit += other.late_transit;
    late_total += other.late_total;
  }
};

// Of trains whose plugs are limited.
struct PlugObservation {
  std::int64_t offered = 0;  // plugs of all trains formed
  std::int64_t used = 0;     // by refrigerated containers
  WaitSum wait;              // for a plug, of refrigerated containers
};

}  // namespace rail
