#include "studies/stored_results.h"

#include <fmt/format.h>

#include <system_error>

#include "studies/assessment_directory.h"
#include "studies/capacity_directory.h"
#include "studies/comparison_directory.h"
#include "studies/report_data.h"
#include "studies/report_sweep.h"
#include "studies/selection_directory.h"
#include "studies/stored_json.h"
#include "studies/stored_run.h"
#include "studies/study_base.h"
#include "studies/study_facts.h"
#include "studies/study_tables.h"

namespace studies {
namespace {

namespace fs = std::filesystem;
using scenarios::Problem;
using Problems = std::vector<Problem>;

constexpr const char* kHint =
    "a report is made of the folder of `run --out`, `compare --out`, `select --out`, `assess --out` or "
    "`capacity --out`, or of the file of a sweep";

std::vector<RunReport> reports_of(const std::vector<StoredRun>& runs) {
  std::vector<RunReport> reports;
  for (const StoredRun& run : runs)
    reports.push_back({run.scenario, *run.model, run.result, run.manifest, run.records, run.growing});
  return reports;
}

std::optional<std::string> report_of_run(const fs::path& path, Problems& problems) {
  const std::optional<StoredRun> run = read_run(path, Records::kRead, problems);
  if (!run) return std::nullopt;
  return run_report_json({run->scenario, *run->model, run->result, run->manifest, run->records});
}

std::optional<std::string> report_of_comparison(const fs::path& path, Problems& problems) {
  const std::optional<StoredComparison> comparison = read_comparison(path, problems);
  if (!comparison) return std::nullopt;
  const ComparisonFacts& facts = comparison->facts;
  return comparison_report_json({reports_of(comparison->runs), facts.kpis, facts.command, facts.question});
}

std::optional<std::string> report_of_selection(const fs::path& path, Problems& problems) {
  const std::optional<StoredSelection> stored = read_selection(path, problems);
  if (!stored) return std::nullopt;
  return selection_report_json({reports_of(stored->runs), stored->facts});
}

std::optional<std::string> report_of_assessment(const fs::path& path, Problems& problems) {
  const std::optional<StoredAssessment> stored = read_assessment(path, problems);
  if (!stored) return std::nullopt;
  return assessment_report_json({reports_of(stored->runs), stored->command});
}

std::optional<std::string> report_of_capacity(const fs::path& path, Problems& problems) {
  const std::optional<StoredCapacity> stored = read_capacity_study(path, problems);
  if (!stored) return std::nullopt;
  return capacity_report_json(
      {stored->scenario, *stored->model, stored->study, stored->tolerated, stored->manifest});
}

std::optional<std::string> report_of_folder(const fs::path& path, Problems& problems) {
  const fs::path manifest = path / "manifest.json";
  std::string format;
  try {
    format = StoredJson(manifest, read_text(manifest)).at<std::string>("format");
  } catch (const WrongFile& wrong) {
    problems.push_back(wrong.problem(kHint));
    return std::nullopt;
  }
  if (format == "landbridge-run-1") return report_of_run(path, problems);
  if (format == "landbridge-comparison-1") return report_of_comparison(path, problems);
  if (format == "landbridge-selection-1") return report_of_selection(path, problems);
  if (format == "landbridge-assessment-1") return report_of_assessment(path, problems);
  if (format == "landbridge-capacity-2") return report_of_capacity(path, problems);
  problems.push_back(
      WrongFile(manifest, 0, fmt::format("has the unknown format `{}`", format)).problem(kHint));
  return std::nullopt;
}

std::string report_of_study(const fs::path& path) {
  Database database(path, Database::Access::kRead);
  require_study(database);
  const std::optional<scenarios::Scenario> base = base_of(read_facts(database));
  return sweep_report_json(database, base ? &*base : nullptr);
}

}  // namespace

std::optional<std::string> stored_report_json(const fs::path& results, Problems& problems) {
  std::error_code error;
  const fs::file_status status = fs::status(results, error);
  if (fs::is_directory(status)) return report_of_folder(results, problems);
  if (fs::is_regular_file(status)) return report_of_study(results);
  Problem problem;
  problem.file = results.string();
  problem.message = status.type() == fs::file_type::not_found ? "is not there"
                    : error                                   ? error.message()
                                                              : "is neither a folder nor a file";
  problem.hint = kHint;
  problem.io = true;
  problems.push_back(std::move(problem));
  return std::nullopt;
}

}  // namespace studies
