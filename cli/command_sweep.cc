#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "cli/backend.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/interrupt.h"
#include "cli/introduce.h"
#include "cli/load.h"
#include "cli/progress_bar.h"
#include "cli/study_failure.h"
#include "cli/study_report.h"
#include "cli/sweep_of_study.h"
#include "cli/terminal.h"
#include "cli/unknown_kpis.h"
#include "studies/partial_file.h"
#include "studies/results_hash.h"
#include "studies/study_csv.h"
#include "studies/study_file.h"
#include "studies/study_scenarios.h"
#include "studies/study_summary.h"
#include "studies/sweep.h"
#include "studies/usual_kpis.h"

namespace cli {
namespace {

constexpr std::int64_t kMostReplications = 10'000'000;  // of all design points

scenarios::LoadedStudy read_study(const SweepOptions& options) {
  if (options.vary.empty()) return scenarios::load_study(options.file);
  return scenarios::study_from(
      {options.file, {}, options.vary, options.list, options.points, options.design_seed});
}

// As the file has it, but for what the command line says otherwise.
scenarios::Study study_of(const SweepOptions& options) {
  scenarios::LoadedStudy loaded = read_study(options);
  if (!loaded.study) {
    if (options.vary.empty() && scenarios::Scenario::load(options.file).scenario)
      throw Refused(kUsage,
                    options.file + ": is a scenario, no study; say what varies: --vary 'FIELD = VALUES'");
    print_problems(stderr, loaded.problems);
    throw Refused(exit_code_of(loaded.problems), "");
  }
  scenarios::Study study = std::move(*loaded.study);
  if (study.factors.empty())
    throw Refused(kUsage, options.file + ": nothing varies in this study; `landbridge study` answers it");
  study.changes_written.resize(study.changes.size());
  study.changes.insert(study.changes.end(), options.changes.begin(), options.changes.end());
  if (options.replications) study.replications = options.replications;
  if (options.seed) study.seed = options.seed;
  if (!options.kpis.empty()) {
    study.kpis = options.kpis;
    study.kpis_written.clear();
  }
  if (study.kpis.empty()) study.kpis = studies::usual_kpis();
  return study;
}

// "2/4" is the second of four machines; no text is the only one.
studies::Shard shard_of(const std::string& text, std::size_t points) {
  studies::Shard shard;
  if (text.empty()) return shard;
  const char* end = text.data() + text.size();
  const auto first = std::from_chars(text.data(), end, shard.index);
  const bool parted = first.ec == std::errc() && first.ptr != end && *first.ptr == '/';
  const auto second = parted ? std::from_chars(first.ptr + 1, end, shard.of) : first;
  if (!parted || second.ec != std::errc() || second.ptr != end || shard.index < 1 || shard.index > shard.of)
    throw Refused(kUsage, fmt::format("--shard {}: it must be I/N, from 1/N to N/N", text));
  if (static_cast<std::size_t>(shard.of) > points)
    throw Refused(kUsage, fmt::format("--shard {}: there are only {} design points", text, points));
  --shard.index;
  return shard;
}

struct Prepared {
  std::shared_ptr<const rail::Model> base;
  studies::StudyFacts facts;
  studies::SweepOptions how;
  std::string question;  // of the study; may be empty
};

void require_kpis(const scenarios::Study& study, const std::shared_ptr<const rail::Model>& base) {
  const AskedKpis asked{study.kpis, study.kpis_written, "no KPI of the base has such a key"};
  const std::vector<scenarios::Problem> problems = unknown_in_study(asked, {base});
  if (!problems.empty()) print_problems(stderr, problems);
  if (!problems.empty()) throw Refused(exit_code_of(problems), "");
  if (const int code = refuse_unknown(asked, {base}); code != kOk) throw Refused(code, "");
}

// All that can be refused before anything is written.
Prepared prepare(const SweepOptions& options, const studies::StudyScenarios& scenarios,
                 studies::Backend backend) {
  const scenarios::Study& study = scenarios.study();
  Prepared prepared;
  prepared.question = study.question;
  prepared.how.shard = shard_of(options.shard, scenarios.points().size());
  if (!options.csv.empty()) studies::require_no_file(options.csv);
  scenarios::LoadResult base = scenarios.base();
  if (!base.scenario) {
    tell_where_named(study.base.string(), study.base_written, base.problems);
    print_problems(stderr, base.problems);
    throw Refused(exit_code_of(base.problems), "");
  }
  prepared.base = rail::Model::build(base.scenario->model_input());
  // The usual ones need not all be there.
  if (study.kpis != studies::usual_kpis()) require_kpis(study, prepared.base);
  prepared.how.replications = study.replications.value_or(base.scenario->replications());
  prepared.how.seed = study.seed.value_or(base.scenario->seed());
  prepared.how.kpis = study.kpis;
  prepared.how.threads = options.threads;
  prepared.how.backend = backend;
  prepared.how.interrupt = &watch_interrupts();
  prepared.how.build = [&scenarios](int point) { return scenarios.build(point); };
  if (static_cast<std::int64_t>(scenarios.points().size()) * prepared.how.replications > kMostReplications)
    throw Refused(kUsage, fmt::format("more than {} replications in a study", kMostReplications));
  prepared.facts = studies::study_facts(study, studies::sha256(base.scenario->canonical_bytes()),
                                        prepared.how.replications, prepared.how.seed, study.kpis);
  scenarios.check_some(options.threads, backend, prepared.how.interrupt);
  return prepared;
}

studies::SweepResult run(studies::StudyFile& file, studies::SweepOptions how) {
  int missing = 0;
  const std::vector<std::vector<int>> of_points = file.missing(how.replications);
  for (std::size_t p = 0; p < of_points.size(); ++p)
    missing += how.shard.has(static_cast<int>(p)) ? static_cast<int>(of_points[p].size()) : 0;
  const ProgressBar bar(missing);
  how.written = [&](int written) { bar.show(written); };
  return studies::sweep(file, how);
}

int report(const SweepOptions& options, const Prepared& prepared, studies::StudyFile& file,
           const studies::SweepResult& swept) {
  const bool interrupted = swept.found + swept.written < swept.asked;
  fmt::print("{}",
             study_report({options.out, options.json, options.all, prepared.facts, file.database(), swept,
                           prepared.base.get(), prepared.how.kpis, interrupted, prepared.question}));
  if (interrupted) return kInterrupted;
  if (!options.csv.empty()) studies::write_study_csv(options.csv, file.database());
  return studies::count_of_stop(file.database(), "gridlock") > 0 ? kFailedRun : kOk;
}

// `goes_on`: there is no use in the same command where what is asked for is not what the file holds.
void say_what_is_safe(const SweepOptions& options, studies::StudyFile& file, const Prepared& prepared,
                      bool goes_on) {
  spdlog::warn("{} of {} replications are safe in {}; {}", file.finished(),
               prepared.facts.points.size() * static_cast<std::size_t>(prepared.how.replications),
               printable(options.out),
               goes_on ? "the same command goes on from there" : "others go into another file");
}

int sweep(const SweepOptions& options, studies::Backend backend, bool is_asked) {
  const studies::StudyScenarios scenarios(study_of(options));
  const Prepared prepared = prepare(options, scenarios, backend);
  if (is_asked) introduce(prepared.question, options.json);
  studies::StudyFile file(options.out, prepared.facts);
  studies::SweepResult swept;
  try {
    swept = run(file, prepared.how);
  } catch (...) {
    const int code = study_failure(std::current_exception());
    say_what_is_safe(options, file, prepared, code != kUsage);
    return code;
  }
  return report(options, prepared, file, swept);
}

int told(const SweepOptions& options, bool is_asked) {
  const std::optional<studies::Backend> backend = backend_or_complaint();
  if (!backend) return kUsage;
  try {
    return sweep(options, *backend, is_asked);
  } catch (...) {
    return study_failure(std::current_exception());
  }
}

}  // namespace

int sweep(const SweepOptions& options) { return told(options, false); }

int sweep_of_study(const SweepOptions& options) { return told(options, true); }

}  // namespace cli
