// How much demand a railway carries for good, what keeps it from carrying more, and what would then.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "studies/binding.h"
#include "studies/capacity_rows.h"
#include "studies/capacity_search.h"
#include "studies/demand_trial.h"
#include "studies/map_figures.h"

namespace studies {

struct CapacityQuestion {
  CapacitySearch search;
  TrialRule rule;
  // Demand that is scaled, by id of flow, matrix, stream of part loads or service; the rest stays as it is.
  std::function<bool(const std::string& id)> chosen;
  // Only services that carry some of it have to get through; else all, those without such demand too.
  bool of_some = false;
  int steps = 2;  // the railway as it is, then with much more of what bound before, and so on
};

// How the railway is used by a demand; means over the replications of its trial.
struct CapacityMap {
  double demand = 1;  // times the scenario's
  MapFigures figures;
};

struct CapacityStep {
  std::string widened;  // as "4 bays instead of 2 (B.lift)": what there is more of than in the step before;
                        // empty in the first one
  CapacityInterval interval;
  // Of the least demand that is not carried: what the linear program says lets no more through; else what is
  // waited for longest on the way of what is asked about, with its share of the waiting there.
  std::optional<BindingResource> binding;
  bool binds_by_bound = false;  // so the linear program, and it is not what is waited for longest
  // Services whose trains are full at that demand: their timetable keeps them from carrying more, and nothing
  // binds.
  std::vector<std::string> full_trains;
  bool run_is_short = false;  // as in TrialResult, of some demand that is carried
  // Of an older program: queues of some demand settled later than the spin-up ended, and were judged as
  // growing.
  bool spin_up_was_short = false;
  // Of the greatest demand that is carried, as in TrialResult.
  std::vector<std::string> others_growing;
  double two_trains = 0;
  // Of the greatest demand that is carried; if none surely is, that may be; if none may, of the least that
  // was tried. Nothing: no train ran.
  std::optional<CapacityMap> on_map;
};

struct CapacityStudy {
  std::vector<CapacityStep> steps;
  std::string no_more_steps;  // why there are fewer than asked for; empty: there are not
  // Of the railway as it is (studies/demand_bound.h).
  std::vector<BoundRow> bounds;
  double longest_journey_days = 0;  // of a service from end to end, where nobody waits
  bool points_looked_at = true;     // trains that stand there, too (studies/backlogs.h)
  bool interrupted = false;
};

// Of the usual day of a model that knows no disruptions but those that last all the counted time
// (studies/usual_day.h). `tell` hears of each trial as it ends.
CapacityStudy capacity_study(const rail::Model& model, const CapacityQuestion& question,
                             const ReplicationsOptions& options,
                             const std::function<void(const CapacityTrial&)>& tell);

}  // namespace studies
