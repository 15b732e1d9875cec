// No gridlock where the rule of admission promises none, on thousands of random networks; and on the same
// ones the rule that asks for a free track only does end in gridlock, which the watchdog finds and describes.
//
//   corridor:   (W)==[p]==[p]==(J)==[p]==(E)        branched:   (W0)=[p]=(J0)=[p]=(J1)=[p]=(E0)
//                                                                (W1)=[p]=/          \=[p]=(E1)
// All lines single track; [p] passing places and (J) junctions with 2 to 4 tracks; trains both ways.
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

void add_line(ModelInput& input, std::uint32_t from, std::uint32_t to) {
  rail::LineInput line;
  line.id = numbered("L", input.lines.size());
  line.from = from;
  line.to = to;
  line.tracks = 1;
  line.passing_places = *rc::gen::inRange(0, 4);
  line.passing_tracks = *rc::gen::inRange(2, 5);
  line.length_km = *rc::gen::inRange(10, 100);
  line.speed_km_per_day = 1000;
  line.clearing_s = *rc::gen::inRange(0, 200);
  input.lines.push_back(line);
}

// Trains without containers, all within a few hours.
void add_trains(ModelInput& input, std::uint32_t from, std::uint32_t to, rail::Direction direction) {
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
  input.services.push_back(service);
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

void all_arrive(const ModelInput& input) {
  const std::shared_ptr<const rail::Model> model = rail::Model::build(input);
  RC_ASSERT(model->unguaranteed_points().empty());
  const Outcome outcome = run(input, rail::AdmissionRule::kGuaranteed);
  RC_ASSERT(outcome.stop == rail::StopReason::kQuiescent);
  RC_ASSERT(outcome.delivered == outcome.released);
  RC_ASSERT(outcome.released > 0);
}

RC_GTEST_PROP(Gridlock, NeverOnACorridor, ()) { all_arrive(random_corridor()); }
RC_GTEST_PROP(Gridlock, NeverOnBranchesWithACommonTrunk, ()) { all_arrive(random_branches()); }

// Either all trains arrive, or the watchdog shows a circle in which each waits where the next one stands.
RC_GTEST_PROP(Gridlock, IsFoundAndDescribedUnderTheNaiveRule, ()) {
  const Outcome outcome = run(random_corridor(), rail::AdmissionRule::kRoomOnly);
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

std::string bits(const rail::Model& model, rail::EngineChoice choice, std::uint64_t shuffle_seed) {
  rail::ReplicationOptions options;
  options.record_trains = true;
  options.engine = {choice, 2, des::Backend::kJthread, shuffle_seed};
  const rail::Observations seen = rail::run_replication(model, options);
  RC_ASSERT(seen.engine.parallel == (choice == rail::EngineChoice::kParallel));
  return canonical_bytes(model, seen) + canonical_record_bytes(seen);
}

// Full lines and stations, every section between two partitions or within one.
RC_GTEST_PROP(Notice, GivesTheSameBitsWithPartitionsAtRandom, ()) {
  ModelInput input = random_corridor();
  input.dispatching.notice_s = *rc::gen::inRange<std::int64_t>(300, 1200);
  input.counted_s = 4 * 86400;  // engines change after a twentieth of it: then lines are full
  const std::shared_ptr<const rail::Model> model = rail::Model::build(std::move(input));
  const auto seed = *rc::gen::inRange<std::uint64_t>(1, 1000);
  RC_ASSERT(bits(*model, rail::EngineChoice::kParallel, seed) ==
            bits(*model, rail::EngineChoice::kSequential, 0));
}

// The same networks, of which the naive rule must freeze some: else the properties above say nothing.
TEST(Gridlock, TheNaiveRuleFreezesWhatTheOtherKeepsMoving) {
  int frozen = 0;
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    const auto corridor =
        rc::gen::exec([] { return random_corridor(); })(rc::Random(seed), rc::kNominalSize).value();
    if (run(corridor, rail::AdmissionRule::kRoomOnly).stop == rail::StopReason::kGridlock) ++frozen;
    EXPECT_EQ(run(corridor, rail::AdmissionRule::kGuaranteed).stop, rail::StopReason::kQuiescent) << seed;
  }
  EXPECT_GT(frozen, 20);
}

}  // namespace
}  // namespace networks
