// A what-if against its base, replication by replication: both have the same random numbers, so most of what
// chance does cancels out (common random numbers; Law, Simulation Modeling and Analysis, 11.2).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "studies/replications.h"
#include "studies/statistics.h"

namespace studies {

// One KPI over the replications in which both observed it.
struct PairedKpi {
  std::string key;
  std::string unit;
  Summary base;
  Summary variant;
  Summary difference;  // variant less base
  double p = 1;        // of a mean difference of zero, by Student's t, two-sided; 1 with fewer than two pairs
  double p_holm = 1;   // corrected for looking at all these KPIs
  // Variance of the difference over that with independent replications, which is what common random numbers
  // leave: 0 is nothing, 1 as much as these, and it may be more. Nothing if neither varies.
  std::optional<double> variance_left = {};
};

constexpr double kDiffersLevel = 0.05;  // risk of one wrong "differs" among all KPIs
bool differs(const PairedKpi& kpi);

// KPIs that match one of `patterns` (studies/kpi_pattern.h) and that both observed in some replication, in
// the order of the base.
std::vector<PairedKpi> paired(const ReplicationsResult& base, const ReplicationsResult& variant,
                              const std::vector<std::string>& patterns);

// One without pairs: only one side observed it, or both, but never in the same replication.
struct UnpairedKpi {
  std::string key;
  std::string unit;
  Summary base;  // each over what was observed; of nothing where there is none
  Summary variant;
};

// KPIs that match one of `patterns`, that were observed, and that paired() leaves out: those of the base, in
// its order, then those of the variant alone.
std::vector<UnpairedKpi> unpaired(const ReplicationsResult& base, const ReplicationsResult& variant,
                                  const std::vector<std::string>& patterns);

// Two-sided p of a mean of zero. Of equal numbers: as likely as so many equal signs by chance.
double p_of_zero_mean(const Summary& summary);

// Two-sided p of equal means of pairs, of `second` less `first`. Where neither varies it is 0 or 1.
double p_of_equal_means(const std::vector<double>& first, const std::vector<double>& second);

// Holm's step-down correction (Scandinavian Journal of Statistics 6, 1979): the chance of one wrong "differs"
// among all of them stays below the level, whatever hangs on what. In the order given.
std::vector<double> holm(const std::vector<double>& p);

}  // namespace studies
