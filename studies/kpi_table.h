// The KPIs of a run over all its replications, found by key (docs/guides/results.md).
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "studies/statistics.h"

namespace studies {

// One KPI over all replications in which it was observed; `summary.count` says in how many.
struct KpiSummary {
  std::string key;
  std::string unit;
  Summary summary;
};

class KpiTable {
 public:
  KpiTable() = default;
  // In the order of rail::kpis(); keys are unique.
  explicit KpiTable(std::vector<KpiSummary> kpis);

  const std::vector<KpiSummary>& all() const { return all_; }
  // A summary with count 0 if there is no such KPI or it was never observed.
  Summary find(const std::string& key) const;

 private:
  std::vector<KpiSummary> all_;
  std::unordered_map<std::string, std::size_t> index_;  // looked up only, never walked
};

}  // namespace studies
