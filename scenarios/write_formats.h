// A scenario message in any of the three formats.
#pragma once

#include <optional>
#include <string>

#include "landbridge/v1/scenario.pb.h"
#include "scenarios/scenario.h"

namespace scenarios {

// Nothing if the message cannot be written in that format (times out of JSON's range, text that is
// not UTF-8); `why` then says why.
std::optional<std::string> to_bytes(const landbridge::v1::Scenario& message, Format format, std::string& why);

// Equal messages give equal bytes.
std::string deterministic_bytes(const landbridge::v1::Scenario& message);

}  // namespace scenarios
