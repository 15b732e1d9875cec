// Queues that grow as long as a run goes on: what is waited for there is less than what comes. Waits there,
// and times over it, have no mean: a longer run has longer ones, and so are differences of them.
#pragma once

#include <string>
#include <vector>

#include "models/model.h"
#include "studies/place_names.h"
#include "studies/replications.h"

namespace studies {

struct GrowingQueue {
  std::string place;
  std::string cause;
  Summary waiting_at_end;  // trains; where trains are formed: containers
  Summary added;           // over the counted time, of these
};

// Most waiting at the end first. A queue that has a mean is as long at the end as over the counted time (its
// container-hours over the hours counted; trains hold as many containers as all that wait at the end do). One
// that grows evenly has added twice what it is longer at the end. It grows if that is surely more than half a
// per cent of what came to the place, as in studies/left_behind.h; surely is at 95 % for all places together
// (Bonferroni). None of fewer than two replications, nor where one is in a gridlock: then all stand.
std::vector<GrowingQueue> growing_queues(const rail::Model& model, const ReplicationsResult& result);

// "In base a queue grows at Malaszewicze: lift (bay, 1,197 ± 38 trains at the end): ...". Empty without any.
std::string growing_text(const std::string& scenario, const PlaceNames& names,
                         const std::vector<GrowingQueue>& queues);

}  // namespace studies
