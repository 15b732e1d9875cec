// Shipped scenarios on the engines: short runs by default, with LANDBRIDGE_FULL_TESTS=1 at full length.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "models/replication.h"

namespace corridor {

constexpr std::int64_t kDay_s = 86400;

struct Days {
  std::int64_t spin_up, counted;
};

bool full_length();
inline bool is_toy(const std::string& name) { return name.starts_with("toys/"); }
void shorten(rail::ModelInput& input, Days days);

// E.g. "whatif/tracks-2017".
rail::ModelInput as_shipped(const std::string& name);
// Long enough for the first containers to reach the other end, and for what a scenario is about. Toys are
// always whole: they take next to no time.
rail::ModelInput input_of(const std::string& name);
std::shared_ptr<const rail::Model> model_of(const std::string& name);

// EXPECT_EQ would print megabytes.
struct Bits {
  std::string results, records;
  bool operator==(const Bits&) const = default;
};

struct Ran {
  Bits bits;
  rail::EngineUse use;
  std::size_t passings = 0;
};

Ran run(const rail::Model& model, const rail::EngineOptions& engine, std::uint64_t tie_seed = 0);

inline rail::EngineOptions on(rail::EngineChoice choice, int threads, std::uint64_t shuffle_seed = 0) {
  return {choice, threads, des::Backend::kJthread, shuffle_seed};
}

}  // namespace corridor
