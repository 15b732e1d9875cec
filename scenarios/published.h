// Published figures as plain structs.
#pragma once

#include <vector>

#include "landbridge/v1/scenario.pb.h"
#include "scenarios/scenario.h"

namespace scenarios {

std::vector<PublishedFigure> published_figures(const landbridge::v1::Scenario& scenario);

}  // namespace scenarios
