// Plugs for refrigerated containers, commodities with a longest transit, and stages for them alone.
#include <gtest/gtest.h>

#include <map>
#include <regex>

#include "tests/networks/trips.h"

namespace networks {
namespace {

using rail::Cause;

constexpr const char* kReefers = "scenarios/toys/reefers.txtpb";

std::string without(const std::string& text, const std::string& part) {
  EXPECT_TRUE(std::regex_search(text, std::regex(part))) << part;
  return std::regex_replace(text, std::regex(part), "");
}

// No train has more than two of them; what is counted at the place is what the containers say.
TEST(Plugs, NoTrainHasMoreReefersThanPlugs) {
  const support::Runs runs = support::run(kReefers, 1, true);
  const rail::Observations& seen = runs.replications[0];
  const rail::PlugObservation& plugs = seen.formations[0].plugs;
  EXPECT_EQ(plugs.offered, 2 * seen.formations[0].trains);
  EXPECT_LE(plugs.used, plugs.offered);
  EXPECT_GT(plugs.wait.visits_waiting, 0);
  std::map<std::uint64_t, int> reefers;
  for (const rail::ContainerLeg& leg : seen.container_legs) {
    if (leg.kind == rail::ContainerKind::kReeferLaden) {
      EXPECT_LE(++reefers[leg.train], 2);
    } else {
      EXPECT_EQ(of(leg.account, Cause::kPlug), 0);
    }
  }
}

// As trains leave once a day.
TEST(Plugs, WaitForAPlugIsWholeDays) {
  const support::Runs runs = support::run(kReefers, 1, true);
  std::int64_t waits = 0;
  for (const rail::ContainerLeg& leg : runs.replications[0].container_legs) {
    EXPECT_EQ(of(leg.account, Cause::kPlug) % 86400, 0);
    waits += of(leg.account, Cause::kPlug) > 0 ? 1 : 0;
  }
  EXPECT_GT(waits, 50);
}

// A train with room for two beside its own containers, and plugs for two: whoever is left behind has found no
// room, with or without a plug.
TEST(Plugs, OwnContainersLeaveNoRoomThatAPlugIsWantedFor) {
  const std::string own =
      std::regex_replace(text_of(kReefers), std::regex("train_feu: 20"), "train_feu: 20 own_containers: 18");
  const rail::Observations seen = support::run_text(own).replications[0];
  EXPECT_EQ(seen.formations[0].containers, 20 * seen.formations[0].trains);
  EXPECT_GT(seen.formations[0].plugs.used, 0);
  EXPECT_EQ(seen.formations[0].plugs.wait.visits_waiting, 0);
}

// With plugs for all, nobody waits for one, and nobody is later than the two days.
TEST(Plugs, WithoutALimitNobodyWaitsForOne) {
  const support::Runs runs = support::run_text(without(text_of(kReefers), "reefer_plugs: 2"), 1, true);
  const rail::ServiceObservation& seen = runs.replications[0].services[0];
  EXPECT_EQ(of(seen.account, Cause::kPlug), 0);
  EXPECT_EQ(seen.goods.at(0).late_total, 0);
}

// Dry containers do not care about plugs: without a generator wagon trains carry what they carry without a
// limit.
TEST(Plugs, TrainsWithoutAnyCarryDryContainersAsEver) {
  const std::string dry = without(text_of(kReefers), "kind: REEFER_LADEN");
  const support::Runs none =
      support::run_text(std::regex_replace(dry, std::regex("reefer_plugs: 2"), "reefer_plugs: 0"), 1, true);
  const support::Runs unlimited = support::run_text(without(dry, "reefer_plugs: 2"), 1, true);
  const rail::Observations &seen = none.replications[0], &expected = unlimited.replications[0];
  EXPECT_GT(seen.services[0].containers_delivered, 4000);
  EXPECT_EQ(rail::canonical_record_bytes(seen), rail::canonical_record_bytes(expected));
  EXPECT_EQ(seen.formations[0].plugs.offered, 0);
}

// Late are those whose journey, which is known to the second, is longer than two days.
TEST(Goods, LateOnesAreCounted) {
  const support::Runs runs = support::run(kReefers, 1, true);
  const rail::Observations& seen = runs.replications[0];
  std::int64_t late = 0, food = 0;
  for (const rail::ContainerLeg& leg : seen.container_legs) {
    if (leg.kind != rail::ContainerKind::kReeferLaden) continue;
    ++food;
    late += leg.arrived - leg.ready > 172800 ? 1 : 0;
  }
  EXPECT_EQ(seen.services[0].goods.at(0).total.count(), food);
  EXPECT_EQ(seen.services[0].goods.at(0).late_total, late);
  EXPECT_GT(late, 0);
  EXPECT_LT(late, food);
  EXPECT_EQ(seen.services[0].goods.at(0).late_transit, 0) << "two hours of running and three of veterinary";
}

// Trains without food pass the veterinarian: two hours; those with food take five.
TEST(Goods, OnlyTrainsWithFoodAreSeen) {
  const support::Runs runs = support::run(kReefers, 1, true);
  std::map<std::uint64_t, bool> with_food;
  for (const rail::ContainerLeg& leg : runs.replications[0].container_legs)
    with_food[leg.train] |= leg.kind == rail::ContainerKind::kReeferLaden;
  int seen = 0, passed = 0;
  for (const rail::ContainerLeg& leg : runs.replications[0].container_legs) {
    EXPECT_EQ(leg.arrived - leg.departed, (with_food[leg.train] ? 5 : 2) * kHour);
    ++(with_food[leg.train] ? seen : passed);
  }
  EXPECT_GT(seen, 0);
  EXPECT_GT(passed, 0);
}

}  // namespace
}  // namespace networks
