// The steps of single containers against the times that were recorded of their legs.
#include "studies/container_steps.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "studies/container_journeys.h"
#include "studies/place_names.h"
#include "studies/report_data.h"
#include "tests/studies/report_toy.h"
#include "tests/support/scenario_runs.h"

namespace studies {
namespace {

using Legs = std::vector<const rail::ContainerLeg*>;

// Seconds that the container stood at a point, or did not.
std::int64_t stood(const std::vector<ContainerStep>& steps, std::uint32_t point) {
  std::int64_t seconds = 0;
  for (const ContainerStep& step : steps)
    seconds += step.from == point && step.to == point ? step.seconds : 0;
  return seconds;
}

// Everything that was recorded of one network: three trains into two, a yard that fills up, trains that are
// lifted whole, part loads, and a ship.
class ContainerSteps : public testing::TestWithParam<const char*> {
 protected:
  support::Runs runs = support::run(GetParam(), 1, true);
  const rail::Observations& seen = runs.replications.front();
  TrainStops trains{seen.train_stops};

  std::vector<Legs> containers() const {
    std::vector<Legs> all;
    for (const auto& [ends, journeys] : recorded_journeys(runs.model->input(), seen.container_legs))
      all.insert(all.end(), journeys.each.begin(), journeys.each.end());
    return all;
  }
};

TEST_P(ContainerSteps, AddUpToTheJourneyCauseByCause) {
  const std::vector<Legs> all = containers();
  ASSERT_GE(all.size(), 20U);
  for (const Legs& legs : all) {
    rail::Account account{}, expected{};
    std::int64_t total = 0;
    for (const ContainerStep& step : container_steps(legs, trains)) {
      EXPECT_GT(step.seconds, 0);
      account[step.cause] += step.seconds;
      total += step.seconds;
    }
    for (const rail::ContainerLeg* leg : legs) {
      for (std::size_t c = 0; c < rail::kCauses; ++c) expected[c] += leg->account[c];
    }
    EXPECT_EQ(account, expected);
    EXPECT_EQ(total, legs.back()->arrived - legs.front()->ready);
  }
}

// Times of legs and stops are another record than causes: they agree on how long a container stood where.
TEST_P(ContainerSteps, StandWhereAndAsLongAsTheTimesSay) {
  std::int64_t compared = 0;
  for (const Legs& legs : containers()) {
    const std::vector<ContainerStep> steps = container_steps(legs, trains);
    std::map<std::uint32_t, std::int64_t> expected;
    bool known = true;
    for (std::size_t i = 0; i < legs.size(); ++i) {
      const rail::ContainerLeg& leg = *legs[i];
      const TrainStops::Stops& stops = trains.of(leg.train);
      known = known && !stops.empty();
      expected[leg.from] += leg.departed - leg.ready;
      if (i + 1 < legs.size()) expected[leg.to] += legs[i + 1]->ready - leg.arrived;
      for (std::size_t k = 1; k + 1 < stops.size(); ++k) {
        const std::int64_t stay = stops[k]->departed - stops[k]->arrived;
        expected[stops[k]->point] += stay >= kLongStay_s ? stay : 0;
      }
    }
    if (!known) continue;
    for (const auto& [point, seconds] : expected) EXPECT_EQ(stood(steps, point), seconds);
    ++compared;
  }
  EXPECT_GE(compared, 20);
}

TEST_P(ContainerSteps, AreOneAfterTheOther) {
  for (const Legs& legs : containers()) {
    std::uint32_t here = legs.front()->from;
    std::uint32_t came_from = here;
    for (const ContainerStep& step : container_steps(legs, trains)) {
      const bool same_way = step.from == came_from && step.to == here;  // another cause of it
      EXPECT_TRUE(step.from == here || same_way);
      if (step.from != step.to && !same_way) came_from = step.from;
      const auto cause = static_cast<rail::Cause>(step.cause);
      EXPECT_TRUE(cause != rail::Cause::kRunning || step.from != step.to);
      EXPECT_TRUE(cause != rail::Cause::kFormation || step.from == step.to);
      here = step.to;
    }
    EXPECT_EQ(here, legs.back()->to);
  }
}

TEST_P(ContainerSteps, WithoutStopsOfTrainsAreByLeg) {
  const TrainStops none({});
  for (const Legs& legs : containers()) {
    std::int64_t total = 0;
    for (const ContainerStep& step : container_steps(legs, none)) {
      const bool is_leg = std::any_of(legs.begin(), legs.end(), [&](const rail::ContainerLeg* leg) {
        return leg->from == step.from && leg->to == step.to;
      });
      const auto cause = static_cast<rail::Cause>(step.cause);
      EXPECT_TRUE(is_leg || cause == rail::Cause::kFormation || cause == rail::Cause::kPlug ||
                  cause == rail::Cause::kConsolidation);
      total += step.seconds;
    }
    EXPECT_EQ(total, legs.back()->arrived - legs.front()->ready);
  }
}

INSTANTIATE_TEST_SUITE_P(Networks, ContainerSteps,
                         testing::Values("tests/networks/three_into_two.txtpb",
                                         "tests/networks/full_yard.txtpb", "tests/networks/ship.txtpb",
                                         "scenarios/toys/one_border.txtpb", "scenarios/toys/fleets.txtpb",
                                         "scenarios/toys/part_loads.txtpb",
                                         "tests/networks/group_share.txtpb"));

// What the page gets: minutes that add up, of some containers from the fastest to the slowest.
TEST(ReportContainers, AreEvenlyFromTheFastestToTheSlowest) {
  using Json = nlohmann::json;
  const toys::ReportToy toy = toys::report_toy(toys::border_text());
  const Json single = Json::parse(run_report_json(toy.report()))["journeys"][0]["single"];
  const auto journeys = recorded_journeys(toy.model->input(), toy.records.legs);
  const std::vector<Legs>& each = journeys.begin()->second.each;
  ASSERT_EQ(single["recorded"], each.size());
  ASSERT_EQ(single["id"].size(), 41U);
  EXPECT_EQ(single["rank"].front(), 0);
  EXPECT_EQ(single["rank"].back(), each.size() - 1);
  // At the start and at the border, and the ways between; nothing long happens elsewhere.
  for (const Json& place : single["places"])
    EXPECT_TRUE(place == Json({0, 0}) || place == Json({0, 1}) || place == Json({1, 1}) ||
                place == Json({1, 2}));
  std::int64_t before = 0;
  for (std::size_t i = 0; i < 41; ++i) {
    const Legs& legs = each[single["rank"][i].get<std::size_t>()];
    EXPECT_EQ(single["id"][i], identity_text(legs.front()->container));
    std::int64_t minutes = 0;
    for (std::size_t k = 2; k < single["steps"][i].size(); k += 3)
      minutes += single["steps"][i][k].get<std::int64_t>();
    EXPECT_EQ(minutes, (legs.back()->arrived - legs.front()->ready) / 60);
    EXPECT_GE(minutes, before);
    before = minutes;
  }
}

}  // namespace
}  // namespace studies
