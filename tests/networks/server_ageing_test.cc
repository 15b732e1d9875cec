// Priorities with ageing at a resource: exact times, worked out by hand. One server takes an hour a train; a
// freight train (priority 1) comes after the first of five express trains (priority 0).
#include <gtest/gtest.h>

#include "tests/networks/trips.h"

namespace networks {
namespace {

// Express trains at 0, 60, 110, 170 and 220 min, each before the server is free again; the freight train at
// 30 min.
std::string busy_server(const std::string& ageing) {
  return R"(# proto-file: landbridge/v1/scenario.proto
# proto-message: landbridge.v1.Scenario
name: "busy-server"
network {
  dispatching { )" +
         ageing + R"( }
  points { id: "A" country: "XX" gauges_mm: 1435 }
  points { id: "B" country: "XX" gauges_mm: 1435 }
  lines { id: "AB" from: "A" to: "B" gauge_mm: 1435 length_km: 60 speed_km_per_day: 1440 tracks: 2 headway { seconds: 0 } }
  train_classes { id: "express" speed_factor: 1 priority: 0 }
  train_classes { id: "freight" speed_factor: 1 priority: 1 }
}
processes {
  resources { id: "desk" point: "A" servers: 1 discipline: PRIORITY }
  processes {
    id: "A.express" point: "A" role: ORIGIN direction: WESTBOUND
    stages { name: "papers" resource: "desk" duration { unit: HOURS constant: 1 } }
  }
  processes {
    id: "A.freight" point: "A" role: ORIGIN direction: EASTBOUND
    stages { name: "papers" resource: "desk" duration { unit: HOURS constant: 1 } }
  }
}
services {
  services {
    id: "express" origin: "A" destination: "B" direction: WESTBOUND train_class: "express"
    formation {
      rule: LIST train_feu: 1 own_containers: 1 times { seconds: 0 } times { seconds: 3600 } times { seconds: 6600 }
      times { seconds: 10200 } times { seconds: 13200 }
    }
  }
  services {
    id: "freight" origin: "A" destination: "B" direction: EASTBOUND train_class: "freight"
    formation { rule: LIST train_feu: 1 own_containers: 1 times { seconds: 1800 } }
  }
}
experiment { counted { seconds: 86400 } replications: 1 }
)";
}

// When the freight train, which runs "eastbound", leaves.
std::int64_t freight_leaves(const std::string& ageing) {
  const support::Runs runs = support::run_text(busy_server(ageing), 1, true);
  for (const rail::TrainStop& stop : runs.replications[0].train_stops) {
    if (stop.departed >= 0 && stop.direction == rail::Direction::kEastbound) return stop.departed;
  }
  return -1;
}

// The server is free every hour, and there is an express train each time but at 5 h.
TEST(ServerAgeing, WithoutItPrioritiesComeFirst) { EXPECT_EQ(freight_leaves(""), 6 * kHour); }

// An express train that has come later by less than the ageing goes first: those of 60, 110 and 170 min are
// 30, 80 and 140 min later.
TEST(ServerAgeing, WhoHasWaitedLongEnoughGoesFirst) {
  const auto aged = [](int minutes) {
    return "ageing { seconds: " + std::to_string(minutes * kMinute) + " }";
  };
  EXPECT_EQ(freight_leaves(aged(29)), 2 * kHour);
  EXPECT_EQ(freight_leaves(aged(31)), 3 * kHour);
  EXPECT_EQ(freight_leaves(aged(79)), 3 * kHour);
  EXPECT_EQ(freight_leaves(aged(81)), 4 * kHour);
  EXPECT_EQ(freight_leaves(aged(139)), 4 * kHour);
  EXPECT_EQ(freight_leaves(aged(141)), 5 * kHour);
  EXPECT_EQ(freight_leaves(aged(600)), 6 * kHour);
}

}  // namespace
}  // namespace networks
