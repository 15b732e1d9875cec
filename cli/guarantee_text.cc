#include "cli/guarantee_text.h"

#include <fmt/format.h>

#include <vector>

#include "models/model_tables.h"

namespace cli {
namespace {

using rail::NoGuarantee;

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

// In words, `{}` being the points. Caps are not for scenarios with re-routing.
std::string reason(NoGuarantee why, const rail::ModelInput& input) {
  switch (why) {
    case NoGuarantee::kRing:
      return std::string("trains may wait for each other in a circle at {}") +
             (input.rerouting ? "" : " (see `cap_rings`)");
    case NoGuarantee::kRingWithoutCap:
      return "trains may wait for each other in a circle at {}, and no cap can rule it out: it leads through "
             "yards, or trains that begin behind a change of gauge are in it";
    case NoGuarantee::kOneTrack:
      return "no two trains can meet at {}, for want of a second track: leave such points out";
    case NoGuarantee::kYard:
      break;
  }
  return "the yard at {} has no room for a train of each way, or fills with containers that wait for a full "
         "train";
}

std::string reasons_text(const rail::Model& model) {
  std::string text;
  for (const NoGuarantee why :
       {NoGuarantee::kRing, NoGuarantee::kRingWithoutCap, NoGuarantee::kOneTrack, NoGuarantee::kYard}) {
    std::vector<std::uint32_t> points;
    for (const rail::UnguaranteedPoint& one : model.tables().unguaranteed) {
      if (one.why == why) points.push_back(one.point);
    }
    if (!points.empty())
      text += "  " + fmt::format(fmt::runtime(reason(why, model.input())), names_of(model.input(), points)) +
              "\n";
  }
  return text;
}

std::string points_text(const rail::Model& model) {
  const rail::ModelInput& input = model.input();
  const std::vector<std::uint32_t> points = model.unguaranteed_points();
  if (points.empty()) return {};
  return fmt::format("gridlock of tracks and yards is ruled out but at {} of {} points: {}\n", points.size(),
                     input.points.size(), names_of(input, points)) +
         reasons_text(model);
}

// They keep their wagons, and where tracks bind their tracks, and containers their room, meanwhile.
std::string fleets_text(const rail::ModelInput& input) {
  if (input.wagon_pools.empty() && input.traction_districts.empty()) return {};
  return "gridlock of trains that wait for wagons or locomotives is not ruled out\n";
}

}  // namespace

std::string guarantee_text(const rail::Model& model) {
  const rail::ModelInput& input = model.input();
  if (!input.dispatching.tracks_bind) return fleets_text(input);
  if (input.dispatching.admission == rail::AdmissionRule::kRoomOnly)
    return "gridlock is not ruled out: any free track is given away (admission: ROOM_ONLY)\n";
  return caps_text(model) + points_text(model) + fleets_text(input);
}

std::string guarantee_text(const rail::ModelInput& input) {
  return input.dispatching.tracks_bind ? guarantee_text(*rail::Model::build(input)) : fleets_text(input);
}

}  // namespace cli
