#include "studies/point_queues.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "models/observations.h"

namespace studies {
namespace {

// Of a hundred queues that are looked at growth is found where its standard deviation is 1 % of it at most
// with three replications, 3 % with four, 7 % with five, 21 % with ten (noncentral t,
// studies/queue_growth.h).
constexpr std::size_t kTell = 5;

// KPIs that growing_queues() looks at: few of thousands.
bool is_looked_at(const rail::Kpi& kpi) {
  return kpi.key.ends_with("/waiting_at_end") || kpi.key.ends_with("/time_to_clear_h");
}

}  // namespace

PointQueues::PointQueues(const rail::ReplicationOptions& each, std::vector<int> to_run, int replications)
    : each_(each), to_run_(std::move(to_run)), replications_(replications) {}

Replication PointQueues::looked_at(int index, rail::StopReason stop, const std::vector<rail::Kpi>& kpis) {
  Replication one;
  one.index = index;
  one.stop = stop;
  std::copy_if(kpis.begin(), kpis.end(), std::back_inserter(one.kpis), is_looked_at);
  return one;
}

rail::Observations PointQueues::run_one(const rail::Model& model, int replication) {
  rail::ReplicationOptions one = each_;
  one.replication = static_cast<std::uint32_t>(replication);
  return watched_.run_one(model, one);
}

bool PointQueues::add(int point, const rail::Model& model, Replication one,
                      std::optional<PointGrowth>& growth) {
  std::vector<Replication> all;
  {
    const std::lock_guard lock(mutex_);
    std::vector<Replication>& ended = ended_[point];
    ended.push_back(std::move(one));
    if (static_cast<int>(ended.size()) < to_run_.at(static_cast<std::size_t>(point))) return true;
    all = std::move(ended);
    ended_.erase(point);
  }
  const bool are_all = run_others(model, all);
  if (are_all) growth = found(model, std::move(all));
  watched_.forget(model);
  return are_all;
}

bool PointQueues::run_others(const rail::Model& model, std::vector<Replication>& all) {
  std::set<int> there;
  for (const Replication& one : all) there.insert(one.index);
  for (int index = 0; index < replications_; ++index) {
    if (there.contains(index)) continue;
    const rail::Observations seen = run_one(model, index);
    if (seen.stop == rail::StopReason::kInterrupted) return false;
    all.push_back(looked_at(index, seen.stop, rail::kpis(model, seen)));
  }
  return true;
}

PointGrowth PointQueues::found(const rail::Model& model, std::vector<Replication> all) const {
  std::sort(all.begin(), all.end(),
            [](const Replication& x, const Replication& y) { return x.index < y.index; });
  ReplicationsResult result;
  result.complete = std::move(all);
  result.kpis = kpis_over(result.complete);
  PointGrowth growth{static_cast<int>(result.complete.size()), why_growth_is_unknown(model.input())};
  if (result.complete.size() < 2) growth.unknown = "of one replication nothing can be said";
  if (has_gridlock(result)) growth.unknown = "some replications ended in a gridlock";
  if (growth.unknown.empty())
    growth.queues = growing_queues(model, result, watched_.of(model, result.complete.size()));
  if (growth.unknown.empty() && growth.queues.empty() && result.complete.size() < kTell)
    growth.unknown = fmt::format(
        "of {} replications only growth that is nearly the same in each is told, and there is none",
        result.complete.size());
  return growth;
}

}  // namespace studies
