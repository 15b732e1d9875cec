// A published figure and what was simulated of it, in words.
#pragma once

#include <string>

#include "studies/comparison.h"

namespace cli {

// "V01 Belarus transit: container trains".
std::string what(const scenarios::PublishedFigure& figure);
// The range if there is one, else the value, with its tolerance.
std::string published_text(const scenarios::PublishedFigure& figure);
std::string deviation_text(const studies::ComparedFigure& one);
std::string verdict_text(const studies::ComparedFigure& one);
// Why nothing is simulated beside it.
std::string why_missing(const studies::ComparedFigure& one);

// What verdicts mean.
constexpr const char* kVerdictLegend =
    "  agrees: the published range, or the value within its tolerance or rounding, meets the 95 % "
    "confidence\n"
    "  interval of the mean; close: only the range of 95 % of single replications, mean ± 1.96 sd; MISS:\n"
    "  neither; (= V1): the same fact as V1, counted once\n";

}  // namespace cli
