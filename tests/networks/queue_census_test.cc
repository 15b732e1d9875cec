// A census of queues in every shipped scenario: it changes nothing, and counts what KPIs count at the end.
#include <gtest/gtest.h>

#include <map>
#include <string>

#include "models/censused_replication.h"
#include "tests/support/shipped_scenarios.h"

namespace {

constexpr std::int64_t kDay_s = 86400;

class QueueCensus : public testing::TestWithParam<std::string> {};

rail::ModelInput shortened(const std::string& name) {
  rail::ModelInput input = support::input_of(name);
  const support::Days days = support::short_time(name);
  input.spin_up_s = std::min(input.spin_up_s, days.spin_up * kDay_s);
  input.counted_s = std::min(input.counted_s / kDay_s, days.counted) * kDay_s;
  return input;
}

std::map<std::string, double> by_key(const rail::Model& model, const rail::WaitingNow& waiting) {
  const std::vector<rail::WaitingPlace> places = rail::waiting_places(model);
  std::map<std::string, double> sums;
  for (std::size_t i = 0; i < places.size(); ++i)
    sums["wait/" + places[i].place + "/" + rail::to_string(places[i].cause) + "/waiting_at_end"] +=
        static_cast<double>(waiting.at(i));
  return sums;
}

TEST_P(QueueCensus, ChangesNothingAndCountsWhatKpisCount) {
  const auto model = rail::Model::build(shortened(GetParam()));
  const std::int64_t days = model->input().counted_s / kDay_s;
  ASSERT_GE(days, 1);
  std::vector<std::int64_t> at;
  for (std::int64_t day = 0; day <= days; day += day < 3 ? 1 : 3)
    at.push_back(model->input().spin_up_s + day * kDay_s);
  if (at.back() < model->input().spin_up_s + days * kDay_s)
    at.push_back(model->input().spin_up_s + days * kDay_s);
  const rail::Observations plain = rail::run_replication(*model, {});
  for (const rail::EngineChoice engine : {rail::EngineChoice::kSequential, rail::EngineChoice::kParallel}) {
    rail::ReplicationOptions options;
    options.engine.choice = engine;
    options.engine.threads = 2;
    const rail::CensusedReplication with = rail::run_censused_replication(*model, options, at);
    ASSERT_TRUE(canonical_bytes(*model, with.seen) == canonical_bytes(*model, plain));
    EXPECT_EQ(with.seen.events, plain.events);
    if (plain.stop == rail::StopReason::kGridlock) continue;
    ASSERT_EQ(with.waiting.size(), at.size());
    std::map<std::string, double> counted = by_key(*model, with.waiting.back());
    for (const rail::Kpi& kpi : rail::kpis(*model, plain)) {
      if (!kpi.key.starts_with("wait/") || !kpi.key.ends_with("/waiting_at_end")) continue;
      if (kpi.key.find("/consolidation/") != std::string::npos) continue;
      EXPECT_EQ(counted[kpi.key], kpi.value) << kpi.key;
      counted.erase(kpi.key);
    }
    for (const auto& [key, value] : counted) EXPECT_EQ(value, 0) << key << " is no KPI";
  }
}

INSTANTIATE_TEST_SUITE_P(Shipped, QueueCensus, testing::ValuesIn(support::shipped()), support::test_name);

}  // namespace
