#include "models/longest_trains.h"

#include <algorithm>
#include <cmath>

namespace rail {
namespace {

constexpr std::int64_t kLongest_teu = 100'000;  // where nothing limits a train

void lengthen(LongestTrains& longest, Running running, std::int64_t by_at_least) {
  std::int32_t& length = longest[static_cast<std::size_t>(running)];
  length = std::max(length, static_cast<std::int32_t>(by_at_least));
}

std::int64_t length_dm(const ServiceInput& service, std::int64_t teu) {
  const double feu =
      service.rule == FormationRule::kEmptyWagons ? service.train_feu : 0.5 * static_cast<double>(teu);
  return std::llround(10 * feu * service.length_m_per_feu + 10 * service.locomotive_length_m);
}

class Search {
 public:
  Search(const ModelInput& input, const ModelTables& tables) : input_(input), tables_(tables) {
    found_.tracks_dm.resize(tables.stations.size());
    for (std::size_t s = 0; s < tables.stations.size(); ++s)
      found_.tracks_dm[s].resize(tables.stations[s].station_tracks.size(), LongestTrains{-1, -1});
    found_.yards_teu.resize(tables.terminals.size(), LongestTrains{-1, -1});
  }

  LongestComing result() {
    for (std::uint32_t s = 0; s < tables_.services.size(); ++s) {
      const ServiceTable& service = tables_.services[s];
      for (std::uint32_t r = service.first_route; r < service.end_of_routes(); ++r)
        add_route(s, tables_.routes[r]);
    }
    return std::move(found_);
  }

 private:
  void add_route(std::uint32_t s, const RouteTable& route) {
    const ServiceInput& service = input_.services[s];
    std::int64_t teu = std::max(tables_.pools[s].capacity_teu, std::int64_t{2} * service.own_containers);
    for (std::uint32_t i = route.first; i < route.first + route.legs; ++i) {
      const RouteLegTable& here = tables_.route_legs[i];
      teu = std::min(teu, kLongest_teu);
      add_leg(here.leg, length_dm(service, teu));
      if (i == route.first) add_way_back(tables_.legs[here.leg].back, length_dm(service, teu));
      if (here.gauge_change == kNone) continue;
      add_lift(here, teu);
      // Beyond, it is one that was let pass as it is, or made of what waits there.
      teu = std::max(tables_.pools[here.pool].capacity_teu,
                     std::min(teu, tables_.leg_capacity_teu(service, here.next_leg)));
    }
  }

  // As which it comes, and as which its containers go on: the same but where no order of stations fits all.
  void add_lift(const RouteLegTable& here, std::int64_t teu) {
    LongestTrains& yard = found_.yards_teu[tables_.terminal_of_gauge_change[here.gauge_change]];
    lengthen(yard, tables_.running_after(here.leg, tables_.legs[here.leg].steps - 1), teu);
    lengthen(yard, tables_.running_onto(here.next_leg), teu);
  }

  void add_leg(std::uint32_t index, std::int64_t length_dm) {
    const LegTable& leg = tables_.legs[index];
    add(leg.from, leg.from_tracks, tables_.running_onto(index), length_dm);
    for (std::uint32_t s = 0; s < leg.steps; ++s) {
      const StepTable& step = tables_.steps[leg.first_step + s];
      add(step.to_station, tables_.tracks[step.track].tracks_there[step.side ^ 1U],
          tables_.running_after(index, s), length_dm);
    }
  }

  // Of trains that turn, wherever on it: each keeps the track on which it came.
  void add_way_back(std::uint32_t index, std::int64_t length_dm) {
    if (index == kNone) return;
    const StepTable& first = tables_.steps[tables_.legs[index].first_step];
    const TrackTable& track = tables_.tracks[first.track];
    add(track.ends[first.side], track.tracks_there[first.side], first.running, length_dm);
    add_leg(index, length_dm);
  }

  void add(std::uint32_t station, std::uint32_t tracks, Running running, std::int64_t length_dm) {
    if (tracks != kNone) lengthen(found_.tracks_dm[station][tracks], running, length_dm);
  }

  const ModelInput& input_;
  const ModelTables& tables_;
  LongestComing found_;
};

}  // namespace

LongestComing longest_coming(const ModelInput& input, const ModelTables& tables) {
  return Search(input, tables).result();
}

}  // namespace rail
