// No gridlock where the rule of admission promises none, on thousands of random networks; and on the same
// ones the rule that asks for a free track only does end in gridlock, which the watchdog finds and describes.
//
//   corridor:   (W)==[p]==[p]==(J)==[p]==(E)        branched:   (W0)=[p]=(J0)=[p]=(J1)=[p]=(E0)
//                                                                (W1)=[p]=/          \=[p]=(E1)
// [p] passing places and (J) junctions with 2 to 4 tracks; trains both ways. First all lines single track and
// all tracks alike; then some double, tracks and trains of two lengths, and ends with tracks of their own;
// then corridors over two changes of gauge whose bays and yards both directions share.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <memory>
#include <string>

#include "models/replication.h"

namespace networks {
namespace {

using rail::ModelInput;

constexpr std::int64_t kHour = 3600;

std::string numbered(std::string text, std::size_t number) { return text += std::to_string(number); }

std::uint32_t add_point(ModelInput& input, const std::string& id, int tracks) {
  rail::PointInput point;
  point.id = point.name = id;
  if (tracks > 0) point.tracks.push_back({1435, tracks, 1000});
  input.points.push_back(point);
  return static_cast<std::uint32_t>(input.points.size() - 1);
}

void add_line(ModelInput& input, std::uint32_t from, std::uint32_t to, int tracks = 1, int gauge_mm = 1435) {
  rail::LineInput line;
  line.id = numbered("L", input.lines.size());
  line.from = from;
  line.to = to;
  line.tracks = tracks;
  line.gauge_mm = gauge_mm;
  line.passing_places = tracks == 1 ? *rc::gen::inRange(0, 4) : 0;
  line.passing_tracks = *rc::gen::inRange(2, 5);
  line.length_km = *rc::gen::inRange(10, 100);
  line.speed_km_per_day = 1000;
  line.clearing_s = *rc::gen::inRange(0, 200);
  input.lines.push_back(line);
}

// Trains without containers, all within a few hours.
rail::ServiceInput& add_trains(ModelInput& input, std::uint32_t from, std::uint32_t to,
                               rail::Direction direction) {
  rail::ServiceInput service;
  service.id = numbered("S", input.services.size());
  service.origin = from;
  service.destination = to;
  service.direction = direction;
  service.train_class = 0;
  service.rule = rail::FormationRule::kList;
  service.own_containers = 1;
  std::int64_t time = 0;
  const int trains = *rc::gen::inRange(3, 12);
  for (int i = 0; i < trains; ++i)
    service.list_times_s.push_back(time += *rc::gen::inRange<std::int64_t>(0, kHour));
  return input.services.emplace_back(service);
}

ModelInput nothing() {
  ModelInput input;
  input.train_classes.push_back({"train", 1.0, 0});
  input.dispatching.tracks_bind = true;
  input.dispatching.notice_s =
      *rc::gen::element<std::int64_t>(0, 300, 600);  // none, the least that pays, twice that
  input.counted_s = 400 * 86400;
  return input;
}

ModelInput random_corridor() {
  ModelInput input = nothing();
  const int junctions = *rc::gen::inRange(0, 4);
  std::uint32_t last = add_point(input, "W", 0);
  for (int i = 0; i <= junctions; ++i) {
    const bool end = i == junctions;
    const std::uint32_t next = add_point(input, end ? "E" : numbered("J", static_cast<std::size_t>(i)),
                                         end ? 0 : *rc::gen::inRange(2, 5));
    add_line(input, last, next);
    last = next;
  }
  add_trains(input, 0, last, rail::Direction::kEastbound);
  add_trains(input, last, 0, rail::Direction::kWestbound);
  return input;
}

ModelInput random_branches() {
  ModelInput input = nothing();
  const std::uint32_t west = add_point(input, "J0", *rc::gen::inRange(2, 5));
  const std::uint32_t east = add_point(input, "J1", *rc::gen::inRange(2, 5));
  add_line(input, west, east);
  const int branches = *rc::gen::inRange(1, 4);
  for (int b = 0; b < branches; ++b) {
    const std::uint32_t from = add_point(input, numbered("W", static_cast<std::size_t>(b)), 0);
    const std::uint32_t to = add_point(input, numbered("E", static_cast<std::size_t>(b)), 0);
    add_line(input, from, west);
    add_line(input, to, east);  // drawn against the direction of running, which must not matter
    add_trains(input, from, to, rail::Direction::kEastbound);
    // Some run the other way under the same commercial direction.
    add_trains(input, to, from,
               *rc::gen::arbitrary<bool>() ? rail::Direction::kEastbound : rail::Direction::kWestbound);
  }
  return input;
}

// Tracks of up to two lengths; one long one among them now and then.
std::uint32_t add_point_of_two_lengths(ModelInput& input, const std::string& id) {
  const std::uint32_t point = add_point(input, id, 0);
  std::vector<rail::TrackGroupInput>& tracks = input.points[point].tracks;
  if (*rc::gen::arbitrary<bool>()) tracks.push_back({1435, *rc::gen::element(1, 2, 3), 400});
  tracks.push_back({1435, *rc::gen::element(1, 2, 2, 2, 3, 3, 4), 1000});
  return point;
}

// A train of one container is 100 or 700 m long.
void add_trains_of_a_length(ModelInput& input, std::uint32_t from, std::uint32_t to,
                            rail::Direction direction) {
  rail::ServiceInput& service = add_trains(input, from, to, direction);
  service.train_feu = 1;
  service.locomotive_length_m = *rc::gen::element(86.0, 686.0);
}

ModelInput random_mixed_corridor() {
  ModelInput input = nothing();
  const int junctions = *rc::gen::inRange(1, 5);
  std::uint32_t last = add_point_of_two_lengths(input, "W");
  for (int i = 0; i < junctions; ++i) {
    const std::uint32_t next = add_point_of_two_lengths(input, numbered("J", static_cast<std::size_t>(i)));
    add_line(input, last, next, *rc::gen::inRange(1, 3));
    last = next;
  }
  for (int s = *rc::gen::inRange(1, 3); s > 0; --s) {
    add_trains_of_a_length(input, 0, last, rail::Direction::kEastbound);
    add_trains_of_a_length(input, last, 0, rail::Direction::kWestbound);
  }
  return input;
}

void add_gauge_change(ModelInput& input, std::uint32_t point, int from_mm, int to_mm, double yard_teu) {
  rail::GaugeChangeInput change;
  change.id = numbered("G", input.gauge_changes.size());
  change.point = point;
  change.from_gauge_mm = from_mm;
  change.to_gauge_mm = to_mm;
  change.bay_pool = "lift";
  change.lifts_per_hour = 4;
  change.yard_teu = yard_teu;
  change.latest_departure_s = kHour;
  input.gauge_changes.push_back(change);
}

// (W)==1435==(Y0)==1520==(Y1)==1435==(E); trains of one or two containers, kept or re-formed.
ModelInput random_yards() {
  ModelInput input = nothing();
  const std::uint32_t west = add_point(input, "W", 0);
  std::uint32_t last = west;
  for (const int yard : {0, 1}) {
    const std::uint32_t point = add_point(input, numbered("Y", static_cast<std::size_t>(yard)), 0);
    for (const int gauge_mm : {1435, 1520})
      input.points[point].tracks.push_back({gauge_mm, *rc::gen::inRange(2, 5), 1000});
    add_line(input, last, point, *rc::gen::inRange(1, 3), yard == 0 ? 1435 : 1520);
    const double yard_teu = *rc::gen::inRange(8, 13);
    add_gauge_change(input, point, 1435, 1520, yard_teu);
    add_gauge_change(input, point, 1520, 1435, yard_teu);
    last = point;
  }
  const std::uint32_t east = add_point(input, "E", 0);
  add_line(input, last, east, *rc::gen::inRange(1, 3), 1435);
  for (const bool eastwards : {true, false}) {
    rail::ServiceInput& service =
        add_trains(input, eastwards ? west : east, eastwards ? east : west,
                   eastwards ? rail::Direction::kEastbound : rail::Direction::kWestbound);
    service.own_containers = *rc::gen::inRange(1, 3);
    service.train_feu = 2;
    service.reformed_share = *rc::gen::element(0.0, 0.5, 1.0);
  }
  return input;
}

struct Outcome {
  rail::StopReason stop;
  std::vector<rail::GridlockedTrain> circle;
  std::int64_t delivered = 0, released = 0;
};

Outcome run(ModelInput input, rail::AdmissionRule rule) {
  input.dispatching.admission = rule;
  const rail::Observations seen = rail::run_replication(*rail::Model::build(std::move(input)), {});
  Outcome outcome{seen.stop, seen.gridlock};
  for (const rail::ServiceObservation& service : seen.services) {
    outcome.delivered += service.containers_delivered;
    outcome.released += service.containers_released;
  }
  return outcome;
}

void all_arrive(const ModelInput& input, bool may_be_told_of = false) {
  const std::shared_ptr<const rail::Model> model = rail::Model::build(input);
  const bool told_of = !model->unguaranteed_points().empty();
  RC_CLASSIFY(told_of, "told of");
  RC_ASSERT(!told_of || may_be_told_of);
  if (told_of) return;
  const Outcome outcome = run(input, rail::AdmissionRule::kGuaranteed);
  RC_ASSERT(outcome.stop == rail::StopReason::kQuiescent);
  RC_ASSERT(outcome.delivered == outcome.released);
  RC_ASSERT(outcome.released > 0);
}

RC_GTEST_PROP(Gridlock, NeverOnACorridor, ()) { all_arrive(random_corridor()); }
RC_GTEST_PROP(Gridlock, NeverOnBranchesWithACommonTrunk, ()) { all_arrive(random_branches()); }

// Where no point is told of, whatever the lengths.
RC_GTEST_PROP(Gridlock, NeverWhereNoPointIsToldOf, ()) { all_arrive(random_mixed_corridor(), true); }
RC_GTEST_PROP(Gridlock, NeverOverYardsThatBothWaysShare, ()) { all_arrive(random_yards()); }

// Nor with caps on rings, where other points are told of (models/rings.cc); no ring through a yard has one.
RC_GTEST_PROP(Gridlock, NeverWhereNoPointIsToldOfWithCapsOnRings, ()) {
  ModelInput input = *rc::gen::arbitrary<bool>() ? random_mixed_corridor() : random_yards();
  input.dispatching.cap_rings = true;
  all_arrive(input, true);
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
  arrives_or_is_described(random_corridor());
}
RC_GTEST_PROP(Gridlock, IsFoundAndDescribedOnBranchesUnderTheNaiveRule, ()) {
  arrives_or_is_described(random_branches());
}

std::string bits(const rail::Model& model, rail::EngineChoice choice, int threads,
                 std::uint64_t shuffle_seed) {
  rail::ReplicationOptions options;
  options.record_trains = true;
  options.engine = {choice, threads, des::Backend::kJthread, shuffle_seed};
  const rail::Observations seen = rail::run_replication(model, options);
  RC_ASSERT(threads == 1 || seen.engine.parallel == (choice == rail::EngineChoice::kParallel));
  return canonical_bytes(model, seen) + canonical_record_bytes(seen);
}

// Full lines, stations and yards, every section between two partitions or within one.
RC_GTEST_PROP(Notice, GivesTheSameBitsWithPartitionsAtRandom, ()) {
  ModelInput input = *rc::gen::arbitrary<bool>() ? random_mixed_corridor() : random_yards();
  input.dispatching.notice_s = *rc::gen::inRange<std::int64_t>(300, 1200);
  input.counted_s = 4 * 86400;  // engines change after a twentieth of it: then lines are full
  const std::shared_ptr<const rail::Model> model = rail::Model::build(std::move(input));
  const auto seed = *rc::gen::inRange<std::uint64_t>(1, 1000);
  const int threads = *rc::gen::element(1, 2, 3, 8);
  RC_ASSERT(bits(*model, rail::EngineChoice::kParallel, threads, seed) ==
            bits(*model, rail::EngineChoice::kSequential, 1, 0));
}

// Of 200 networks, all of which the other rule keeps moving.
int frozen_by_the_naive_rule(ModelInput (*random_network)()) {
  int frozen = 0;
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    const auto network = rc::gen::exec(random_network)(rc::Random(seed), rc::kNominalSize).value();
    if (run(network, rail::AdmissionRule::kRoomOnly).stop == rail::StopReason::kGridlock) ++frozen;
    EXPECT_EQ(run(network, rail::AdmissionRule::kGuaranteed).stop, rail::StopReason::kQuiescent) << seed;
  }
  return frozen;
}

// The same networks, of which the naive rule must freeze many: else the properties above say nothing.
TEST(Gridlock, TheNaiveRuleFreezesWhatTheOtherKeepsMoving) {
  const int corridors = frozen_by_the_naive_rule(random_corridor);
  const int branched = frozen_by_the_naive_rule(random_branches);
  RecordProperty("frozen corridors of 200", corridors);
  RecordProperty("frozen branched networks of 200", branched);
  EXPECT_GE(corridors, 200 / 3);
  EXPECT_GE(branched, 200 * 4 / 5);
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

}  // namespace
}  // namespace networks
