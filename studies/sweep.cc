#include "studies/sweep.h"

#include <fmt/format.h>

#include <chrono>
#include <ctime>
#include <exception>
#include <optional>
#include <utility>

#include "engine/interruption.h"
#include "models/model.h"
#include "studies/kpi_pattern.h"
#include "studies/map_figures.h"
#include "studies/point_queues.h"
#include "studies/replications.h"
#include "studies/result_writer.h"
#include "studies/results_hash.h"

namespace studies {
namespace {

// Of each thread, before a point's first replication: reading a scenario and finding its routes takes about
// as long as two or three replications of the corridor.
constexpr int kLead = 4;

rail::ReplicationOptions one_of(const SweepOptions& options, int replication) {
  rail::ReplicationOptions one;
  one.seed = options.seed;
  one.replication = static_cast<std::uint32_t>(replication);
  one.interrupt = options.interrupt;
  one.engine.choice = rail::EngineChoice::kSequential;  // replications keep all threads busy
  one.engine.threads = 1;
  return one;
}

MapFigures map_of(const rail::Model& model, const std::vector<rail::Kpi>& kpis) {
  Replication only;
  only.kpis = kpis;
  return map_figures(model.input(), kpis_over({only}));
}

FinishedReplication finished(const SweepOptions& options, const SweepTask& task, const PointModel& model,
                             const rail::Observations& seen, std::vector<rail::Kpi> kpis) {
  FinishedReplication result{task.point,
                             task.replication,
                             model.scenario_hash,
                             rail::to_string(seen.stop),
                             seen.end_time,
                             static_cast<std::int64_t>(seen.events),
                             {},
                             {},
                             {},
                             {}};
  result.hash = sha256(rail::canonical_bytes(*model.model, seen, kpis));
  if (task.replication == 0) result.map = map_of(*model.model, kpis);
  std::erase_if(kpis, [&](const rail::Kpi& kpi) { return !matches(kpi.key, options.kpis); });
  result.kpis = std::move(kpis);
  return result;
}

// Files that a scenario includes may have been changed since the study was begun.
PointModels::Build checked(const SweepOptions& options, std::vector<std::string> hashes) {
  return [&options, hashes = std::move(hashes)](int point) {
    const des::InterruptedBy by(options.interrupt);
    PointModel built = options.build(point);
    const std::string& before = hashes[static_cast<std::size_t>(point)];
    if (!before.empty() && before != built.scenario_hash)
      throw StudyMismatch(fmt::format(
          "design point {} is another scenario than when its first replications were run: a file was changed",
          point));
    return built;
  };
}

// A build of changed sources, or another machine's library, may call itself the same program: throws
// StudyMismatch. Nobody knows if it was interrupted: false.
bool has_same_results(StudyFile& file, const SweepOptions& options) try {
  Statement row = file.database().prepare(
      "SELECT point, replication, hash FROM replication ORDER BY point, replication LIMIT 1");
  if (!row.next()) return true;
  const SweepTask task{static_cast<int>(row.integer(0)), static_cast<int>(row.integer(1))};
  const PointModel model = checked(options, file.scenario_hashes())(task.point);
  const auto& run_one = options.run_one ? options.run_one : rail::run_replication;
  const rail::Observations seen = run_one(*model.model, one_of(options, task.replication));
  if (seen.stop == rail::StopReason::kInterrupted) return false;
  if (finished(options, task, model, seen, rail::kpis(*model.model, seen)).hash != row.text(2))
    throw StudyMismatch(
        fmt::format("replication {} of design point {} gives other results now: this is another program than "
                    "wrote the file, or the file was changed by hand",
                    task.replication, task.point));
  return true;
} catch (const des::Interrupted&) {
  return false;
}

std::vector<std::vector<int>> to_run(StudyFile& file, const SweepOptions& options, SweepResult& result) {
  std::vector<std::vector<int>> missing = file.missing(options.replications);
  for (std::size_t p = 0; p < missing.size(); ++p) {
    if (!options.shard.has(static_cast<int>(p))) {
      missing[p].clear();
      continue;
    }
    result.asked += options.replications;
    result.found += options.replications - static_cast<int>(missing[p].size());
  }
  return missing;
}

std::vector<int> uses(const std::vector<std::vector<int>>& replications) {
  std::vector<int> all;
  for (const std::vector<int>& of_point : replications) all.push_back(static_cast<int>(of_point.size()));
  return all;
}

double processor_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

class Sweep {
 public:
  Sweep(StudyFile& file, const SweepOptions& options, const std::vector<std::vector<int>>& replications)
      : options_(options),
        models_(uses(replications), checked(options, file.scenario_hashes())),
        queues_(one_of(options, 0), uses(replications), options.replications),
        writer_(file, options.written) {}

  void run(const std::vector<SweepTask>& tasks, int threads) {
    run_jobs(static_cast<int>(tasks.size()), threads, options_.backend, options_.interrupt,
             [&](int i) { take(tasks[static_cast<std::size_t>(i)]); });
  }
  int finish() { return writer_.finish(); }
  int most_models() const { return models_.most_at_once(); }

 private:
  void take(const SweepTask& task) {
    const PointModel model = models_.get(task.point);
    if (task.replication < 0) return;
    const rail::Observations seen = run_one(*model.model, task.replication);
    if (seen.stop == rail::StopReason::kInterrupted) return;
    std::vector<rail::Kpi> kpis = rail::kpis(*model.model, seen);
    std::optional<PointGrowth> growth;
    if (!look_at_queues(task, *model.model, seen.stop, kpis, growth)) return;
    FinishedReplication result = finished(options_, task, model, seen, std::move(kpis));
    result.growth = std::move(growth);
    writer_.put(std::move(result));
    models_.done(task.point);
  }

  rail::Observations run_one(const rail::Model& model, int replication) {
    return options_.run_one ? options_.run_one(model, one_of(options_, replication))
                            : queues_.run_one(model, replication);
  }

  bool look_at_queues(const SweepTask& task, const rail::Model& model, rail::StopReason stop,
                      const std::vector<rail::Kpi>& kpis, std::optional<PointGrowth>& growth) {
    if (options_.run_one) return true;
    return queues_.add(task.point, model, PointQueues::looked_at(task.replication, stop, kpis), growth);
  }

  const SweepOptions& options_;
  PointModels models_;
  PointQueues queues_;
  ResultWriter writer_;
};

}  // namespace

std::vector<SweepTask> in_turn(const std::vector<std::vector<int>>& replications, int lead) {
  std::vector<int> first;  // of each point: how many replications come before its own
  int count = 0;
  for (const std::vector<int>& of_point : replications) {
    first.push_back(count);
    count += static_cast<int>(of_point.size());
  }
  std::vector<SweepTask> tasks;
  std::size_t next = 0;  // to build
  const auto build_ahead = [&](int position) {
    for (; next < first.size() && first[next] - lead <= position; ++next) {
      if (!replications[next].empty()) tasks.push_back({static_cast<int>(next), -1});
    }
  };
  for (std::size_t p = 0; p < replications.size(); ++p) {
    for (std::size_t i = 0; i < replications[p].size(); ++i) {
      build_ahead(first[p] + static_cast<int>(i));
      tasks.push_back({static_cast<int>(p), replications[p][i]});
    }
  }
  return tasks;
}

SweepResult sweep(StudyFile& file, const SweepOptions& options) {
  SweepResult result;
  const std::vector<std::vector<int>> replications = to_run(file, options, result);
  if (result.found == result.asked) return result;
  if (!has_same_results(file, options)) return result;
  result.threads = threads_to_use(options.threads, options.backend);
  const auto start = std::chrono::steady_clock::now();
  const double used_before = processor_seconds();
  Sweep sweep(file, options, replications);
  std::exception_ptr error;
  try {
    sweep.run(in_turn(replications, kLead * result.threads), result.threads);
  } catch (const des::Interrupted&) {  // while a model was built: what has ended is a result
  } catch (...) {
    error = std::current_exception();
  }
  result.written = sweep.finish();
  if (error) std::rethrow_exception(error);
  result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  result.processor_seconds = processor_seconds() - used_before;
  result.most_models = sweep.most_models();
  return result;
}

}  // namespace studies
