// Which field a typed change is about.
#pragma once

#include <string>

namespace scenarios {

// That a change in one line (scenario.h: load_with) sets or scales, e.g. "experiment/counted"; empty if it
// does neither, or is not understood.
std::string changed_field(const std::string& change);

}  // namespace scenarios
