#include "studies/selection_directory.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "studies/csv_file.h"
#include "studies/manifest_parts.h"
#include "studies/selection_words.h"
#include "studies/stored_json.h"

namespace studies {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr const char* kFormat = "landbridge-selection-1";
constexpr const char* kHint = "`landbridge select FILE FILE --zone X --out DIR` writes such a folder";

constexpr const char* kReadme =
    R"(Results of one selection of landbridge: which of several scenarios is best, with the same random numbers.
CSV, UTF-8, one header line; x_ci95 is half the width of the 95 % confidence interval of x.

manifest.json    what was selected among, by what, with what
selection.csv    each candidate: its KPI; its score (worth * KPI - cost, or -worth * KPI - cost where less is better; the
                 KPI, or its negative, where nothing is said of money); how far its score is behind the best one's and
                 how much better its KPI is than the first candidate's, both in pairs of replications; what it costs over
                 the counted time and a year; how much better its KPI is for each 1,000 that it costs more than the first;
                 replications that it was run for, after how many it was out (empty: still in), its state, those of them
                 that ended in a gridlock, and the hash of its results
candidate-1 ...  the run directories of the candidates, in the order in which they were named; README.txt in them says more
docs/guides/select.md of the program says more.
)";

std::string folder_of(std::size_t candidate) { return fmt::format("candidate-{}", candidate + 1); }

template <class Run>
SelectionOutcome outcome_of(const std::vector<Run>& runs, const SelectionFacts& facts) {
  std::vector<const ReplicationsResult*> results;
  for (const Run& run : runs) results.push_back(&run.result);
  return selected_again(facts.score, facts.plan, results);
}

void write_candidates(const RunDirectory& directory, const std::vector<StudyRun>& runs,
                      const SelectionFacts& facts, const SelectionOutcome& outcome) {
  CsvFile file(directory.file("selection.csv"), {"candidate",
                                                 "name",
                                                 "kpi",
                                                 "kpi_ci95",
                                                 "unit",
                                                 "score",
                                                 "score_ci95",
                                                 "score_unit",
                                                 "behind_the_best",
                                                 "behind_the_best_ci95",
                                                 "better_than_the_first",
                                                 "better_than_the_first_ci95",
                                                 "cost",
                                                 "cost_a_year",
                                                 "better_per_1000_of_cost",
                                                 "better_per_1000_of_cost_ci95",
                                                 "replications",
                                                 "out_after",
                                                 "state",
                                                 "gridlocks",
                                                 "results_hash"});
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const Candidate& one = outcome.candidates[i];
    file.text(folder_of(i)).text(facts.names[i]).mean_and_half_width(one.kpi).text(outcome.unit);
    file.mean_and_half_width(one.score).text(score_unit(facts, outcome));
    file.mean_and_half_width(one.behind).mean_and_half_width(one.gain);
    file.number(facts.score.costs[i]).number(facts.costs_a_year[i]);
    file.mean_and_half_width(bought(facts, outcome, i).value_or(Summary{}));
    file.number(std::int64_t{one.kpi.count});
    one.out_after > 0 ? file.number(std::int64_t{one.out_after}) : file.empty();
    file.text(candidate_state(outcome, i)).number(std::int64_t{gridlocks(runs[i].result)});
    file.text(runs[i].result.results_hash).end_row();
  }
  file.close();
}

std::string manifest_of(const std::vector<StudyRun>& runs, const SelectionFacts& facts,
                        const SelectionOutcome& outcome) {
  Json folders = Json::array();
  for (std::size_t i = 0; i < runs.size(); ++i) folders.push_back(folder_of(i));
  const Json manifest = {{"format", kFormat},
                         {"program", program_json()},
                         {"command", facts.command},
                         {"question", facts.question},
                         {"runs", folders},
                         {"names", facts.names},
                         {"kpi", facts.score.kpi},
                         {"less_is_better", facts.score.less_is_better},
                         {"worth", facts.score.worth},
                         {"currency", facts.currency},
                         {"costs_a_year", facts.costs_a_year},
                         {"zone", facts.plan.zone},
                         {"probability", facts.plan.probability},
                         {"first_replications", facts.plan.first},
                         {"most_replications", facts.most},
                         {"seed", runs.front().facts.seed},
                         {"end", to_string(outcome.end)},
                         {"best", facts.names[outcome.best]},
                         {"replications", outcome.replications}};
  return manifest.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

// Of the manifest; what candidates cost over the counted time is not in it.
SelectionFacts facts_of(const StoredJson& manifest) {
  SelectionFacts facts;
  facts.names = manifest.at<std::vector<std::string>>("names");
  facts.costs_a_year = manifest.at<std::vector<double>>("costs_a_year");
  facts.currency = manifest.at<std::string>("currency");
  facts.score.kpi = manifest.at<std::string>("kpi");
  facts.score.less_is_better = manifest.at<bool>("less_is_better");
  facts.score.worth = manifest.at<double>("worth");
  facts.plan.zone = manifest.at<double>("zone");
  facts.plan.probability = manifest.at<double>("probability");
  facts.plan.first = manifest.at<int>("first_replications");
  facts.most = manifest.at<int>("most_replications");
  facts.command = manifest.at<std::string>("command");
  facts.question = manifest.at<std::string>("question");
  return facts;
}

void require_sound(const fs::path& path, const SelectionFacts& facts, std::size_t runs) {
  const bool counted = runs >= 2 && facts.names.size() == runs && facts.costs_a_year.size() == runs;
  if (!counted) throw WrongFile(path, 0, "has not as many runs, names and costs_a_year, two or more");
  const SelectionPlan& plan = facts.plan;
  const bool is_plan = plan.zone > 0 && plan.probability * static_cast<double>(runs) > 1 &&
                       plan.probability < 1 && plan.first >= 2;
  if (!is_plan) throw WrongFile(path, 0, "has no zone, probability and first_replications that can be");
}

void require_outcome(const fs::path& path, const StoredSelection& stored) {
  const SelectionOutcome outcome = outcome_of(stored.runs, stored.facts);
  if (outcome.end == SelectionEnd::kNoSuchKpi || outcome.end == SelectionEnd::kUnobserved)
    throw WrongFile(path, 0,
                    fmt::format("tells of {}, which {} does not have in every replication",
                                stored.facts.score.kpi, folder_of(outcome.faulty)));
  if (outcome.end == SelectionEnd::kTooFew)
    throw WrongFile(path, 0,
                    fmt::format("asks for {} replications of each, of which the runs have {}",
                                stored.facts.plan.first, outcome.replications));
}

}  // namespace

void write_selection(const RunDirectory& directory, const std::vector<StudyRun>& runs,
                     const SelectionFacts& facts) {
  const SelectionOutcome outcome = outcome_of(runs, facts);
  for (std::size_t i = 0; i < runs.size(); ++i) write_run_folder(directory, folder_of(i), runs[i]);
  write_candidates(directory, runs, facts, outcome);
  directory.write_text("README.txt", kReadme);
  directory.write_text("manifest.json", manifest_of(runs, facts, outcome));
}

std::optional<StoredSelection> read_selection(const fs::path& directory,
                                              std::vector<scenarios::Problem>& problems) {
  const fs::path path = directory / "manifest.json";
  try {
    const StoredJson manifest(path, read_text(path));
    manifest.require_format(kFormat);
    StoredSelection stored{{}, facts_of(manifest)};
    const auto folders = manifest.at<std::vector<std::string>>("runs");
    require_sound(path, stored.facts, folders.size());
    std::optional<std::vector<StoredRun>> runs = read_run_folders(directory, folders, problems);
    if (!runs) return std::nullopt;
    stored.runs = std::move(*runs);
    SharedModels models;
    for (const StoredRun& run : stored.runs) models.push_back(run.model);
    stored.facts.score.costs = over_counted_time(stored.facts.costs_a_year, models);
    require_outcome(path, stored);
    return stored;
  } catch (const WrongFile& wrong) {
    problems.push_back(wrong.problem(kHint));
    return std::nullopt;
  }
}

}  // namespace studies
