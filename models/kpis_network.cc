// Totals, line sections and border crossings.
#include <fmt/format.h>

#include <algorithm>

#include "models/kpi_list.h"
#include "models/model.h"
#include "models/model_tables.h"

namespace rail {
namespace {

constexpr Direction kDirections[] = {Direction::kWestbound, Direction::kEastbound};

struct Total {
  std::int64_t trains = 0, teu = 0, containers = 0;
};

Total total_of(const Model& model, const Observations& seen, Direction direction) {
  Total total;
  for (std::size_t s = 0; s < seen.services.size(); ++s) {
    if (model.input().services[s].direction != direction) continue;
    total.trains += seen.services[s].trains_departed;
    total.teu += seen.services[s].teu_delivered;
    total.containers += seen.services[s].containers_delivered;
  }
  return total;
}

void add_total(const char* direction, const Total& total, KpiList& list) {
  list.add(fmt::format("total/{}/trains_departed", direction), "trains", total.trains);
  list.add(fmt::format("total/{}/teu_delivered", direction), "TEU", total.teu);
  list.add(fmt::format("total/{}/containers_delivered", direction), "containers", total.containers);
}

void add_totals(const Model& model, const Observations& seen, KpiList& list) {
  const Total west = total_of(model, seen, Direction::kWestbound);
  const Total east = total_of(model, seen, Direction::kEastbound);
  add_total("westbound", west, list);
  add_total("eastbound", east, list);
  add_total("both", {west.trains + east.trains, west.teu + east.teu, west.containers + east.containers},
            list);
  list.add_ratio("total/trains_ratio_east_west", "ratio", static_cast<double>(east.trains),
                 static_cast<double>(west.trains));
  list.add("waiting_at_end/trains", "trains", seen.open_waits.trains);
  list.add("waiting_at_end/containers", "containers", seen.open_waits.containers);
  list.add("waiting_at_end/container_hours", "container-h",
           static_cast<double>(seen.open_waits.container_seconds) / kSecondsPerHour);
}

void add_crossing(const std::string& line, const char* direction, const LineObservation& seen,
                  KpiList& list) {
  const std::string key = fmt::format("crossing/{}/{}/", line, direction);
  list.add(key + "trains", "trains", seen.trains);
  list.add(key + "teu", "TEU", seen.teu);
  list.add(key + "laden_teu", "TEU", seen.laden_teu);
  list.add(key + "containers", "containers", seen.containers);
  list.add(key + "through_trains", "trains", seen.through_trains);
  list.add(key + "through_teu", "TEU", seen.through_teu);
}

LineObservation both(const LineObservation& x, const LineObservation& y) {
  LineObservation sum = x;
  sum.trains += y.trains;
  sum.teu += y.teu;
  sum.laden_teu += y.laden_teu;
  sum.containers += y.containers;
  sum.through_trains += y.through_trains;
  sum.through_teu += y.through_teu;
  return sum;
}

void add_crossings(const Model& model, const Observations& seen, KpiList& list) {
  for (std::size_t i = 0; i < model.input().lines.size(); ++i) {
    if (model.tables().crossing[i] == 0) continue;
    const std::string& id = model.input().lines[i].id;
    add_crossing(id, "westbound", seen.lines[0][i], list);
    add_crossing(id, "eastbound", seen.lines[1][i], list);
    add_crossing(id, "both", both(seen.lines[0][i], seen.lines[1][i]), list);
  }
}

// Both directions; each one's hours are rounded before they are added, which fixes the last bit.
void add_line_wait(const LineInput& line, const Observations& seen, std::size_t index, Cause cause,
                   WaitSum LineObservation::* wait, KpiList& list) {
  WaitSum sum;
  double container_h = 0;
  for (const std::vector<LineObservation>& lines : seen.lines) {
    add_waits(sum, lines[index].*wait);
    container_h += static_cast<double>((lines[index].*wait).container_seconds) / kSecondsPerHour;
  }
  const std::string key = fmt::format("wait/{}/{}/", line.id, to_string(cause));
  list.add(key + "container_hours", "container-h", container_h);
  list.add_open_wait(key, sum);
}

// At passing places; waits for a track at a point are that point's.
void add_track_wait(const LineInput& line, const Observations& seen, std::size_t index, KpiList& list) {
  for (const Direction direction : kDirections) {
    const LineObservation& one = seen.lines[static_cast<std::size_t>(direction)][index];
    list.add_ratio(fmt::format("line/{}/{}/track_wait_mean_h", line.id, to_string(direction)), "h",
                   static_cast<double>(one.track_wait.seconds) / kSecondsPerHour,
                   static_cast<double>(one.trains));
  }
  add_line_wait(line, seen, index, Cause::kTrack, &LineObservation::track_wait, list);
}

// While something kept trains out of the line.
void add_closed_wait(const LineInput& line, const Observations& seen, std::size_t index, Cause cause,
                     WaitSum LineObservation::* wait, KpiList& list) {
  for (const Direction direction : kDirections) {
    const LineObservation& one = seen.lines[static_cast<std::size_t>(direction)][index];
    list.add_ratio(fmt::format("line/{}/{}/{}_wait_mean_h", line.id, to_string(direction), to_string(cause)),
                   "h", static_cast<double>((one.*wait).seconds) / kSecondsPerHour,
                   static_cast<double>(one.trains));
  }
  add_line_wait(line, seen, index, cause, wait, list);
}

// Of the most occupied section: over the counted time, on the busiest day, in the busiest hour of the day.
void add_compression(const std::string& line, const Observations& seen, std::size_t index, KpiList& list) {
  const CompressedTime& x = seen.lines[0][index].compressed;
  const CompressedTime& y = seen.lines[1][index].compressed;
  const std::string key = fmt::format("line/{}/uic406_", line);
  const auto ratio = [&](const char* name, const OpenShare& one, const OpenShare& other) {
    const OpenShare& share = other.exceeds(one) ? other : one;
    list.add_ratio(key + name, "share", static_cast<double>(share.taken_s), static_cast<double>(share.of_s));
  };
  ratio("mean", x.total, y.total);
  ratio("day", x.busiest_day, y.busiest_day);
  ratio("peak", x.busiest_hour, y.busiest_hour);
}

// Held back by paths and quotas, where they stand: before the line.
void add_held(const std::string& key, const LineObservation& line, std::int64_t counted_s, KpiList& list) {
  list.add(key + "held_back", "trains", static_cast<double>(line.path_wait.visits_waiting));
  list.add_ratio(key + "held_back_mean", "trains", static_cast<double>(line.path_wait.seconds),
                 static_cast<double>(counted_s));
}

void add_line(const LineInput& line, const Observations& seen, std::size_t index, KpiList& list) {
  const double days = static_cast<double>(seen.counted_seconds) / kSecondsPerDay;
  for (const Direction direction : kDirections) {
    const LineObservation& one = seen.lines[static_cast<std::size_t>(direction)][index];
    const std::string key = fmt::format("line/{}/{}/", line.id, to_string(direction));
    const auto trains = static_cast<double>(one.trains);
    list.add(key + "trains_per_day", "trains/day", days > 0 ? trains / days : 0.0);
    list.add_ratio(key + "wait_mean_h", "h", static_cast<double>(one.wait.seconds) / kSecondsPerHour, trains);
    list.add_ratio(key + "path_wait_mean_h", "h",
                   static_cast<double>(one.path_wait.seconds) / kSecondsPerHour, trains);
    if (line.paths_per_day && days > 0)
      list.add(key + "path_use", "share", trains / days / *line.paths_per_day);
    if (limits_paths(line)) add_held(key, one, seen.counted_seconds, list);
  }
  add_line_wait(line, seen, index, Cause::kSection, &LineObservation::wait, list);
  add_line_wait(line, seen, index, Cause::kPath, &LineObservation::path_wait, list);
  if (line.tracks == 0) return;
  const double tracks = line.tracks == 1 ? sections_of(line) : 2;
  const auto occupied =
      static_cast<double>(seen.lines[0][index].occupied_seconds + seen.lines[1][index].occupied_seconds);
  list.add_ratio(fmt::format("line/{}/occupancy", line.id), "share", occupied / tracks,
                 static_cast<double>(seen.counted_seconds));
  add_compression(line.id, seen, index, list);
}

}  // namespace

void add_network_kpis(const Model& model, const Observations& seen, KpiList& list) {
  add_totals(model, seen, list);
  add_crossings(model, seen, list);
  for (std::size_t i = 0; i < model.input().lines.size(); ++i) {
    const LineInput& line = model.input().lines[i];
    add_line(line, seen, i, list);
    if (model.input().dispatching.tracks_bind && line.passing_places > 0) add_track_wait(line, seen, i, list);
    if (line.hours != kNone)
      add_closed_wait(line, seen, i, Cause::kPossession, &LineObservation::possession_wait, list);
    if (line.closures != kNone)
      add_closed_wait(line, seen, i, Cause::kClosure, &LineObservation::closure_wait, list);
  }
}

}  // namespace rail
