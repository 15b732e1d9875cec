#include "studies/replications.h"

#include <algorithm>
#include <map>
#include <mutex>

#include "studies/results_hash.h"

namespace studies {
namespace {

// Collects replications as they end, and passes them on in order of index.
class Collector {
 public:
  Collector(const rail::Model& model, const ReplicationsOptions& options)
      : model_(model), options_(options) {}

  void add(int index, rail::Observations&& seen) {
    Ended ended{condensed(index, seen), {}};
    if (options_.take_records) ended.records = std::move(seen);
    const std::lock_guard lock(mutex_);
    waiting_.emplace(index, std::move(ended));
    for (auto next = waiting_.begin();
         next != waiting_.end() && next->first == static_cast<int>(complete_.size());
         next = waiting_.erase(next)) {
      if (options_.take_records) options_.take_records(next->first, next->second.records);
      complete_.push_back(std::move(next->second.replication));
    }
    if (options_.progress) options_.progress(static_cast<int>(complete_.size() + waiting_.size()));
  }

  std::vector<Replication> take() { return std::move(complete_); }

 private:
  struct Ended {
    Replication replication;
    rail::Observations records;  // empty unless somebody takes them
  };

  Replication condensed(int index, const rail::Observations& seen) const {
    Replication replication;
    replication.index = index;
    replication.stop = seen.stop;
    replication.gridlock = seen.gridlock;
    replication.standing = seen.standing;
    replication.end_time = seen.end_time;
    replication.events = seen.events;
    replication.engine = seen.engine;
    replication.kpis = rail::kpis(model_, seen);
    replication.hash = sha256(rail::canonical_bytes(model_, seen));
    if (options_.record_trains || options_.record_containers) {
      replication.records_hash = sha256(rail::canonical_record_bytes(seen));
    }
    return replication;
  }

  const rail::Model& model_;
  const ReplicationsOptions& options_;
  std::mutex mutex_;
  std::map<int, Ended> waiting_;  // for one with a lower index
  std::vector<Replication> complete_;
};

std::vector<KpiSummary> summaries(const std::vector<Replication>& replications) {
  std::vector<KpiSummary> result;
  if (replications.empty()) return result;
  for (std::size_t k = 0; k < replications.front().kpis.size(); ++k) {
    std::vector<double> values;
    for (const Replication& replication : replications) {
      if (replication.kpis[k].observed) values.push_back(replication.kpis[k].value);
    }
    const rail::Kpi& kpi = replications.front().kpis[k];
    result.push_back({kpi.key, kpi.unit, summarise(values)});
  }
  return result;
}

}  // namespace

ThreadShares share_threads(const ReplicationsOptions& options, int processors) {
  const int threads = threads_to_use(options.threads, options.backend);
  if (options.engine == rail::EngineChoice::kParallel) return {1, threads};
  const int at_once = std::clamp(options.replications, 1, threads);
  if (options.engine == rail::EngineChoice::kSequential) return {at_once, 1};
  return {at_once, std::max(1, std::min(threads, processors) / at_once)};
}

ReplicationsResult run_replications(const rail::Model& model, const ReplicationsOptions& options) {
  Collector collector(model, options);
  const ThreadShares shares = share_threads(options);
  run_jobs(options.replications, shares.replications_at_once, options.backend, options.interrupt,
           [&](int index) {
             rail::ReplicationOptions one;
             one.engine.choice = options.engine;
             one.engine.threads = shares.within_one;
             one.engine.backend = options.backend;
             one.tie_seed = options.tie_seed;
             one.seed = options.seed;
             one.replication = static_cast<std::uint32_t>(index);
             one.record_trains = options.record_trains;
             one.record_containers = options.record_containers;
             one.interrupt = options.interrupt;
             rail::Observations seen = options.run_one(model, one);
             if (seen.stop != rail::StopReason::kInterrupted) collector.add(index, std::move(seen));
           });
  ReplicationsResult result;
  result.asked = options.replications;
  result.complete = collector.take();
  result.interrupted = static_cast<int>(result.complete.size()) < options.replications;
  result.kpis = KpiTable(summaries(result.complete));
  std::vector<std::string> hashes, record_hashes;
  for (const Replication& replication : result.complete) {
    hashes.push_back(replication.hash);
    record_hashes.push_back(replication.records_hash);
  }
  result.results_hash = combined_hash(hashes);
  if (options.record_trains || options.record_containers) result.records_hash = combined_hash(record_hashes);
  return result;
}

}  // namespace studies
