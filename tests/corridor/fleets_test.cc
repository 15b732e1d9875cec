// Wagons and locomotives on the corridor: as many as are ever wanted change nothing; too few give the same
// bits on either engine.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "models/replication.h"
#include "tests/support/shipped_scenarios.h"

namespace corridor {
namespace {

constexpr std::int64_t kDay_s = 86400;

rail::ModelInput input_of(const std::string& name) {
  rail::ModelInput input = support::input_of(name);
  input.spin_up_s = std::min(input.spin_up_s, 25 * kDay_s);
  input.counted_s = std::min(input.counted_s, 15 * kDay_s);
  return input;
}

// A pool of each gauge at all its points, and a traction district for the lines that begin in a country.
rail::ModelInput with_fleets(rail::ModelInput input, std::int64_t sets, std::int64_t locomotives) {
  for (const int gauge : {1435, 1520, 1668}) {
    rail::WagonPoolInput pool;
    pool.id = "sets_" + std::to_string(gauge);
    pool.gauge_mm = gauge;
    for (std::uint32_t p = 0; p < input.points.size(); ++p) pool.stock.push_back({p, sets});
    input.wagon_pools.push_back(std::move(pool));
  }
  std::map<std::string, rail::TractionDistrictInput> districts;
  for (std::uint32_t i = 0; i < input.lines.size(); ++i) {
    const rail::LineInput& line = input.lines[i];
    if (line.gauge_mm == 0) continue;
    rail::TractionDistrictInput& district = districts[input.points[line.from].country];
    district.lines.push_back(i);
    for (const std::uint32_t p : {line.from, line.to}) {
      const auto at = [p](const rail::StockInput& stock) { return stock.point == p; };
      if (std::none_of(district.stock.begin(), district.stock.end(), at))
        district.stock.push_back({p, locomotives});
    }
  }
  for (auto& [country, district] : districts) {
    district.id = "locomotives_" + country;
    input.traction_districts.push_back(std::move(district));
  }
  return input;
}

struct Ran {
  std::string bytes, records;
  rail::Observations seen;
};

Ran run(const rail::ModelInput& input, const rail::EngineOptions& engine = {}) {
  const auto model = rail::Model::build(input);
  rail::ReplicationOptions options;
  options.record_trains = options.record_containers = true;
  options.engine = engine;
  Ran ran;
  ran.seen = rail::run_replication(*model, options);
  ran.bytes = canonical_bytes(*model, ran.seen);
  ran.records = canonical_record_bytes(ran.seen);
  return ran;
}

// Waits that have not ended count, too.
std::int64_t fleet_wait_s(const rail::Observations& seen) {
  std::int64_t wait = 0;
  for (const rail::StockObservation& stock : seen.stocks) wait += stock.waiting_seconds;
  return wait;
}

class Fleets : public testing::TestWithParam<std::string> {};

TEST_P(Fleets, ThatAreNeverShortChangeNothing) {
  rail::ModelInput input = input_of(GetParam());
  input.dispatching.notice_s =
      0;  // a train that may have to wait for a locomotive asks for nothing ahead of time
  const Ran without = run(input), with = run(with_fleets(input, 100000, 100000));
  EXPECT_EQ(fleet_wait_s(with.seen), 0);
  EXPECT_FALSE(without.records.empty());
  EXPECT_TRUE(with.records == without.records);
}

TEST_P(Fleets, ThatAreShortGiveTheSameBitsOnEveryEngine) {
  const rail::ModelInput input = with_fleets(input_of(GetParam()), 1, 1);
  const Ran expected = run(input);
  EXPECT_GT(fleet_wait_s(expected.seen), 0);
  for (const std::uint64_t seed : {0, 1, 2}) {
    for (const int threads : {1, 2, 8}) {
      const Ran other = run(input, {rail::EngineChoice::kParallel, threads, des::Backend::kJthread, seed});
      EXPECT_TRUE(other.bytes == expected.bytes && other.records == expected.records)
          << threads << " " << seed;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(
    On, Fleets, testing::Values("eurasia-2017", "whatif/tracks-2017", "toys/meets", "toys/one_border"),
    [](const auto& scenario) {
      std::string name = scenario.param;
      std::replace_if(name.begin(), name.end(), [](char c) { return c == '/' || c == '-'; }, '_');
      return name;
    });

}  // namespace
}  // namespace corridor
