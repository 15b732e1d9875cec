// Variants beside their base, and the key figures of their report.
#pragma once

#include <string>
#include <vector>

#include "studies/paired.h"
#include "studies/report_data.h"
#include "studies/report_numbers.h"

namespace studies {

constexpr const char* kDelivered = "total/both/teu_delivered";

// A variant beside the base: the KPIs that are compared, and with them those that are told whatever was
// asked.
struct ComparedVariant {
  std::vector<PairedKpi> compared, told;

  // Nothing where it has no difference.
  const PairedKpi* kpi(const std::string& key) const;
};
std::vector<ComparedVariant> compared_variants(const ComparisonReport& report);

// Not of one pair.
bool surely_differs(const PairedKpi& kpi);
// " (+61.9 %)" of the base, with the page's signs; empty where nothing differs.
std::string relative_in_brackets(const PairedKpi& kpi);
// Four to six: what was asked for, then what planners ask first. `names`: of the variants.
ReportJson compared_figures_json(const ComparisonReport& report, const std::vector<ComparedVariant>& variants,
                                 const std::vector<std::string>& names);

}  // namespace studies
