#include "studies/kpi_table.h"

namespace studies {

KpiTable::KpiTable(std::vector<KpiSummary> kpis) : all_(std::move(kpis)) {
  for (std::size_t i = 0; i < all_.size(); ++i) index_.emplace(all_[i].key, i);
}

Summary KpiTable::find(const std::string& key) const {
  const auto found = index_.find(key);
  return found == index_.end() ? Summary{} : all_[found->second].summary;
}

}  // namespace studies
