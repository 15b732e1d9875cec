#include "python_bindings/run_result.h"

#include <algorithm>
#include <chrono>
#include <stdexcept>

#include "python_bindings/raise.h"
#include "python_bindings/summary_columns.h"
#include "studies/manifest.h"
#include "studies/watched_queues.h"

namespace python {
namespace {

rail::EngineChoice engine_of(const std::string& word) {
  if (word == "auto") return rail::EngineChoice::kAuto;
  if (word == "sequential") return rail::EngineChoice::kSequential;
  if (word == "parallel") return rail::EngineChoice::kParallel;
  throw std::invalid_argument("engine is `" + word + "`; known are auto, sequential, parallel");
}

studies::ReplicationsOptions options_of(const RunQuestion& question, Waiting& waiting) {
  studies::ReplicationsOptions options;
  options.replications = question.replications;
  options.threads = question.threads;
  options.seed = question.seed;
  options.record_trains = question.records.trains;
  options.record_passings = question.records.passings;
  options.record_containers = question.records.containers;
  options.backend = backend();
  options.engine = engine_of(question.engine);
  options.tie_seed = question.tie_seed;
  options.interrupt = &waiting.interrupt();
  options.progress = [&waiting](int complete) { waiting.complete(complete); };
  return options;
}

std::optional<studies::PrecisionRule> precision_rule(const RunQuestion& question) {
  if (!question.precision) return std::nullopt;
  const std::vector<std::string> usual{"total/both/teu_delivered"};
  return studies::PrecisionRule({*question.precision, question.kpis.empty() ? usual : question.kpis});
}

class Replicating {
 public:
  Replicating(const ValidScenarios& scenarios, const RunQuestion& question, Waiting& waiting)
      : scenarios_(scenarios),
        question_(question),
        waiting_(waiting),
        options_(options_of(question, waiting)) {
    options_.run_one = [this](const rail::Model& model, const rail::ReplicationOptions& one) {
      return watched_.run_one(model, one);
    };
  }

  void end_by(GoOn go_on) { options_.go_on = std::move(go_on); }

  // On a thread without the GIL.
  void run() {
    std::vector<const rail::Model*> models;
    for (const auto& one : scenarios_) models.push_back(one->model().get());
    const studies::WantedRecords& wanted = question_.records;
    if (wanted.trains || wanted.passings || wanted.containers) take_records();
    waiting_.expect(options_.replications * static_cast<int>(models.size() + confirmed().size()));
    facts_ = studies::facts_from_now(options_);
    const auto start = std::chrono::steady_clock::now();
    results_ = studies::run_replications(models, options_);
    facts_.seconds_taken = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    if (records_) finished_ = records_->finish();
    confirm();
  }

  // Ctrl-C came before all pairs of some confirmation were complete. To be asked before take().
  bool left_untried() const {
    const std::vector<std::size_t> asked = confirmed();
    return waiting_.interrupt().load() && std::any_of(asked.begin(), asked.end(), [this](std::size_t one) {
             return !confirmations_[one] || confirmations_[one]->interrupted;
           });
  }

  std::vector<std::shared_ptr<RunResult>> take(const std::optional<studies::PrecisionOutcome>& precision) {
    std::vector<std::shared_ptr<RunResult>> all;
    for (std::size_t i = 0; i < results_.size(); ++i) {
      auto run = std::make_shared<RunResult>();
      run->scenario = scenarios_[i];
      run->result = std::move(results_[i]);
      run->records = std::move(finished_);
      run->growing = growing_in(*scenarios_[i]->model(), run->result);
      run->threads = facts_.threads;
      run->seconds = facts_.seconds_taken;
      run->confirmation = std::move(confirmations_[i]);
      run->manifest = manifest(*run, precision);
      all.push_back(std::move(run));
    }
    return all;
  }

 private:
  // Of which scenarios it is asked whether what binds does: of one alone; of several not of the base.
  std::vector<std::size_t> confirmed() const {
    std::vector<std::size_t> which;
    if (!question_.confirm_binding) return which;
    for (std::size_t i = scenarios_.size() > 1 ? 1 : 0; i < scenarios_.size(); ++i) which.push_back(i);
    return which;
  }

  void confirm() {
    confirmations_.resize(results_.size());
    int before = 0;
    for (const studies::ReplicationsResult& one : results_) before += static_cast<int>(one.complete.size());
    for (const std::size_t i : confirmed()) {
      if (waiting_.interrupt().load()) break;
      studies::ReplicationsOptions options = options_;
      options.run_one = rail::run_replication;  // neither records nor queues of it are looked at
      options.progress = [this, before](int complete) { waiting_.complete(before + complete); };
      confirmations_[i] = studies::confirm_binding(*scenarios_[i]->model(), results_[i], options);
      before += static_cast<int>(results_[i].complete.size());
    }
  }

  std::vector<studies::GrowingQueue> growing_in(const rail::Model& model,
                                                const studies::ReplicationsResult& result) const {
    return studies::growing_queues(model, result, watched_.of(model, result.complete.size()));
  }

  // Columns of records are made on every thread, and kept replication by replication.
  void take_records() {
    records_.emplace(*scenarios_.front()->model(), scenarios_.front()->start_utc(), question_.records);
    options_.prepare_records = [this](int index, const rail::Observations& seen) {
      records_->prepare(index, seen);
    };
    options_.take_records = [this](int index, const rail::Observations&) { records_->add(index); };
  }

  std::string manifest(const RunResult& run,
                       const std::optional<studies::PrecisionOutcome>& precision) const {
    studies::RunFacts facts = facts_;
    facts.precision = precision;
    facts.confirmation = run.confirmation;
    return studies::manifest_json(run.scenario->scenario(), *run.scenario->model(), facts, run.result);
  }

  const ValidScenarios& scenarios_;
  const RunQuestion& question_;
  Waiting& waiting_;
  studies::ReplicationsOptions options_;
  studies::WatchedQueues watched_;
  std::optional<RecordTables> records_;
  RecordTables::Finished finished_;
  std::vector<studies::ReplicationsResult> results_;
  studies::RunFacts facts_;
  std::vector<std::optional<studies::Confirmation>> confirmations_;  // of each scenario
};

// The run, or what was to confirm it.
bool is_cut_short(const std::shared_ptr<RunResult>& run) {
  return run->result.interrupted || (run->confirmation && run->confirmation->interrupted);
}

}  // namespace

studies::Backend backend() { return studies::backend_from_environment(); }

RunResults replicate(const ValidScenarios& scenarios, const RunQuestion& question, Waiting& waiting,
                     GoOn go_on) {
  waiting.prepare([&scenarios] {
    for (const auto& one : scenarios) one->model();
  });
  Replicating work(scenarios, question, waiting);
  std::optional<studies::PrecisionRule> rule = precision_rule(question);
  if (go_on)
    work.end_by(std::move(go_on));
  else if (rule)
    work.end_by(
        [&rule](const std::vector<const studies::Replication*>& round) { return rule->go_on(round); });
  waiting.run([&work] { work.run(); });
  if (rule && !rule->unmatched().empty()) raise_unknown_kpis(rule->unmatched());
  RunResults all;
  if (rule) all.precision = rule->outcome();
  all.binding_untried = work.left_untried();
  all.runs = work.take(all.precision);
  waiting.pass_on_interrupt(all.binding_untried ||
                            std::any_of(all.runs.begin(), all.runs.end(), is_cut_short));
  return all;
}

std::shared_ptr<const Table> kpi_table(const studies::KpiTable& kpis) {
  std::vector<std::string> keys, units;
  std::vector<studies::Summary> summaries;
  for (const studies::KpiSummary& kpi : kpis.all()) {
    keys.push_back(kpi.key);
    units.push_back(kpi.unit);
    summaries.push_back(kpi.summary);
  }
  Table table;
  table.texts("kpi", keys);
  table.texts("unit", units);
  add_summaries(table, "", summaries);
  return std::move(table).finish();
}

}  // namespace python
