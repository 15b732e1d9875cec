// Who waits where, and for what, at one instant of a replication.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "models/cause.h"
#include "models/model.h"

namespace rail {

class Simulation;

// A place and a cause, as "wait/<place>/<cause>/waiting_at_end" has them; where trains are formed there is
// one of each pool.
struct WaitingPlace {
  std::string place;
  Cause cause = Cause::kSection;
  std::int64_t one_train = 1;  // of what waits there: 1 train, or containers that one train takes at most
  // The same for all causes of one place, as it hangs on the hour which of them a train waits for; of each
  // pool another. Rising.
  std::uint32_t queue = 0;
};
std::vector<WaitingPlace> waiting_places(const Model& model);

// Trains, or containers where trains are formed, at each of waiting_places().
using WaitingNow = std::vector<std::int64_t>;
// To be asked between instants.
WaitingNow waiting_now(const Model& model, const Simulation& simulation, std::int64_t now);

}  // namespace rail
