// Which places may bind: the one with most waiting, and those that replications do not tell apart from it.
#pragma once

#include <vector>

#include "studies/binding.h"
#include "studies/replications.h"

namespace studies {

// The first of binding_resources(), then those that the replications do not tell apart from it, by the same
// hours in pairs (Student's t, 5 %): any of these may be what binds. From one replication the first alone.
std::vector<BindingResource> first_places(const ReplicationsResult& result);

}  // namespace studies
