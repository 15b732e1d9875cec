// Which services lead over which lines and points.
#pragma once

#include <vector>

#include "models/model.h"

namespace studies {

using Services = std::vector<bool>;  // by service

struct PassingServices {
  std::vector<Services> lines, points;  // by line, by point
};

enum class Ways { kUsual, kAlsoRound };  // also those on which trains are re-routed

PassingServices passing_services(const rail::Model& model, Ways ways);

}  // namespace studies
