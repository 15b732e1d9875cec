// Differences of single KPIs in sentences that can be quoted: with units, periods and intervals.
#pragma once

#include <cstddef>
#include <string>

#include "studies/paired.h"

namespace cli {

// What a sentence about one of them must say besides.
struct LookedAt {
  std::size_t kpis = 1;   // of which this is one
  std::size_t pairs = 0;  // of replications
  double counted_days = 0;
};

bool is_equal(const studies::PairedKpi& kpi);  // in every replication
// "+45.7 %" of the base (studies/relative_text.h).
std::string relative_text(const studies::PairedKpi& kpi);
// " [in 3 of 10 pairs]" where not every replication observed it in both.
std::string pairs_text(const studies::PairedKpi& kpi, const LookedAt& looked_at);

// "278,894 TEU more delivered in 365 days (+61.9 %): between 273,183 and 284,606 TEU at 95 %."
std::string delivered_text(const studies::PairedKpi& kpi, const LookedAt& looked_at);
// "Lift, utilisation: 83 ± 1 % instead of 100 ± 0 %: 17.0 to 17.9 percentage points less at 95 %."
std::string difference_text(const studies::PairedKpi& kpi, const std::string& name,
                            const LookedAt& looked_at);
// Of one without pairs; the scenarios are called as they are.
std::string unpaired_text(const studies::UnpairedKpi& kpi, const std::string& name, const std::string& base,
                          const std::string& variant);

// "-0.054 ± 0.024", of shares in percentage points.
std::string difference_number(const studies::PairedKpi& kpi);

}  // namespace cli
