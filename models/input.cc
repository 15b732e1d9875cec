// What follows from the input alone.
#include "models/model_input.h"

#include <algorithm>

#include "models/staffed_time.h"

namespace rail {

bool limits_paths(const LineInput& line) {
  return line.paths_per_day || !line.path_cuts.empty() || limits_acceptance(line, 0) ||
         limits_acceptance(line, 1);
}

int sections_of(const LineInput& line) { return line.tracks == 1 ? line.passing_places + 1 : 1; }

double section_run_s(const LineInput& line) {
  return line.length_km / sections_of(line) / line.speed_km_per_day * 86400.0;
}

double mean_stage_s(const StageInput& stage, double containers) {
  if (stage.refrigerated_only || !stage.commodities.empty()) return 0;
  const double inspected = stage.inspected_share * containers;
  return stage.share_of_trains *
         (stage.duration.mean() + inspected * static_cast<double>(stage.per_inspected_container_s));
}

double most_left_of_stage_s(const StageInput& stage, double containers) {
  const double one_s = static_cast<double>(stage.per_inspected_container_s);
  const double inspected = stage.inspected_share * containers;
  const double mean_s = stage.duration.mean() + inspected * one_s;
  const double squares_s2 = stage.duration.second_moment() + 2 * stage.duration.mean() * inspected * one_s +
                            inspected * (1 - stage.inspected_share + inspected) * one_s * one_s;
  return most_left_s(mean_s, squares_s2);
}

bool ModelInput::limits_plugs() const {
  const auto limited = [](const auto& one) { return one.reefer_plugs != kUnlimitedPlugs; };
  return std::any_of(services.begin(), services.end(), limited) ||
         std::any_of(gauge_changes.begin(), gauge_changes.end(), limited);
}

bool ModelInput::limits_loading() const {
  return dispatching.caps_rings() || std::any_of(lines.begin(), lines.end(), [](const LineInput& line) {
           return line.loading_limit[0] > 0 || line.loading_limit[1] > 0;
         });
}

bool ModelInput::logs_track_waits() const { return dispatching.tracks_bind && !disruptions.empty(); }

bool ModelInput::is_origin(std::uint32_t point) const {
  return std::any_of(services.begin(), services.end(),
                     [point](const ServiceInput& service) { return service.origin == point; });
}

bool ModelInput::turns_trains() const {
  return rerouting && std::any_of(disruptions.begin(), disruptions.end(),
                                  [](const DisruptionInput& one) { return one.turns; });
}

}  // namespace rail
