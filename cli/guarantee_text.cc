#include "cli/guarantee_text.h"

#include <fmt/format.h>

#include <vector>

namespace cli {

std::string guarantee_text(const rail::Model& model) {
  const rail::ModelInput& input = model.input();
  if (!input.dispatching.tracks_bind) return {};
  if (input.dispatching.admission == rail::AdmissionRule::kRoomOnly)
    return "gridlock is not ruled out: any free track is given away (admission: ROOM_ONLY)\n";
  if (model.unguaranteed_points().empty()) return {};
  std::vector<std::string> names;
  for (const std::uint32_t point : model.unguaranteed_points()) names.push_back(input.points[point].id);
  return fmt::format("gridlock is ruled out but at {} of {} points: {}\n", names.size(), input.points.size(),
                     fmt::join(names, ", "));
}

std::string guarantee_text(const rail::ModelInput& input) {
  return input.dispatching.tracks_bind ? guarantee_text(*rail::Model::build(input)) : std::string();
}

}  // namespace cli
