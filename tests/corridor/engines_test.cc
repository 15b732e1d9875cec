// Every shipped scenario gives the same bits, records included, on either engine, on any number of threads,
// with any partition and any order of work within a window.
//
// Short by default; with LANDBRIDGE_FULL_TESTS=1 (./dev check --full) at full length and with more threads.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <numeric>
#include <string>
#include <vector>

#include "studies/run_jobs.h"
#include "tests/corridor/engine_runs.h"

namespace corridor {
namespace {

// Neither a single queue nor a line whose stations ask each other without notice.
bool can_be_divided(const std::string& name) {
  return name != "toys/one_queue" && name != "toys/meets" && name != "toys/gridlock";
}

// Short runs are long enough for what a scenario is about.
void expect_disruptions_seen(const rail::Model& model) {
  const rail::Observations seen = rail::run_replication(model, {});
  for (const rail::DisruptionObservation& one : seen.disruptions) EXPECT_GT(one.trains_held, 0);
  std::int64_t at_origin = 0, under_way = 0, turned = 0;
  for (const rail::ReroutedTrains& one : seen.rerouted) {
    at_origin += one.at_origin;
    under_way += one.under_way;
    turned += one.turned;
  }
  bool diverts = false;
  for (const rail::DisruptionInput& one : model.input().disruptions) diverts |= one.diverts;
  EXPECT_EQ(under_way > 0, diverts);
  EXPECT_EQ(turned > 0, model.input().turns_trains());
  // Those that turn have no other way in the toy.
  EXPECT_EQ(at_origin > 0, model.input().rerouting.has_value() && turned == 0);
}

class EveryEngine : public testing::TestWithParam<std::string> {};

TEST_P(EveryEngine, GivesTheSameBits) {
  const std::shared_ptr<const rail::Model> model = model_of(GetParam());
  const Bits expected = run(*model, on(rail::EngineChoice::kSequential, 1)).bits;
  EXPECT_FALSE(expected.records.empty());
  if (!model->input().disruptions.empty()) expect_disruptions_seen(*model);
  const std::vector<int> threads = full_length() ? std::vector{1, 2, 3, 8, 16} : std::vector{1, 3, 8};
  for (const int count : threads) {
    const Ran chosen = run(*model, on(rail::EngineChoice::kParallel, count));
    EXPECT_TRUE(chosen.use.parallel);
    EXPECT_EQ(chosen.use.partitions > 1, can_be_divided(GetParam()));
    EXPECT_TRUE(chosen.bits == expected) << count << " threads, partitions as chosen";
  }
  for (const std::uint64_t seed : {1, 2, 3}) {
    const Ran shuffled = run(*model, on(rail::EngineChoice::kParallel, 3, seed));
    EXPECT_TRUE(shuffled.bits == expected) << "partitions at random, seed " << seed;
  }
  rail::EngineOptions usual = on(rail::EngineChoice::kParallel, 2);
  usual.backend = studies::backend_from_environment();  // what users get
  for (const char* time : {"first", "second"})
    EXPECT_TRUE(run(*model, usual).bits == expected) << "two threads, the " << time << " time";
  rail::EngineOptions chosen = on(rail::EngineChoice::kAuto, 2);
  chosen.processors = 2;
  chosen.least_events_to_come = 0;  // short runs have few
  EXPECT_TRUE(run(*model, chosen).bits == expected) << "the engine as chosen";
}

// Stations of single track that ask each other with notice need not be in one partition.
TEST(Notice, DividesSingleTrackWithTheSameBits) {
  for (const char* name : {"toys/meets", "whatif/tracks-2017"}) {
    rail::ModelInput input = input_of(name);
    input.dispatching.notice_s = 300;
    const std::shared_ptr<const rail::Model> model = rail::Model::build(std::move(input));
    const Ran sequential = run(*model, on(rail::EngineChoice::kSequential, 1));
    const Bits& expected = sequential.bits;
    EXPECT_GT(sequential.passings, 0u) << "nobody came to a passing place: " << name;
    for (const int threads : {1, 2, 3, 8}) {
      const Ran chosen = run(*model, on(rail::EngineChoice::kParallel, threads));
      EXPECT_GT(chosen.use.partitions, 1u) << name;
      EXPECT_TRUE(chosen.bits == expected) << name << ", " << threads << " threads";
    }
    for (const std::uint64_t seed : {1, 2, 3, 4, 5}) {
      const Ran shuffled = run(*model, on(rail::EngineChoice::kParallel, 3, seed));
      EXPECT_TRUE(shuffled.bits == expected) << name << ", partitions at random, seed " << seed;
    }
  }
}

// A cut of what is accepted, and containers of part loads in stuffing: for which no shipped scenario asks.
TEST(CutsAndStuffing, GiveTheSameBits) {
  rail::ModelInput quota = input_of("toys/quota"), loads = input_of("toys/part_loads");
  quota.lines[0].acceptance_cuts[0] = rail::TimedValues({{{18 * 3600, 50 * 3600}, 1}});
  for (rail::PartLoadInput& one : loads.part_loads) one.stuffing_s = 10 * 3600;
  for (rail::ModelInput* input : {&quota, &loads}) {
    const Bits usual = run(*rail::Model::build(input_of(input == &quota ? "toys/quota" : "toys/part_loads")),
                           on(rail::EngineChoice::kSequential, 1))
                           .bits;
    const std::shared_ptr<const rail::Model> model = rail::Model::build(std::move(*input));
    const Bits expected = run(*model, on(rail::EngineChoice::kSequential, 1)).bits;
    EXPECT_FALSE(expected == usual);
    for (const int count : {1, 2, 3, 8})
      EXPECT_TRUE(run(*model, on(rail::EngineChoice::kParallel, count)).bits == expected) << count;
    for (const std::uint64_t seed : {1, 2, 3})
      EXPECT_TRUE(run(*model, on(rail::EngineChoice::kParallel, 3, seed)).bits == expected) << seed;
  }
}

// Every desk, bay and line of the corridor closes once a day, at its own time, for some hours.
void close_daily(rail::ModelInput& input) {
  const std::int64_t length = input.spin_up_s + input.counted_s;
  constexpr std::uint32_t kKinds = 24;
  for (std::uint32_t kind = 0; kind < kKinds; ++kind) {
    std::vector<rail::OpenInterval> open{{0, kind * 3600}};
    for (std::int64_t day = 0; day * kDay_s < length; ++day)
      open.push_back({day * kDay_s + (kind + 3) * 3600, (day + 1) * kDay_s + kind * 3600});
    input.hours.emplace_back(open);
  }
  std::uint32_t next = 0;
  for (rail::ResourceInput& resource : input.resources) resource.hours = next++ % kKinds;
  for (rail::GaugeChangeInput& change : input.gauge_changes) {
    change.hours = std::uint32_t{change.point} % kKinds;  // those that share bays agree
    change.finishes = change.point % 2 == 0;
  }
  for (rail::LineInput& line : input.lines) {
    if (line.tracks == 0) continue;
    line.hours = next++ % kKinds;
    line.longest_run_s = 21 * 3600;
  }
}

struct Closing {
  const char* scenario;
  std::int64_t notice_s;
};

class DailyClosings : public testing::TestWithParam<Closing> {};

TEST_P(DailyClosings, GiveTheSameBitsOnEveryEngine) {
  rail::ModelInput input = input_of(GetParam().scenario);
  input.dispatching.notice_s = GetParam().notice_s;
  close_daily(input);
  const std::shared_ptr<const rail::Model> model = rail::Model::build(std::move(input));
  const Bits expected = run(*model, on(rail::EngineChoice::kSequential, 1)).bits;
  const rail::Observations seen = rail::run_replication(*model, {});
  std::int64_t hours_s = 0, possession_s = 0;
  for (const rail::ResourceObservation& one : seen.resources) hours_s += one.hours_wait.seconds;
  for (const auto& lines : seen.lines) {
    for (const rail::LineObservation& one : lines) {
      possession_s += one.possession_wait.seconds;
      EXPECT_GE(one.wait.seconds, 0);
      EXPECT_GE(one.path_wait.seconds, 0);
      EXPECT_GE(one.track_wait.seconds, 0);
    }
  }
  EXPECT_GT(hours_s, 0);
  EXPECT_GT(possession_s, 0);
  for (const int count : {1, 2, 8})
    EXPECT_TRUE(run(*model, on(rail::EngineChoice::kParallel, count)).bits == expected)
        << count << " threads";
  for (const std::uint64_t seed : {1, 2})
    EXPECT_TRUE(run(*model, on(rail::EngineChoice::kParallel, 3, seed)).bits == expected) << "seed " << seed;
}

INSTANTIATE_TEST_SUITE_P(Corridor, DailyClosings,
                         testing::Values(Closing{"eurasia-2017", 0}, Closing{"whatif/tracks-2017", 0},
                                         Closing{"whatif/tracks-2017", 300}));

// The crossings at Brest closed, half of all servers and bays gone and every fifth line slow, within the time
// that short runs have. Gauge changes that share bays are at one point and have as many.
rail::DisruptionInput disrupt(rail::ModelInput& input) {
  rail::DisruptionInput disruption{"all", 20 * kDay_s, 27 * kDay_s, {}, {}, {}};
  const rail::OpenInterval when{disruption.from, disruption.to};
  const auto closed = static_cast<std::uint32_t>(input.hours.size());
  input.hours.emplace_back(std::vector<rail::OpenInterval>{{0, when.from}, {when.to, rail::kNever}});
  for (std::uint32_t i = 0; i < input.lines.size(); ++i) {
    rail::LineInput& line = input.lines[i];
    if (line.id == "L125" || line.id == "L126") {
      line.hours = line.closures = closed;
      disruption.lines.push_back(i);
    } else if (i % 5 == 0) {
      line.slow_orders = rail::TimedValues({{when, 1.5}});
    } else if (i % 5 == 1 && line.paths_per_day) {
      line.path_cuts = rail::TimedValues({{when, *line.paths_per_day / 2}});
      disruption.lines.push_back(i);
    }
  }
  for (const std::uint32_t line : disruption.lines) input.lines[line].keeps_log = true;
  for (std::uint32_t i = 0; i < input.resources.size(); ++i) {
    input.resources[i].server_cuts =
        rail::TimedValues({{when, std::max(1, input.resources[i].servers / 2) * 1.0}});
    input.resources[i].keeps_log = true;
    disruption.resources.push_back(i);
  }
  for (std::uint32_t i = 0; i < input.gauge_changes.size(); ++i) {
    input.gauge_changes[i].bay_cuts =
        rail::TimedValues({{when, std::max(1, input.gauge_changes[i].bays / 2) * 1.0}});
    input.gauge_changes[i].keeps_log = true;
    disruption.gauge_changes.push_back(i);
  }
  return disruption;
}

// Of all services, while it lasts: its rush is under way on all of the corridor.
rail::DisruptionInput surge_of_all(const rail::ModelInput& input) {
  rail::DisruptionInput surge;
  surge.id = "surge";
  surge.from = 5 * kDay_s;
  surge.to = 6 * kDay_s;
  for (std::uint32_t s = 0; s < input.services.size(); ++s) surge.services.push_back(s);
  return surge;
}

TEST(Disruptions, GiveTheSameBitsOnEveryEngine) {
  for (const char* name : {"eurasia-2024", "whatif/tracks-2017"}) {
    rail::ModelInput input = input_of(name);
    input.dispatching.notice_s = 300;
    input.disruptions = {disrupt(input), surge_of_all(input)};
    const std::shared_ptr<const rail::Model> model = rail::Model::build(std::move(input));
    const Bits expected = run(*model, on(rail::EngineChoice::kSequential, 1)).bits;
    const rail::Observations seen = rail::run_replication(*model, {});
    EXPECT_GT(seen.disruptions[0].trains_held, 10) << name;
    std::int64_t closure_s = 0;
    for (const auto& lines : seen.lines) {
      for (const rail::LineObservation& one : lines) {
        closure_s += one.closure_wait.seconds;
        EXPECT_GE(one.wait.seconds, 0);
        EXPECT_GE(one.path_wait.seconds, 0);
        EXPECT_EQ(one.possession_wait.seconds, 0);
      }
    }
    EXPECT_GT(closure_s, 0) << name;
    for (const int count : {1, 2, 3, 8})
      EXPECT_TRUE(run(*model, on(rail::EngineChoice::kParallel, count)).bits == expected) << name << count;
    for (const std::uint64_t seed : {1, 2})
      EXPECT_TRUE(run(*model, on(rail::EngineChoice::kParallel, 3, seed)).bits == expected) << name << seed;
  }
}

// The crossings at Brest closed on the corridor, for trains that turn back before them: those from Europe,
// which have changed no wagons yet.
TEST(Disruptions, ThatTurnTrainsGiveTheSameBitsOnEveryEngine) {
  rail::ModelInput input = input_of("eurasia-2024");
  // Turns are counted within the counted time, which begins on day 25.
  rail::DisruptionInput closed{"closed", 26 * kDay_s, 36 * kDay_s, {}, {}, {}};
  closed.turns = true;
  for (std::uint32_t i = 0; i < input.lines.size(); ++i) {
    if (input.lines[i].id != "L125" && input.lines[i].id != "L126") continue;
    input.lines[i].hours = input.lines[i].closures = static_cast<std::uint32_t>(input.hours.size());
    input.lines[i].keeps_log = true;
    closed.lines.push_back(i);
  }
  input.hours.emplace_back(std::vector<rail::OpenInterval>{{0, closed.from}, {closed.to, rail::kNever}});
  input.disruptions = {closed};
  rail::ReroutingInput& rerouting = input.rerouting.emplace();
  rerouting.tolerance_s = kDay_s;
  for (std::uint32_t s = 0; s < input.services.size(); ++s) rerouting.services.push_back(s);
  const std::shared_ptr<const rail::Model> model = rail::Model::build(std::move(input));
  const rail::Observations seen = rail::run_replication(*model, {});
  const auto add_turned = [](std::int64_t sum, const rail::ReroutedTrains& one) { return sum + one.turned; };
  EXPECT_GT(std::accumulate(seen.rerouted.begin(), seen.rerouted.end(), std::int64_t{0}, add_turned), 5);
  const Bits expected = run(*model, on(rail::EngineChoice::kSequential, 1)).bits;
  for (const int count : {1, 2, 3, 8})
    EXPECT_TRUE(run(*model, on(rail::EngineChoice::kParallel, count)).bits == expected) << count;
  for (const std::uint64_t seed : {1, 2})
    EXPECT_TRUE(run(*model, on(rail::EngineChoice::kParallel, 3, seed)).bits == expected) << seed;
}

// Every cluster in a partition of its own, as far as chance allows: an event over a channel that the model
// does not declare, or sooner than declared, ends the run. Within a partition that is looked up.
TEST_P(EveryEngine, SendsOnlyWhatItDeclares) {
  rail::ModelInput input = input_of(GetParam());
  if (!full_length() && !is_toy(GetParam())) shorten(input, {12, 12});
  const std::shared_ptr<const rail::Model> model = rail::Model::build(std::move(input));
  rail::EngineOptions sequential = on(rail::EngineChoice::kSequential, 1);
  sequential.check_channels = true;
  const Bits expected = run(*model, sequential).bits;
  const std::vector<std::uint64_t> seeds =
      full_length() ? std::vector<std::uint64_t>{1, 2, 3} : std::vector<std::uint64_t>{1};
  for (const std::uint64_t seed : seeds) {
    rail::EngineOptions engine = on(rail::EngineChoice::kParallel, 2, seed);
    engine.shuffled_partitions = 200;
    engine.check_channels = true;
    EXPECT_TRUE(run(*model, engine).bits == expected) << "seed " << seed;
  }
}

TEST_P(EveryEngine, GivesTheSameBitsWithAnotherOrderOfTies) {
  const std::shared_ptr<const rail::Model> model = model_of(GetParam());
  const Bits expected = run(*model, on(rail::EngineChoice::kSequential, 1), 7).bits;
  EXPECT_TRUE(run(*model, on(rail::EngineChoice::kParallel, 3, 1), 7).bits == expected);
}

// All of them, so that a new one is not forgotten.
std::vector<std::string> shipped() {
  std::vector<std::string> names;
  for (const std::string folder : {"", "whatif/", "toys/"}) {
    for (const auto& file : std::filesystem::directory_iterator(LANDBRIDGE_ROOT "/scenarios/" + folder))
      if (file.path().extension() == ".txtpb") names.push_back(folder + file.path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string name_of(const testing::TestParamInfo<std::string>& scenario) {
  std::string name = scenario.param;
  for (char& c : name) c = std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '_';
  return name;
}

INSTANTIATE_TEST_SUITE_P(Shipped, EveryEngine, testing::ValuesIn(shipped()), name_of);

}  // namespace
}  // namespace corridor
