// Standstills for ever that the watchdog names, with their near misses that look alike but end: those run on.
#include <gtest/gtest.h>

#include "tests/networks/watchdog_runs.h"

namespace networks {
namespace {

//          (N)            X from N to A, Y from S to C: each needs a locomotive at the junction, where they
//           |             stand on both its tracks. The locomotives are with P and Q, which wait outside.
//   (A)=D=(J: 2 tracks)=E=(C)
//           |
//          (S)
struct Junction : Network {
  explicit Junction(std::int64_t locomotives_at_a = 1) : Network(true) {
    const std::uint32_t junction = point("J", 2), a = point("A"), c = point("C"), n = point("N"),
                        s = point("S");
    const std::uint32_t west = line(a, junction), east = line(junction, c);
    line(n, junction);
    line(junction, s);  // so that X and Y run opposite ways, and either is given a track
    trains("X", n, a, {0});
    trains("Y", s, c, {0});
    trains("P", a, junction, {2 * kHour});
    trains("Q", c, junction, {2 * kHour});
    district("D", west, {{a, locomotives_at_a}});
    district("E", east, {{c, 1}});
  }
};

constexpr const char* kAllFour = "Q track>X locomotive>P track>Y locomotive>";

TEST(Watchdog, SeesLocomotivesUnderTrainsThatWaitForTracks) { expect_circle(Junction(), kAllFour, 1); }

TEST(Watchdog, SaysWhoHoldsWhatSinceWhen) {
  const Junction network;
  const auto model = rail::Model::build(network.input);
  const std::vector<rail::GridlockedTrain> circle = run(*model).gridlock;
  ASSERT_EQ(circle.size(), 4U);
  const rail::GridlockedTrain &x = circle[1], &p = circle[2];  // X came at 1:00, P left at 2:00
  EXPECT_TRUE(p.outside);
  EXPECT_FALSE(p.holds_track);
  EXPECT_EQ(p.locomotive.units, 1);
  EXPECT_EQ(p.locomotive.fleet, 0U);
  EXPECT_EQ(p.since, 3 * kHour);
  EXPECT_EQ(x.since, kHour);
  EXPECT_TRUE(x.holds_track);
  EXPECT_EQ(x.fleet, 0U);
  EXPECT_EQ(x.locomotive.units, 0);
  EXPECT_EQ(x.stands_at, 0U);
}

// A second locomotive, at J, from where a train takes it to A first; there it turns for five days.
struct TurningLocomotive : Junction {
  TurningLocomotive() {
    input.traction_districts[0].stock.push_back({0, 1});
    trains("F", 0, 1, {0});
    input.traction_districts[0].turnaround = rail::Distribution::constant(5 * kDay);
  }
};

// Then it comes alone.
TEST(Watchdog, LeavesALocomotiveTimeToTurn) {
  TurningLocomotive network;
  network.input.traction_districts[0].light_runs.push_back({1, 0, 0, 0, kHour});
  expect_end(network);
}

TEST(Watchdog, DoesNotWaitForALocomotiveThatNobodyCouldFetch) {
  expect_circle(TurningLocomotive(), kAllFour, 1);
}

TEST(Watchdog, LeavesALightLocomotiveTimeToCome) {
  Junction network(2);
  network.input.traction_districts[0].light_runs.push_back({1, 0, 0, 3 * kDay, kHour});
  expect_end(network);
}

// One stays idle at A: trains would take it to J, but none comes in there any more.
TEST(Watchdog, SeesThatNoTrainCanBringTheIdleLocomotive) {
  expect_circle(Junction(2), kAllFour, 1);
  Junction later(2);
  later.input.services[2].list_times_s.push_back(20 * kDay);
  expect_circle(later, kAllFour, 1);
}

// The same where trains wait in a row: behind P its like, with the other locomotives, and before the full
// line more of them.
TEST(Watchdog, SeesLocomotivesOfTrainsInARow) {
  Junction network(9);
  network.input.lines[0].headway_s = 1200;  // three trains fit on it
  network.input.services[2].list_times_s = {2 * kHour, 3 * kHour, 4 * kHour, 5 * kHour, 6 * kHour,
                                            7 * kHour, 8 * kHour, 9 * kHour, 10 * kHour};
  expect_circle(network, kAllFour, 1);
}

// (A)==1435==(B: yard of 2 TEU)==1520==(C): a container each way, and one set of wagons of 1520 mm. West's
// stands in the yard and waits for the set under east's, which waits for the yard.
struct OneYard : Network {
  explicit OneYard(std::int64_t sets_at_c = 1, double yard_teu = 2) {
    const std::uint32_t a = point("A"), b = point("B"), c = point("C");
    line(a, b);
    line(b, c, 1520);
    change("east to west", b, 1520, 1435, yard_teu);
    change("west to east", b, 1435, 1520, yard_teu);
    trains("west", a, c, {0});
    trains("east", c, a, {kHour});
    wagons("narrow", 1435, {{a, 1}, {b, 0}});
    wagons("broad", 1520, {{b, 0}, {c, sets_at_c}});
  }
};

TEST(Watchdog, SeesAYardThatWaitsForWagonsBeforeIt) {
  expect_circle(OneYard(), "west to east wagons>east yard>", 1);
}

TEST(Watchdog, LeavesAYardWithRoomForBoth) { expect_end(OneYard(1, 4)); }

TEST(Watchdog, LeavesEmptyWagonsTimeToCome) {
  OneYard network(2);
  network.empty_wagons("empties", 2, 1, 3 * kDay);
  expect_end(network);
}

// The second set is idle at C until a train takes it: it, too, then stands before the yard.
TEST(Watchdog, WaitsUntilTheLastWagonsCannotCome) {
  OneYard network(2);
  network.trains("later", 2, 0, {9 * kDay});
  expect_circle(network, "west to east wagons>east yard>", 10);
}

// Nor does the watchdog wait for wagons that stand where nothing leads away from.
TEST(Watchdog, DoesNotWaitForWagonsThatNothingBringsBack) {
  OneYard network;
  const std::uint32_t d = network.point("D");
  network.line(1, d, 1520);
  network.input.wagon_pools[1].stock.push_back({d, 5});
  expect_circle(network, "west to east wagons>east yard>", 1);
}

// Two wagons are wanted at either end of a line, one is idle at each: neither leaves where trains wait.
TEST(Watchdog, SeesWagonsKeptIdleForTrainsThatNeedMore) {
  Network network;
  const std::uint32_t a = network.point("A"), b = network.point("B");
  network.line(a, b);
  network.trains("east", a, b, {0}, 2);
  network.trains("west", b, a, {0}, 2);
  network.empty_wagons("to B", a, b, kDay);
  network.empty_wagons("to A", b, a, kDay);
  network.wagons("pool", 1435, {{a, 1}, {b, 1}}, 1);
  expect_circle(network, "east wagons>west wagons>", 1);
}

// A train that passes without the yard brings wagons.
TEST(Watchdog, LeavesTrainsThatEndAtTheBorderTime) {
  OneYard network(2);
  network.trains("to B", 2, 1, {9 * kDay});
  expect_end(network);
}

// Two yards. East's longer train waits in its yard for two wagons of 1435 mm, west's for one of 1520 mm: one
// of the former is under the train behind west's, both of the latter under the train behind east's.
struct TwoYards : Network {
  TwoYards() {
    const std::uint32_t a = point("A"), b = point("B"), c = point("C");
    line(a, b);
    line(b, c, 1520);
    change("westwards", b, 1520, 1435, 4, "western bays");
    change("eastwards", b, 1435, 1520, 2, "eastern bays");
    trains("east", a, c, {12 * kHour, 13 * kHour});
    trains("west", c, a, {0, 6 * kHour}, 2);
    empty_wagons("empties", b, c, 0, 2);
    wagons("narrow", 1435, {{a, 2}, {b, 0}}, 1);
    wagons("broad", 1520, {{b, 0}, {c, 2}}, 1);
  }
};

TEST(Watchdog, SeesTwoYardsThatWaitForEachOther) {
  expect_circle(TwoYards(), "westwards wagons>east yard>eastwards wagons>west yard>", 1);
}

TEST(Watchdog, LeavesTwoYardsOfWhichOneHasRoom) {
  TwoYards network;
  network.input.gauge_changes[1].yard_teu = 4;
  network.empty_wagons("narrow empties", 0, 1, 5 * kDay);
  expect_end(network);
}

// Trains of 30 TEU for two destinations, to be re-formed into trains of 40: one of each kind fill the yard,
// and the next one, whose containers would fill a train, does not get in.
struct TooFew : Network {
  explicit TooFew(bool latest_departure = false) {
    const std::uint32_t a = point("A"), b = point("B"), c = point("C"), d = point("D");
    line(a, b);
    line(b, c, 1520);
    line(b, d, 1520);
    rail::GaugeChangeInput& fill = change("fill", b, 1435, 1520, 75);
    fill.train_feu = 20;
    if (latest_departure) fill.latest_departure_s = 3 * kDay;
    trains("to C", a, c, {0, 2 * kHour}, 15);
    trains("to D", a, d, {kHour}, 15);
  }
};

TEST(Watchdog, SeesAYardWhoseContainersNeedThoseOutside) { expect_circle(TooFew(), "to C yard>", 1); }

TEST(Watchdog, LeavesAYardThatALatestDepartureEmpties) { expect_end(TooFew(true)); }

// A yard that takes whatever comes: trains wait for days, but only for a track.
TEST(Watchdog, LeavesTrainsForAYardWithoutALimitTime) {
  for (const int tracks : {1, 2}) {
    Network network(true);
    const std::uint32_t a = network.point("A"), m = network.point("M"), b = network.point("B");
    network.input.points[m].tracks = {{1435, 2, 2000}, {1520, 2, 2000}};
    network.line(a, m);
    network.line(m, b, 1520);
    for (rail::LineInput& line : network.input.lines) line.tracks = tracks;
    network.change("lift", m, 1435, 1520, 0).lifts_per_hour = 0.1;
    network.trains("T", a, b, {0, kHour, 2 * kHour, 3 * kHour, 4 * kHour, 5 * kHour, 6 * kHour, 7 * kHour});
    expect_end(network);
  }
}

// At midnight a train for C is being unloaded whose containers fill one that leaves; then the long one gets
// in.
TEST(Watchdog, LeavesTimeToUnload) {
  TooFew network;
  network.input.gauge_changes[0].yard_teu = 95;
  network.input.services.clear();
  network.trains("to C", 0, 2, {0, 22 * kHour + 40 * kMinute}, 15);
  network.trains("to D", 0, 3, {kHour}, 15);
  network.trains("long to D", 0, 3, {22 * kHour + 45 * kMinute}, 20);
  const auto model = rail::Model::build(network.input);
  const rail::Observations seen = run(*model);
  EXPECT_TRUE(seen.gridlock.empty());
  EXPECT_EQ(containers_left(seen), 65 - 2 * 20);
}

// Where trains ask for room from afar a short one overtakes: a long one from the other side, where there are
// no station tracks, stands before the bays, but on day 5 short ones come and fill the trains that leave.
TEST(Watchdog, LeavesAYardToShortTrainsThatOvertake) {
  TooFew network;
  network.input.dispatching.tracks_bind = true;
  network.input.dispatching.admission = rail::AdmissionRule::kRoomOnly;  // no way has a share of the yard
  network.input.points[1].tracks.push_back({1435, 4, 2000});
  network.change("back", 1, 1520, 1435, 75).train_feu = 15;
  network.input.services.clear();
  network.trains("to C", 0, 2, {0}, 15);
  network.trains("to D", 0, 3, {kHour}, 15);
  network.trains("from C", 2, 0, {6 * kHour}, 15);
  network.trains("short to C", 0, 2, {5 * kDay}, 5);
  network.trains("short to D", 0, 3, {5 * kDay}, 5);
  expect_end(network);
}

// (A)==1435==(B: tracks of 200 and 2000 m)==1520==(C: 1 track). Z waits on the long track for the one at C,
// where E waits for room in the yard. K has reserved that room, and waits for the long track to be lifted.
TEST(Watchdog, SeesRoomReservedForATrainThatWaitsForATrack) {
  Network network(true);
  network.input.dispatching.admission = rail::AdmissionRule::kRoomOnly;
  const std::uint32_t a = network.point("A"), b = network.point("B"), c = network.point("C");
  network.input.points[b].tracks = {{1435, 2, 2000}, {1520, 1, 200}, {1520, 1, 2000}};
  network.input.points[c].tracks = {{1520, 1, 2000}};
  network.line(a, b);
  network.line(b, c, 1520);
  network.change("eastwards", b, 1435, 1520, 45);
  network.change("westwards", b, 1520, 1435, 45);
  network.input.lines[1].tracks = 1;
  network.trains("Z", b, c, {0}, 20);
  network.trains("K", a, c, {2 * kHour}, 20).reformed_share = 0;
  network.trains("E", c, a, {4 * kHour}, 5);
  network.takes_at_origin(b, 10 * kHour);
  expect_circle(network, "K track>Z track>E yard>", 1);
}

// Containers that have been loaded take no room any more, even if their train waits: L is beyond the bays.
TEST(Watchdog, KnowsThatALoadedTrainHasLeftTheYard) {
  Network network(true);
  network.input.dispatching.admission = rail::AdmissionRule::kRoomOnly;
  const std::uint32_t a = network.point("A"), b = network.point("B"), c = network.point("C");
  network.input.points[b].tracks = {{1520, 1, 2000}};
  network.input.points[c].tracks = {{1520, 1, 2000}};
  network.line(a, b);
  network.input.lines[network.line(b, c, 1520)].tracks = 1;
  network.change("eastwards", b, 1435, 1520, 10);
  network.trains("L", a, c, {0}).reformed_share = 0;
  network.trains("E", c, b, {kHour});
  const auto model = rail::Model::build(network.input);
  const std::vector<rail::GridlockedTrain> circle = run(*model).gridlock;
  ASSERT_EQ(words(*model, circle), "E track>eastwards track>");
  EXPECT_EQ(circle[1].holds_yard, rail::kNone);
  EXPECT_TRUE(circle[1].holds_track);
}

// (A)--(P1)--(P2)--(B), single track; P1 and P2 have two short tracks and a long one. A long train each way
// holds the long track that the other one needs; short ones run past them all the time.
struct LongAndShort : Network {
  LongAndShort() : Network(true) {
    const std::uint32_t a = point("A"), p1 = point("P1"), p2 = point("P2"), b = point("B");
    for (const std::uint32_t p : {p1, p2}) input.points[p].tracks = {{1435, 2, 400}, {1435, 1, 1000}};
    for (const std::uint32_t from : {a, p1, p2}) input.lines[line(from, from + 1)].tracks = 1;
    for (const char* id : {"east", "west"}) {
      const bool east = id == std::string("east");
      trains(std::string("long ") + id, east ? a : b, east ? b : a, {0}).locomotive_length_m = 686;
      std::vector<std::int64_t> times;
      for (std::int64_t hour = 1; hour < 100; ++hour) times.push_back(hour * kHour);
      trains(std::string("short ") + id, east ? a : b, east ? b : a, times).locomotive_length_m = 86;
    }
  }
};

TEST(Watchdog, SeesLongTrainsThatShortOnesRunPast) {
  LongAndShort network;
  expect_circle(network, "long west track>long east track>", 1);
  network.input.dispatching.admission = rail::AdmissionRule::kRoomOnly;
  expect_circle(network, "long east track>long west track>", 1);
}

TEST(Watchdog, CountsOnlyTrainsOnTracksThatAreLongEnough) {
  const LongAndShort network;
  const auto model = rail::Model::build(network.input);
  const std::vector<rail::GridlockedTrain> circle = run(*model).gridlock;
  ASSERT_EQ(circle.size(), 2U);
  for (const rail::GridlockedTrain& train : circle) {
    EXPECT_EQ(train.holders, 1);
    EXPECT_FALSE(train.kept_free);
  }
}

TEST(Watchdog, LeavesLongTrainsThatCanPassEachOther) {
  LongAndShort network;
  network.input.points[1].tracks[1].count = 2;
  expect_end(network);
}

// (P)=D=(J)==(K: 1 track)=D=(M). X waits at K for the locomotive that T brings to J soon after
// midnight, from where it comes alone. T has asked for the track at K already, but will be without the
// locomotive as it waits.
struct AskingAhead : Network {
  explicit AskingAhead(std::int64_t t_leaves) : Network(true) {
    input.dispatching.notice_s = 300;
    const std::uint32_t p = point("P"), j = point("J", 2), k = point("K", 1), m = point("M"), n = point("N");
    const std::uint32_t pj = line(p, j), jk = line(j, k), km = line(k, m);
    line(n, k);
    for (const std::uint32_t single : {pj, jk}) input.lines[single].tracks = 1;
    trains("X", n, m, {0});
    trains("T", p, k, {t_leaves});
    rail::TractionDistrictInput& traction = district("D", pj, {{p, 1}});
    traction.lines.push_back(km);
    traction.light_runs.push_back({j, k, 0, 0, kHour});
  }
};

TEST(Watchdog, LeavesTheLocomotiveOfATrainThatHasAskedAheadTimeToCome) {
  for (std::int64_t before = 50 * kMinute; before <= 75 * kMinute; before += kMinute)
    expect_end(AskingAhead(kDay - before));
}

}  // namespace
}  // namespace networks
