#include "models/guarantees.h"

#include <algorithm>
#include <set>
#include <vector>

#include "models/table_builder.h"

namespace rail {
namespace {

bool has_one_track(const StationTable& station) {
  return std::any_of(station.station_tracks.begin(), station.station_tracks.end(),
                     [](const StationTracksTable& tracks) { return !tracks.leaves_room; });
}

// On every circle that trains can wait in is one of these.
std::set<std::uint32_t> points_on_circles(const ModelTables& tables) {
  const std::vector<std::uint32_t> unordered = points_without_order(tables);
  std::set<std::uint32_t> points(unordered.begin(), unordered.end());
  for (const StationTable& station : tables.stations) {
    if (station.point != kNone && has_one_track(station)) points.insert(station.point);
  }
  return points;
}

}  // namespace

void build_guarantees(const ModelInput& input, ModelTables& tables) {
  tables.rings.of_leg.resize(tables.legs.size());  // looked up for every leg, also where there are none
  if (!input.dispatching.tracks_bind || input.dispatching.admission == AdmissionRule::kRoomOnly) return;
  build_track_shares(input, tables);
  const bool caps = input.dispatching.caps_rings();
  const std::set<std::uint32_t> without_cap = build_rings(caps, tables);
  std::vector<UnguaranteedPoint>& all = tables.unguaranteed;
  for (const std::uint32_t point : points_on_circles(tables)) {
    const bool has_cap = without_cap.count(point) == 0;
    if (has_cap && caps) continue;
    all.push_back({point, has_cap ? NoGuarantee::kRing : NoGuarantee::kRingWithoutCap});
    if (has_one_track(tables.stations[point])) all.push_back({point, NoGuarantee::kOneTrack});
  }
  for (const TerminalInfo& terminal : tables.terminals) {
    if (!terminal.leaves_room) all.push_back({terminal.point, NoGuarantee::kYard});
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
}

}  // namespace rail
