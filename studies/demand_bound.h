// How many times its demand a railway can carry at most: what no run of it passes for long.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "models/model_input.h"
#include "studies/capacity_rows.h"

namespace studies {

// Of the demand that `chosen` says yes to, while all else stays as it is: at each demand the linear program
// is asked anew, as trains that are not full, and those that carry other demand besides, do not become more
// in proportion. `judged`: by service, whether it has to get through; of others as much is left undone as
// need be. Rows "scenario mix". What binds has a price, and what would next is known, only where all trains
// that are judged become more in proportion to the demand. Empty: nothing binds, at up to a thousand times.
std::vector<BoundRow> demand_bound(const rail::ModelInput& usual,
                                   const std::function<bool(const std::string& id)>& chosen,
                                   const std::vector<bool>& judged);

}  // namespace studies
