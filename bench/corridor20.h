// The corridor of bench/corridor20.txtpb, an ordinary scenario: one replication, one thread, records off.
#pragma once

#include <cmath>
#include <cstdint>
#include <memory>

#include "models/model.h"
#include "models/replication.h"
#include "scenarios/scenario.h"

namespace bench {

// What every program that simulates the corridor reports.
struct Corridor20Result {
  std::int64_t trains = 0;    // that left the last station, spin-up included
  double mean_transit_h = 0;  // from their appearance to leaving it, over those that left in the counted time
  std::uint64_t events = 0;
};

// Counts `trains` in the mean; nullptr if the file is missing or invalid.
inline std::shared_ptr<const rail::Model> corridor20(std::int64_t trains) {
  const auto loaded = scenarios::Scenario::load(LANDBRIDGE_ROOT "/bench/corridor20.txtpb");
  if (!loaded.scenario) return nullptr;
  rail::ModelInput input = loaded.scenario->model_input();
  input.counted_s = std::llround(static_cast<double>(trains) * input.services[0].interval->mean());
  return rail::Model::build(std::move(input));
}

// A train's `total` time ends when it reaches the last station; its stay there comes on top.
inline Corridor20Result run_corridor20(const rail::Model& model, std::uint32_t replication) {
  rail::ReplicationOptions options;
  options.replication = replication;
  options.engine.threads = 1;
  const rail::Observations seen = rail::run_replication(model, options);
  const rail::DurationHistogram& total = seen.services[0].total;
  const std::int64_t seconds = total.sum() + seen.points.back().sojourn.sum();
  return {seen.conservation.delivered[0],
          static_cast<double>(seconds) / 3600 / static_cast<double>(total.count()), seen.events};
}

}  // namespace bench
