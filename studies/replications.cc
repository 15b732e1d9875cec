#include "studies/replications.h"

#include <algorithm>
#include <deque>
#include <map>
#include <mutex>

#include "studies/results_hash.h"

namespace studies {
namespace {

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

// Collects the replications of one model as they end, and passes them on in order of index.
class Collector {
 public:
  Collector(const rail::Model& model, const ReplicationsOptions& options)
      : model_(model), options_(options) {}

  const rail::Model& model() const { return model_; }

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
  }

  ReplicationsResult take() {
    ReplicationsResult result;
    result.asked = options_.replications;
    result.complete = std::move(complete_);
    result.interrupted = static_cast<int>(result.complete.size()) < options_.replications;
    result.kpis = KpiTable(summaries(result.complete));
    std::vector<std::string> hashes, record_hashes;
    for (const Replication& replication : result.complete) {
      hashes.push_back(replication.hash);
      record_hashes.push_back(replication.records_hash);
    }
    result.results_hash = combined_hash(hashes);
    if (options_.record_trains || options_.record_containers)
      result.records_hash = combined_hash(record_hashes);
    return result;
  }

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
    replication.hash = sha256(rail::canonical_bytes(model_, seen, replication.kpis));
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

class Progress {
 public:
  explicit Progress(const ReplicationsOptions& options) : options_(options) {}

  void one_more() {
    if (!options_.progress) return;
    const std::lock_guard lock(mutex_);
    options_.progress(++complete_);
  }

 private:
  const ReplicationsOptions& options_;
  std::mutex mutex_;
  int complete_ = 0;
};

rail::ReplicationOptions one_of(const ReplicationsOptions& options, const ThreadShares& shares, int index) {
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
  return one;
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
  return std::move(run_replications(std::vector{&model}, options).front());
}

std::vector<ReplicationsResult> run_replications(const std::vector<const rail::Model*>& models,
                                                 const ReplicationsOptions& options) {
  std::deque<Collector> collectors;  // which never moves one
  for (const rail::Model* model : models) collectors.emplace_back(*model, options);
  const int count = static_cast<int>(models.size());
  ReplicationsOptions all = options;
  all.replications *= count;
  const ThreadShares shares = share_threads(all);
  Progress progress(options);
  run_jobs(all.replications, shares.replications_at_once, options.backend, options.interrupt, [&](int job) {
    Collector& collector = collectors[static_cast<std::size_t>(job % count)];
    const int index = job / count;
    rail::Observations seen = options.run_one(collector.model(), one_of(options, shares, index));
    if (seen.stop == rail::StopReason::kInterrupted) return;
    collector.add(index, std::move(seen));
    progress.one_more();
  });
  std::vector<ReplicationsResult> results;
  for (Collector& collector : collectors) results.push_back(collector.take());
  return results;
}

}  // namespace studies
