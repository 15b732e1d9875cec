#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <chrono>
#include <exception>
#include <optional>
#include <stdexcept>

#include "cli/backend.h"
#include "cli/commands.h"
#include "cli/confirm.h"
#include "cli/engine_text.h"
#include "cli/exit_code.h"
#include "cli/guarantee_text.h"
#include "cli/interrupt.h"
#include "cli/load.h"
#include "cli/notes_text.h"
#include "cli/replicate.h"
#include "cli/report.h"
#include "cli/run_json.h"
#include "cli/terminal.h"
#include "cli/unknown_kpis.h"
#include "cli/wanted_precision.h"
#include "studies/io_error.h"
#include "studies/record_files.h"
#include "studies/run_directory.h"
#include "studies/run_tables.h"

namespace cli {
namespace {

bool asked_for(const RunOptions& options, const char* record) {
  return std::find(options.records.begin(), options.records.end(), record) != options.records.end();
}

// The files of a run, if the user wants any.
class Output {
 public:
  Output(const RunOptions& options, const scenarios::Scenario& scenario, const rail::Model& model) {
    if (options.out.empty()) return;
    target_ = options.out;
    directory_.emplace(target_);
    if (options.records.empty()) return;
    const std::int64_t start = scenario.count_from_utc() - model.input().spin_up_s;
    records_.emplace(*directory_, model, start,
                     studies::WantedRecords{asked_for(options, "trains"), asked_for(options, "passings"),
                                            asked_for(options, "containers")});
  }

  bool takes_records() const { return records_.has_value(); }
  // Text of records is made on every thread, and written replication by replication.
  void prepare_records(int replication, const rail::Observations& seen) {
    records_->prepare(replication, seen);
  }
  void add_records(int replication) { records_->add(replication); }

  // As soon as they are known: what takes time after that may be killed.
  void finish(const Report& report) {
    attempt([&] {
      if (records_) records_->close();
      studies::write_run_tables(*directory_, report.scenario, report.model, report.result);
      directory_->write_text(kManifest, manifest_of(report));
      directory_->publish();
      spdlog::info("results are in {}", printable(target_));
    });
  }
  // What has become known since.
  void write_facts(const Report& report) {
    attempt([&] { directory_->replace_text(kManifest, manifest_of(report)); });
  }
  // Throws the IoError of these, if there was one.
  void require_written() const {
    if (not_written_) std::rethrow_exception(not_written_);
  }

 private:
  static constexpr const char* kManifest = "manifest.json";

  static std::string manifest_of(const Report& report) {
    return studies::manifest_json(report.scenario, report.model, report.facts, report.result);
  }
  template <class Write>
  void attempt(Write write) {
    if (!directory_ || not_written_) return;
    try {
      write();
    } catch (const studies::IoError&) {
      not_written_ = std::current_exception();
    }
  }

  std::string target_;
  std::optional<studies::RunDirectory> directory_;
  std::optional<studies::RecordFiles> records_;
  std::exception_ptr not_written_;
};

studies::ReplicationsOptions replications_options(const RunOptions& options,
                                                  const scenarios::Scenario& scenario,
                                                  studies::Backend backend, Output& output,
                                                  std::optional<studies::PrecisionRule>& rule) {
  studies::ReplicationsOptions result;
  result.replications = options.replications.value_or(scenario.replications());
  result.seed = options.seed.value_or(scenario.seed());
  result.threads = options.threads;
  result.backend = backend;
  result.engine = options.engine;
  result.tie_seed = options.tie_seed;
  result.interrupt = &watch_interrupts();
  result.record_trains = asked_for(options, "trains");
  result.record_passings = asked_for(options, "passings");
  result.record_containers = asked_for(options, "containers");
  if (options.recorded) result.recorded = *options.recorded;
  if (output.takes_records()) {
    result.prepare_records = [&](int index, const rail::Observations& seen) {
      output.prepare_records(index, seen);
    };
    result.take_records = [&](int index, const rail::Observations&) { output.add_records(index); };
  }
  if (rule) end_by(*rule, options.precision, result);
  return result;
}

void print(const Report& report, const RunOptions& options) {
  fmt::print("{}", options.json ? run_json(report) : report_text(report, options.only_table));
  if (!options.json && options.only_table.empty())
    fmt::print("{}{}", guarantee_text(report.model), notes_text(report.model.input()));
}

int simulate(const RunOptions& options, const scenarios::Scenario& scenario, studies::Backend backend) {
  const std::shared_ptr<const rail::Model> model = rail::Model::build(scenario.model_input());
  if (const int code = refuse_unknown({options.kpis, {}}, {model}); code != kOk) return code;
  Output output(options, scenario, *model);
  std::optional<studies::PrecisionRule> rule = precision_rule(options.precision, options.kpis);
  const studies::ReplicationsOptions how = replications_options(options, scenario, backend, output, rule);
  studies::RunFacts facts = studies::facts_from_now(how);
  facts.scenario_file = options.file;
  facts.changes = options.changes;
  const auto start = std::chrono::steady_clock::now();
  const std::vector<studies::ReplicationsResult> results = replicate({model}, how);
  const studies::ReplicationsResult& result = results.front();
  spdlog::info("{}", engine_text(result, studies::share_threads(how)));
  if (result.complete.empty()) {
    spdlog::error("interrupted before the first replication was complete: there are no results");
    return kInterrupted;
  }
  if (rule) facts.precision = rule->outcome();
  facts.seconds_taken = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  const Report report{scenario, *model, result, facts, options.all};
  // The run directory first: whoever reads the table may close the pipe before its end.
  output.finish(report);
  if (options.confirm_binding) facts.confirmation = confirm(*model, result, how);
  if (facts.confirmation) output.write_facts(report);
  print(report, options);
  output.require_written();
  return options.confirm_binding && how.interrupt->load() ? kInterrupted : exit_code_of(results);
}

}  // namespace

int run(const RunOptions& options) {
  const std::optional<studies::Backend> backend = backend_or_complaint();
  if (!backend) return kUsage;
  const Loaded loaded = load(options.file, options.changes);
  if (!loaded.scenario) return loaded.exit_code;
  return simulate(options, *loaded.scenario, *backend);
}

}  // namespace cli
