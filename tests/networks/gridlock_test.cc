// No gridlock where the rule of admission promises none, on thousands of random networks of each kind, each
// at three notices; and on such ones the rule that asks for a free track only does end in gridlock, which the
// watchdog finds and describes.
//
//   corridor:   (W)==[p]==[p]==(J)==[p]==(E)        branched:   (W0)=[p]=(J0)=[p]=(J1)=[p]=(E0)
//                                                                (W1)=[p]=/          \=[p]=(E1)
// [p] passing places and (J) junctions with 2 to 4 tracks; trains both ways. First all lines single track and
// all tracks alike; then some double, tracks and trains of two lengths, and ends with tracks of their own;
// then corridors over two changes of gauge whose bays and yards both directions share.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "models/model_tables.h"
#include "models/replication.h"
#include "tests/networks/random_corridors.h"
#include "tests/networks/random_partitions.h"
#include "tests/networks/random_rules.h"

namespace networks {
namespace {

// Two of these, and what lies between them, are a ring.
ModelInput random_one_track_corridor() {
  Network network = nothing();
  const int junctions = *rc::gen::inRange(2, 5);
  std::uint32_t last = network.point("W");
  for (int i = 0; i < junctions; ++i) {
    const std::uint32_t next =
        network.point(numbered("J", static_cast<std::size_t>(i)), *rc::gen::element(1, 1, 2, 3));
    add_line(network, last, next);
    last = next;
  }
  const std::uint32_t east = network.point("E");
  add_line(network, last, east);
  add_trains(network, 0, east, rail::Direction::kEastbound);
  add_trains(network, east, 0, rail::Direction::kWestbound);
  return with_any_notice(network.input);
}

ModelInput random_branches() {
  Network network = nothing();
  const std::uint32_t west = network.point("J0", *rc::gen::inRange(2, 5));
  const std::uint32_t east = network.point("J1", *rc::gen::inRange(2, 5));
  add_line(network, west, east);
  const int branches = *rc::gen::inRange(1, 4);
  for (int b = 0; b < branches; ++b) {
    const std::uint32_t from = network.point(numbered("W", static_cast<std::size_t>(b)));
    const std::uint32_t to = network.point(numbered("E", static_cast<std::size_t>(b)));
    add_line(network, from, west);
    add_line(network, to, east);  // drawn against the direction of running, which must not matter
    add_trains(network, from, to, rail::Direction::kEastbound);
    // Some run the other way under the same commercial direction.
    add_trains(network, to, from,
               *rc::gen::arbitrary<bool>() ? rail::Direction::kEastbound : rail::Direction::kWestbound);
  }
  return with_any_notice(network.input);
}

// RapidCheck begins with the smallest networks, on which nothing can lock; these are all of full size.
ModelInput full_size(ModelInput (*random_network)()) {
  return *rc::gen::resize(rc::kNominalSize, rc::gen::exec(random_network));
}

// At no notice, at L_min and at twice that.
void all_arrive_at_each_notice(const ModelInput& input, bool may_be_told_of = false) {
  for (const int runs : {0, 1, 2}) all_arrive(with_notice(input, runs), may_be_told_of);
}

RC_GTEST_PROP(Gridlock, NeverOnACorridor, ()) { all_arrive_at_each_notice(full_size(random_corridor)); }
RC_GTEST_PROP(Gridlock, NeverOnBranchesWithACommonTrunk, ()) {
  all_arrive_at_each_notice(full_size(random_branches));
}

// Three trains of 4 TEU come together for two of 6; the other way 4 TEU are lifted at a time. Half of 16 TEU
// is too little for the three, all but 4 is not. With 15 there is too little for both ways, and Y is told of.
TEST(Gridlock, AGroupFindsRoomInAYardThatBothWaysShare) {
  for (const double yard_teu : {15.0, 16.0}) {
    Network network(true);
    const std::uint32_t west = network.point("W"), y = network.point("Y"), east = network.point("E");
    network.line(west, y, 1435);
    network.line(y, east, 1520);
    rail::GaugeChangeInput& group = network.change("group", y, 1435, 1520, yard_teu);
    group.rule = rail::ReformationRule::kGroup;
    group.inbound_trains = 3;
    group.outbound_trains = 2;
    network.change("back", y, 1520, 1435, yard_teu).latest_departure_s = kHour;
    network.trains("there", west, east, std::vector<std::int64_t>(6, 0), 2).direction =
        rail::Direction::kEastbound;
    network.trains("back", east, west, std::vector<std::int64_t>(6, 0), 2).direction =
        rail::Direction::kWestbound;
    const auto model = rail::Model::build(network.input);
    EXPECT_EQ(model->unguaranteed_points().empty(), yard_teu == 16) << yard_teu;
    if (yard_teu < 16) continue;
    EXPECT_EQ(model->tables().terminals.at(0).most_teu, (std::array<std::int64_t, 2>{12, 4}));
    const Outcome outcome = run(network.input, rail::AdmissionRule::kGuaranteed);
    EXPECT_EQ(outcome.stop, rail::StopReason::kQuiescent);
    EXPECT_EQ(outcome.delivered, 24);
    EXPECT_EQ(outcome.released, 24);
  }
}

// Where no point is told of, whatever the lengths.
RC_GTEST_PROP(Gridlock, NeverWhereNoPointIsToldOf, ()) {
  all_arrive_at_each_notice(full_size(random_mixed_corridor), true);
}
RC_GTEST_PROP(Gridlock, NeverOverYardsThatBothWaysShare, ()) {
  all_arrive_at_each_notice(full_size(random_yards));
}
RC_GTEST_PROP(Gridlock, NeverOverYardsWithoutALimit, ()) {
  ModelInput input = full_size(random_yards);
  for (rail::GaugeChangeInput& change : input.gauge_changes) change.yard_teu = 0;
  input.gauge_changes[0].lifts_per_hour = input.gauge_changes[1].lifts_per_hour = 0.5;  // for days
  all_arrive_at_each_notice(input);
}

ModelInput random_networks_with_rings() {
  const int kind = *rc::gen::element(0, 1, 2);
  ModelInput input = kind == 0   ? random_mixed_corridor()
                     : kind == 1 ? random_yards()
                                 : random_one_track_corridor();
  input.dispatching.cap_rings = true;
  return input;
}

// Nor with caps on rings, where other points are told of (models/rings.cc); no ring through a yard has one.
RC_GTEST_PROP(Gridlock, NeverWhereNoPointIsToldOfWithCapsOnRings, ()) {
  const ModelInput input = full_size(random_networks_with_rings);
  RC_CLASSIFY(!rail::Model::build(input)->tables().rings.all.empty(), "with a cap");
  all_arrive_at_each_notice(input, true);
}

ModelInput random_networks_with_rules() {
  const int kind = *rc::gen::element(0, 1, 2);
  ModelInput input = kind == 0 ? random_branches() : kind == 1 ? random_mixed_corridor() : random_yards();
  add_rules(input);
  return input;
}

// Nor whatever else holds trains back (random_rules.h): what comes by itself keeps nobody for ever.
RC_GTEST_PROP(Gridlock, NeverWithPathsPossessionsAndClassesOfTrains, ()) {
  all_arrive_at_each_notice(full_size(random_networks_with_rules), true);
}

// Either all trains arrive, or the watchdog shows a circle in which each waits where the next one stands.
void arrives_or_is_described(const ModelInput& input) {
  const Outcome outcome = run(input, rail::AdmissionRule::kRoomOnly);
  RC_CLASSIFY(outcome.stop == rail::StopReason::kGridlock, "gridlock");
  if (outcome.delivered == outcome.released) {
    RC_ASSERT(outcome.circle.empty());
    return;
  }
  RC_ASSERT(outcome.stop == rail::StopReason::kGridlock);
  RC_ASSERT(outcome.circle.size() >= 2U);
  for (std::size_t i = 0; i < outcome.circle.size(); ++i)
    RC_ASSERT(outcome.circle[i].waits_for == outcome.circle[(i + 1) % outcome.circle.size()].stands_at);
}

RC_GTEST_PROP(Gridlock, IsFoundAndDescribedUnderTheNaiveRule, ()) {
  arrives_or_is_described(full_size(random_corridor));
}
RC_GTEST_PROP(Gridlock, IsFoundAndDescribedOnBranchesUnderTheNaiveRule, ()) {
  arrives_or_is_described(full_size(random_branches));
}

// Full lines, stations and yards.
RC_GTEST_PROP(Notice, GivesTheSameBitsWithPartitionsAtRandom, ()) {
  ModelInput input = *rc::gen::arbitrary<bool>() ? random_mixed_corridor() : random_yards();
  if (*rc::gen::arbitrary<bool>()) add_rules(input);
  gives_the_same_bits(std::move(input));
}

constexpr int kCompared = 1000;

// Of so many networks, at a notice of so many of their shortest runs; the other rule keeps all of them
// moving.
int frozen_by_the_naive_rule(ModelInput (*random_network)(), int runs) {
  int frozen = 0;
  for (std::uint64_t seed = 0; seed < kCompared; ++seed) {
    const ModelInput network =
        with_notice(rc::gen::exec(random_network)(rc::Random(seed), rc::kNominalSize).value(), runs);
    if (run(network, rail::AdmissionRule::kRoomOnly).stop == rail::StopReason::kGridlock) ++frozen;
    EXPECT_EQ(run(network, rail::AdmissionRule::kGuaranteed).stop, rail::StopReason::kQuiescent) << seed;
  }
  return frozen;
}

// The same networks, of which the naive rule must freeze many: else the properties above say nothing.
TEST(Gridlock, TheNaiveRuleFreezesWhatTheOtherKeepsMoving) {
  for (const int runs : {0, 1, 2}) {
    const int corridors = frozen_by_the_naive_rule(random_corridor, runs);
    const int branched = frozen_by_the_naive_rule(random_branches, runs);
    const auto notice = static_cast<std::size_t>(runs);
    RecordProperty(numbered("frozen corridors of 1000, notice L_min times ", notice), corridors);
    RecordProperty(numbered("frozen branched networks of 1000, notice L_min times ", notice), branched);
    EXPECT_GE(corridors, kCompared / 3) << runs;
    EXPECT_GE(branched, kCompared * 4 / 5) << runs;
  }
}

// Likewise: of mixed corridors most are not told of, and of these, and of shared yards, the naive rule
// freezes some. A standstill at a full yard is no circle of trains; it shows in what does not arrive.
TEST(Gridlock, TheNaiveRuleFreezesMixedCorridorsAndYards) {
  int not_told_of = 0, frozen = 0, frozen_yards = 0;
  const auto stands = [](const ModelInput& input) {
    const Outcome outcome = run(input, rail::AdmissionRule::kRoomOnly);
    return outcome.delivered < outcome.released;
  };
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    const auto mixed =
        rc::gen::exec([] { return random_mixed_corridor(); })(rc::Random(seed), rc::kNominalSize).value();
    if (rail::Model::build(mixed)->unguaranteed_points().empty()) {
      ++not_told_of;
      if (stands(mixed)) ++frozen;
    }
    const auto yards =
        rc::gen::exec([] { return random_yards(); })(rc::Random(seed), rc::kNominalSize).value();
    if (stands(yards)) ++frozen_yards;
  }
  EXPECT_GT(not_told_of, 50);
  EXPECT_GT(frozen, 5);
  EXPECT_GT(frozen_yards, 5);
}

// Likewise: of corridors with stations of one track many have a ring, all of which have a cap.
TEST(Gridlock, ManyCorridorsWithStationsOfOneTrackHaveARingWithACap) {
  int with_cap = 0, told_of = 0;
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    ModelInput input =
        rc::gen::exec([] { return random_one_track_corridor(); })(rc::Random(seed), rc::kNominalSize).value();
    input.dispatching.cap_rings = true;
    const auto model = rail::Model::build(std::move(input));
    if (!model->tables().rings.all.empty()) ++with_cap;
    if (!model->unguaranteed_points().empty()) ++told_of;
  }
  EXPECT_GE(with_cap, 50);
  EXPECT_EQ(told_of, 0);
}

}  // namespace
}  // namespace networks
