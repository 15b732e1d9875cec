// Which published figures of several years are one number, and which are one series.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scenarios/scenario.h"
#include "studies/published_period.h"

namespace studies {

// The year that the scenario begins to count in.
int year_of(const scenarios::Scenario& scenario);

// The figures of one scenario, and the year that it counts.
struct PublishedYear {
  int year = 0;
  const std::vector<scenarios::PublishedFigure>& figures;
};

// One number, shown in two years: of one id, period and value.
bool is_same_fact(const scenarios::PublishedFigure& a, const scenarios::PublishedFigure& b);

// How surely two figures are of one series: the same id, else the same observable and scope. That the same
// KPI stands beside both says nothing: a wait may be published as it usually is and as it is when congested.
enum class SameSeries { kNo, kByWords, kById };
SameSeries same_series(const scenarios::PublishedFigure& a, const scenarios::PublishedFigure& b);

// The figure and all others of its year that state the same fact (`same_as`).
std::vector<const scenarios::PublishedFigure*> statements_of(const scenarios::PublishedFigure& figure,
                                                             const PublishedYear& year);

// That it is of, by its period; without one, the year that its scenario counts.
std::vector<YearSpan> years_of(const scenarios::PublishedFigure& figure, int scenario_year);

// Whether `scenario_year` is one of them.
bool is_of_year(const scenarios::PublishedFigure& figure, int scenario_year);

// The year that a fact is scored in: of those that show it to be judged, one that its period contains, else
// the nearest; of several the latest. Nothing if the figure is not one to be judged (is_judged).
std::optional<int> scored_in(const scenarios::PublishedFigure& figure,
                             const std::vector<PublishedYear>& published);

}  // namespace studies
