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

// One replication with records off, of so many counted days.
Taken taken_by(const std::string& file, std::int64_t days) {
  const auto loaded = scenarios::Scenario::load(std::string(LANDBRIDGE_ROOT) + "/" + file);
  rail::ModelInput input = loaded.scenario.value().model_input();
  input.counted_s = days * kDay_s;
  const std::shared_ptr<const rail::Model> model = rail::Model::build(std::move(input));
  rail::ReplicationOptions options;
  options.engine.threads = 1;
  const std::uint64_t before = support::allocations().count;
  const std::uint64_t events = rail::run_replication(*model, options).events;
  return {events, support::allocations().count - before};
}

// What a longer run takes beyond a shorter one is for events in steady state: now and then a queue that has
// never been as long, or a wait longer than any before in a histogram.
void expect_next_to_none(const std::string& file, std::int64_t days) {
  const Taken shorter = taken_by(file, days), longer = taken_by(file, 2 * days);
  ASSERT_GT(longer.events - shorter.events, 500'000U);
  const auto more =
      static_cast<std::int64_t>(longer.allocations) - static_cast<std::int64_t>(shorter.allocations);
  EXPECT_LT(static_cast<double>(more), 1e-4 * static_cast<double>(longer.events - shorter.events));
}

TEST(Allocations, NextToNoneByTrains) { expect_next_to_none("bench/corridor20.txtpb", 400); }

TEST(Allocations, NextToNoneByContainers) { expect_next_to_none("scenarios/eurasia-2017.txtpb", 300); }

}  // namespace
}  // namespace corridor
