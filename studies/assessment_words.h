// What the console and the report's page say alike of an assessment.
#pragma once

#include <string>
#include <vector>

#include "studies/assessment.h"

namespace studies {

// The answer, "10 of 64 figures held back agree or are close; the mean error is 31 %."; then what there is to
// say of other years and of naive forecasts.
std::vector<std::string> assessment_sentences(const std::vector<AssessedFigure>& figures);

}  // namespace studies
