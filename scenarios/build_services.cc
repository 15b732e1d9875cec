#include <algorithm>

#include "scenarios/build.h"
#include "scenarios/checks.h"
#include "scenarios/local_time.h"

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;

// No id of a scenario has parentheses and stands for this.
constexpr const char* kDefaultClass = "(default)";
constexpr double kDefaultLengthPerFeu_m = 14.0;
constexpr double kDefaultLocomotive_m = 35;
constexpr int kDefaultRoutes = 3;

std::uint32_t default_class(rail::ModelInput& input) {
  if (input.train_classes.empty() || input.train_classes.back().id != kDefaultClass) {
    input.train_classes.push_back({kDefaultClass, 1.0, 0});
  }
  return static_cast<std::uint32_t>(input.train_classes.size() - 1);
}

rail::FormationRule rule_of(v1::Formation::Rule rule) {
  switch (rule) {
    case v1::Formation::TIMETABLE:
      return rail::FormationRule::kTimetable;
    case v1::Formation::RATE:
      return rail::FormationRule::kRate;
    case v1::Formation::FULL_LOAD_OR_LATEST:
      return rail::FormationRule::kFullLoadOrLatest;
    case v1::Formation::LIST:
      return rail::FormationRule::kList;
    case v1::Formation::EMPTY_WAGONS:
      return rail::FormationRule::kEmptyWagons;
    default:
      return rail::FormationRule::kFullLoad;
  }
}

std::vector<std::int64_t> week_times(const v1::Formation& formation) {
  std::vector<std::int64_t> times;
  for (const v1::WeeklyDeparture& departure : formation.departures()) {
    const std::int64_t of_day = whole_seconds(departure.time_of_day());
    const bool daily = departure.day() == v1::DAY_UNSPECIFIED;
    const int first = daily ? 0 : departure.day() - v1::MONDAY;
    // 24 h is midnight of the next day; that of Sunday is Monday's.
    for (int day = first; day < first + (daily ? 7 : 1); ++day) {
      times.push_back((day * kSecondsPerDay + of_day) % (7 * kSecondsPerDay));
    }
  }
  std::sort(times.begin(), times.end());
  return times;
}

// All departures of the run: where clocks are changed, weeks differ.
std::vector<std::int64_t> local_times(const v1::Formation& formation, const RunTime& run) {
  const TimeZone zone = *TimeZone::find(formation.time_zone());
  const std::int64_t first = zone.local(run.start_utc) / kSecondsPerDay;
  std::vector<std::int64_t> times;
  for (std::int64_t day = first - 2; day <= first + run.length_s / kSecondsPerDay + 2; ++day) {
    for (const v1::WeeklyDeparture& departure : formation.departures()) {
      if (departure.day() != v1::DAY_UNSPECIFIED && departure.day() != v1::MONDAY + weekday_of(day)) continue;
      const std::int64_t local = day * kSecondsPerDay + whole_seconds(departure.time_of_day());
      const std::int64_t time = zone.first_utc(local) - run.start_utc;
      if (time >= 0 && time < run.length_s) times.push_back(time);
    }
  }
  std::sort(times.begin(), times.end());
  return times;
}

void build_formation(const v1::Formation& formation, const RunTime& run, rail::ServiceInput& service) {
  service.rule = rule_of(formation.rule());
  service.train_feu = formation.train_feu();
  service.least_feu = formation.least_feu();
  if (formation.time_zone().empty())
    service.week_times_s = week_times(formation);
  else
    service.list_times_s = local_times(formation, run);
  if (formation.has_interval()) service.interval = build_distribution(formation.interval());
  service.latest_departure_s = whole_seconds(formation.latest_departure());
  for (const auto& time : formation.times()) service.list_times_s.push_back(whole_seconds(time));
  if (formation.has_reefer_plugs()) service.reefer_plugs = formation.reefer_plugs();
  service.own_containers = formation.own_containers();
  service.keep_idle = formation.keep_idle();
  service.idle_for_s = whole_seconds(formation.idle_for());
}

rail::RouteRule rule_of(v1::RouteChoice::Rule rule) {
  if (rule == v1::RouteChoice::SPREAD) return rail::RouteRule::kSpread;
  return rule == v1::RouteChoice::LOGIT ? rail::RouteRule::kLogit : rail::RouteRule::kShortest;
}

void build_route_choice(const v1::RouteChoice& choice, const Names& names, rail::ServiceInput& service) {
  service.route_rule = rule_of(choice.rule());
  service.routes = choice.routes() == 0 ? kDefaultRoutes : choice.routes();
  if (service.route_rule == rail::RouteRule::kLogit) service.logit_scale_h = choice.scale_h();
  for (const std::string& point : choice.via()) service.via.push_back(names.points.index(point));
  for (const std::string& point : choice.avoid()) service.avoid.push_back(names.points.index(point));
}

}  // namespace

void build_services(const v1::Services& services, const Names& names, const RunTime& run,
                    rail::ModelInput& input) {
  for (const v1::TrainService& message : services.services()) {
    rail::ServiceInput service;
    service.id = message.id();
    service.origin = names.points.index(message.origin());
    service.destination = names.points.index(message.destination());
    service.direction = build_directions(message.direction()).front();
    service.train_class = message.train_class().empty() ? default_class(input)
                                                        : names.train_classes.index(message.train_class());
    build_formation(message.formation(), run, service);
    build_route_choice(message.route_choice(), names, service);
    service.reformed_share = message.reformed_share();
    service.length_m_per_feu =
        message.length_m_per_feu() == 0 ? kDefaultLengthPerFeu_m : message.length_m_per_feu();
    service.locomotive_length_m =
        message.locomotive_length_m() == 0 ? kDefaultLocomotive_m : message.locomotive_length_m();
    input.services.push_back(std::move(service));
  }
}

}  // namespace scenarios
