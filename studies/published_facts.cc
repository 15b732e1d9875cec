#include "studies/published_facts.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "studies/comparison.h"

namespace studies {

using scenarios::PublishedFigure;

int year_of(const scenarios::Scenario& scenario) {
  const std::chrono::sys_seconds begin{std::chrono::seconds{scenario.count_from_utc()}};
  return static_cast<int>(std::chrono::year_month_day{std::chrono::floor<std::chrono::days>(begin)}.year());
}

bool is_same_fact(const PublishedFigure& a, const PublishedFigure& b) {
  return a.id == b.id && a.period == b.period && a.value == b.value && a.unit == b.unit;
}

SameSeries same_series(const PublishedFigure& a, const PublishedFigure& b) {
  if (a.id == b.id) return SameSeries::kById;
  return a.observable == b.observable && a.scope == b.scope ? SameSeries::kByWords : SameSeries::kNo;
}

std::vector<const PublishedFigure*> statements_of(const PublishedFigure& figure, const PublishedYear& year) {
  const std::string& fact = figure.same_as.empty() ? figure.id : figure.same_as;
  std::vector<const PublishedFigure*> statements{&figure};
  for (const PublishedFigure& one : year.figures) {
    if (one.id != figure.id && (one.id == fact || one.same_as == fact)) statements.push_back(&one);
  }
  return statements;
}

std::vector<YearSpan> years_of(const PublishedFigure& figure, int scenario_year) {
  return years_in(figure.period, scenario_year);
}

bool is_of_year(const PublishedFigure& figure, int scenario_year) {
  return years_off(years_of(figure, scenario_year), scenario_year) == 0;
}

std::optional<int> scored_in(const PublishedFigure& figure, const std::vector<PublishedYear>& published) {
  if (!is_judged(figure)) return std::nullopt;
  std::optional<std::pair<int, int>> best;  // years off, and the year negated: the latest is the least
  for (const PublishedYear& shown : published) {
    const bool judges =
        std::any_of(shown.figures.begin(), shown.figures.end(),
                    [&](const PublishedFigure& one) { return is_judged(one) && is_same_fact(one, figure); });
    if (!judges) continue;
    const std::pair<int, int> here{years_off(years_of(figure, shown.year), shown.year), -shown.year};
    if (!best || here < *best) best = here;
  }
  return best ? std::optional<int>(-best->second) : std::nullopt;
}

}  // namespace studies
