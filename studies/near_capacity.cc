#include "studies/near_capacity.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace studies {
namespace {

// Below it queues are short; also UIC 406's limit for a day of mixed traffic.
constexpr double kNearCapacity = 0.6;

}  // namespace

bool is_stuck(const Replication& one) { return one.stop == rail::StopReason::kGridlock; }

std::string far_from_capacity_text(const ReplicationsResult& result,
                                   const std::vector<BindingResource>& binding) {
  double most = 0;
  for (const BindingResource& one : binding) {
    if (one.wait.cause == "closure") return {};
    most = std::max(most, one.utilisation.mean);
  }
  if (std::any_of(result.complete.begin(), result.complete.end(), is_stuck)) return {};
  if (most <= 0 || most >= kNearCapacity) return {};
  return fmt::format("nothing that trains wait for is used more than {:.0f} %", std::ceil(100 * most));
}

}  // namespace studies
