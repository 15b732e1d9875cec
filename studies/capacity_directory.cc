#include "studies/capacity_directory.h"

#include <fmt/format.h>

#include <boost/algorithm/string/classification.hpp>
#include <boost/algorithm/string/split.hpp>
#include <nlohmann/json.hpp>
#include <string_view>

#include "studies/capacity_maps.h"
#include "studies/capacity_words.h"
#include "studies/csv_file.h"
#include "studies/csv_table.h"
#include "studies/manifest_parts.h"
#include "studies/place_names.h"
#include "studies/results_hash.h"
#include "studies/run_tables.h"
#include "studies/stored_json.h"

namespace studies {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr const char* kFormat = "landbridge-capacity-2";
constexpr const char* kHint = "`landbridge capacity SCENARIO --out DIR` writes such a folder";

constexpr const char* kReadme =
    R"(Results of one capacity study of landbridge: how much demand is carried for good. CSV, UTF-8, one header line.

manifest.json    what was asked, of what, with what
scenario.binpb   the scenario as it was looked at; its usual day was simulated
steps.csv        the railway as it is, then with twice as much of what bound before: times its demand that is
                 surely carried and that surely is not (empty: none is known), and what binds there; by_bound: only the
                 linear program says so, and more is waited for elsewhere; full_trains: services whose trains are full,
                 so that nothing else binds. At the greatest demand that is carried: others_growing, services not
                 asked about whose queues grow for good; two_trains, two trains of each service asked about as a share
                 of what comes: so much may stay behind unseen
trials.csv       every demand that was simulated: the share that stays behind, mean over replications, half the width of
                 its 95 % confidence interval, the verdict, the service or point whose queue grows most, by how many
                 trains, whether only the linear program shows that it is too much, and how many days later than the
                 spin-up ends counting began, since queues settle later (MSER-5)
bounds.csv       what a linear program without waiting lets through, by steps
lines.csv        at the greatest demand of each step that is surely carried (if none is, that may be; if none may, at the
                 least that was tried): trains a day of both directions, and how full a line is (the greater of its
                 UIC 406 occupancy and of its paths in use; where neither is known, the share of time in which it is
                 occupied); means over replications, as in the next two
resources.csv    there too, servers of stages and bays of terminals: the share of their time in which they work
binding.csv      there too, what is waited for most: its share of the container-hours of waiting for resources
docs/guides/demand.md of the program says more.
)";

void write_steps(const RunDirectory& directory, const rail::Model& model, const CapacityStudy& study) {
  const PlaceNames names(model);
  CsvFile file(directory.file("steps.csv"),
               {"step", "widened", "carried", "not_carried", "binding_place", "binding_name", "binding_cause",
                "binding_share", "run_is_short", "by_bound", "full_trains", "others_growing", "two_trains"});
  for (std::size_t s = 0; s < study.steps.size(); ++s) {
    const CapacityStep& step = study.steps[s];
    file.number(static_cast<std::int64_t>(s + 1)).text(step.widened);
    file.number_or_empty(step.interval.carried).number_or_empty(step.interval.not_carried);
    if (step.binding)
      file.text(step.binding->wait.place)
          .text(names.name(step.binding->wait.place))
          .text(step.binding->wait.cause)
          .number(step.binding->share);
    else
      file.empty().empty().empty().empty();
    file.number(std::int64_t{step.run_is_short}).number(std::int64_t{step.binds_by_bound});
    file.text(fmt::format("{}", fmt::join(step.full_trains, " ")));
    file.text(fmt::format("{}", fmt::join(step.others_growing, " "))).number(step.two_trains).end_row();
  }
  file.close();
}

void write_trials(const RunDirectory& directory, const CapacityStudy& study) {
  CsvFile file(directory.file("trials.csv"),
               {"step", "times_demand", "left_behind", "left_behind_ci95", "replications", "verdict",
                "growing", "growing_trains", "above_bound", "left_out_days"});
  for (std::size_t s = 0; s < study.steps.size(); ++s) {
    for (const CapacityTrial& trial : study.steps[s].interval.trials) {
      file.number(static_cast<std::int64_t>(s + 1))
          .number(trial.demand)
          .mean_and_half_width(trial.left_behind);
      file.number(std::int64_t{trial.left_behind.count}).text(verdict_word(trial)).text(trial.growing);
      file.number(trial.growing_trains).number(std::int64_t{trial.above_bound});
      file.number(std::int64_t{trial.left_out_days}).end_row();
    }
  }
  file.close();
}

void write_bounds(const RunDirectory& directory, const CapacityStudy& study) {
  CsvFile file(directory.file("bounds.csv"), {"bound", "step", "value", "unit", "times_demand", "kind",
                                              "place", "name", "capacity_per_day", "capacity_unit", "price"});
  for (const BoundRow& row : study.bounds) {
    file.text(row.bound)
        .number(std::int64_t{row.step})
        .number(row.value)
        .text(row.unit)
        .number(row.times_demand);
    file.text(row.kind).text(row.place).text(row.name).number(row.capacity).text(row.capacity_unit);
    file.number_or_empty(row.price).end_row();
  }
  file.close();
}

int most_replications(const CapacityStudy& study) {
  int most = 0;
  for (const CapacityStep& step : study.steps) {
    for (const CapacityTrial& trial : step.interval.trials) most = std::max(most, trial.left_behind.count);
  }
  return most;
}

// Steps are in order, counted from 1.
template <class Table>
std::size_t step_of(const Table& table, std::size_t steps) {
  const auto step = table.template number<std::size_t>(0);
  if (step < 1 || step > steps) table.wrong(fmt::format("there is no step {}", step));
  return step - 1;
}

std::vector<std::string> ids_of(std::string_view cell) {
  const std::string text(cell);
  std::vector<std::string> ids;
  if (!text.empty()) boost::split(ids, text, boost::is_any_of(" "));
  return ids;
}

std::vector<CapacityStep> read_steps(const fs::path& path) {
  std::vector<CapacityStep> steps;
  constexpr std::size_t kOfAnyProgram = 8;
  CsvTable<13> table(
      path,
      {"step", "widened", "carried", "not_carried", "binding_place", "binding_cause", "binding_share",
       "run_is_short", "by_bound", "full_trains", "others_growing", "two_trains", "spin_up_is_short"},
      kOfAnyProgram);
  while (table.next()) {
    step_of(table, steps.size() + 1);
    CapacityStep step;
    step.widened = table.text(1);
    step.interval.carried = table.number_or_none(2);
    step.interval.not_carried = table.number_or_none(3);
    if (!table.text(4).empty()) {
      step.binding.emplace();
      step.binding->wait.place = table.text(4);
      step.binding->wait.cause = table.text(5);
      step.binding->share = table.number<double>(6);
    }
    step.run_is_short = table.number(7) != 0;
    step.binds_by_bound = table.number_or_none(8).value_or(0) != 0;
    step.full_trains = ids_of(table.text(9));
    step.others_growing = ids_of(table.text(10));
    step.two_trains = table.number_or_none(11).value_or(0);
    step.spin_up_was_short = table.number_or_none(12).value_or(0) != 0;  // older programs write it
    steps.push_back(std::move(step));
  }
  return steps;
}

void read_trials(const fs::path& path, std::vector<CapacityStep>& steps) {
  constexpr std::size_t kOfAnyProgram = 9;
  CsvTable<10> table(path,
                     {"step", "times_demand", "left_behind", "left_behind_ci95", "replications", "verdict",
                      "growing", "growing_trains", "above_bound", "left_out_days"},
                     kOfAnyProgram);
  while (table.next()) {
    CapacityTrial trial;
    trial.demand = table.number<double>(1);
    trial.left_behind.mean = table.number_or_none(2).value_or(0);
    trial.left_behind.half_width = table.number_or_none(3);
    trial.left_behind.count = table.number<int>(4);
    read_verdict(table.text(5), trial);
    trial.growing = table.text(6);
    trial.growing_trains = table.number<double>(7);
    trial.above_bound = table.number(8) != 0;
    trial.left_out_days = static_cast<int>(table.number_or_none(9).value_or(0));
    steps[step_of(table, steps.size())].interval.trials.push_back(trial);
  }
}

std::vector<BoundRow> read_bounds(const fs::path& path) {
  std::vector<BoundRow> rows;
  CsvTable<11> table(path, {"bound", "step", "value", "unit", "times_demand", "kind", "place", "name",
                            "capacity_per_day", "capacity_unit", "price"});
  while (table.next()) {
    BoundRow row;
    row.bound = table.text(0);
    row.step = table.number<int>(1);
    row.value = table.number<double>(2);
    row.unit = table.text(3);
    row.times_demand = table.number<double>(4);
    row.kind = table.text(5);
    row.place = table.text(6);
    row.name = table.text(7);
    row.capacity = table.number<double>(8);
    row.capacity_unit = table.text(9);
    row.price = table.number_or_none(10);
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace

std::string capacity_manifest_json(const scenarios::Scenario& scenario, const rail::Model& model,
                                   const CapacityQuestion& question, const CapacityStudy& study,
                                   const CapacityFacts& facts) {
  const Json manifest = {{"format", kFormat},
                         {"program", program_json()},
                         {"command", facts.command},
                         {"question", facts.question},
                         {"scenario", scenario_json(scenario, model.input(), facts.run.scenario_file)},
                         {"seed", facts.run.seed},
                         {"flows", facts.flows},
                         {"tolerated", question.rule.tolerated},
                         {"precision", question.search.precision},
                         {"most_replications", question.rule.most_replications},
                         {"replications_complete", most_replications(study)},  // of a demand, at most
                         {"interrupted", study.interrupted},
                         {"no_more_steps", study.no_more_steps},
                         {"longest_journey_days", study.longest_journey_days},
                         {"points_looked_at", study.points_looked_at},
                         {"executor", to_string(facts.run.backend)},
                         {"threads", facts.run.threads},
                         {"started", utc_text(facts.run.started_utc)},
                         {"seconds_taken", facts.run.seconds_taken}};
  return manifest.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

void write_capacity_study(const RunDirectory& directory, const scenarios::Scenario& scenario,
                          const rail::Model& model, const CapacityQuestion& question,
                          const CapacityStudy& study, const CapacityFacts& facts) {
  directory.write_text(kScenarioFile, scenario.canonical_bytes());
  write_steps(directory, model, study);
  write_trials(directory, study);
  write_bounds(directory, study);
  write_capacity_maps(directory, model, study.steps);
  directory.write_text("README.txt", kReadme);
  directory.write_text("manifest.json", capacity_manifest_json(scenario, model, question, study, facts));
}

std::optional<StoredCapacity> read_capacity_study(const fs::path& directory,
                                                  std::vector<scenarios::Problem>& problems) {
  const fs::path path = directory / "manifest.json";
  try {
    const std::string text = read_text(path);
    const StoredJson manifest(path, text);
    manifest.require_format(kFormat);
    const std::string bytes = read_text(directory / kScenarioFile);
    if (sha256(bytes) != manifest.at<std::string>("scenario/sha256"))
      throw WrongFile(directory / kScenarioFile, 0,
                      "is not the scenario that the manifest names: its SHA-256 is another one");
    scenarios::LoadResult loaded =
        scenarios::Scenario::parse(bytes, scenarios::Format::kBinary, directory / kScenarioFile);
    problems.insert(problems.end(), loaded.problems.begin(), loaded.problems.end());
    if (!loaded.scenario) return std::nullopt;
    CapacityStudy study;
    study.steps = read_steps(directory / "steps.csv");
    read_trials(directory / "trials.csv", study.steps);
    read_capacity_maps(directory, study.steps);
    study.bounds = read_bounds(directory / "bounds.csv");
    study.interrupted = manifest.at<bool>("interrupted");
    study.no_more_steps = manifest.at<std::string>("no_more_steps");
    study.longest_journey_days = manifest.newer("longest_journey_days", 0.0);
    study.points_looked_at = manifest.newer("points_looked_at", true);
    if (study.interrupted && !study.steps.empty()) study.steps.back().interval.interrupted = true;
    auto model = rail::Model::build(loaded.scenario->model_input());
    return StoredCapacity{std::move(*loaded.scenario), std::move(model), std::move(study),
                          manifest.at<double>("tolerated"), text};
  } catch (const WrongFile& wrong) {
    problems.push_back(wrong.problem(kHint));
    return std::nullopt;
  }
}

}  // namespace studies
