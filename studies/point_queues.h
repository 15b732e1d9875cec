// Queues that grow at the design points of a sweep: what is found of a point once all its replications are
// there, as of a scenario that is compared.
//
// Replications that were in the file before are run once more for it, of points that others have just come
// to: their queues are not kept. So what is found does not hang on how often a sweep was interrupted.
#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <vector>

#include "models/model.h"
#include "models/replication.h"
#include "studies/growth_tables.h"
#include "studies/replications.h"
#include "studies/watched_queues.h"

namespace studies {

class PointQueues {
 public:
  // `each`: of any replication but for its number. `to_run`: of each point how many are to come.
  // `replications`: that each point has then.
  PointQueues(const rail::ReplicationOptions& each, std::vector<int> to_run, int replications);

  // From any thread.
  rail::Observations run_one(const rail::Model& model, int replication);
  // A replication of run_one(), of looked_at(); from any thread. With the last one of a point `growth` is
  // what was found. False: interrupted before that, so that the replication has to be left out, for whoever
  // goes on.
  bool add(int point, const rail::Model& model, Replication one, std::optional<PointGrowth>& growth);
  // As far as it counts here.
  static Replication looked_at(int index, rail::StopReason stop, const std::vector<rail::Kpi>& kpis);

 private:
  bool run_others(const rail::Model& model, std::vector<Replication>& all);
  PointGrowth found(const rail::Model& model, std::vector<Replication> all) const;

  const rail::ReplicationOptions each_;
  const std::vector<int> to_run_;
  const int replications_;
  WatchedQueues watched_;
  std::mutex mutex_;
  std::map<int, std::vector<Replication>> ended_;  // of points that have not all yet
};

}  // namespace studies
