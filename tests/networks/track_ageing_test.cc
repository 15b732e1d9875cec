// Priorities with ageing at station tracks.
//
//   A--single track, 10 min--B (1 track, an hour each)==C      express trains every hour, freight trains
//   every six
#include <gtest/gtest.h>

#include "tests/networks/trips.h"

namespace networks {
namespace {

std::string busy_station(const std::string& ageing, int freight_priority) {
  return R"(# proto-file: landbridge/v1/scenario.proto
# proto-message: landbridge.v1.Scenario
name: "busy-station"
network {
  dispatching { station_tracks: BINDING )" +
         ageing + R"( }
  points { id: "A" country: "XX" gauges_mm: 1520 }
  points { id: "B" country: "XX" gauges_mm: 1520 tracks { gauge_mm: 1520 count: 1 usable_length_m: 1000 } }
  points { id: "C" country: "XX" gauges_mm: 1520 }
  train_classes { id: "express" speed_factor: 1 priority: 0 }
  train_classes { id: "freight" speed_factor: 1 priority: )" +
         std::to_string(freight_priority) + R"( }
  lines { id: "AB" from: "A" to: "B" gauge_mm: 1520 length_km: 10 speed_km_per_day: 1440 tracks: 1 }
  lines { id: "BC" from: "B" to: "C" gauge_mm: 1520 length_km: 30 speed_km_per_day: 1440 tracks: 2 }
}
processes {
  resources { id: "papers" point: "B" servers: 5 }
  processes {
    id: "B" point: "B" role: PASS direction: WESTBOUND
    stages { name: "papers" resource: "papers" duration { unit: HOURS constant: 1 } }
  }
}
services {
  services {
    id: "express" origin: "A" destination: "C" direction: WESTBOUND train_class: "express"
    formation { rule: RATE train_feu: 1 own_containers: 1 interval { unit: HOURS constant: 1 } }
  }
  services {
    id: "freight" origin: "A" destination: "C" direction: WESTBOUND train_class: "freight"
    formation { rule: RATE train_feu: 1 own_containers: 1 interval { unit: HOURS constant: 6 } }
  }
}
experiment { counted { seconds: 8640000 } replications: 1 }
)";
}

struct Departed {
  std::int64_t express = 0, freight = 0;
};

Departed departed(const std::string& ageing, int freight_priority) {
  const support::Runs runs = support::run_text(busy_station(ageing, freight_priority));
  const auto& services = runs.replications[0].services;
  return {services[0].trains_departed, services[1].trains_departed};
}

// 28 trains a day come, 20.6 get a track: one every 70 min.
TEST(TrackAgeing, WithoutItFreightTrainsStarve) { EXPECT_LE(departed("", 1).freight, 1); }

// Whoever comes an hour later than a freight train waits behind it. So all wait alike, but for that hour, and
// each service gets its share: a seventh of the trains are freight trains, as without priorities.
TEST(TrackAgeing, NobodyStarvesWithIt) {
  const Departed aged = departed("ageing { seconds: 3600 }", 1), alike = departed("", 0);
  EXPECT_NEAR(static_cast<double>(alike.freight), 8640000.0 / 4200 / 7, 3);
  EXPECT_NEAR(static_cast<double>(aged.freight), static_cast<double>(alike.freight), 2);
  EXPECT_NEAR(static_cast<double>(aged.express), static_cast<double>(alike.express), 2);
}

}  // namespace
}  // namespace networks
