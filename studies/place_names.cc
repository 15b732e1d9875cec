#include "studies/place_names.h"

#include <fmt/format.h>

namespace studies {
namespace {

// "KZ_DOS.customs" at KZ_DOS is customs of that point.
std::string part_at(const rail::PointInput& point, const std::string& id) {
  const std::string prefix = point.id + ".";
  const bool led_by_point = id.size() > prefix.size() && id.compare(0, prefix.size(), prefix) == 0;
  const std::string part = led_by_point ? id.substr(prefix.size()) : id;
  return fmt::format("{}: {}", PlaceNames::point_name(point), part);
}

}  // namespace

const char* direction_name(rail::Direction direction) {
  return direction == rail::Direction::kWestbound ? "westbound" : "eastbound";
}

const char* kind_name(rail::ContainerKind kind) {
  switch (kind) {
    case rail::ContainerKind::kDryLaden: return "dry laden";
    case rail::ContainerKind::kReeferLaden: return "reefer laden";
    case rail::ContainerKind::kEmpty: return "empty";
  }
  return "";
}

std::string gauge_name(int gauge_mm) { return gauge_mm == 0 ? "sea" : fmt::format("{} mm", gauge_mm); }

std::string PlaceNames::point_name(const rail::PointInput& point) {
  return point.name.empty() ? point.id : point.name;
}

std::string PlaceNames::line_name(const rail::ModelInput& input, std::uint32_t line) {
  const rail::LineInput& one = input.lines[line];
  return fmt::format("{} - {}", point_name(input.points[one.from]), point_name(input.points[one.to]));
}

PlaceNames::PlaceNames(const rail::Model& model) {
  const rail::ModelInput& input = model.input();
  for (std::uint32_t i = 0; i < input.lines.size(); ++i) names_.emplace(input.lines[i].id, line_name(input, i));
  for (const rail::ResourceInput& one : input.resources) {
    names_.emplace(one.id, part_at(input.points[one.point], one.id));
  }
  for (const rail::TerminalInfo& one : model.terminals()) {
    const rail::PointInput& point = input.points[one.point];
    names_.emplace(fmt::format("{}.{}", point.id, one.name), part_at(point, one.name));
  }
  for (const rail::FormationPlaceInfo& one : model.formation_places()) {
    const rail::PointInput& point = input.points[one.point];
    const char* direction = direction_name(one.direction);
    names_.emplace(fmt::format("{}/{}/{}", point.id, one.gauge_mm, direction),
                   fmt::format("{}: {} {}", point_name(point), gauge_name(one.gauge_mm), direction));
  }
}

std::string PlaceNames::name(const std::string& place) const {
  const auto found = names_.find(place);
  return found == names_.end() ? place : found->second;
}

}  // namespace studies
