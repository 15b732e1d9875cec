// Seasons as clocks: day by day over the years of the run, then in the run's time.
#include <algorithm>

#include "scenarios/build.h"
#include "scenarios/checks.h"
#include "scenarios/local_time.h"

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;

bool covers(const v1::Dates& dates, std::int64_t day) {
  const std::int64_t first = *parse_date(dates.first());
  return first <= day && day <= (dates.last().empty() ? first : *parse_date(dates.last()));
}

// Containers a day of each day of the year, on any scale.
std::vector<double> weights_of(const v1::Season& season, int year) {
  std::vector<double> weights;
  for (int month = 1; month <= 12; ++month) {
    const std::int64_t first = first_day(year, month), days = first_day(year, month + 1) - first;
    const double a_day =
        season.monthly().empty() ? 1.0 : season.monthly(month - 1) / static_cast<double>(days);
    weights.insert(weights.end(), static_cast<std::size_t>(days), a_day);
  }
  const std::int64_t new_year = first_day(year, 1);
  for (const v1::SpecialDays& special : season.special()) {
    for (std::size_t i = 0; i < weights.size(); ++i) {
      if (covers(special.dates(), new_year + static_cast<std::int64_t>(i))) weights[i] *= special.factor();
    }
  }
  return weights;
}

// A point wherever the clock's pace changes; real time in seconds UTC. Both clocks agree at every new year.
void add_year(const v1::Season& season, int year, std::vector<rail::SeasonPoint>& points) {
  const std::vector<double> weights = weights_of(season, year);
  double sum = 0;
  for (const double weight : weights) sum += weight;
  const auto new_year = static_cast<double>(first_day(year, 1) * kSecondsPerDay);
  const double length = static_cast<double>(weights.size()) * kDay_s;
  points.push_back({new_year, new_year});
  double passed = 0;
  for (std::size_t i = 0; i + 1 < weights.size(); ++i) {
    passed += weights[i];
    if (weights[i + 1] == weights[i]) continue;
    points.push_back({new_year + passed / sum * length, new_year + static_cast<double>(i + 1) * kDay_s});
  }
}

// What the even clock shows.
double even_time(const std::vector<rail::SeasonPoint>& points, double real) {
  const auto after = std::upper_bound(points.begin(), points.end(), real,
                                      [](double value, const auto& point) { return value < point.real; });
  const rail::SeasonPoint& before = *(after - 1);
  return before.even + (real - before.real) / (after->real - before.real) * (after->even - before.even);
}

}  // namespace

double season_sum(const v1::Season& season, int year) {
  double sum = 0;
  for (const double weight : weights_of(season, year)) sum += weight;
  return sum;
}

rail::SeasonClock build_season(const v1::Season& season, const RunTime& run) {
  std::vector<rail::SeasonPoint> points;
  const int last = year_of(day_of(run.start_utc + run.length_s)) + 1;
  for (int year = year_of(day_of(run.start_utc)); year <= last; ++year) add_year(season, year, points);
  const auto start = static_cast<double>(run.start_utc);
  const double start_even = even_time(points, start);
  std::vector<rail::SeasonPoint> of_run{{0, 0}};
  for (const rail::SeasonPoint& point : points) {
    if (point.real > start) of_run.push_back({point.even - start_even, point.real - start});
  }
  return rail::SeasonClock(std::move(of_run));
}

}  // namespace scenarios
