#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <exception>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/study_failure.h"
#include "cli/study_report.h"
#include "studies/io_error.h"
#include "studies/partial_file.h"
#include "studies/study_base.h"
#include "studies/study_csv.h"
#include "studies/study_merge.h"
#include "studies/study_summary.h"
#include "studies/study_tables.h"

namespace cli {
namespace {

// A script must not go on with a part as if it were the whole.
int warn_if_incomplete(studies::Database& database, const studies::StudyFacts& facts) {
  const std::int64_t asked = static_cast<std::int64_t>(facts.points.size()) * facts.replications;
  const std::int64_t there = studies::finished_replications(database, facts.replications);
  if (there >= asked) return kOk;
  spdlog::warn("{} of {} replications are missing: merge the other shards too, or finish the sweep",
               asked - there, asked);
  return kFailedRun;
}

void require_files(const std::vector<std::string>& files) {
  for (const std::string& file : files)
    if (std::filesystem::is_directory(file))
      throw studies::IoError(file, "is a folder; name the study files in it");
}

// For names of places; nullptr: keys stand for names.
std::shared_ptr<const rail::Model> model_of_base(const studies::StudyFacts& facts) {
  const std::optional<scenarios::Scenario> base = studies::base_of(facts);
  return base ? rail::Model::build(base->model_input()) : nullptr;
}

int merge_checked(const MergeOptions& options) {
  require_files(options.files);
  if (options.out.empty() && options.files.size() > 1)
    throw Refused(kUsage, "--out FILE is missing: where to write all of them");
  if (!options.csv.empty()) studies::require_no_file(options.csv);
  const std::string& merged = options.out.empty() ? options.files.front() : options.out;
  if (!options.out.empty()) studies::merge_studies({options.files.begin(), options.files.end()}, options.out);
  studies::Database database(merged, studies::Database::Access::kRead);
  studies::require_study(database);
  if (!options.csv.empty()) studies::write_study_csv(options.csv, database);
  const studies::StudyFacts facts = studies::read_facts(database);
  const std::shared_ptr<const rail::Model> base = model_of_base(facts);
  fmt::print("{}", study_report({merged,
                                 options.json,
                                 options.all,
                                 facts,
                                 database,
                                 {},
                                 base.get(),
                                 studies::kept_kpis(facts),
                                 false,
                                 facts.question}));
  return warn_if_incomplete(database, facts);
}

}  // namespace

int merge(const MergeOptions& options) {
  try {
    return merge_checked(options);
  } catch (...) {
    return study_failure(std::current_exception());
  }
}

}  // namespace cli
