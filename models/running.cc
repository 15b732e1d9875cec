// Which way trains run over each line, so that the rule of models/station_tracks.h can tell the two ways
// apart.
//
// The rule needs a rank of the stations that every train climbs, or every train descends, all its way. A
// train that goes from one line straight onto another runs over both the same way: such pairs join lines into
// groups with a sign for each. Where the signs contradict each other, or a way up leads round in a circle,
// there is no such rank.
#include <algorithm>
#include <numeric>
#include <set>
#include <vector>

#include "models/table_builder.h"

namespace rail {
namespace {

// Groups of lines; each line with a sign relative to its group's first one.
class SignedGroups {
 public:
  explicit SignedGroups(std::size_t lines) : parent_(lines), sign_(lines, 0) {
    std::iota(parent_.begin(), parent_.end(), 0U);
  }
  // 0 or 1.
  std::uint32_t sign(std::uint32_t line) const {
    std::uint32_t sign = 0;
    for (; parent_[line] != line; line = parent_[line]) sign ^= sign_[line];
    return sign;
  }
  void join(std::uint32_t a, std::uint32_t b, std::uint32_t unlike) {
    const std::uint32_t root_a = root(a), root_b = root(b);
    if (root_a == root_b) return;
    sign_[root_b] = sign(a) ^ sign(b) ^ unlike;
    parent_[root_b] = root_a;
  }

 private:
  std::uint32_t root(std::uint32_t line) const {
    while (parent_[line] != line) line = parent_[line];
    return line;
  }
  std::vector<std::uint32_t> parent_, sign_;
};

std::size_t lines_of(const ModelTables& tables) { return tables.first_track.size(); }

// Calls visit(step, next step) for steps that a train does one after the other, changes of gauge included.
template <class Visit>
void for_each_pair(const ModelTables& tables, Visit visit) {
  for (const RouteLegTable& route_leg : tables.route_legs) {
    const LegTable& leg = tables.legs[route_leg.leg];
    for (std::uint32_t i = 0; i + 1 < leg.steps; ++i)
      visit(tables.steps[leg.first_step + i], tables.steps[leg.first_step + i + 1]);
    if (route_leg.next_leg == kNone) continue;
    visit(tables.steps[leg.first_step + leg.steps - 1],
          tables.steps[tables.legs[route_leg.next_leg].first_step]);
  }
}

std::uint32_t line_of(const ModelTables& tables, const StepTable& step) {
  return tables.tracks[step.track].line;
}

using Ways = std::vector<std::set<std::uint32_t>>;  // per station: where a way up leads

Ways ways_up(const ModelTables& tables) {
  Ways ways(tables.stations.size());
  for (const StepTable& step : tables.steps) {
    const TrackTable& track = tables.tracks[step.track];
    const std::uint32_t from = track.ends[step.side], to = step.to_station;
    if (step.running == Running::kUp)
      ways[from].insert(to);
    else
      ways[to].insert(from);
  }
  return ways;
}

// Stations that remain when those without a way up, or without one from below, are taken away one by one:
// they lie on circles, or between two.
std::vector<bool> in_circles(const Ways& ways) {
  std::vector<bool> left(ways.size(), true);
  for (bool changed = true; changed;) {
    changed = false;
    std::vector<bool> reached(ways.size(), false);
    for (std::size_t s = 0; s < ways.size(); ++s) {
      if (!left[s]) continue;
      for (const std::uint32_t next : ways[s]) reached[next] = true;
    }
    for (std::size_t s = 0; s < ways.size(); ++s) {
      if (!left[s]) continue;
      const bool leads_on =
          std::any_of(ways[s].begin(), ways[s].end(), [&](auto next) { return left[next]; });
      if (leads_on && reached[s]) continue;
      left[s] = false;
      changed = true;
    }
  }
  return left;
}

}  // namespace

void build_running_tables(ModelTables& tables) {
  SignedGroups groups(lines_of(tables));
  for_each_pair(tables, [&](const StepTable& step, const StepTable& next) {
    groups.join(line_of(tables, step), line_of(tables, next), step.side ^ next.side);
  });
  for (StepTable& step : tables.steps) {
    const bool up = (groups.sign(line_of(tables, step)) ^ step.side) == 0;
    step.running = up ? Running::kUp : Running::kDown;
  }
}

std::vector<std::uint32_t> points_without_order(const ModelTables& tables) {
  std::vector<bool> found = in_circles(ways_up(tables));
  for_each_pair(tables, [&](const StepTable& step, const StepTable& next) {
    if (step.running != next.running) found[step.to_station] = true;
  });
  std::vector<std::uint32_t> points;
  for (std::uint32_t s = 0; s < tables.stations.size(); ++s) {
    const StationTable& station = tables.stations[s];
    if (found[s] && station.point != kNone && !station.station_tracks.empty())
      points.push_back(station.point);
  }
  return points;
}

}  // namespace rail
