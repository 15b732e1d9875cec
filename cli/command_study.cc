#include <spdlog/spdlog.h>

#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/load.h"
#include "cli/sweep_of_study.h"
#include "cli/terminal.h"
#include "scenarios/study.h"

namespace cli {
namespace {

using scenarios::Study;

ScenarioFile base_of(const Study& study) {
  return {study.base.string(), study.changes, {}, study.changes_written, study.base_written};
}

std::vector<ScenarioFile> variants_of(const Study& study) {
  std::vector<ScenarioFile> files;
  for (const scenarios::Variant& variant : study.variants)
    files.push_back({variant.file.string(), variant.changes, variant.name, variant.changes_written,
                     variant.file_written});
  return files;
}

AskingStudy asking(const Study& study, const StudyOptions& options) {
  return {options.file, study.name, study.question};
}

// What the command line says goes before what the study says, of a number of replications and of a precision
// alike.
void take_replications(const Study& study, const StudyOptions& options, CompareOptions& compare_options) {
  compare_options.precision = options.precision;
  compare_options.replications = options.replications;
  if (options.precision.relative || options.replications) return;
  compare_options.replications = study.replications;
  compare_options.precision = {study.precision, study.most_replications, "`most_replications`"};
  if (options.most_is_typed) compare_options.precision = {study.precision, options.precision.most};
}

int compare_them(const Study& study, const StudyOptions& options) {
  CompareOptions compare_options;
  compare_options.base = base_of(study);
  compare_options.variants = variants_of(study);
  compare_options.study = asking(study, options);
  compare_options.out = options.out;
  take_replications(study, options, compare_options);
  compare_options.seed = options.seed ? options.seed : study.seed;
  compare_options.threads = options.threads;
  compare_options.kpis = study.kpis;
  compare_options.kpis_written = study.kpis_written;
  compare_options.json = options.json;
  compare_options.all = options.all;
  compare_options.confirm_binding = options.confirm_binding || study.confirm_binding;
  return compare(compare_options);
}

int select_one(const Study& study, const StudyOptions& options) {
  const scenarios::SelectionQuestion& question = *study.selection;
  SelectOptions select_options;
  select_options.candidates = variants_of(study);
  select_options.candidates.insert(select_options.candidates.begin(), base_of(study));
  select_options.costs_a_year = {0};
  for (const scenarios::Variant& variant : study.variants)
    select_options.costs_a_year.push_back(variant.cost_a_year);
  select_options.study = asking(study, options);
  select_options.kpi = question.kpi;
  select_options.kpi_written = question.kpi_written;
  select_options.less_is_better = question.less_is_better;
  select_options.zone = question.zone;
  select_options.probability = question.probability;
  select_options.worth = question.worth;
  select_options.currency = question.currency;
  select_options.first = question.first;
  select_options.most = question.most;
  select_options.seed = options.seed ? options.seed : study.seed;
  select_options.threads = options.threads;
  select_options.out = options.out;
  select_options.json = options.json;
  return select(select_options);
}

int find_capacity(const Study& study, const StudyOptions& options) {
  CapacityOptions capacity_options;
  capacity_options.scenario = base_of(study);
  capacity_options.study = asking(study, options);
  capacity_options.out = options.out;
  capacity_options.flows = study.capacity->flows;
  capacity_options.flows_written = study.capacity->flows_written;
  capacity_options.precision = study.capacity->precision;
  capacity_options.most_replications = study.capacity->most_replications;
  capacity_options.steps = study.capacity->steps;
  capacity_options.seed = options.seed ? options.seed : study.seed;
  capacity_options.threads = options.threads;
  capacity_options.json = options.json;
  return capacity(capacity_options);
}

int sweep_it(const StudyOptions& options) {
  if (options.out.empty()) {
    spdlog::error("a sweep is kept in a file: say where with --out");
    return kUsage;
  }
  SweepOptions sweep_options;
  sweep_options.file = options.file;
  sweep_options.replications = options.replications;
  sweep_options.seed = options.seed;
  sweep_options.threads = options.threads;
  sweep_options.out = options.out;
  sweep_options.json = options.json;
  sweep_options.all = options.all;
  return sweep_of_study(sweep_options);
}

// True, with a complaint, if the command line says what cannot be.
bool is_misplaced(const Study& study, const StudyOptions& options) {
  const bool counts = study.selection || study.capacity;
  if (options.replications && counts) spdlog::error("--replications: this study runs as many as it takes");
  const bool compares = !counts && study.factors.empty();
  const bool confirms_nothing = options.confirm_binding && !compares;
  const bool no_difference = options.precision.relative && !compares;
  if (confirms_nothing) spdlog::error("--confirm-binding: only where variants are compared");
  if (no_difference) spdlog::error("--precision: only where variants are compared");
  const bool is_precise = options.precision.relative || (study.precision && !options.replications);
  const bool bounds_nothing = options.most_is_typed && !(compares && is_precise);
  if (bounds_nothing) spdlog::error("--max-replications: only with a precision, typed or of the study");
  return (options.replications && counts) || confirms_nothing || no_difference || bounds_nothing;
}

}  // namespace

int study(const StudyOptions& options) {
  const scenarios::LoadedStudy loaded = scenarios::load_study(options.file);
  if (!loaded.study) {
    if (scenarios::Scenario::load(options.file).scenario) {
      spdlog::error("{}: is a scenario, no study; `landbridge run` simulates it", printable(options.file));
      return kUsage;
    }
    print_problems(stderr, loaded.problems);
    return exit_code_of(loaded.problems);
  }
  if (is_misplaced(*loaded.study, options)) return kUsage;
  if (!loaded.study->takes.empty() && stderr_is_terminal())
    spdlog::info("takes about {}", printable(loaded.study->takes));
  if (loaded.study->selection) return select_one(*loaded.study, options);
  if (loaded.study->capacity) return find_capacity(*loaded.study, options);
  return loaded.study->factors.empty() ? compare_them(*loaded.study, options) : sweep_it(options);
}

}  // namespace cli
