// Runs of networks that may stand still for ever, alike on every engine.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "models/replication.h"
#include "tests/networks/watchdog_networks.h"

namespace networks {

using rail::Awaits;

// What each train of the circle waits for, beginning with the one that is told of first.
inline std::string words(const rail::Model& model, const std::vector<rail::GridlockedTrain>& circle) {
  static const char* const kWords[] = {"track", "turn", "wagons", "locomotive", "yard"};
  std::string text;
  for (const rail::GridlockedTrain& train : circle)
    text += model.formed_by(train.pool) + " " + kWords[static_cast<std::size_t>(train.what)] + ">";
  return text;
}

inline rail::Observations run_on(const rail::Model& model, const rail::EngineOptions& engine) {
  rail::ReplicationOptions options;
  options.engine = engine;
  return rail::run_replication(model, options);
}

inline rail::EngineOptions parallel(int threads, std::uint64_t shuffle_seed = 0) {
  return {rail::EngineChoice::kParallel, threads, des::Backend::kJthread, shuffle_seed};
}

// The same at the same time on any engine.
inline rail::Observations run(const rail::Model& model) {
  const rail::Observations seen = run_on(model, {rail::EngineChoice::kSequential});
  const std::string bytes = canonical_bytes(model, seen);
  for (const int threads : {1, 2, 3, 8})
    EXPECT_TRUE(canonical_bytes(model, run_on(model, parallel(threads))) == bytes) << threads << " threads";
  for (const std::uint64_t seed : {1, 2, 3})
    EXPECT_TRUE(canonical_bytes(model, run_on(model, parallel(2, seed))) == bytes) << "seed " << seed;
  return seen;
}

// With a record of trains.
inline rail::Observations run(const rail::Model& model, bool watched) {
  rail::ReplicationOptions options;
  options.record_trains = true;
  options.stop_at_gridlock = watched;
  return rail::run_replication(model, options);
}

inline std::int64_t stops_of(const rail::Observations& seen, std::uint64_t train) {
  return std::count_if(seen.train_stops.begin(), seen.train_stops.end(),
                       [train](const rail::TrainStop& stop) { return stop.train == train; });
}

inline void expect_circle(const Network& network, const std::string& circle, std::int64_t day) {
  const auto model = rail::Model::build(network.input);
  const rail::Observations seen = run(*model);
  EXPECT_EQ(seen.stop, rail::StopReason::kGridlock);
  EXPECT_EQ(words(*model, seen.gridlock), circle);
  EXPECT_EQ(seen.end_time, day * kDay);
}

inline std::int64_t containers_left(const rail::Observations& seen) {
  std::int64_t left = 0;
  for (const rail::ServiceObservation& service : seen.services)
    left += service.containers_released - service.containers_delivered;
  return left;
}

// Every container arrives.
inline void expect_end(const Network& network) {
  const auto model = rail::Model::build(network.input);
  const rail::Observations seen = run(*model);
  EXPECT_EQ(words(*model, seen.gridlock), "");
  EXPECT_NE(seen.stop, rail::StopReason::kGridlock);
  EXPECT_EQ(containers_left(seen), 0);
}

}  // namespace networks
