// Queues that grow as long as a run goes on: what is waited for there is less than what comes. Waits there,
// and times over it, have no mean: a longer run has longer ones, and so are differences of them. And queues
// that are still long after a disruption, or in one, as the run ends.
#pragma once

#include <string>
#include <vector>

#include "models/model.h"
#include "studies/place_names.h"
#include "studies/replications.h"
#include "studies/watched_queues.h"

namespace studies {

struct GrowingQueue {
  std::string place;
  std::string cause;
  Summary waiting_at_end;  // trains; where trains are formed: containers
  Summary added;           // from the first week of the counted time to the last one, of these
  // Ids of those on the way of its trains that have brought most of what it grew by (closings by date, too:
  // studies/dated_closings.h), if the queue grew in no stretch between them (studies/dated_growth.h).
  std::vector<std::string> disruptions = {};
  // No more than seasons or surges of its trains' demand bring at some time. With neither it grows for good;
  // with both it is not known whether it does: no stretch without these disruptions was watched.
  bool is_seasonal = false;
};

// Most waiting at the end first; `watched`: of the replications of `result`. A queue grows as
// studies/queue_growth.h says, as `capacity` finds it, by more than a step of trains
// (studies/train_groups.h). Of what waits for a train to
// be formed each service is looked at by itself. None of fewer than two replications, nor where one is in a
// gridlock: then all stand; nor where why_growth_is_unknown() says that the run is too short.
std::vector<GrowingQueue> growing_queues(const rail::Model& model, const ReplicationsResult& result,
                                         const std::vector<QueuesByWeek>& watched);

// "In base a queue grows at Malaszewicze: lift (bay, 1,197 ± 38 trains at the end): ...", and what
// disruptions have left, and what a season may have made, in sentences of their own. Empty without any.
std::string growing_text(const std::string& scenario, const PlaceNames& names,
                         const std::vector<GrowingQueue>& queues);
// "Whether queues grow in base is not known: the counted time is under ..."; empty: it is.
std::string unknown_growth_text(const std::string& scenario, const rail::ModelInput& input);

}  // namespace studies
