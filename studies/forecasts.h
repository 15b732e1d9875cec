// Naive forecasts of a published figure: what could be said without a simulation. One that does no better is
// not worth having.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scenarios/scenario.h"

namespace studies {

struct EarlierFigure {
  std::string id;
  int year = 0;
  double value = 0;  // in the unit of the figure that it forecasts
};

// The figures of one scenario, and the year that it counts.
struct PublishedYear {
  int year = 0;
  const std::vector<scenarios::PublishedFigure>& figures;
};

// "As it was": what was published, whatever its role, about the same KPI for the latest year before `year`.
std::optional<EarlierFigure> as_it_was(const scenarios::PublishedFigure& figure, int year,
                                       const std::vector<PublishedYear>& published);

// Of figures about mean times of journeys: the time of running and handling at their means, without any
// waiting (rail::free_flow_h), in the figure's unit; the mean over the services that the KPI is about.
// Nothing for other figures.
std::optional<double> without_waiting(const scenarios::PublishedFigure& figure,
                                      const rail::ModelInput& input);

}  // namespace studies
