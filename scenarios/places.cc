#include "scenarios/places.h"

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;

const char* role_name(v1::OperatingPoint::Role role) {
  switch (role) {
    case v1::OperatingPoint::ORIGIN_HUB:
      return "origin hub";
    case v1::OperatingPoint::BORDER:
      return "border";
    case v1::OperatingPoint::JUNCTION:
      return "junction";
    case v1::OperatingPoint::PORT:
      return "port";
    case v1::OperatingPoint::TERMINAL:
      return "terminal";
    default:
      return "station";
  }
}

PointOnMap place_of(const v1::OperatingPoint& point) {
  PointOnMap place{
      point.id(),       point.name(),      role_name(point.role()), point.country(),       point.railway(),
      point.unlocode(), point.time_zone(), point.latitude_deg(),    point.longitude_deg(), {}};
  for (const v1::LocalName& local : point.local_names())
    place.local_names.emplace_back(local.language(), local.name());
  return place;
}

}  // namespace

std::vector<PointOnMap> places_of(const v1::Network& network) {
  std::vector<PointOnMap> places;
  for (const v1::OperatingPoint& point : network.points()) places.push_back(place_of(point));
  return places;
}

}  // namespace scenarios
