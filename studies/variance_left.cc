#include "studies/variance_left.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/math/statistics/univariate_statistics.hpp>

#include "studies/digits.h"

namespace studies {

std::optional<VarianceLeft> variance_left(const std::vector<PairedKpi>& kpis) {
  std::vector<double> left;
  for (const PairedKpi& kpi : kpis) {
    const bool equal = kpi.difference.mean == 0 && kpi.difference.sd == 0;
    const bool both_vary = kpi.base.sd > 0 && kpi.variant.sd > 0;
    if (!equal && both_vary && kpi.variance_left) left.push_back(*kpi.variance_left);
  }
  if (left.empty()) return std::nullopt;
  return VarianceLeft{boost::math::statistics::median(left), left.size()};
}

std::string variance_text(const std::vector<PairedKpi>& kpis) {
  const std::optional<VarianceLeft> left = variance_left(kpis);
  if (!left) return {};
  const std::string which = left->kpis == 1 ? "the one KPI that differs"
                                            : fmt::format("median of the {} KPIs that differ", left->kpis);
  return fmt::format(
      "The same random numbers leave {} of the variance that other ones would give ({} in some "
      "replication).",
      whole_percent(left->median), which);
}

}  // namespace studies
