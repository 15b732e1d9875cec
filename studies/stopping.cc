#include "studies/stopping.h"

#include <cmath>

namespace studies {

bool is_precise(const Summary& summary, double of, double relative) {
  if (summary.count < kLeastReplications || !summary.half_width) return false;
  return *summary.half_width <= relative / (1 + relative) * std::abs(of);
}

}  // namespace studies
