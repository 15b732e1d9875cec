// Naive forecasts of a published figure: what could be said without a simulation. One that does no better is
// not worth having.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scenarios/scenario.h"
#include "studies/published_facts.h"

namespace studies {

struct EarlierFigure {
  std::string id;
  int year = 0;      // the last of its period
  double value = 0;  // in the unit of the figure that it forecasts
};

// "As it was": what was published, whatever its role, of the same series (same_series) for the latest time
// before the figure's own period, with the same KPI beside it; never the figure itself, shown in another
// year. `of` is the year that shows the figure.
std::optional<EarlierFigure> as_it_was(const scenarios::PublishedFigure& figure, const PublishedYear& of,
                                       const std::vector<PublishedYear>& published);

// Of figures about mean times of journeys: the time of running and handling at their means, without any
// waiting (rail::free_flow_h), in the figure's unit; the mean over the services that the KPI is about.
// Nothing for other figures.
std::optional<double> without_waiting(const scenarios::PublishedFigure& figure,
                                      const rail::ModelInput& input);

}  // namespace studies
