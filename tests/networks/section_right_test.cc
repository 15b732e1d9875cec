// Single track between two points that both work on trains, with a notice: the right to decide about it goes
// to and fro, so that departures at both ends are known ahead, and both ways have their share.
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "models/replication.h"
#include "tests/networks/trips.h"
#include "tests/networks/watchdog_networks.h"

namespace networks {
namespace {

using rail::Direction;

// A--B--C: 20 min of single track each. B has so many tracks and works on trains for so long; C does so as
// well on trains that nobody runs. `b_first`: in the list, whose first of two alike has the right at first.
class BetweenTwoWorks {
 public:
  BetweenTwoWorks(bool b_first, int tracks, std::int64_t dwell_s, int in_a_row = 0) : in_a_row_(in_a_row) {
    a_ = add_point("A", 0);
    if (b_first) b_ = add_point("B", tracks);
    c_ = add_point("C", 9);
    if (!b_first) b_ = add_point("B", tracks);
    add_line(a_, b_);
    add_line(b_, c_);
    add_work(b_, {Direction::kEastbound, Direction::kWestbound}, dwell_s);
    add_work(c_, {Direction::kWestbound}, kMinute);
  }

  // Every 20 min, which is more than B takes.
  void run_trains(bool out) {
    std::vector<std::int64_t> times;
    for (std::int64_t time = 0; time < 20 * kDay; time += 20 * kMinute) times.push_back(time);
    const std::string id = out ? "out" : "back";
    network_.trains(id, out ? a_ : c_, out ? c_ : a_, times).direction =
        out ? Direction::kEastbound : Direction::kWestbound;
  }

  // Of ten days.
  std::shared_ptr<const rail::Model> model(std::int64_t notice_s) const {
    rail::ModelInput input = network_.input;
    input.dispatching.notice_s = notice_s;
    input.spin_up_s = 2 * kDay;
    input.counted_s = 10 * kDay;
    return rail::Model::build(std::move(input));
  }

  // Per service.
  std::vector<double> trains_a_day(std::int64_t notice_s) const {
    const rail::Observations seen = rail::run_replication(*model(notice_s), {});
    std::vector<double> trains;
    for (const rail::ServiceObservation& service : seen.services)
      trains.push_back(static_cast<double>(service.containers_delivered) / 10);
    return trains;
  }

 private:
  std::uint32_t add_point(const std::string& id, int tracks) { return network_.point(id, tracks); }

  void add_line(std::uint32_t from, std::uint32_t to) {
    rail::LineInput& line = network_.input.lines[network_.line(from, to)];
    line.tracks = 1;
    line.length_km = 20;
    line.speed_km_per_day = 1440;
    line.headway_s = kMinute;
    line.fleeting = in_a_row_;
  }

  void add_work(std::uint32_t point, std::vector<Direction> directions, std::int64_t seconds) {
    rail::StageInput stage;
    stage.name = "work";
    stage.resource = static_cast<std::uint32_t>(network_.input.resources.size());
    stage.duration = rail::Distribution::constant(static_cast<double>(seconds));
    rail::ResourceInput& staff = network_.input.resources.emplace_back();
    staff.id = numbered("staff", point);
    staff.point = point;
    staff.servers = 99;
    rail::ProcessInput& process = network_.input.processes.emplace_back();
    process.point = point;
    process.role = rail::ProcessRole::kPass;
    process.directions = std::move(directions);
    process.stages = {stage};
  }

  int in_a_row_;
  Network network_{true};
  std::uint32_t a_ = 0, b_ = 0, c_ = 0;
};

// Two tracks, and a dwell of 30 min: one train in 50 min each, whoever is listed first.
TEST(SectionRight, ComesToWhereTrainsWait) {
  for (const bool b_first : {true, false}) {
    BetweenTwoWorks network(b_first, 2, 30 * kMinute);
    network.run_trains(true);
    for (const std::int64_t notice : {0, 60, 300, 600})
      EXPECT_NEAR(network.trains_a_day(notice)[0], 57.6, 0.3) << notice << ' ' << b_first;
  }
}

// Of trains both ways: four tracks for an hour of dwell and 20 min over the section to them are 36 a day each
// way, if two of one way go on in a row; 28.8 if they take turns. As many each way, whoever is listed first.
TEST(SectionRight, IsUsedByBothEndsAlike) {
  for (const std::int64_t notice : {300, 600, 900}) {
    for (const bool b_first : {true, false}) {
      for (const int in_a_row : {0, 2}) {
        BetweenTwoWorks network(b_first, 4, 60 * kMinute, in_a_row);
        network.run_trains(true);
        network.run_trains(false);
        for (const double trains : network.trains_a_day(notice))
          EXPECT_NEAR(trains, in_a_row == 0 ? 28.8 : 36.0, 0.3) << notice << ' ' << b_first;
      }
    }
  }
}

// Dealt out at random to nine partitions, of which most stay empty, B and C are in one of them once in nine
// times only: so the book goes from thread to thread (ThreadSanitizer looks at this).
TEST(SectionRight, GivesTheSameBitsAsItMovesBetweenThreads) {
  BetweenTwoWorks network(true, 4, 60 * kMinute, 2);
  network.run_trains(true);
  network.run_trains(false);
  for (const std::int64_t notice : {300, 900}) {
    const std::shared_ptr<const rail::Model> model = network.model(notice);
    const auto run = [&](const rail::EngineOptions& engine) {
      rail::ReplicationOptions options;
      options.record_trains = options.record_passings = true;
      options.engine = engine;
      return rail::run_replication(*model, options);
    };
    const auto bits = [&](const rail::Observations& seen) {
      return canonical_bytes(*model, seen) + canonical_record_bytes(seen);
    };
    const std::string expected = bits(run({rail::EngineChoice::kSequential, 1, des::Backend::kJthread, 0}));
    for (const int threads : {2, 3}) {
      for (std::uint64_t seed = 1; seed <= 8; ++seed) {
        rail::EngineOptions engine{rail::EngineChoice::kParallel, threads, des::Backend::kJthread, seed};
        engine.shuffled_partitions = 9;
        const rail::Observations seen = run(engine);
        EXPECT_EQ(seen.engine.partitions, 9u);
        EXPECT_TRUE(bits(seen) == expected) << notice << " s, " << threads << " threads, seed " << seed;
      }
    }
  }
}

}  // namespace
}  // namespace networks
