// What `landbridge diff` prints: what differs, thing by thing; things that differ alike together.
#pragma once

#include <string>

#include "scenarios/scenario.h"

namespace cli {

// `all`: every thing by itself, and values uncut.
std::string differences_text(const scenarios::Scenario& first, const scenarios::Scenario& second, bool all);
// "3 fields differ, 1 thing is in one of them alone".
std::string differences_in_short(const scenarios::Scenario& first, const scenarios::Scenario& second);
std::string differences_json(const scenarios::Scenario& first, const scenarios::Scenario& second);

}  // namespace cli
