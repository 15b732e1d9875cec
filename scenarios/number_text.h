// Numbers as texts of changes.
#pragma once

#include <string>

#include "scenarios/study.h"

namespace scenarios {

// The number at `share` (0..1) of the way through the range, on its scale. Twelve digits: enough for any
// figure, and few enough that logarithms of another machine do not show.
std::string number_at(const FactorRange& range, double share);
// As number_at(), of a `share` drawn from the open interval (0, 1): whole numbers at the ends are as likely
// as others.
std::string drawn_number(const FactorRange& range, double share);

}  // namespace scenarios
