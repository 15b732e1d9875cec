// Desks that give permits out: so many at a time, first come, first served; and in which order a train asks
// them.
#include "models/permit_desk.h"

#include <gtest/gtest.h>

#include <vector>

namespace rail {
namespace {

// Whose turn it is as long as there are permits, by the stations that ask.
std::vector<std::uint32_t> given(PermitDesk& desk) {
  std::vector<std::uint32_t> stations;
  while (const auto asking = desk.give()) stations.push_back(asking->station);
  return stations;
}

using Stations = std::vector<std::uint32_t>;

TEST(PermitDesk, GivesSoManyInTheOrderInWhichTheyAsk) {
  PermitDesk desk(2, 0);
  EXPECT_EQ(given(desk), Stations{});
  for (const std::uint32_t station : {7U, 3U, 9U, 3U}) desk.ask({station, 0});
  EXPECT_EQ(given(desk), (Stations{7, 3}));
  EXPECT_EQ(given(desk), Stations{}) << "both are out";
}

TEST(PermitDesk, GivesWhatComesBackToTheNext) {
  PermitDesk desk(2, 0);
  for (const std::uint32_t station : {7U, 3U, 9U, 4U, 5U}) desk.ask({station, 0});
  given(desk);
  desk.take_back(0);
  EXPECT_EQ(given(desk), Stations{9});
  desk.take_back(0);
  desk.take_back(0);
  EXPECT_EQ(given(desk), (Stations{4, 5}));
}

TEST(PermitDesk, KeepsWhatNobodyAsksFor) {
  PermitDesk desk(1, 0);
  desk.ask({7, 0});
  given(desk);
  desk.take_back(0);
  EXPECT_EQ(given(desk), Stations{});
  desk.ask({3, 0});
  EXPECT_EQ(given(desk), Stations{3});
}

TEST(PermitDesk, SaysWhichTrainIsMeant) {
  PermitDesk desk(1, 0);
  desk.ask({7, 42});
  EXPECT_EQ(desk.give()->train, 42U);
}

TEST(PermitDeskDeathTest, TakesNoneThatIsNotOut) {
  PermitDesk desk(1, 5);
  EXPECT_DEATH(desk.take_back(60), "a permit came back that nobody had");
}

// A leg from station 3 by 2 and 1 to 0; desks at 2 for the line to 1 (its second one), at 1 for the one to 0,
// and of a ring at 2 (its third). The line into 2 needs no permit.
class NextDesk : public testing::Test {
 protected:
  NextDesk() {
    tables_.stations.resize(4);
    tables_.legs.emplace_back().steps = 3;
    for (const std::uint32_t from : {3U, 2U, 1U}) {
      StepTable& step = tables_.steps.emplace_back();
      step.track = static_cast<std::uint32_t>(tables_.tracks.size());
      step.entry = 0;
      tables_.tracks.emplace_back().ends = {from, from - 1};
      tables_.stations[from].entries.emplace_back();
    }
    tables_.stations[2].entries[0].desk = 1;
    tables_.stations[1].entries[0].desk = 0;
    tables_.rings.of_leg.push_back({{{2, 2}, 1}});
    train_.leg = 0;
  }

  std::vector<DeskAt> asked() const {
    std::vector<DeskAt> desks;
    for (auto next = next_desk(tables_, train_, std::nullopt); next; next = next_desk(tables_, train_, next))
      desks.push_back(*next);
    return desks;
  }

  ModelTables tables_;
  Train train_;
};

// Whichever way a train runs.
TEST_F(NextDesk, IsTheNextOfAllStationsAndTheirDesks) {
  EXPECT_EQ(asked(), (std::vector<DeskAt>{{1, 0}, {2, 1}, {2, 2}}));
}

TEST_F(NextDesk, IsNoneWhereNoneIsNeeded) {
  for (StationTable& station : tables_.stations) {
    for (LineEntry& entry : station.entries) entry.desk = kNone;
  }
  tables_.rings.of_leg[0].clear();
  EXPECT_TRUE(asked().empty());
}

TEST(DeskAt, IsPackedIntoAnEvent) {
  const DeskAt desk{4'000'000'000U, 3'000'000'000U};
  EXPECT_EQ(DeskAt::unpacked(desk.packed()), desk);
}

}  // namespace
}  // namespace rail
