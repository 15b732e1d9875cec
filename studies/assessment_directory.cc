#include "studies/assessment_directory.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "studies/assessment.h"
#include "studies/csv_file.h"
#include "studies/manifest_parts.h"
#include "studies/published_cells.h"
#include "studies/stored_json.h"

namespace studies {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr const char* kFormat = "landbridge-assessment-1";
constexpr const char* kHint = "`landbridge assess SCENARIO... --out DIR` writes such a folder";

constexpr const char* kReadme =
    R"(Results of one assessment of landbridge: scenarios of past years beside what was published of these, and beside naive
forecasts. CSV, UTF-8, one header line; x_ci95 is half the width of the 95 % confidence interval of x.

manifest.json    what was assessed, with what
assessment.csv   every published figure of every year, as in published.csv of its run, and: year (that the scenario
                 counts), scored (it counts in the scores: 1), scored_in (the year that its fact counts in), of_the_map
                 (a length, which follows from the map), as_it_was (what was published of the same series for the latest
                 time before, as_it_was_year), without_waiting (simulated, nobody waiting)
scores.csv       over the figures that were held back, by kind: how many, how many of them of years that are not assessed,
                 how many agree or are close, mean absolute error as a share of what was published; and of those for which
                 there is a naive forecast, how many, in how many the simulation is nearer, its error and the naive one's
year-2017 ...    the run directories of the years; README.txt in them says more
docs/validation.md of the program says more.
)";

std::string folder_of(const scenarios::Scenario& scenario) {
  return fmt::format("year-{}", year_of(scenario));
}

std::vector<AssessedFigure> figures_of(const std::vector<StudyRun>& runs) {
  std::vector<AssessedYear> years;
  for (const StudyRun& run : runs) years.push_back({run.scenario, run.result.kpis});
  return assess(years);
}

void write_figures(const RunDirectory& directory, const std::vector<AssessedFigure>& figures) {
  std::vector<std::string> columns = published_columns();
  columns.insert(columns.begin(), "year");
  for (const char* name :
       {"scored", "scored_in", "of_the_map", "as_it_was", "as_it_was_year", "without_waiting"})
    columns.emplace_back(name);
  CsvFile file(directory.file("assessment.csv"), columns);
  for (const AssessedFigure& one : figures) {
    file.number(std::int64_t{one.year});
    add_published_cells(file, one.compared);
    file.number(std::int64_t{one.is_scored() ? 1 : 0});
    one.scored_in ? file.number(std::int64_t{*one.scored_in}) : file.empty();
    file.number(std::int64_t{is_of_the_map(one.compared.figure) ? 1 : 0});
    if (one.as_it_was)
      file.number(one.as_it_was->value).number(std::int64_t{one.as_it_was->year});
    else
      file.empty().empty();
    file.number_or_empty(one.without_waiting).end_row();
  }
  file.close();
}

void add_beside(CsvFile& file, const Beside& both) {
  file.number(std::int64_t{both.figures});
  if (both.figures == 0)
    file.empty().empty().empty();
  else
    file.number(std::int64_t{both.nearer}).number(both.simulated).number(both.naive);
}

void write_scores(const RunDirectory& directory, const std::vector<AssessmentScore>& scores) {
  CsvFile file(directory.file("scores.csv"),
               {"of", "figures", "of_other_years", "hits", "error", "as_it_was_figures", "as_it_was_nearer",
                "as_it_was_simulated_error", "as_it_was_error", "without_waiting_figures",
                "without_waiting_nearer", "without_waiting_simulated_error", "without_waiting_error"});
  for (const AssessmentScore& score : scores) {
    file.text(score.of).number(std::int64_t{score.figures}).number(std::int64_t{score.of_other_years});
    file.number(std::int64_t{score.hits}).number(score.error);
    add_beside(file, score.as_it_was);
    add_beside(file, score.without_waiting);
    file.end_row();
  }
  file.close();
}

std::string manifest_of(const std::vector<StudyRun>& runs, const std::string& command) {
  Json folders = Json::array();
  for (const StudyRun& run : runs) folders.push_back(folder_of(run.scenario));
  const Json manifest = {{"format", kFormat},
                         {"program", program_json()},
                         {"command", command},
                         {"runs", folders},
                         {"seed", runs.front().facts.seed},
                         {"replications", runs.front().result.complete.size()}};
  return manifest.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

// As assess() needs them.
void require_different_years(const fs::path& path, const std::vector<StoredRun>& runs) {
  std::vector<scenarios::Scenario> scenarios;
  for (const StoredRun& run : runs) scenarios.push_back(run.scenario);
  if (const auto clash = of_one_year(scenarios))
    throw WrongFile(path, 0, fmt::format("has two runs that count {}", year_of(scenarios[clash->first])));
}

}  // namespace

void write_assessment(const RunDirectory& directory, const std::vector<StudyRun>& runs,
                      const std::string& command) {
  const std::vector<AssessedFigure> figures = figures_of(runs);
  for (const StudyRun& run : runs) write_run_folder(directory, folder_of(run.scenario), run);
  write_figures(directory, figures);
  write_scores(directory, scores(figures));
  directory.write_text("README.txt", kReadme);
  directory.write_text("manifest.json", manifest_of(runs, command));
}

std::optional<StoredAssessment> read_assessment(const fs::path& directory,
                                                std::vector<scenarios::Problem>& problems) {
  const fs::path path = directory / "manifest.json";
  try {
    const StoredJson manifest(path, read_text(path));
    manifest.require_format(kFormat);
    StoredAssessment stored{{}, manifest.at<std::string>("command")};
    const auto folders = manifest.at<std::vector<std::string>>("runs");
    if (folders.empty()) throw WrongFile(path, 0, "names no run");
    std::optional<std::vector<StoredRun>> runs = read_run_folders(directory, folders, problems);
    if (!runs) return std::nullopt;
    stored.runs = std::move(*runs);
    require_different_years(path, stored.runs);
    return stored;
  } catch (const WrongFile& wrong) {
    problems.push_back(wrong.problem(kHint));
    return std::nullopt;
  }
}

}  // namespace studies
