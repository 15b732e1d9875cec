// Back-pressure without looking across partitions on the kernel alone: credits for the tracks
// of a yard (oracle A13), and request and grant of a single-track section (oracle A14). Both ends are
// partitions of their own, so that nothing but messages with lookahead can pass between them.
#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "engine/parallel_engine.h"
#include "engine/sequential_engine.h"

namespace des {
namespace {

constexpr std::int64_t kMinute = 60;
constexpr std::int64_t kDay = 1440 * kMinute;

enum Kind : std::uint32_t { kBegin, kArrives, kServed, kCredit, kRequest, kGrant, kLeft };

// Runs a model of two entities whose events start with kBegin at entity 0.
template <class Model>
void run(Model& model, bool parallel, SimTime end) {
  const auto begin = [](auto& engine) { engine.as_entity(0).schedule_self({0}, Phase::kArrival, kBegin); };
  if (!parallel) {
    SequentialEngine<Model> engine(model, 2);
    begin(engine);
    engine.run_until(end);
    return;
  }
  const PartitionPlan plan({0, 1}, 2, model.channels());
  const auto executor = make_executor(Backend::kJthread, 2);
  ParallelOptions options;
  options.least_events_per_window = 0;
  ParallelEngine<Model> engine(model, nothing_done(2), plan, *executor, options);
  begin(engine);
  engine.run_until(end);
}

// Entity 0 sends a train whenever it has a credit, that is, a free track in the yard of entity 1.
struct CreditLink {
  std::int64_t run, service, notice;
  bool ahead;  // the end of a service is known at its start, and the credit sent then
  int servers = 2;
  int credits = 10;
  int queue = 0;
  std::vector<std::int64_t> departures = {};

  Channel train() const { return {1, {run}, "train"}; }
  Channel credit() const { return {0, {notice}, "credit"}; }
  std::vector<DeclaredChannel> channels() const { return {{0, train()}, {1, credit()}}; }

  void handle(const Event& event, Scheduler& scheduler) {
    switch (event.kind) {
      case kCredit:
        ++credits;
        [[fallthrough]];
      case kBegin:
        for (; credits > 0; --credits) {
          departures.push_back(event.time.ticks);
          scheduler.send(train(), {run}, Phase::kCompletion, kArrives);
        }
        return;
      case kArrives:
        ++queue;
        return serve(scheduler);
      case kServed:
        ++servers;
        if (!ahead) scheduler.send(credit(), {notice}, Phase::kCompletion, kCredit);
        return serve(scheduler);
      default:
        FAIL() << "unknown event";
    }
  }

  void serve(Scheduler& scheduler) {
    for (; queue > 0 && servers > 0; --queue, --servers) {
      scheduler.schedule_self({service}, Phase::kCompletion, kServed);
      if (ahead) scheduler.send(credit(), {service}, Phase::kCompletion, kCredit);
    }
  }

  std::int64_t departures_between(std::int64_t from, std::int64_t to) const {
    return std::count_if(departures.begin(), departures.end(),
                         [=](std::int64_t t) { return t >= from && t < to; });
  }
};

class FlowControl : public testing::TestWithParam<bool> {};

// A13: 10 tracks, a run of 180 min, 30 min on one of 2 servers, credit 15 min after release: 10 trains every
// 225 min, 64 a day.
TEST_P(FlowControl, CreditsOfASaturatedLink) {
  CreditLink link{180 * kMinute, 30 * kMinute, 15 * kMinute, false};
  const std::int64_t cycle = 225 * kMinute;
  run(link, GetParam(), {cycle + 32 * cycle});
  const std::int64_t trains = link.departures_between(cycle, cycle + 32 * cycle);
  EXPECT_EQ(trains * kDay, 64 * 32 * cycle);
}

// Credits sent as soon as the release is known cost nothing: 10 trains every 210 min at any notice up to the
// service time.
TEST_P(FlowControl, CreditsSentAheadHideTheirNotice) {
  for (const std::int64_t notice : {1, 5, 15, 30}) {
    CreditLink link{180 * kMinute, 30 * kMinute, notice * kMinute, true};
    const std::int64_t cycle = 210 * kMinute;
    run(link, GetParam(), {11 * cycle});
    EXPECT_EQ(link.departures_between(cycle, 11 * cycle), 100) << notice << " min";
  }
}

// A single track between entities 0, which owns it, and 1; trains wait at both ends for ever, and the
// directions take turns. Run times with allowances for start and stop: 2 + 24 + 1 and 2 + 25 + 1 min.
struct SingleTrack {
  std::int64_t notice;
  bool ahead;  // end 0 grants as soon as it knows when the track will be free
  std::int64_t there = 27 * kMinute, back = 28 * kMinute;
  std::int64_t pairs = 0;
  bool asked = false;  // a train of entity 1 waits
  bool turn_of_1 = false;

  Channel request() const { return {0, {notice}, "track request"}; }
  Channel left() const { return {0, {notice}, "track left"}; }
  Channel grant() const { return {1, {notice}, "track grant"}; }
  std::vector<DeclaredChannel> channels() const { return {{1, request()}, {1, left()}, {0, grant()}}; }

  void handle(const Event& event, Scheduler& scheduler) {
    switch (event.kind) {
      case kBegin:
        asked = true;
        return enter_from_0(scheduler);
      case kRequest:
        asked = true;
        return grant_when_free(scheduler, Duration{0});
      case kServed:  // the train of entity 0 has left the track
        return ahead ? void() : grant_when_free(scheduler, Duration{notice});
      case kGrant:
        scheduler.schedule_self({back}, Phase::kCompletion, kArrives);
        scheduler.send(request(), {notice}, Phase::kRequest, kRequest);
        return;
      case kArrives:  // the train of entity 1 has left the track
        ++pairs;
        if (!ahead) scheduler.send(left(), {notice}, Phase::kCompletion, kLeft);
        return;
      case kLeft:
        return enter_from_0(scheduler);
      default:
        FAIL() << "unknown event";
    }
  }

  void enter_from_0(Scheduler& scheduler) {
    turn_of_1 = true;
    scheduler.schedule_self({there}, Phase::kCompletion, kServed);
    if (ahead) grant_when_free(scheduler, Duration{there});
  }

  void grant_when_free(Scheduler& scheduler, Duration delay) {
    if (!asked || !turn_of_1 || (ahead && delay.ticks < there)) return;
    asked = turn_of_1 = false;
    scheduler.send(grant(), delay, Phase::kGrant, kGrant);
    // How long that train will take is known too.
    if (ahead) scheduler.schedule_self(delay + Duration{back}, Phase::kCompletion, kLeft);
  }
};

// A14: 55 min a pair, 26.18 pairs a day, at any notice that fits into a run.
TEST_P(FlowControl, RequestsAndGrantsSentAheadHideTheirNotice) {
  for (const std::int64_t notice : {1, 5, 27}) {
    SingleTrack track{notice * kMinute, true};
    run(track, GetParam(), {11 * kDay + 1});
    EXPECT_EQ(track.pairs, 11 * 1440 / 55) << notice << " min";
  }
}

// Asked and answered only when the track is free, 5 min each way make the pair 65 min long.
TEST_P(FlowControl, NoticeThatIsNotHiddenCostsCapacity) {
  SingleTrack track{5 * kMinute, false};
  run(track, GetParam(), {13 * kDay + 1});
  EXPECT_EQ(track.pairs, 13 * 1440 / 65);
}

INSTANTIATE_TEST_SUITE_P(Engines, FlowControl, testing::Bool(),
                         [](const auto& tested) { return tested.param ? "parallel" : "sequential"; });

}  // namespace
}  // namespace des
