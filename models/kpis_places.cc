// Points, resources, terminals and the places where trains are formed.
#include <fmt/format.h>

#include <algorithm>

#include "models/formation_key.h"
#include "models/kpi_list.h"
#include "models/model.h"

namespace rail {
namespace {

// Squared coefficient of variation of the gaps between departures.
void add_departure_gap_scv(const std::string& key, const PointObservation& point, KpiList& list) {
  const auto n = static_cast<double>(point.departure_gaps);
  const double mean = n > 0 ? static_cast<double>(point.departure_gap_sum) / n : 0.0;
  const double square = n > 0 ? static_cast<double>(point.departure_gap_square_sum) / n : 0.0;
  list.add_ratio(key + "departure_gap_scv", "ratio", square - mean * mean, mean * mean);
}

void add_point(const std::string& id, const PointObservation& point, double counted_s, KpiList& list) {
  const std::string key = fmt::format("point/{}/", id);
  list.add(key + "arrived", "trains", point.arrived);
  list.add(key + "departed", "trains", point.departed);
  list.add_ratio(key + "trains_mean", "trains", static_cast<double>(point.occupancy_seconds), counted_s);
  const auto stays = static_cast<double>(point.sojourn.count());
  list.add_ratio(key + "sojourn_mean_h", "h", static_cast<double>(point.sojourn.sum()) / kSecondsPerHour,
                 stays);
  list.add_ratio(key + "sojourn_p90_h", "h", point.sojourn.quantile(0.9) / kSecondsPerHour * stays, stays);
  add_departure_gap_scv(key, point, list);
  for (std::size_t i = 0; i < point.census.size(); ++i) {
    list.add(fmt::format("{}census_{}", key, i + 1), "trains", point.census[i]);
  }
  list.add_quantiles(fmt::format("dwell/{}/westbound", id), point.dwell[0], "h");
  list.add_quantiles(fmt::format("dwell/{}/eastbound", id), point.dwell[1], "h");
}

void add_tracks(const PointInput& input, const PointObservation& point, double counted_s, KpiList& list) {
  double tracks = 0;
  for (const TrackGroupInput& group : input.tracks) tracks += group.count;
  if (tracks == 0) return;
  list.add_ratio(fmt::format("point/{}/track_use", input.id), "share",
                 static_cast<double>(point.held_track_seconds), tracks * counted_s);
  list.add_wait(input.id, Cause::kTrack, point.track_wait);
}

// Where trains of a service begin that may turn back.
bool may_hold(const ModelInput& input, std::uint32_t point) {
  if (!input.turns_trains()) return false;
  const std::vector<std::uint32_t>& services = input.rerouting->services;
  return std::any_of(services.begin(), services.end(),
                     [&](std::uint32_t s) { return input.services[s].origin == point; });
}

// Of the counted time, of so many servers or bays as worked; `hours` nullptr: all of it.
double open_s(const Observations& seen, const OpeningHours* hours, const TimedValues& working, int all) {
  return working.integral(hours, seen.end_time - seen.counted_seconds, seen.end_time, all);
}

void add_resource(const ResourceInput& input, const ResourceObservation& seen, double counted_s,
                  double opened_s, KpiList& list) {
  const std::string key = fmt::format("resource/{}/", input.id);
  const auto trains = static_cast<double>(seen.wait.visits);
  list.add_ratio(key + "utilisation", "share", static_cast<double>(seen.busy_seconds), opened_s);
  list.add_ratio(key + "queue_mean", "trains", static_cast<double>(seen.queue_seconds), counted_s);
  list.add(key + "queue_longest", "trains", seen.longest_queue);
  list.add_ratio(key + "wait_mean_h", "h", static_cast<double>(seen.wait.seconds) / kSecondsPerHour, trains);
  list.add_ratio(key + "share_waiting", "share", static_cast<double>(seen.wait.visits_waiting), trains);
  list.add_wait(input.id, Cause::kServer, seen.wait);
  if (input.hours != kNone) list.add_wait(input.id, Cause::kHours, seen.hours_wait);
  if (input.closures != kNone) list.add_wait(input.id, Cause::kClosure, seen.closure_wait);
}

void add_terminal(const std::string& name, const TerminalInfo& info, const TerminalObservation& seen,
                  double counted_s, double opened_s, KpiList& list) {
  const std::string key = fmt::format("terminal/{}/", name);
  list.add_ratio(key + "utilisation", "share", static_cast<double>(seen.busy_seconds), opened_s);
  list.add_ratio(key + "yard_teu_mean", "TEU", static_cast<double>(seen.yard_teu_seconds), counted_s);
  list.add(key + "yard_teu_most", "TEU", seen.most_yard_teu);
  list.add_ratio(key + "yard_utilisation", "share", static_cast<double>(seen.yard_teu_seconds),
                 info.yard_teu * counted_s);  // unobserved where the yard has no limit
  list.add(key + "queue_longest", "trains", seen.longest_queue);
  list.add(key + "lifts", "lifts", seen.lifts);
  list.add(key + "trains_reformed", "trains", seen.trains_reformed);
  list.add(key + "trains_kept", "trains", seen.trains_kept);
  list.add_wait(name, Cause::kBay, seen.bay_wait);
  list.add_wait(name, Cause::kYard, seen.yard_wait);
  if (info.hours != kNone) list.add_wait(name, Cause::kHours, seen.hours_wait);
  if (info.closures != kNone) list.add_wait(name, Cause::kClosure, seen.closure_wait);
}

void add_formation(const ModelInput& input, const FormationPlaceInfo& info, const FormationObservation& seen,
                   KpiList& list) {
  const std::string place = formation_key(input, info);
  const std::string key = fmt::format("formed/{}/", place);
  list.add(key + "trains", "trains", seen.trains);
  list.add(key + "teu", "TEU", seen.teu);
  list.add_ratio(key + "feu_per_train", "FEU", 0.5 * static_cast<double>(seen.teu),
                 static_cast<double>(seen.trains));
  list.add(key + "cancelled", "trains", seen.cancelled);
  list.add_wait(place, Cause::kFormation, seen.wait);
  if (!info.limits_plugs) return;
  list.add_ratio(key + "plug_use", "share", static_cast<double>(seen.plugs.used),
                 static_cast<double>(seen.plugs.offered));
  list.add_wait(place, Cause::kPlug, seen.plugs.wait);
}

}  // namespace

void add_place_kpis(const Model& model, const Observations& seen, KpiList& list) {
  const ModelInput& input = model.input();
  const auto counted_s = static_cast<double>(seen.counted_seconds);
  const bool limits = input.limits_loading();
  for (std::size_t i = 0; i < input.points.size(); ++i) {
    add_point(input.points[i].id, seen.points[i], counted_s, list);
    if (input.dispatching.tracks_bind) add_tracks(input.points[i], seen.points[i], counted_s, list);
    if (may_hold(input, static_cast<std::uint32_t>(i)))
      list.add_wait(input.points[i].id, Cause::kClosure, seen.points[i].closure_wait);
    if (limits && input.is_origin(static_cast<std::uint32_t>(i)))
      list.add_wait(input.points[i].id, Cause::kPath, seen.points[i].loading_wait);
  }
  for (std::size_t i = 0; i < input.resources.size(); ++i) {
    add_resource(input.resources[i], seen.resources[i], counted_s,
                 open_s(seen, input.hours_of(input.resources[i].hours), input.resources[i].server_cuts,
                        input.resources[i].servers),
                 list);
  }
  for (std::size_t i = 0; i < model.terminals().size(); ++i) {
    const TerminalInfo& info = model.terminals()[i];
    add_terminal(fmt::format("{}.{}", input.points[info.point].id, info.name), info, seen.terminals[i],
                 counted_s, open_s(seen, input.hours_of(info.hours), info.bay_cuts, info.bays), list);
  }
  for (std::size_t i = 0; i < model.formation_places().size(); ++i) {
    add_formation(input, model.formation_places()[i], seen.formations[i], list);
  }
}

}  // namespace rail
