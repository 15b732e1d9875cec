// The keys that the validator accepts against those that a run gives.
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>
#include <vector>

#include "models/replication.h"
#include "scenarios/kpi_direction.h"
#include "scenarios/load_files.h"
#include "scenarios/validate.h"
#include "tests/scenarios/test_files.h"

namespace {

using Parts = std::vector<std::string>;

constexpr const char* kEverything = "tests/scenarios/parts/everything.txtpb";

std::set<std::string> keys_of_a_run(const std::string& path) {
  const auto loaded = scenarios::Scenario::load(test_files::in_repository(path));
  std::set<std::string> keys;
  for (const std::string& line : test_files::lines(loaded.problems)) ADD_FAILURE() << line;
  if (!loaded.scenario) return keys;
  const auto model = rail::Model::build(loaded.scenario->model_input());
  for (const rail::Kpi& kpi : rail::kpis(*model, rail::run_replication(*model, {}))) keys.insert(kpi.key);
  return keys;
}

Parts split(const std::string& key) {
  Parts parts(1);
  for (const char c : key) {
    if (c == '/') {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

std::string join(const Parts& parts) {
  std::string key = parts[0];
  for (std::size_t i = 1; i < parts.size(); ++i) key += "/" + parts[i];
  return key;
}

// Which formations and stocks there are depends on routes, which the validator does not look at for a key;
// nor does it ask what may hold trains back at a point.
bool is_of_routes(const Parts& parts) {
  const bool deep_wait = parts[0] == "wait" && parts.size() > 4;  // formation, fleet
  return parts[0] == "formed" || parts[0] == "stock" || parts[0] == "held" || deep_wait;
}

class KpiKeys : public testing::TestWithParam<const char*> {};

TEST_P(KpiKeys, EveryKeyOfARunIsAccepted) {
  const scenarios::LoadedFiles files = scenarios::load_files(test_files::in_repository(GetParam()));
  const scenarios::Checks checks(files);
  const std::set<std::string> keys = keys_of_a_run(GetParam());
  EXPECT_GT(keys.size(), 40u);
  for (const std::string& key : keys) {
    EXPECT_EQ(scenarios::check_kpi_key(key, checks).message, "") << key;
  }
}

INSTANTIATE_TEST_SUITE_P(Scenarios, KpiKeys,
                         testing::Values(kEverything, "scenarios/toys/one_border.txtpb",
                                         "scenarios/toys/meets.txtpb", "scenarios/toys/fleets.txtpb",
                                         "scenarios/toys/possession.txtpb", "scenarios/toys/reefers.txtpb",
                                         "scenarios/toys/part_loads.txtpb", "scenarios/toys/turned.txtpb",
                                         "scenarios/toys/loading_limit.txtpb", "scenarios/toys/ring.txtpb",
                                         "tests/networks/meet_with_paths.txtpb",
                                         "tests/networks/ship.txtpb"));

TEST(KpiKeys, ASlipInAnyPartOfAKeyIsRefused) {
  const scenarios::LoadedFiles files = scenarios::load_files(test_files::in_repository(kEverything));
  const scenarios::Checks checks(files);
  for (const std::string& key : keys_of_a_run(kEverything)) {
    const Parts parts = split(key);
    for (std::size_t i = 0; i < parts.size(); ++i) {
      Parts slipped = parts;
      slipped[i] += "x";
      EXPECT_NE(scenarios::check_kpi_key(join(slipped), checks).message, "") << join(slipped);
    }
    EXPECT_NE(scenarios::check_kpi_key(key + "/mean", checks).message, "") << key;
    EXPECT_NE(scenarios::check_kpi_key(key.substr(0, key.rfind('/')), checks).message, "") << key;
  }
}

// Keys made of two that a run gives: with one part of a key of the same head and length in the other's place.
TEST(KpiKeys, WhatIsAcceptedIsGiven) {
  const scenarios::LoadedFiles files = scenarios::load_files(test_files::in_repository(kEverything));
  const scenarios::Checks checks(files);
  const std::set<std::string> keys = keys_of_a_run(kEverything);
  std::map<std::pair<std::string, std::size_t>, std::vector<std::set<std::string>>> alternatives;
  for (const std::string& key : keys) {
    const Parts parts = split(key);
    auto& all = alternatives[{parts[0], parts.size()}];
    all.resize(parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i) all[i].insert(parts[i]);
  }
  std::size_t refused = 0;
  for (const std::string& key : keys) {
    const Parts parts = split(key);
    if (is_of_routes(parts)) continue;
    for (std::size_t i = 1; i < parts.size(); ++i) {
      for (const std::string& other : alternatives[{parts[0], parts.size()}][i]) {
        Parts mixed = parts;
        mixed[i] = other;
        const bool accepted = scenarios::check_kpi_key(join(mixed), checks).message.empty();
        EXPECT_EQ(accepted, keys.count(join(mixed)) != 0) << join(mixed);
        refused += accepted ? 0 : 1;
      }
    }
  }
  EXPECT_GT(refused, 100u);
}

TEST(KpiKeys, CountedFromOne) {
  const std::set<std::string> keys = keys_of_a_run(kEverything);
  EXPECT_EQ(keys.count("point/A/census_0"), 0u);
  EXPECT_EQ(keys.count("point/A/census_1"), 1u);
  EXPECT_EQ(keys.count("point/A/census_2"), 1u);
}

TEST(KpiDirection, IsAskedOfTimesWaitsAndMoney) {
  for (const char* less :
       {"transit/A-B/p90_days", "total_time/A-B/track/mean_days", "dwell/A/westbound/mean_h",
        "wait/L/path/waiting_at_end", "line/L/westbound/path_wait_mean_h", "line/L/westbound/held_back",
        "goods/food/eastbound/late_total", "resource/R/queue_longest", "disruption/D/time_to_clear_h",
        "cost/A-B/per_teu", "bills/trains/cost", "emissions/A-B/g_per_teu", "waiting_at_end/trains",
        "held/A/track/trains", "formed/A/1435/westbound/cancelled"})
    EXPECT_TRUE(scenarios::less_may_be_better(less)) << less;
  for (const char* more :
       {"total/both/teu_delivered", "line/L/westbound/trains_per_day", "crossing/L/both/laden_teu",
        "formed/A/1435/westbound/trains", "terminal/T/utilisation", "delivered/A-B/teu"})
    EXPECT_FALSE(scenarios::less_may_be_better(more)) << more;
}

}  // namespace
