#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <chrono>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/backend.h"
#include "cli/capacity_report.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/interrupt.h"
#include "cli/introduce.h"
#include "cli/load.h"
#include "cli/results_folder.h"
#include "cli/terminal.h"
#include "scenarios/lasting_disruptions.h"
#include "scenarios/nearest_name.h"
#include "scenarios/pattern.h"
#include "studies/capacity_directory.h"
#include "studies/shell_text.h"
#include "studies/usual_day.h"

namespace cli {
namespace {

studies::CapacityQuestion question_of(const CapacityOptions& options) {
  studies::CapacityQuestion question;
  question.search.precision = options.precision;
  question.rule.most_replications = options.most_replications;
  question.steps = options.steps;
  question.chosen = [&options](const std::string& id) {
    return options.flows.empty() || scenarios::matches_pattern(options.flows, id);
  };
  question.of_some = !options.flows.empty();
  return question;
}

studies::ReplicationsOptions how(const CapacityOptions& options, const scenarios::Scenario& scenario,
                                 studies::Backend backend) {
  studies::ReplicationsOptions result;
  result.replications = options.most_replications;
  result.seed = options.seed.value_or(scenario.seed());
  result.threads = options.threads;
  result.backend = backend;
  result.interrupt = &watch_interrupts();
  return result;
}

// Of an id, or pattern of ids, that names no demand.
std::string hint_of_flows(const std::string& flows, rail::ModelInput input) {
  std::vector<std::string> ids;
  studies::scale_demand(input, 1, [&](const std::string& id) {
    ids.push_back(id);
    return false;
  });
  return scenarios::did_you_mean(flows, {ids.begin(), ids.end()});
}

int refuse_scenario(const CapacityOptions& options, const std::string& complaint, const std::string& hint) {
  const scenarios::Written& at = options.scenario.file_written;
  print_problems(
      stderr, {{at.file.empty() ? options.scenario.file : at.file, at.line, at.column, {}, complaint, hint}});
  return kInvalidScenario;
}

// Complains, and says how to exit, if there is nothing to scale, or it is nothing any number of times.
int refuse_flows(const CapacityOptions& options, const studies::CapacityQuestion& question,
                 rail::ModelInput input) {
  if (studies::is_demanded(input, question.chosen)) return kOk;
  const bool is_known = studies::scale_demand(input, 1, question.chosen) > 0;
  if (options.flows.empty())
    return refuse_scenario(options, "the scenario has no demand that could grow",
                           is_known ? "all of it is 0 a year" : "no flow, matrix, part load or RATE service");
  if (is_known)
    return refuse_scenario(options,
                           fmt::format("the scenario has no demand of `{}` that could grow", options.flows),
                           "all of it is 0 a year");
  return refuse("--flows", options.flows, options.flows_written,
                "no flow, matrix, stream of part loads or RATE service has such an id",
                hint_of_flows(options.flows, std::move(input)));
}

std::string command_of(const CapacityOptions& options, std::uint64_t seed) {
  if (!options.study.file.empty())
    return fmt::format("landbridge study {} --seed {}", studies::shell_word(options.study.file), seed);
  std::string text = "landbridge capacity " + studies::shell_word(options.scenario.file);
  for (const std::string& change : options.scenario.changes)
    text += " --change " + studies::shell_word(change);
  if (!options.flows.empty()) text += " --flows " + studies::shell_word(options.flows);
  return text + fmt::format(" --precision {:.6g}% --max-replications {} --steps {} --seed {}",
                            100 * options.precision, options.most_replications, options.steps, seed);
}

studies::CapacityFacts facts_of(const CapacityOptions& options, const studies::ReplicationsOptions& how) {
  studies::CapacityFacts facts;
  facts.run = studies::facts_from_now(how);
  facts.command = command_of(options, how.seed);
  facts.flows = options.flows;
  facts.question = options.study.question;
  facts.run.scenario_file = options.scenario.file;
  facts.run.changes = options.scenario.changes;
  return facts;
}

}  // namespace

int capacity(const CapacityOptions& options) {
  const std::optional<studies::Backend> backend = backend_or_complaint();
  if (!backend) return kUsage;
  Loaded loaded = load(options.scenario);
  if (!loaded.scenario) return loaded.exit_code;
  const studies::CapacityQuestion question = question_of(options);
  const auto model = rail::Model::build(loaded.scenario->model_input());
  if (const int code = refuse_flows(options, question, model->input()); code != kOk) return code;
  introduce(options.study.question, options.json);
  const studies::ReplicationsOptions asked = how(options, *loaded.scenario, *backend);
  ResultsFolder folder(options.out);
  studies::CapacityFacts facts = facts_of(options, asked);
  const auto start = std::chrono::steady_clock::now();
  const auto undisrupted = rail::Model::build(scenarios::input_with_lasting_disruptions(*loaded.scenario));
  const studies::CapacityStudy study =
      studies::capacity_study(*undisrupted, question, asked, [](const studies::CapacityTrial& trial) {
        if (stderr_is_terminal()) spdlog::info("{}", trial_text(trial));
      });
  facts.run.seconds_taken = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  folder.fill([&](const studies::RunDirectory& directory) {
    studies::write_capacity_study(directory, *loaded.scenario, *model, question, study, facts);
  });
  const CapacityAnswer answer{*loaded.scenario, *model, question, study, options.flows, options.study};
  fmt::print("{}", options.json ? capacity_json(answer, asked.seed) : capacity_text(answer));
  folder.require_written();
  if (study.interrupted) spdlog::error("interrupted: what is printed is what was known by then");
  return study.interrupted ? kInterrupted : kOk;
}

}  // namespace cli
