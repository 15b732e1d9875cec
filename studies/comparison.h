// Simulated against published: every published figure of the scenario, none left out.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scenarios/scenario.h"
#include "studies/replications.h"

namespace studies {

enum class Verdict {
  kAgrees,        // the published value or range overlaps what single simulated years come to (below)
  kDiffers,
  kNotSimulated,  // no KPI stands for it; the figure says why
  kNotObserved,   // the KPI was never observed in this run
};
const char* to_string(Verdict verdict);
const char* to_string(scenarios::FigureRole role);

struct ComparedFigure {
  scenarios::PublishedFigure figure;
  Verdict verdict = Verdict::kNotSimulated;
  std::optional<Summary> simulated;  // in the published figure's unit
  std::optional<double> deviation;   // (simulated - published) / published
};

// A published figure is one year, not a mean of many: it agrees if its value or range overlaps the 95 %
// prediction interval for one more replication. In the scenario's order.
std::vector<ComparedFigure> compare_with_published(const std::vector<scenarios::PublishedFigure>& published,
                                                   const ReplicationsResult& result);

}  // namespace studies
