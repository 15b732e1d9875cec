// Every shipped scenario, over a short time: the causes of each service's containers add up to their
// journeys, and those of each leg to the time until the next leg. (That each container's do is a check of the
// model.)
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <numeric>
#include <string>
#include <tuple>
#include <vector>

#include "models/replication.h"
#include "tests/support/shipped_scenarios.h"

namespace corridor {
namespace {

constexpr std::int64_t kDay_s = 86400;

std::int64_t sum(const rail::Account& account) {
  return std::accumulate(account.begin(), account.end(), std::int64_t{0});
}

// Long enough for the first containers to reach the other end.
rail::Observations short_run(const std::string& name) {
  rail::ModelInput input = support::input_of(name);
  input.spin_up_s = 0;
  input.counted_s = 40 * kDay_s;
  rail::ReplicationOptions options;
  options.record_containers = true;
  return rail::run_replication(*rail::Model::build(std::move(input)), options);
}

class Journeys : public testing::TestWithParam<std::string> {};

TEST_P(Journeys, EverySecondHasOneCause) {
  rail::Observations seen = short_run(GetParam());
  std::int64_t delivered = 0;
  for (const rail::ServiceObservation& service : seen.services) {
    EXPECT_EQ(sum(service.account), service.total.sum());
    for (const std::int64_t seconds : service.account) EXPECT_GE(seconds, 0);
    delivered += service.containers_delivered;
  }
  EXPECT_EQ(delivered > 0, seen.stop != rail::StopReason::kGridlock);
  std::vector<rail::ContainerLeg>& legs = seen.container_legs;
  std::sort(legs.begin(), legs.end(), [](const rail::ContainerLeg& x, const rail::ContainerLeg& y) {
    return std::tie(x.container, x.leg) < std::tie(y.container, y.leg);
  });
  for (std::size_t i = 0; i + 1 < legs.size(); ++i) {
    if (legs[i + 1].container != legs[i].container) continue;
    EXPECT_EQ(sum(legs[i].account), legs[i + 1].ready - legs[i].ready);
  }
}

INSTANTIATE_TEST_SUITE_P(Shipped, Journeys, testing::ValuesIn(support::shipped()), support::test_name);

}  // namespace
}  // namespace corridor
