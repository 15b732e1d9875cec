// The scenarios in scenarios/: all of them, so that a new one is not forgotten.
#pragma once

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <vector>

#include "models/model_input.h"

namespace support {

// "eurasia-2017", "whatif/great-stone", "toys/meets" ..., sorted.
std::vector<std::string> shipped();
// Requires that the scenario is valid.
rail::ModelInput input_of(const std::string& name);

struct Days {
  std::int64_t spin_up, counted;
};
// Long enough for the first containers to reach the other end; dense traffic is there from the start, and
// twice the demand soon.
Days short_time(const std::string& name);

// Of a test for each, in letters, digits and underscores.
std::string test_name(const testing::TestParamInfo<std::string>& scenario);

}  // namespace support
