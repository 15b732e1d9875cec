#include "cli/guarantee_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "models/model_tables.h"

namespace cli {
namespace {

std::string names_of(const rail::ModelInput& input, const std::vector<std::uint32_t>& points) {
  std::vector<std::string> names;
  for (const std::uint32_t point : points) names.push_back(input.points[point].id);
  return fmt::format("{}", fmt::join(names, ", "));
}

std::string caps_text(const rail::Model& model) {
  std::string text;
  for (const rail::RingTable& ring : model.tables().rings.all) {
    const std::string where = ring.points.empty() ? "passing places" : names_of(model.input(), ring.points);
    text += fmt::format("at most {} {} at a time under way through the ring of {}\n", ring.most_under_way,
                        ring.most_under_way == 1 ? "train" : "trains", where);
  }
  return text;
}

// Where trains of both ways need the same single track.
std::string posts_text(const rail::Model& model) {
  std::vector<std::uint32_t> posts;
  for (const std::uint32_t point : model.unguaranteed_points()) {
    const std::vector<rail::StationTracksTable>& tracks = model.tables().stations[point].station_tracks;
    if (std::any_of(tracks.begin(), tracks.end(), [](const auto& one) { return !one.leaves_room; }))
      posts.push_back(point);
  }
  if (posts.empty()) return {};
  return fmt::format("no two trains can meet at {}, for want of a second track: leave such points out\n",
                     names_of(model.input(), posts));
}

std::string points_text(const rail::Model& model) {
  const rail::ModelInput& input = model.input();
  const std::vector<std::uint32_t>& points = model.unguaranteed_points();
  if (points.empty()) return {};
  const char* const hint = input.dispatching.cap_rings || input.rerouting ? "" : " (see `cap_rings`)";
  return fmt::format("gridlock is ruled out but at {} of {} points: {}{}\n", points.size(),
                     input.points.size(), names_of(input, points), hint) +
         posts_text(model);
}

}  // namespace

std::string guarantee_text(const rail::Model& model) {
  const rail::ModelInput& input = model.input();
  if (!input.dispatching.tracks_bind) return {};
  if (input.dispatching.admission == rail::AdmissionRule::kRoomOnly)
    return "gridlock is not ruled out: any free track is given away (admission: ROOM_ONLY)\n";
  return caps_text(model) + points_text(model);
}

std::string guarantee_text(const rail::ModelInput& input) {
  return input.dispatching.tracks_bind ? guarantee_text(*rail::Model::build(input)) : std::string();
}

}  // namespace cli
