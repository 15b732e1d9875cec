// What `landbridge diff` prints: what differs, thing by thing; things that differ alike together.
#pragma once

#include <string>

#include "scenarios/scenario.h"

namespace cli {

// `all`: every thing by itself, and values uncut.
std::string differences_text(const scenarios::Scenario& first, const scenarios::Scenario& second, bool all);
std::string differences_json(const scenarios::Scenario& first, const scenarios::Scenario& second);

}  // namespace cli
