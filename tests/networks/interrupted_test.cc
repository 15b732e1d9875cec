// A replication that is interrupted in its midst: it is known for one, and costs no more than it has to.
#include <gtest/gtest.h>

#include <atomic>
#include <limits>

#include "models/watched_replication.h"
#include "tests/support/scenario_runs.h"

namespace networks {
namespace {

class Interrupter : public rail::TrainWatcher {
 public:
  explicit Interrupter(std::int64_t from) : from_(from) {}
  void see(const rail::TrainEvent& event) override {
    if (event.time >= from_) interrupt_ = true;
  }
  const std::atomic<bool>& interrupt() const { return interrupt_; }

 private:
  std::int64_t from_;
  std::atomic<bool> interrupt_{false};
};

constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::max();

rail::Observations run(const rail::Model& model, std::int64_t interrupted_from) {
  Interrupter watcher(interrupted_from);
  rail::ReplicationOptions options;
  options.interrupt = &watcher.interrupt();
  options.record_trains = options.record_containers = true;
  return rail::run_watched_replication(model, options, watcher);
}

TEST(Interrupted, RecordsAreNotCopied) {
  const auto model = support::run("scenarios/toys/one_border.txtpb").model;
  const rail::Observations whole = run(*model, kNever), part = run(*model, 200 * 86400);
  EXPECT_EQ(whole.stop, rail::StopReason::kHorizon);
  EXPECT_FALSE(whole.train_stops.empty() || whole.container_legs.empty());
  EXPECT_EQ(part.stop, rail::StopReason::kInterrupted);
  EXPECT_GT(part.services[0].trains_departed, 0);
  EXPECT_TRUE(part.train_stops.empty() && part.container_legs.empty());
}

// toys/gridlock, and beside it so many trains that the engine soon looks whether it is interrupted.
constexpr const char* kBusyGridlock = R"(
name: "busy gridlock"
network {
  points { id: "A" country: "XX" gauges_mm: 1520 }
  points { id: "B" country: "XX" gauges_mm: 1520 }
  points { id: "C" country: "XX" gauges_mm: 1520 }
  points { id: "D" country: "XX" gauges_mm: 1520 }
  lines { id: "AB" from: "A" to: "B" gauge_mm: 1520 length_km: 60 speed_km_per_day: 960 tracks: 1
          passing_places: 2 passing_tracks: 2 clearing { seconds: 120 } }
  lines { id: "CD" from: "C" to: "D" gauge_mm: 1520 length_km: 60 speed_km_per_day: 960 tracks: 2 }
  dispatching { station_tracks: BINDING admission: ROOM_ONLY }
}
services {
  services { id: "west" origin: "B" destination: "A" direction: WESTBOUND
    formation { rule: LIST train_feu: 1 own_containers: 1
                times { seconds: 0 } times { seconds: 600 } times { seconds: 1200 } } }
  services { id: "east" origin: "A" destination: "B" direction: EASTBOUND
    formation { rule: LIST train_feu: 1 own_containers: 1
                times { seconds: 0 } times { seconds: 600 } times { seconds: 1200 } } }
  services { id: "busy" origin: "C" destination: "D" direction: EASTBOUND
    formation { rule: RATE train_feu: 1 own_containers: 1 interval { unit: HOURS exponential { mean: 0.002 } } } }
}
experiment { counted { seconds: 864000 } replications: 1 }
)";

// It is looked for at the end of days, all stations at one instant: a circle that is there before is no
// result yet.
TEST(Interrupted, NobodyLooksForGridlocks) {
  const auto model = support::run_text(kBusyGridlock).model;
  const rail::Observations whole = run(*model, kNever), part = run(*model, 43200);
  EXPECT_EQ(whole.stop, rail::StopReason::kGridlock);
  EXPECT_EQ(whole.end_time, 86400);
  EXPECT_LT(part.end_time, 86400);
  EXPECT_EQ(part.stop, rail::StopReason::kInterrupted);
  EXPECT_TRUE(part.gridlock.empty());
}

}  // namespace
}  // namespace networks
