#include "scenarios/closed_things.h"

#include <algorithm>

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;

bool has(const google::protobuf::RepeatedPtrField<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

bool is_lane_without_limit(const v1::Line& line) {
  return line.mode() == v1::Line::SEA && line.tracks() == 0;
}

bool closes(const v1::Closure& closure, const v1::Line& line) {
  return has(closure.lines(), line.id()) ||
         ((has(closure.points(), line.from()) || has(closure.points(), line.to())) &&
          !is_lane_without_limit(line));
}

bool closes(const v1::Closure& closure, const v1::Resource& resource) {
  return has(closure.resources(), resource.id()) || has(closure.points(), resource.point());
}

bool closes(const v1::Closure& closure, const v1::GaugeChange& change) {
  return has(closure.gauge_changes(), change.id()) || has(closure.points(), change.point());
}

}  // namespace scenarios
