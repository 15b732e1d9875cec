// What common random numbers gain, over all that is compared.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "studies/paired.h"

namespace studies {

// Of those that vary on both sides and are not equal in every replication, where nothing is left to cancel
// out; nothing if there are none.
struct VarianceLeft {
  double median = 0;  // of PairedKpi::variance_left
  std::size_t kpis = 0;
};
std::optional<VarianceLeft> variance_left(const std::vector<PairedKpi>& kpis);

// A sentence; empty if there are none.
std::string variance_text(const std::vector<PairedKpi>& kpis);

}  // namespace studies
