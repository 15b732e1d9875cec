#include "studies/place_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "models/formation_key.h"
#include "models/model_tables.h"

namespace studies {
namespace {

std::string full_name(const rail::PointInput& point) { return point.name.empty() ? point.id : point.name; }

std::string short_name(const rail::PointInput& point) {
  const std::string name = full_name(point);
  const std::size_t cut = std::min(name.find(" ("), name.find(" / "));
  return cut == 0 ? name : name.substr(0, cut);
}

}  // namespace

const char* kind_name(rail::ContainerKind kind) {
  switch (kind) {
    case rail::ContainerKind::kDryLaden:
      return "dry laden";
    case rail::ContainerKind::kReeferLaden:
      return "reefer laden";
    case rail::ContainerKind::kEmpty:
      return "empty";
  }
  return "";
}

std::string identity_text(std::uint64_t identity) { return fmt::format("{:016x}", identity); }

std::string gauge_name(int gauge_mm) { return gauge_mm == 0 ? "sea" : fmt::format("{} mm", gauge_mm); }

void PlaceNames::name_points(const rail::ModelInput& input) {
  std::map<std::string, int> uses;
  for (const rail::PointInput& point : input.points) ++uses[short_name(point)];
  for (const rail::PointInput& point : input.points) {
    const std::string name = short_name(point);
    points_.push_back(uses[name] > 1 ? full_name(point) : name);
  }
}

void PlaceNames::name_lines(const rail::ModelInput& input) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, int> uses;
  for (const rail::LineInput& line : input.lines) ++uses[std::minmax(line.from, line.to)];
  for (const rail::LineInput& line : input.lines) {
    const std::string name = fmt::format("{} - {}", points_[line.from], points_[line.to]);
    const bool parallel = uses[std::minmax(line.from, line.to)] > 1;
    lines_.push_back(parallel ? fmt::format("{}, {}", name, gauge_name(line.gauge_mm)) : name);
  }
}

std::string PlaceNames::part_at(const rail::ModelInput& input, std::uint32_t point,
                                const std::string& id) const {
  const std::string prefix = input.points[point].id + ".";
  return fmt::format("{}: {}", points_[point], id.starts_with(prefix) ? id.substr(prefix.size()) : id);
}

PlaceNames::PlaceNames(const rail::Model& model) {
  const rail::ModelInput& input = model.input();
  name_points(input);
  name_lines(input);
  for (std::size_t i = 0; i < input.points.size(); ++i) places_.emplace(input.points[i].id, points_[i]);
  for (std::size_t i = 0; i < input.lines.size(); ++i) places_.emplace(input.lines[i].id, lines_[i]);
  for (const rail::ResourceInput& one : input.resources)
    places_.emplace(one.id, part_at(input, one.point, one.id));
  for (const rail::TerminalInfo& one : model.terminals()) {
    places_.emplace(fmt::format("{}.{}", input.points[one.point].id, one.name),
                    part_at(input, one.point, one.name));
  }
  for (const rail::FleetInfo& fleet : model.fleets()) {
    for (const std::uint32_t s : fleet.stocks) {
      const std::uint32_t point = model.tables().stocks[s].station;
      places_.emplace(
          fmt::format("{}/{}", fleet.id, input.points[point].id),
          fmt::format("{}: {} {}", points_[point], fleet.locomotives ? "locomotives" : "wagons", fleet.id));
    }
  }
  for (const rail::FormationPlaceInfo& one : model.formation_places()) {
    const char* direction = to_string(one.direction);
    places_.emplace(rail::formation_key(input, one),
                    fmt::format("{}: {} {}", points_[one.point], gauge_name(one.gauge_mm), direction));
  }
  for (const rail::WatchInput& one : input.watches) {
    if (one.from.size() == 1 && one.to.size() == 1)  // else its id says more
      places_.emplace(one.id, fmt::format("{} - {}", points_[one.from[0]], points_[one.to[0]]));
  }
}

std::string PlaceNames::name(const std::string& place) const {
  const auto found = places_.find(place);
  return found == places_.end() ? place : found->second;
}

std::string PlaceNames::in_text(const std::string& text) const {
  constexpr const char* kIdLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.";
  std::string named;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = std::min(text.find_first_of(kIdLetters, at), text.size());
    const std::size_t end = std::min(text.find_first_not_of(kIdLetters, begin), text.size());
    named += text.substr(at, begin - at) + name(text.substr(begin, end - begin));
    at = end;
  }
  return named;
}

}  // namespace studies
