// The same bits, records included, on any number of threads and with stations in partitions at random; and no
// station sends over a channel that is not declared.
#pragma once

#include <rapidcheck.h>

#include <memory>
#include <string>
#include <utility>

#include "models/replication.h"
#include "tests/networks/units.h"

namespace networks {

inline std::string bits(const rail::Model& model, const rail::EngineOptions& engine) {
  rail::ReplicationOptions options;
  options.record_trains = options.record_passings = options.record_containers = true;
  options.engine = engine;
  options.engine.check_channels = true;
  const rail::Observations seen = rail::run_replication(model, options);
  RC_ASSERT(engine.threads == 1 || seen.engine.parallel == (engine.choice == rail::EngineChoice::kParallel));
  return canonical_bytes(model, seen) + canonical_record_bytes(seen);
}

// With a notice at random, so that sections lie between two partitions or within one.
inline void gives_the_same_bits(rail::ModelInput input) {
  input.dispatching.notice_s = *rc::gen::inRange<std::int64_t>(5 * kMinute, 20 * kMinute);
  input.counted_s = 4 * kDay;  // engines change after a twentieth of it: then lines are full
  const std::shared_ptr<const rail::Model> model = rail::Model::build(std::move(input));
  const auto seed = *rc::gen::inRange<std::uint64_t>(1, 1000);
  const int threads = *rc::gen::element(1, 2, 3, 8);
  RC_ASSERT(bits(*model, {rail::EngineChoice::kParallel, threads, des::Backend::kJthread, seed}) ==
            bits(*model, {rail::EngineChoice::kSequential, 1, des::Backend::kJthread, 0}));
}

}  // namespace networks
