#include "studies/replications.h"

#include <algorithm>
#include <mutex>

#include "studies/rounds.h"

namespace studies {
namespace {

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
  one.engine.threads = shares.within(index);
  one.engine.backend = options.backend;
  one.tie_seed = options.tie_seed;
  one.seed = options.seed;
  one.replication = static_cast<std::uint32_t>(index);
  const bool recorded = index < options.recorded;
  one.record_trains = options.record_trains && recorded;
  one.record_passings = options.record_passings && recorded;
  one.record_containers = options.record_containers && recorded;
  one.interrupt = options.interrupt;
  return one;
}

// Whether the replication is to be kept.
bool records_are_prepared(const ReplicationsOptions& options, int index, const rail::Observations& seen) {
  if (!is_recorded(options, index)) return true;
  const auto goes_on = [&options] { return options.interrupt == nullptr || !options.interrupt->load(); };
  if (goes_on() && options.prepare_records) options.prepare_records(index, seen);
  return goes_on();
}

}  // namespace

ThreadShares share_threads(const ReplicationsOptions& options, int processors) {
  const int threads = threads_to_use(options.threads, options.backend);
  if (options.engine == rail::EngineChoice::kParallel) return {1, threads};
  const int at_once = std::clamp(options.replications, 1, threads);
  if (options.engine == rail::EngineChoice::kSequential) return {at_once, 1};
  const int useful = std::max(at_once, std::min(threads, processors));
  return {at_once, useful / at_once, useful % at_once};
}

bool has_gridlock(const ReplicationsResult& result) { return gridlocks(result) > 0; }

int gridlocks(const ReplicationsResult& result) {
  return static_cast<int>(
      std::count_if(result.complete.begin(), result.complete.end(),
                    [](const Replication& one) { return one.stop == rail::StopReason::kGridlock; }));
}

KpiTable kpis_over(const std::vector<Replication>& complete) {
  std::vector<KpiSummary> summaries;
  if (complete.empty()) return KpiTable();
  for (std::size_t k = 0; k < complete.front().kpis.size(); ++k) {
    std::vector<double> values;
    for (const Replication& replication : complete) {
      if (replication.kpis[k].observed) values.push_back(replication.kpis[k].value);
    }
    const rail::Kpi& kpi = complete.front().kpis[k];
    summaries.push_back({kpi.key, kpi.unit, summarise(values)});
  }
  return KpiTable(std::move(summaries));
}

ReplicationsResult run_replications(const rail::Model& model, const ReplicationsOptions& options) {
  return std::move(run_replications(std::vector{&model}, options).front());
}

std::vector<ReplicationsResult> run_replications(const std::vector<const rail::Model*>& models,
                                                 const ReplicationsOptions& options) {
  const int count = static_cast<int>(models.size());
  ReplicationsOptions all = options;
  all.replications *= count;
  const ThreadShares shares = share_threads(all);
  Rounds rounds(models, options);
  Progress progress(options);
  run_jobs(all.replications, shares.replications_at_once, options.backend, options.interrupt, [&](int job) {
    const auto model = static_cast<std::size_t>(job % count);
    if (!rounds.runs(model)) return;
    const int index = job / count;
    rail::Observations seen = options.run_one(rounds.model(model), one_of(options, shares, index));
    if (seen.stop == rail::StopReason::kInterrupted || !records_are_prepared(options, index, seen)) return;
    rounds.add(model, index, std::move(seen));
    progress.one_more();
  });
  return rounds.take();
}

}  // namespace studies
