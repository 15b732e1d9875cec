// Simulated against published: every published figure of the scenario, none left out.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scenarios/scenario.h"
#include "studies/kpi_table.h"

namespace studies {

// docs/decisions/0005. A value without a range is taken as it was rounded ("11 days": 10.5 to 11.5).
enum class Verdict {
  kAgrees,  // meets the 95 % confidence interval of the mean
  kClose,   // meets only the range of 95 % of single replications, mean ± 1.96 sd
  kMiss,
  kNotSimulated,  // no KPI stands for it; the figure says why
  kNotObserved,   // the KPI was never observed in this run
};
const char* to_string(Verdict verdict);
const char* to_string(scenarios::FigureRole role);

// A route's length follows from the map, whatever runs on it: no forecast, and never counted as one that
// agrees.
bool is_of_the_map(const scenarios::PublishedFigure& figure);

// What is believed of a figure: a range as published, and the value within its tolerance; a value alone as it
// was rounded.
struct Believed {
  double low = 0;
  double high = 0;
};
Believed believed(const scenarios::PublishedFigure& figure);

struct ComparedFigure {
  scenarios::PublishedFigure figure;
  Verdict verdict = Verdict::kNotSimulated;
  std::optional<Summary> simulated;  // in the published figure's unit
  std::optional<double> deviation;   // (simulated - published) / published
  double single_low = 0;  // mean ± 1.96 sd: where 95 % of single replications lie, however few there are
  double single_high = 0;
  bool of_the_year = true;  // whether the year that the scenario counts lies in the figure's period
};

// One by which the model is judged, if it is simulated: compared and so never fitted, a fact that no other
// figure states before, with a KPI beside it, and not of the map.
bool is_judged(const scenarios::PublishedFigure& figure);
// Judged, and simulated.
bool is_held_back(const ComparedFigure& compared);

// As is_held_back, and published of the year that is simulated: what a run by itself is judged by. Those of
// neighbouring years stand beside it; assess() knows which of several years they count in.
bool counts_in_a_run(const ComparedFigure& compared);

// In the scenario's order; all figures are taken for those of its year.
std::vector<ComparedFigure> compare_with_published(const std::vector<scenarios::PublishedFigure>& published,
                                                   const KpiTable& kpis);
// With `of_the_year`.
std::vector<ComparedFigure> compare_with_published(const scenarios::Scenario& scenario, const KpiTable& kpis);

}  // namespace studies
