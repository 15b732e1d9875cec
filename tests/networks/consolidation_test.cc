// Part loads on their way through a network: none gets lost, and each second of theirs has one cause.
#include <gtest/gtest.h>

#include <map>
#include <numeric>
#include <regex>

#include "tests/networks/trips.h"

namespace networks {
namespace {

using rail::Cause;

constexpr const char* kPartLoads = "scenarios/toys/part_loads.txtpb";
constexpr std::int64_t kUnstuffing = 12 * kHour;
constexpr std::int64_t kLongest = 48 * kHour;  // of garments

rail::Observations one_run(const std::string& text) {
  return support::run_text(text, 1, true).replications[0];
}

TEST(PartLoads, ComeInAndGoOut) {
  const rail::Observations seen = one_run(text_of(kPartLoads));
  const rail::ConservationCheck& sum = seen.conservation;
  EXPECT_EQ(sum.loads_in, sum.loads_out + sum.loads_inside + sum.loads_gathering);
  EXPECT_GT(sum.loads_out, 8000);
  for (const rail::PartLoadObservation& loads : seen.part_loads) {
    EXPECT_GT(loads.loads_in, 600);
    EXPECT_NEAR(static_cast<double>(loads.loads_out), static_cast<double>(loads.loads_in), 100)
        << "in a year";
    EXPECT_LE(loads.filled, loads.containers * rail::kPartsOfContainer);
  }
}

TEST(PartLoads, EverySecondOfTheirsHasOneCause) {
  const rail::Observations seen = one_run(text_of(kPartLoads));
  for (const rail::PartLoadObservation& loads : seen.part_loads) {
    EXPECT_EQ(std::accumulate(loads.account.begin(), loads.account.end(), std::int64_t{0}), loads.total_s);
    for (const std::int64_t seconds : loads.account) EXPECT_GE(seconds, 0);
    EXPECT_EQ(of(loads.account, Cause::kHandling), loads.loads_out * kUnstuffing);
    EXPECT_EQ(of(loads.account, Cause::kRunning), loads.loads_out * 2 * kHour);
    EXPECT_GT(of(loads.account, Cause::kConsolidation), 0);
  }
}

// The journey of a container begins with its first load; one without loads waits for none.
TEST(PartLoads, ContainersWaitForThem) {
  const rail::Observations seen = one_run(text_of(kPartLoads));
  std::int64_t gathered_s = 0, gathered = 0, without = 0;
  for (const rail::ContainerLeg& leg : seen.container_legs) {
    EXPECT_EQ(std::accumulate(leg.account.begin(), leg.account.end(), std::int64_t{0}),
              leg.arrived - leg.ready);
    if (leg.part_loads == 0) {
      EXPECT_EQ(of(leg.account, Cause::kConsolidation), 0);
      ++without;
    }
    gathered_s += of(leg.account, Cause::kConsolidation);
    gathered += of(leg.account, Cause::kConsolidation) > 0 ? 1 : 0;
  }
  EXPECT_GT(gathered, 1000);
  EXPECT_NEAR(static_cast<double>(without), 3650, 300) << "in a year";
  EXPECT_EQ(gathered_s, of(seen.services[0].account, Cause::kConsolidation));
}

TEST(PartLoads, NoneWaitsLongerThanTheLongestWait) {
  const rail::Observations seen = one_run(text_of(kPartLoads));
  EXPECT_EQ(seen.part_loads[1].gathering.greatest(), kLongest);
  EXPECT_GT(seen.part_loads[1].sent_early, 0);
  EXPECT_LT(seen.part_loads[1].sent_early, seen.part_loads[1].containers);
  EXPECT_EQ(seen.part_loads[0].sent_early, 0);
}

// It is no time of the container's.
TEST(PartLoads, UnstuffingAddsToTheirTimeAlone) {
  const std::string text = text_of(kPartLoads);
  const rail::Observations with = one_run(text);
  const rail::Observations without =
      one_run(std::regex_replace(text, std::regex("unstuffing \\{ seconds: 43200 \\}"), ""));
  EXPECT_EQ(with.services[0].total.sum(), without.services[0].total.sum());
  for (std::size_t i = 0; i < 2; ++i) {
    EXPECT_EQ(with.part_loads[i].loads_out, without.part_loads[i].loads_out);
    EXPECT_EQ(with.part_loads[i].total_s - without.part_loads[i].total_s,
              with.part_loads[i].loads_out * kUnstuffing);
  }
}

// Of a train that leaves at once with whatever is ready, the mean transit grows by exactly the stuffing: the
// toy with trains of full load, one container each. As many come, since it takes no room.
TEST(PartLoads, StuffingAddsToTheirTime) {
  constexpr std::int64_t kStuffing = 10 * kHour;
  std::string text = std::regex_replace(text_of(kPartLoads),
                                        std::regex("rule: TIMETABLE train_feu: 40 departures[^}]*\\} \\}"),
                                        "rule: FULL_LOAD train_feu: 1");
  text = std::regex_replace(text, std::regex("tracks: 2"), "tracks: 2 headway { seconds: 0 }");
  // Until the end all that have come have arrived.
  text = std::regex_replace(text, std::regex("spin_up \\{ seconds: 2592000 \\}"), "spin_up { seconds: 0 }");
  const rail::Observations without = one_run(text);
  const rail::Observations with = one_run(std::regex_replace(
      text, std::regex("unstuffing"), "stuffing { seconds: " + std::to_string(kStuffing) + " } unstuffing"));
  const auto journeys = [](const rail::Observations& seen) {
    std::map<std::uint64_t, rail::ContainerLeg> legs;
    for (const rail::ContainerLeg& leg : seen.container_legs) legs.emplace(leg.container, leg);
    return legs;
  };
  const auto before = journeys(without), after = journeys(with);
  std::int64_t stuffed = 0;
  for (const auto& [container, leg] : after) {
    const rail::ContainerLeg& usual = before.at(container);
    const std::int64_t more = leg.part_loads > 0 ? kStuffing : 0;
    EXPECT_EQ(leg.ready, usual.ready);
    EXPECT_EQ(leg.arrived - usual.arrived, more);
    EXPECT_EQ(of(leg.account, Cause::kHandling) - of(usual.account, Cause::kHandling), more);
    EXPECT_EQ(of(leg.account, Cause::kConsolidation), of(usual.account, Cause::kConsolidation));
    EXPECT_EQ(std::accumulate(leg.account.begin(), leg.account.end(), std::int64_t{0}),
              leg.arrived - leg.ready);
    stuffed += more > 0 ? 1 : 0;
  }
  EXPECT_GT(stuffed, 1000);
  for (std::size_t i = 0; i < 2; ++i) {
    const rail::PartLoadObservation& loads = with.part_loads[i];
    EXPECT_EQ(loads.gathering.sum(), without.part_loads[i].gathering.sum()) << "until no more go in";
    EXPECT_EQ(loads.loads_in, without.part_loads[i].loads_in);
    EXPECT_EQ(of(loads.account, Cause::kHandling), loads.loads_out * (kStuffing + kUnstuffing));
    EXPECT_EQ(std::accumulate(loads.account.begin(), loads.account.end(), std::int64_t{0}), loads.total_s);
  }
  const rail::ConservationCheck& sum = with.conservation;
  EXPECT_EQ(sum.loads_in, sum.loads_out + sum.loads_inside + sum.loads_gathering);
}

// Loads that fill a container go at once: the same as containers, at the same rate.
TEST(PartLoads, OfAWholeContainerDoNotWait) {
  const std::string text =
      std::regex_replace(text_of(kPartLoads), std::regex("least_share: 0.125"), "least_share: 1");
  const rail::PartLoadObservation seen = one_run(text).part_loads[1];
  EXPECT_EQ(seen.gathering.greatest(), 0);
  EXPECT_EQ(seen.containers, seen.loads_in);
  EXPECT_EQ(seen.filled, seen.containers * rail::kPartsOfContainer);
  EXPECT_EQ(seen.sent_early, 0);
}

}  // namespace
}  // namespace networks
