// Names of time zones, as IANA writes them.
#pragma once

#include <string>

namespace scenarios {

// Looks the name up in the machine's own list; where there is none, any well-formed name will do.
bool is_time_zone(const std::string& name);

// A hint with the nearest known name; may be empty.
std::string time_zone_hint(const std::string& name);

// A hint for a zone that is known but of which the machine lacks the data.
constexpr const char* kInstallZones = "install the package tzdata";

}  // namespace scenarios
