// The design points of a study: which value each factor has in each.
#pragma once

#include <string>
#include <vector>

#include "scenarios/study.h"

namespace studies {

using DesignPoint = std::vector<std::string>;  // a value of each factor

// In an order that depends on the study only.
std::vector<DesignPoint> design_points(const scenarios::Study& study);

// What makes the base this point: the study's changes, then one for each factor.
std::vector<std::string> changes_at(const scenarios::Study& study, const DesignPoint& point);

// Where each of these is written, as far as that is known.
std::vector<scenarios::Written> changes_written(const scenarios::Study& study);

// "cranes = 4, growth *= 1.1", for people.
std::string settings_text(const scenarios::Study& study, const DesignPoint& point);

// Some of the points, in order, that meet every value of a factor of few values, and the least and the
// greatest of one of many: if these are valid, so most likely are all.
std::vector<int> points_to_check(const std::vector<DesignPoint>& points);

}  // namespace studies
