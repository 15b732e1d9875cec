// Station tracks that bind, before a yard that is too small: what trains wait for is room in it, wherever
// they stand.
//
//   A--1435 mm, an hour--M (50 tracks of each gauge, 10 bays, a yard for one and a half trains)==1520 mm==B
#include <gtest/gtest.h>

#include "tests/networks/trips.h"

namespace networks {
namespace {

std::string small_yard(int tracks_of_line, const std::string& dispatching) {
  return R"(# proto-file: landbridge/v1/scenario.proto
# proto-message: landbridge.v1.Scenario
name: "small-yard"
network {
  dispatching { )" +
         dispatching + R"( }
  points { id: "A" country: "CN" gauges_mm: 1435 }
  points {
    id: "M" country: "KZ" gauges_mm: 1435 gauges_mm: 1520
    tracks { gauge_mm: 1435 count: 50 usable_length_m: 1000 } tracks { gauge_mm: 1520 count: 50 usable_length_m: 1000 }
  }
  points { id: "B" country: "RU" gauges_mm: 1520 }
  lines { id: "AM" from: "A" to: "M" gauge_mm: 1435 length_km: 60 speed_km_per_day: 1440 tracks: )" +
         std::to_string(tracks_of_line) + R"( }
  lines { id: "MB" from: "M" to: "B" gauge_mm: 1520 length_km: 60 speed_km_per_day: 1440 tracks: 2 }
}
processes {
  gauge_changes {
    id: "w" point: "M" from_gauge_mm: 1435 to_gauge_mm: 1520 bays: 10 lifts_per_hour: 60 yard_teu: 60
    reformation { rule: FILL train_feu: 60 latest_departure { seconds: 21600 } }
  }
}
services {
  services {
    id: "W" origin: "A" destination: "B" direction: WESTBOUND reformed_share: 1
    formation { rule: RATE own_containers: 20 train_feu: 20 interval { unit: HOURS constant: 3 } }
  }
}
experiment { counted { seconds: 864000 } replications: 1 }
)";
}

std::int64_t all_of(const rail::WaitSum& wait) {
  return wait.container_seconds + wait.open_container_seconds;
}

struct Waits {
  std::int64_t yard = 0, others = 0;
  double yard_share() const { return static_cast<double>(yard) / static_cast<double>(yard + others); }
};

Waits waits(const rail::Observations& seen) {
  Waits sum{all_of(seen.terminals[0].yard_wait), all_of(seen.terminals[0].bay_wait)};
  for (const rail::PointObservation& point : seen.points) sum.others += all_of(point.track_wait);
  for (const auto& directions : seen.lines) {
    for (const rail::LineObservation& line : directions)
      sum.others += all_of(line.wait) + all_of(line.track_wait);
  }
  return sum;
}

const rail::HeldTrains& held_at(const support::Runs& runs, const std::string& id, rail::Cause cause) {
  return runs.replications[0].held_at_points[point_named(runs, id)][static_cast<std::size_t>(cause)];
}

// Of tracks there are plenty. Before single track all trains stand at A; before double track one behind the
// other as far as A. They come in at a headway, and word of room takes a notice: before a full line that is
// for the track.
TEST(YardAhead, IsTheCauseWhereTracksBind) {
  const Waits recorded = waits(support::run_text(small_yard(1, "")).replications[0]);
  ASSERT_GT(recorded.yard_share(), 0.99);
  for (const int tracks_of_line : {1, 2}) {
    for (const char* notice : {"", "notice { seconds: 600 }"}) {
      const support::Runs runs =
          support::run_text(small_yard(tracks_of_line, std::string("station_tracks: BINDING ") + notice));
      const rail::Observations& seen = runs.replications[0];
      const Waits binding = waits(seen);
      EXPECT_GT(binding.yard_share(), tracks_of_line == 1 ? 0.99 : 0.9) << tracks_of_line << notice;
      const rail::HeldTrains& at_a = held_at(runs, "A", rail::Cause::kYard);
      const rail::HeldTrains& at_m = held_at(runs, "M", rail::Cause::kYard);
      EXPECT_GT(at_a.waiting_at_end, 10) << tracks_of_line << notice;
      EXPECT_EQ(at_m.waiting_at_end > 5, tracks_of_line == 2) << "at the end of the line";
      const std::int64_t for_tracks = held_at(runs, "A", rail::Cause::kTrack).seconds;
      EXPECT_LE(for_tracks, tracks_of_line == 1 ? 0 : at_a.seconds / 10) << notice;
    }
  }
}

}  // namespace
}  // namespace networks
