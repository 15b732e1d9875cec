// Common random numbers: what a change at one place leaves untouched elsewhere.
#include <gtest/gtest.h>

#include <map>
#include <string>

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

}  // namespace
}  // namespace corridor
