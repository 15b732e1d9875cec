#include "studies/near_capacity.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace studies {
namespace {

// Below it queues are short; also UIC 406's limit for a day of mixed traffic.
constexpr double kNearCapacity = 0.6;
// Of all container-hours of waiting: a place with less says nothing of the others.
constexpr double kOfWeight = 0.01;

// Whether its use over all time says how near it is to its capacity. Not of a line that is shut for hours or
// days, nor of quotas and permits, of which no use is known.
bool tells(const BindingResource& one) {
  const std::string& cause = one.wait.cause;
  return cause != "closure" && cause != "possession" && one.utilisation.count > 0;
}

}  // namespace

bool is_stuck(const Replication& one) { return one.stop == rail::StopReason::kGridlock; }

std::string far_from_capacity_text(const ReplicationsResult& result,
                                   const std::vector<BindingResource>& binding) {
  double most = 0;
  for (const BindingResource& one : binding) {
    if (one.wait.cause == "closure" || (one.share >= kOfWeight && !tells(one))) return {};
    most = std::max(most, one.utilisation.mean);
  }
  if (std::any_of(result.complete.begin(), result.complete.end(), is_stuck)) return {};
  if (most <= 0 || most >= kNearCapacity) return {};
  return fmt::format("nothing that trains wait for is used more than {:.0f} %", std::ceil(100 * most));
}

}  // namespace studies
