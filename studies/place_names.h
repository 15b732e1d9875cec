// Names for people, of what KPI keys call by id.
#pragma once

#include <map>
#include <string>

#include "models/model.h"

namespace studies {

const char* direction_name(rail::Direction direction);  // "westbound", "eastbound"
const char* kind_name(rail::ContainerKind kind);        // "dry laden", "reefer laden", "empty"
// "1435 mm", or "sea" for 0.
std::string gauge_name(int gauge_mm);

class PlaceNames {
 public:
  explicit PlaceNames(const rail::Model& model);

  // Of a place that waits are attributed to: a line, a resource, a terminal, a place of formation.
  // An unknown id is its own name.
  std::string name(const std::string& place) const;
  static std::string line_name(const rail::ModelInput& input, std::uint32_t line);
  static std::string point_name(const rail::PointInput& point);

 private:
  std::map<std::string, std::string> names_;
};

}  // namespace studies
