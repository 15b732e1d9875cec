// Whether anything that trains wait for is near its capacity: else queues come from bunching, not from want
// of room.
#pragma once

#include <string>
#include <vector>

#include "studies/binding.h"
#include "studies/replications.h"

namespace studies {

bool is_stuck(const Replication& one);  // in a gridlock

// "nothing that trains wait for is used more than 36 %", rounded up. Empty where something is used more than
// 60 %, and where a closure or a gridlock shut something: that it is little used says nothing then. Nor does
// it where 1 % of the waiting or more is for a line to be given back, or for what has no known use: a quota,
// a permit.
std::string far_from_capacity_text(const ReplicationsResult& result,
                                   const std::vector<BindingResource>& binding);

}  // namespace studies
