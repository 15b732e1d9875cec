#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <optional>

#include "cli/backend.h"
#include "cli/capacity_report.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/interrupt.h"
#include "cli/load.h"
#include "cli/terminal.h"
#include "scenarios/pattern.h"
#include "studies/usual_day.h"

namespace cli {
namespace {

constexpr int kFirstReplications = 5;

studies::CapacityQuestion question_of(const CapacityOptions& options) {
  studies::CapacityQuestion question;
  question.search.precision = options.precision;
  question.rule.most_replications = options.most_replications;
  question.steps = options.steps;
  question.chosen = [&options](const std::string& id) {
    return options.flows.empty() || scenarios::matches_pattern(options.flows, id);
  };
  return question;
}

studies::ReplicationsOptions how(const CapacityOptions& options, const scenarios::Scenario& scenario,
                                 studies::Backend backend) {
  studies::ReplicationsOptions result;
  result.replications = std::min(kFirstReplications, options.most_replications);
  result.seed = options.seed.value_or(scenario.seed());
  result.threads = options.threads;
  result.backend = backend;
  result.interrupt = &watch_interrupts();
  return result;
}

// False, with a complaint: there is nothing to scale.
bool scales_something(const CapacityOptions& options, const studies::CapacityQuestion& question,
                      rail::ModelInput input) {
  if (studies::scale_demand(input, 1, question.chosen) > 0) return true;
  if (options.flows.empty())
    spdlog::error("the scenario has no demand that could grow: no flow, matrix, part load or RATE service");
  else
    spdlog::error("--flows {}: no flow, matrix, stream of part loads or RATE service has such an id",
                  printable(options.flows));
  return false;
}

}  // namespace

int capacity(const CapacityOptions& options) {
  const std::optional<studies::Backend> backend = backend_or_complaint();
  if (!backend) return kUsage;
  Loaded loaded = load(options.scenario);
  if (!loaded.scenario) return loaded.exit_code;
  const studies::CapacityQuestion question = question_of(options);
  const auto model = rail::Model::build(loaded.scenario->model_input());
  if (!scales_something(options, question, model->input())) return kUsage;
  const studies::ReplicationsOptions asked = how(options, *loaded.scenario, *backend);
  const studies::CapacityStudy study =
      studies::capacity_study(*model, question, asked, [](const studies::CapacityTrial& trial) {
        if (stderr_is_terminal()) spdlog::info("{}", trial_text(trial));
      });
  const CapacityAnswer answer{*loaded.scenario, *model, question, study};
  fmt::print("{}", options.json ? capacity_json(answer, asked.seed) : capacity_text(answer));
  if (study.interrupted) spdlog::error("interrupted: what is printed is what was known by then");
  return study.interrupted ? kInterrupted : kOk;
}

}  // namespace cli
