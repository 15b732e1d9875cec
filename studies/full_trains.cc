#include "studies/full_trains.h"

#include <algorithm>

#include "studies/binding.h"

namespace studies {
namespace {

bool is_by_date(rail::FormationRule rule) {
  return rule == rail::FormationRule::kTimetable || rule == rail::FormationRule::kList;
}

// "<point>/<gauge>/<direction>".
bool starts_at(const rail::ModelInput& input, const rail::ServiceInput& service, const std::string& place) {
  return place.starts_with(input.points[service.origin].id + "/") &&
         place.ends_with(std::string("/") + rail::to_string(service.direction));
}

std::vector<std::string> services_at(const rail::ModelInput& input, const std::vector<bool>& asked_about,
                                     const std::string& place) {
  std::vector<std::string> ids;
  for (std::size_t s = 0; s < input.services.size(); ++s) {
    const rail::ServiceInput& service = input.services[s];
    if (asked_about[s] && is_by_date(service.rule) && starts_at(input, service, place))
      ids.push_back(service.id);
  }
  return ids;
}

}  // namespace

std::vector<std::string> services_of_full_trains(const rail::ModelInput& input,
                                                 const std::vector<bool>& asked_about, const KpiTable& kpis) {
  double longest_h = 0;
  std::vector<std::string> ids;
  for (const Wait& wait : waits(kpis)) {
    const double hours = wait.container_hours_to_end.mean;
    if (hours <= longest_h) continue;
    std::vector<std::string> found;
    if (wait.cause == "formation") found = services_at(input, asked_about, wait.place);
    if (found.empty() && !is_for_resource(wait.cause)) continue;
    longest_h = hours;
    ids = std::move(found);
  }
  return ids;
}

}  // namespace studies
