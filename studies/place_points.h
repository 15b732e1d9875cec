// At which point the places of KPIs are that are no lines.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "models/model.h"

namespace studies {

using PlacePoints = std::map<std::string, std::uint32_t>;

// Ids of points, of the resources and terminals at them, and of the places where trains are formed there.
PlacePoints place_points(const rail::Model& model);
// "<fleet>/<point>".
PlacePoints stock_points(const rail::Model& model);

}  // namespace studies
