// Where a container's time goes: every second from release to arrival has one cause. Each network is drawn at
// the head of its scenario file.
#include <gtest/gtest.h>

#include <numeric>
#include <regex>
#include <tuple>

#include "tests/networks/trips.h"

namespace networks {
namespace {

using rail::Account;
using rail::Cause;

std::int64_t sum(const Account& account) {
  return std::accumulate(account.begin(), account.end(), std::int64_t{0});
}

Account account_of(const std::vector<std::pair<Cause, std::int64_t>>& parts) {
  Account account{};
  for (const auto& [cause, seconds] : parts) account[static_cast<std::size_t>(cause)] = seconds;
  return account;
}

// West waits 13 min at P; east meets nobody.
TEST(Journey, WaitingForASection) {
  const support::Runs runs = support::run("tests/networks/meet.txtpb");
  const std::vector<rail::ServiceObservation>& seen = runs.replications[0].services;
  EXPECT_EQ(seen[0].account, account_of({{Cause::kRunning, kHour}, {Cause::kSection, 13 * kMinute}}));
  EXPECT_EQ(seen[1].account, account_of({{Cause::kRunning, kHour}}));
}

// Ready at 0:05, off at 0:10, there at 2:10, where the line alone takes an hour.
TEST(Journey, RunningBehindASlowTrainIsToldFromRunning) {
  const support::Runs runs = support::run("tests/networks/slow_ahead.txtpb");
  const std::vector<rail::ServiceObservation>& seen = runs.replications[0].services;
  EXPECT_EQ(seen[0].account, account_of({{Cause::kRunning, 2 * kHour}}));
  EXPECT_EQ(seen[1].account,
            account_of({{Cause::kSection, 5 * kMinute}, {Cause::kRunning, kHour}, {Cause::kSlowed, kHour}}));
}

TEST(Journey, WaitingForAPath) {
  const support::Runs runs = support::run("tests/networks/paths.txtpb");
  EXPECT_EQ(runs.replications[0].services[0].account,
            account_of({{Cause::kRunning, 3 * kHour}, {Cause::kPath, (50 + 100) * kMinute}}));
}

// Lifted off in an hour by 2:00, 3:00 and 4:00, then formed; lifted on in 5356 s and 5444 s; the second train
// keeps 10 min behind the first.
TEST(Journey, LiftsAreHandlingAndTheYardIsFormation) {
  const support::Runs runs = support::run("tests/networks/three_into_two.txtpb");
  EXPECT_EQ(runs.replications[0].services[0].account,
            account_of({{Cause::kRunning, 123 * 2 * kHour},
                        {Cause::kHandling, 123 * kHour + 61 * 5356 + 62 * 5444},
                        {Cause::kFormation, 41 * (2 + 1) * kHour},
                        {Cause::kSection, 62 * (600 - 88)}}));
}

// The second train waits 110 min for room; each is lifted off and on in an hour.
TEST(Journey, AFullYard) {
  const support::Runs runs = support::run("tests/networks/full_yard.txtpb");
  EXPECT_EQ(runs.replications[0].services[0].account, account_of({{Cause::kRunning, 82 * 2 * kHour},
                                                                  {Cause::kHandling, 82 * 2 * kHour},
                                                                  {Cause::kYard, 41 * 110 * kMinute}}));
}

// Trains leave every hour, run 2 h and may come in one by one, every 3 h and a tick; trains 8 and 9 are held
// at A from 7:00 and 8:00 until 8:10 and 11:10. All of that is for the track at Q
// (tests/networks/full_line_test.cc).
TEST(Journey, WaitingForAStationTrack) {
  const support::Runs runs = support::run("tests/networks/approach.txtpb", 1, true);
  const rail::ServiceObservation& seen = runs.replications[0].services[0];
  EXPECT_EQ(of(seen.account, Cause::kRunning), 9 * 2 * kHour);
  EXPECT_EQ(of(seen.account, Cause::kSection), 0);
  EXPECT_EQ(of(seen.account, Cause::kTrack), seen.total.sum() - of(seen.account, Cause::kRunning));
  EXPECT_EQ(of(seen.account, Cause::kTrack), runs.replications[0].points[1].track_wait.container_seconds);
}

// Without tracks that bind all come in at once and queue for the team that unloads them: after their arrival.
TEST(Journey, EndsBeforeWhatIsDoneAtTheDestination) {
  const std::string text =
      std::regex_replace(text_of("tests/networks/approach.txtpb"), std::regex("dispatching [^\n]*\n"), "");
  const support::Runs runs = support::run_text(text);
  const rail::Observations& seen = runs.replications[0];
  EXPECT_EQ(seen.services[0].account, account_of({{Cause::kRunning, 9 * 2 * kHour}}));
  EXPECT_EQ(seen.resources[0].wait.seconds, (1 + 2 + 3 + 4 + 5 + 6 + 7 + 8) * 2 * kHour);
}

// Each leg of a container accounts for the time until the next one begins.
TEST(Journey, EveryLegHasItsCauses) {
  const support::Runs runs = support::run("tests/networks/ship.txtpb", 1, true);
  std::vector<rail::ContainerLeg> legs = runs.replications[0].container_legs;
  std::sort(legs.begin(), legs.end(), [](const rail::ContainerLeg& x, const rail::ContainerLeg& y) {
    return std::tie(x.container, x.leg) < std::tie(y.container, y.leg);
  });
  ASSERT_EQ(legs.size(), 60u);
  for (std::size_t i = 0; i < legs.size(); ++i) {
    const bool last = i + 1 == legs.size() || legs[i + 1].container != legs[i].container;
    EXPECT_EQ(sum(legs[i].account), (last ? legs[i].arrived : legs[i + 1].ready) - legs[i].ready);
  }
}

// The places of a run by cause, as far as they are waits; running slower is the line's section's fault.
Account by_places(const rail::Observations& seen) {
  Account all{};
  const auto add = [&all](Cause cause, const rail::WaitSum& wait) {
    all[static_cast<std::size_t>(cause)] += wait.container_seconds;
  };
  for (const auto& lines : seen.lines) {
    for (const rail::LineObservation& line : lines) {
      add(Cause::kSection, line.wait);
      add(Cause::kPath, line.path_wait);
      add(Cause::kTrack, line.track_wait);
      add(Cause::kPossession, line.possession_wait);
    }
  }
  for (const rail::PointObservation& point : seen.points) add(Cause::kTrack, point.track_wait);
  for (const rail::ResourceObservation& resource : seen.resources) {
    add(Cause::kServer, resource.wait);
    add(Cause::kHours, resource.hours_wait);
  }
  for (const rail::TerminalObservation& terminal : seen.terminals) {
    add(Cause::kBay, terminal.bay_wait);
    add(Cause::kYard, terminal.yard_wait);
    add(Cause::kHours, terminal.hours_wait);
  }
  for (const rail::FormationObservation& place : seen.formations) add(Cause::kFormation, place.wait);
  for (const rail::StockObservation& stock : seen.stocks) add(Cause::kFleet, stock.wait);
  return all;
}

Account by_containers(const rail::Observations& seen) {
  Account all{};
  for (const rail::ServiceObservation& service : seen.services) {
    EXPECT_EQ(sum(service.account), service.total.sum());
    for (std::size_t cause = 0; cause < rail::kTrainWaitCauses; ++cause) all[cause] += service.account[cause];
    all[static_cast<std::size_t>(Cause::kSection)] += of(service.account, Cause::kSlowed);
  }
  return all;
}

class EmptiedNetwork : public testing::TestWithParam<const char*> {};

// Once all containers have arrived, their waits and those of the places where they waited are the same.
TEST_P(EmptiedNetwork, WaitsByPlaceAreWaitsByContainer) {
  const support::Runs runs = support::run("tests/networks/" + std::string(GetParam()) + ".txtpb");
  const rail::Observations& seen = runs.replications[0];
  ASSERT_EQ(seen.conservation.inside[0], 0);
  const Account containers = by_containers(seen);
  EXPECT_EQ(by_places(seen), containers);
  EXPECT_GT(sum(containers), 0);
}

INSTANTIATE_TEST_SUITE_P(Journey, EmptiedNetwork,
                         testing::Values("approach", "class_headways", "fleeting", "full_yard", "locomotives",
                                         "wagon_sets", "wagons_beyond", "latest_departure", "meet",
                                         "overtaking", "paths", "ship", "slow_ahead", "three_into_two",
                                         "too_long"));

}  // namespace
}  // namespace networks
