// Common random numbers: what a change at one place leaves untouched elsewhere.
#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <tuple>

#include "models/replication.h"
#include "tests/corridor/engine_runs.h"

namespace corridor {
namespace {

// When each container was released, of those whose first leg has ended.
std::map<std::uint64_t, std::int64_t> releases(const std::string& name) {
  rail::ModelInput input = as_shipped(name);
  input.spin_up_s = 0;
  input.counted_s = 60 * kDay_s;
  rail::ReplicationOptions options;
  options.record_containers = true;
  const rail::Observations seen = rail::run_replication(*rail::Model::build(std::move(input)), options);
  std::map<std::uint64_t, std::int64_t> result;
  for (const rail::ContainerLeg& leg : seen.container_legs) {
    if (leg.leg == 0) result.emplace(leg.container, leg.ready);
  }
  return result;
}

// Twice the cranes at one border: the same containers come at the same times everywhere.
TEST(CommonNumbers, AChangeAtOneBorderLeavesDemandAsItIs) {
  const auto one = releases("whatif/khorgos-cranes-1"), two = releases("whatif/khorgos-cranes-2");
  std::size_t both = 0;
  for (const auto& [container, time] : one) {
    const auto found = two.find(container);
    if (found == two.end()) continue;
    ++both;
    EXPECT_EQ(time, found->second) << container;
  }
  EXPECT_GT(both, one.size() * 9 / 10);
}

// What trains draw, as far as records tell it: how long they run from where they were formed to the end of
// their leg, and how long they are handled where they stop on the way.
struct Draws {
  std::map<std::tuple<std::uint64_t, std::uint32_t, std::uint32_t>, std::int64_t> ran;  // train, from, to
  std::map<std::pair<std::uint64_t, std::uint32_t>, std::int64_t> handled;              // train, point
  std::map<std::uint64_t, std::set<std::uint64_t>> containers;                          // by train
};

Draws draws_of(rail::ModelInput input) {
  input.spin_up_s = 0;
  input.counted_s = 60 * kDay_s;
  rail::ReplicationOptions options;
  options.record_containers = options.record_trains = true;
  const rail::Observations seen = rail::run_replication(*rail::Model::build(std::move(input)), options);
  Draws draws;
  for (const rail::ContainerLeg& leg : seen.container_legs) {
    draws.ran[{leg.train, leg.from, leg.to}] = leg.account[static_cast<std::size_t>(rail::Cause::kRunning)];
    draws.containers[leg.train].insert(leg.container);
  }
  for (const rail::TrainStop& stop : seen.train_stops) {
    if (stop.arrived < 0 || stop.departed < 0) continue;
    draws.handled[{stop.train, stop.point}] =
        stop.departed - stop.arrived - std::accumulate(stop.wait.begin(), stop.wait.end(), std::int64_t{0});
  }
  return draws;
}

template <class Key>
std::size_t expect_equal_in_both(const std::map<Key, std::int64_t>& one,
                                 const std::map<Key, std::int64_t>& two,
                                 const std::function<bool(const Key&)>& counts) {
  std::size_t both = 0, different = 0;
  for (const auto& [key, seconds] : one) {
    const auto found = two.find(key);
    if (found == two.end() || !counts(key)) continue;
    ++both;
    different += found->second == seconds ? 0 : 1;
  }
  EXPECT_EQ(different, 0u) << "of " << both;
  return both;
}

// Half as many lifts at Dostyk, in the whole corridor: trains wait for them, and draw what they drew before,
// there and everywhere. Of a train that is formed behind it other containers may be inspected.
TEST(CommonNumbers, AChangeAtOneBorderLeavesWhatTrainsDrawAsItIs) {
  const rail::ModelInput input = as_shipped("eurasia-2017");
  rail::ModelInput slow = input;
  for (rail::GaugeChangeInput& change : slow.gauge_changes)
    if (change.id == "KZ_DOS.westbound") change.lifts_per_hour /= 2;
  const Draws one = draws_of(input), two = draws_of(slow);
  using Way = decltype(one.ran)::key_type;
  using Stop = decltype(one.handled)::key_type;
  const std::size_t ways = expect_equal_in_both<Way>(one.ran, two.ran, [](const Way&) { return true; });
  const std::size_t stops = expect_equal_in_both<Stop>(one.handled, two.handled, [&](const Stop& stop) {
    const auto before = one.containers.find(stop.first), after = two.containers.find(stop.first);
    return before != one.containers.end() && after != two.containers.end() && before->second == after->second;
  });
  EXPECT_GT(ways, one.ran.size() * 9 / 10);
  EXPECT_GT(stops, one.handled.size() / 2);
}

}  // namespace
}  // namespace corridor
