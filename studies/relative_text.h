// A difference as a share of what it differs from, for people.
#pragma once

#include <string>

namespace studies {

// "+45.7 %", "< 0.1 %", "+2,150 %" of the base's mean; where a percentage says nothing any more: "from
// nothing", "over 1,000-fold", "under 1/1,000", "to nothing". "-" of nothing that stays so.
std::string relative_text(double base, double difference);

}  // namespace studies
