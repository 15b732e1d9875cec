// Trains and containers come and go without taking memory, once storage is as large as what is under way.
#include <gtest/gtest.h>

#include <cstdint>
#include <memory>
#include <string>

#include "models/replication.h"
#include "scenarios/scenario.h"
#include "tests/support/allocation_counter.h"

namespace corridor {
namespace {

constexpr std::int64_t kDay_s = 86400;

struct Taken {
  std::uint64_t events, allocations;
};

constexpr rail::EngineOptions kSequential{rail::EngineChoice::kSequential, 1};
constexpr rail::EngineOptions kParallel{rail::EngineChoice::kParallel, 2, des::Backend::kJthread};

// One replication with records off.
Taken taken_by(const std::string& file, std::int64_t days, int spin_ups, const rail::EngineOptions& engine) {
  const auto loaded = scenarios::Scenario::load(std::string(LANDBRIDGE_ROOT) + "/" + file);
  rail::ModelInput input = loaded.scenario.value().model_input();
  input.spin_up_s *= spin_ups;
  input.counted_s = days * kDay_s;
  const std::shared_ptr<const rail::Model> model = rail::Model::build(std::move(input));
  rail::ReplicationOptions options;
  options.engine = engine;
  const std::uint64_t before = support::allocations().count;
  const std::uint64_t events = rail::run_replication(*model, options).events;
  return {events, support::allocations().count - before};
}

// What a longer run takes beyond a shorter one is for events in steady state: now and then a queue that has
// never been as long, or a wait longer than any before in a histogram. Decisions about partitions take memory
// too: as many of them fall into either run if all of it is twice as long.
void expect_next_to_none(const std::string& file, std::int64_t days, const rail::EngineOptions& engine) {
  const int spin_ups = engine.choice == rail::EngineChoice::kParallel ? 2 : 1;
  const Taken shorter = taken_by(file, days, 1, engine), longer = taken_by(file, 2 * days, spin_ups, engine);
  ASSERT_GT(longer.events - shorter.events, 500'000U);
  const auto more =
      static_cast<std::int64_t>(longer.allocations) - static_cast<std::int64_t>(shorter.allocations);
  EXPECT_LT(static_cast<double>(more), 1e-4 * static_cast<double>(longer.events - shorter.events));
}

TEST(Allocations, NextToNoneByTrains) { expect_next_to_none("bench/corridor20.txtpb", 400, kSequential); }

TEST(Allocations, NextToNoneByContainers) {
  expect_next_to_none("scenarios/eurasia-2017.txtpb", 300, kSequential);
}

TEST(Allocations, NextToNoneInParallel) {
  expect_next_to_none("scenarios/eurasia-2017.txtpb", 300, kParallel);
}

}  // namespace
}  // namespace corridor
