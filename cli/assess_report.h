// What `landbridge assess` prints: every published figure of every year, and the score.
#pragma once

#include <string>
#include <vector>

#include "scenarios/scenario.h"
#include "studies/assessment.h"

namespace cli {

// `scenarios` as the figures' indices count them.
std::string assessment_text(const std::vector<scenarios::Scenario>& scenarios,
                            const std::vector<studies::AssessedFigure>& figures);
std::string assessment_json(const std::vector<scenarios::Scenario>& scenarios,
                            const std::vector<studies::AssessedFigure>& figures, int replications,
                            std::uint64_t seed);

}  // namespace cli
