// A model judged by what was published: every figure of several years beside the simulation and beside naive
// forecasts, and a score over those that were held back, which nothing was fitted to.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "studies/comparison.h"
#include "studies/forecasts.h"
#include "studies/replications.h"

namespace studies {

struct AssessedYear {
  const scenarios::Scenario& scenario;
  const KpiTable& kpis;
};

struct AssessedFigure {
  ComparedFigure compared;
  std::size_t scenario = 0;      // index of its year
  int year = 0;                  // that its scenario counts
  std::optional<int> scored_in;  // the year that its fact counts in (studies::scored_in)
  std::optional<EarlierFigure> as_it_was;
  std::optional<double> without_waiting;  // in the figure's unit

  // Held back, simulated, an outcome of traffic, and no fact that is counted already or in another year.
  bool is_scored() const;
};

// Two scenarios that count one year, by index: their figures would count twice. Nothing if there are none.
std::optional<std::pair<std::size_t, std::size_t>> of_one_year(
    const std::vector<scenarios::Scenario>& scenarios);

// Of scenarios of different years. Figures in the order of `years`, and as each scenario has them.
std::vector<AssessedFigure> assess(const std::vector<AssessedYear>& years);

// Mean absolute errors as shares of what was published, over the same figures.
struct Beside {
  int figures = 0;  // of which the naive forecast is known
  int nearer = 0;   // of these, in which the simulation is nearer to what was published
  double simulated = 0;
  double naive = 0;
};

struct AssessmentScore {
  std::string of;          // "times", "trains and TEU" or "other"
  int figures = 0;         // held back and simulated, each fact once
  int of_other_years = 0;  // of these, published of a year that is not assessed: they count in the nearest
  int hits = 0;            // agree or are close
  double error = 0;        // mean absolute, as a share of what was published
  Beside as_it_was;
  Beside without_waiting;
};

// By kind of figure, those without figures left out; the last one is of all.
std::vector<AssessmentScore> scores(const std::vector<AssessedFigure>& figures);

// Why none of the figures that are scored has an `as_it_was`, in a sentence; empty if some has, or there are
// none.
std::string why_no_as_it_was(const std::vector<AssessedFigure>& figures);

}  // namespace studies
