// Block-train services: formation and route choice.
#include <algorithm>
#include <set>

#include "scenarios/build.h"
#include "scenarios/local_time.h"
#include "scenarios/time_zones.h"
#include "scenarios/validate.h"

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;
using v1::Formation;

bool leaves_with_what_is_there(Formation::Rule rule) {
  return rule == Formation::TIMETABLE || rule == Formation::RATE || rule == Formation::LIST;
}

void check_departures(Checks& checks, const Formation& formation) {
  if (formation.departures().empty())
    checks.report_missing(formation, "departures", "rule TIMETABLE needs at least one");
  std::set<std::pair<int, std::int64_t>> seen;
  for (const v1::WeeklyDeparture& departure : formation.departures()) {
    if (!checks.duration(departure, "time_of_day", {0, kDay_s, "s"})) continue;
    if (!seen.emplace(departure.day(), whole_seconds(departure.time_of_day())).second) {
      checks.report(departure, "", "the same departure is listed twice", "leave one out");
    }
  }
}

void check_time_zone(Checks& checks, const Formation& formation) {
  const std::string& zone = formation.time_zone();
  if (zone.empty()) return;
  if (!is_time_zone(zone)) {
    checks.report(formation, "time_zone", fmt::format("unknown time zone `{}`", zone), time_zone_hint(zone));
  } else if (!TimeZone::find(zone)) {
    checks.report(formation, "time_zone", fmt::format("this machine has no data of the time zone `{}`", zone),
                  kInstallZones);
  }
}

void check_interval(Checks& checks, const Formation& formation) {
  if (!checks.present(formation, "interval", "rule RATE needs the time between departures")) return;
  if (!validate_distribution(checks, formation.interval(), Quantity::kTime)) return;
  if (build_distribution(formation.interval()).mean() < 1) {
    checks.report(formation, "interval", "the mean time between departures is below 1 s",
                  "give a longer interval");
  }
}

void check_times(Checks& checks, const Formation& formation) {
  if (formation.times().empty()) checks.report_missing(formation, "times", "rule LIST needs at least one");
  if (!checks.duration(formation, "times", {0, 2010 * kYear_s, "s"})) return;
  for (int i = 1; i < formation.times_size(); ++i) {
    if (whole_seconds(formation.times(i)) >= whole_seconds(formation.times(i - 1))) continue;
    checks.report(formation, "times", "`times` must ascend", "sort them", i);
    return;
  }
}

void check_rule(Checks& checks, const Formation& formation) {
  switch (formation.rule()) {
    case Formation::TIMETABLE:
      check_departures(checks, formation);
      check_time_zone(checks, formation);
      break;
    case Formation::RATE:
      check_interval(checks, formation);
      break;
    case Formation::LIST:
      check_times(checks, formation);
      break;
    case Formation::FULL_LOAD_OR_LATEST:
      if (checks.present(formation, "latest_departure", "rule FULL_LOAD_OR_LATEST needs it")) {
        checks.duration(formation, "latest_departure", {0, kYear_s, "s", true});
      }
      break;
    case Formation::EMPTY_WAGONS:
      checks.number(formation, "keep_idle", {0, 1e6});
      checks.duration(formation, "idle_for", {0, kYear_s, "s"});
      break;
    case Formation::RULE_UNSPECIFIED:
      checks.report_missing(formation, "rule",
                            "TIMETABLE, RATE, FULL_LOAD, FULL_LOAD_OR_LATEST, LIST or EMPTY_WAGONS");
      break;
    default:
      break;
  }
}

void check_unused(Checks& checks, const Formation& formation) {
  const std::string reason = "the rule is " + Formation::Rule_Name(formation.rule());
  if (formation.rule() == Formation::RULE_UNSPECIFIED || !Formation::Rule_IsValid(formation.rule())) return;
  if (formation.rule() != Formation::TIMETABLE) checks.unused(formation, {"departures", "time_zone"}, reason);
  if (formation.rule() != Formation::RATE) checks.unused(formation, {"interval"}, reason);
  if (formation.rule() != Formation::LIST) checks.unused(formation, {"times"}, reason);
  if (formation.rule() != Formation::FULL_LOAD_OR_LATEST)
    checks.unused(formation, {"latest_departure"}, reason);
  if (formation.rule() != Formation::EMPTY_WAGONS)
    checks.unused(formation, {"keep_idle", "idle_for"}, reason);
  if (!leaves_with_what_is_there(formation.rule()))
    checks.unused(formation, {"least_feu", "own_containers"}, reason);
}

void check_formation(Checks& checks, const Formation& formation) {
  check_rule(checks, formation);
  check_unused(checks, formation);
  if (checks.number(formation, "train_feu", {0.5, 200, "FEU"})) {
    checks.number(formation, "least_feu", {0, formation.train_feu(), "FEU"});
  }
  if (checks.number(formation, "own_containers", {0, 400}) &&
      formation.own_containers() > formation.train_feu()) {
    checks.report(formation, "own_containers",
                  fmt::format("{} containers of 40 ft do not fit on a train of {} FEU",
                              formation.own_containers(), formation.train_feu()));
  }
}

bool lists(const google::protobuf::RepeatedPtrField<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

void check_route_choice(Checks& checks, const v1::TrainService& service) {
  const v1::RouteChoice& choice = service.route_choice();
  checks.number(choice, "routes", {1, 20, "", false, true});
  if (choice.rule() == v1::RouteChoice::LOGIT)
    checks.number(choice, "scale_h", {0, 10000, "h", true});
  else
    checks.unused(choice, {"scale_h"}, "only rule LOGIT uses it");
  for (int i = 0; i < choice.via_size(); ++i)
    checks.known(choice, "via", choice.via(i), checks.names().points, i);
  for (int i = 0; i < choice.avoid_size(); ++i) {
    const std::string& point = choice.avoid(i);
    checks.known(choice, "avoid", point, checks.names().points, i);
    if (point == service.origin() || point == service.destination() || lists(choice.via(), point)) {
      checks.report(choice, "avoid",
                    fmt::format("`{}` cannot be avoided: it is origin, destination or via", point), {}, i);
    }
  }
}

void check_service(Checks& checks, const v1::TrainService& service) {
  const auto* origin = checks.required(service, "origin", service.origin(), checks.names().points);
  const auto* destination =
      checks.required(service, "destination", service.destination(), checks.names().points);
  if (origin != nullptr && origin == destination) {
    checks.report(service, "destination", fmt::format("service `{}` ends where it starts", service.id()));
  }
  if (service.direction() == v1::DIRECTION_UNSPECIFIED) {
    checks.report_missing(service, "direction", "WESTBOUND or EASTBOUND");
  } else if (service.direction() == v1::BOTH_DIRECTIONS) {
    checks.report(service, "direction", "a train runs in one direction",
                  "WESTBOUND or EASTBOUND; write two services");
  }
  checks.known(service, "train_class", service.train_class(), checks.names().train_classes);
  if (checks.present(service, "formation")) check_formation(checks, service.formation());
  check_route_choice(checks, service);
  checks.number(service, "reformed_share", {0, 1});
  checks.number(service, "length_m_per_feu", {5, 50, "m", false, true});
  checks.number(service, "locomotive_length_m", {1, 200, "m", false, true});
}

}  // namespace

void validate_services(Checks& checks) {
  for (const v1::TrainService& service : checks.scenario().services().services())
    check_service(checks, service);
}

}  // namespace scenarios
