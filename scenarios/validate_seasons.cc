// Seasons: how a year's containers are spread over it.
#include <algorithm>

#include "scenarios/build.h"
#include "scenarios/local_time.h"
#include "scenarios/validate.h"

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;

constexpr double kMostOfAMonth = 1e9;
constexpr std::int64_t kYear_days = 366;

void check_monthly(Checks& checks, const v1::Season& season) {
  if (season.monthly().empty()) return;
  if (season.monthly_size() != 12) {
    checks.report(season, "monthly", fmt::format("{} months in a year", season.monthly_size()),
                  "12 numbers, January first");
    return;
  }
  for (int i = 0; i < season.monthly_size(); ++i) {
    const double part = season.monthly(i);
    if (part < 0 || part > kMostOfAMonth)
      checks.report(season, "monthly",
                    fmt::format("`monthly` is {}; it must be 0 to {}", part, kMostOfAMonth), {}, i);
  }
}

struct Span {
  std::int64_t first = 0, last = 0;
  const v1::SpecialDays* message = nullptr;
};

bool check_special(Checks& checks, const v1::Season& season) {
  std::vector<Span> spans;
  bool good = true;
  for (const v1::SpecialDays& special : season.special()) {
    good &= checks.number(special, "factor", {0, 100});
    if (!checks.present(special, "dates", "first and last day") || !check_dates(checks, special.dates())) {
      good = false;
      continue;
    }
    const std::int64_t first = *parse_date(special.dates().first());
    spans.push_back(
        {first, special.dates().last().empty() ? first : *parse_date(special.dates().last()), &special});
  }
  std::sort(spans.begin(), spans.end(), [](const Span& x, const Span& y) { return x.first < y.first; });
  for (std::size_t i = 1; i < spans.size(); ++i) {
    if (spans[i].first > spans[i - 1].last) continue;
    good = false;
    checks.report(*spans[i].message, "dates", "a day is special twice",
                  fmt::format("the other one is at {}", checks.where(*spans[i - 1].message)));
  }
  return good;
}

// A year without any containers cannot have its sum.
void check_years(Checks& checks, const v1::Season& season) {
  const RunTime run = run_time(checks.scenario().experiment());
  const std::int64_t first = day_of(run.start_utc);
  const std::int64_t last = first + run.length_s / kSecondsPerDay + kYear_days;
  for (int year = year_of(first); year <= year_of(last); ++year) {
    if (season_sum(season, year) > 0) continue;
    checks.report(season, season.monthly().empty() ? "special" : "monthly",
                  fmt::format("no container is released in all of {}", year),
                  "the sum of a year stays the same, so some day must have more than 0");
    return;
  }
}

}  // namespace

void validate_seasons(Checks& checks) {
  for (const v1::Season& season : checks.scenario().demand().seasons()) {
    const std::size_t before = checks.problems();
    check_monthly(checks, season);
    const bool good = check_special(checks, season);
    if (good && !checks.full() && checks.problems() == before) check_years(checks, season);
  }
}

}  // namespace scenarios
