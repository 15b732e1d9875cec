// Lines between operating points.
#include <cmath>
#include <set>
#include <utility>

#include "scenarios/build.h"
#include "scenarios/gauges.h"
#include "scenarios/validate.h"

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;

constexpr int kMostTracks = 20;

const std::set<std::string> kElectrifications{"", "none", "25kV", "15kV", "3kV", "1.5kV", "mixed"};

void check_end_gauge(Checks& checks, const v1::Line& line, const char* field,
                     const v1::OperatingPoint* point) {
  if (point == nullptr || !is_rail_gauge(line.gauge_mm()) || has_gauge(*point, line.gauge_mm())) return;
  checks.report(line, field,
                fmt::format("gauges do not meet: line `{}` is {} mm, `{}` has no such gauge", line.id(),
                            line.gauge_mm(), point->id()),
                gauges_hint(*point));
}

void check_rail(Checks& checks, const v1::Line& line, const v1::OperatingPoint* from,
                const v1::OperatingPoint* to) {
  if (line.gauge_mm() == 0) {
    checks.report_missing(line, "gauge_mm", kGaugeHint);
  } else if (!is_rail_gauge(line.gauge_mm())) {
    checks.report(line, "gauge_mm", fmt::format("{} mm is no known gauge", line.gauge_mm()), kGaugeHint);
  }
  check_end_gauge(checks, line, "from", from);
  check_end_gauge(checks, line, "to", to);
  checks.number(line, "tracks", {1, kMostTracks});
}

// A ship needs a way on to its containers' next train or ship.
bool serves_ships(const v1::Scenario& scenario, const v1::Line& lane, const std::string& point) {
  for (const v1::GaugeChange& change : scenario.processes().gauge_changes()) {
    if (change.point() == point && (change.from_gauge_mm() == kSeaGauge || change.to_gauge_mm() == kSeaGauge))
      return true;
  }
  for (const v1::Line& other : scenario.network().lines()) {
    if (&other != &lane && other.mode() == v1::Line::SEA && (other.from() == point || other.to() == point))
      return true;
  }
  return false;
}

void check_sea(Checks& checks, const v1::Line& line, const v1::OperatingPoint* from,
               const v1::OperatingPoint* to) {
  if (line.gauge_mm() != kSeaGauge) {
    checks.report(line, "gauge_mm", "a lane of ships has no gauge", "leave `gauge_mm` out, or use mode RAIL");
  }
  checks.number(line, "tracks", {0, kMostTracks});
  for (const auto& [field, point] : {std::pair("from", from), std::pair("to", to)}) {
    if (point == nullptr || line.closed() || serves_ships(checks.scenario(), line, point->id())) continue;
    checks.report_absent(
        line, field, fmt::format("nothing lifts containers between ships and trains at `{}`", point->id()),
        "add a gauge change from or to gauge 0 there");
  }
}

void check_run_time_factor(Checks& checks, const v1::Line& line) {
  if (!line.has_run_time_factor() ||
      !validate_distribution(checks, line.run_time_factor(), Quantity::kFactor))
    return;
  const rail::Distribution factor = build_distribution(line.run_time_factor());
  if (factor.lower_bound() <= 0) {
    checks.report(line, "run_time_factor", "a run time can come out as 0",
                  "give the law a `minimum` above 0");
  }
  if (factor.mean() < 0.5 || factor.mean() > 2) {
    checks.report(line, "run_time_factor",
                  fmt::format("its mean is {:.4g}; it must be near 1 (0.5 to 2)", factor.mean()),
                  "change `speed_km_per_day` instead");
  }
}

void check_headways(Checks& checks, const v1::Line& line) {
  std::set<std::pair<std::string, std::string>> seen;
  for (const v1::HeadwayPair& pair : line.headways()) {
    checks.required(pair, "leader_class", pair.leader_class(), checks.names().train_classes);
    checks.required(pair, "follower_class", pair.follower_class(), checks.names().train_classes);
    if (checks.present(pair, "headway")) checks.duration(pair, "headway", {0, kDay_s, "s"});
    if (!seen.emplace(pair.leader_class(), pair.follower_class()).second) {
      checks.report(pair, "",
                    fmt::format("the headway of `{}` behind `{}` is given twice", pair.follower_class(),
                                pair.leader_class()));
    }
  }
}

void check_loading_limits(Checks& checks, const v1::Line& line) {
  for (const char* field : {"loading_limit_towards_to", "loading_limit_towards_from"})
    checks.number(line, field, {1, 10000, "trains"});
  if (!line.has_loading_limit_towards_to() && !line.has_loading_limit_towards_from()) return;
  const char* field =
      line.has_loading_limit_towards_to() ? "loading_limit_towards_to" : "loading_limit_towards_from";
  if (checks.scenario().disruptions().has_rerouting()) {
    checks.report(line, field, "a train that is re-routed would never come to the line that it counts for",
                  "leave out the limit, or `disruptions.rerouting`");
  }
}

void check_quotas(Checks& checks, const v1::Line& line) {
  if (line.has_accepted_at_to_per_day() && checks.number(line, "accepted_at_to_per_day", {1, 1000, "a day"}))
    check_quota_days(checks, line, "accepted_at_to_per_day", checks.names().points.find(line.to()));
  if (line.has_accepted_at_from_per_day() &&
      checks.number(line, "accepted_at_from_per_day", {1, 1000, "a day"}))
    check_quota_days(checks, line, "accepted_at_from_per_day", checks.names().points.find(line.from()));
}

void check_limits(Checks& checks, const v1::Line& line) {
  checks.number(line, "max_train_length_m", {50, 5000, "m", false, true});
  checks.number(line, "max_gross_t", {0, 50000, "t"});
  checks.number(line, "max_feu", {1, 400, "FEU", false, true});
  checks.number(line, "paths_per_day", {1, 1440, "a day"});
  check_quotas(checks, line);
  check_loading_limits(checks, line);
  if (line.tracks() == 0)
    checks.unused(line, {"paths_per_day", "accepted_at_to_per_day", "accepted_at_from_per_day"},
                  "a lane without limit");
  checks.duration(line, "headway", {0, kDay_s, "s"});
  checks.duration(line, "clearing", {0, kDay_s, "s"});
  if (kElectrifications.count(line.electrification()) == 0) {
    checks.report(line, "electrification",
                  fmt::format("unknown electrification `{}`", line.electrification()),
                  "one of none, 25kV, 15kV, 3kV, 1.5kV, mixed");
  }
}

void check_passing_places(Checks& checks, const v1::Line& line) {
  checks.number(line, "passing_places", {0, 500});
  if (line.passing_tracks() == 1)
    checks.report(line, "passing_tracks", "no trains can meet where there is one track",
                  "leave out the passing place: the sections on both sides are then one");
  else
    checks.number(line, "passing_tracks", {2, 20, "", false, true});
  checks.number(line, "fleeting", {1, 100});
  if (line.passing_tracks() != 0 && line.passing_places() == 0) {
    checks.report(line, "passing_tracks", "this line has no passing places",
                  "leave it out, or set `passing_places`");
  }
  if (line.tracks() != 1 && line.has_fleeting()) {
    checks.report(line, "fleeting", "only on single track do directions take turns",
                  "leave it out, or set `tracks: 1`");
  }
  if (line.tracks() != 1 && line.passing_places() > 0 && line.passing_places() <= 500) {
    checks.report(line, "passing_places", "only single-track lines have passing places",
                  "leave it out, or set `tracks: 1`");
  }
}

void check_line(Checks& checks, const v1::Line& line) {
  const v1::OperatingPoint* from = checks.required(line, "from", line.from(), checks.names().points);
  const v1::OperatingPoint* to = checks.required(line, "to", line.to(), checks.names().points);
  if (from != nullptr && from == to) {
    checks.report(line, "to", fmt::format("line `{}` ends where it starts, at `{}`", line.id(), line.to()));
  }
  if (line.mode() == v1::Line::SEA)
    check_sea(checks, line, from, to);
  else
    check_rail(checks, line, from, to);
  checks.number(line, "length_km", {0, 5000, "km", true});
  checks.number(line, "speed_km_per_day", {20, 3000, "km/day"});
  check_passing_places(checks, line);
  check_run_time_factor(checks, line);
  check_headways(checks, line);
  check_limits(checks, line);
}

}  // namespace

void validate_lines(Checks& checks) {
  for (const v1::Line& line : checks.scenario().network().lines()) check_line(checks, line);
}

}  // namespace scenarios
