// What a place where trains are formed is called in keys of KPIs.
#pragma once

#include <fmt/format.h>

#include <string>

#include "models/model.h"

namespace rail {

// "<point>/<gauge>/<direction>".
inline std::string formation_key(const ModelInput& input, const FormationPlaceInfo& place) {
  return fmt::format("{}/{}/{}", input.points[place.point].id, place.gauge_mm, to_string(place.direction));
}

}  // namespace rail
