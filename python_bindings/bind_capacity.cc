#include <fmt/format.h>
#include <nanobind/stl/optional.h>
#include <nanobind/stl/shared_ptr.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/vector.h>

#include <chrono>
#include <stdexcept>

#include "python_bindings/bind.h"
#include "python_bindings/run_result.h"
#include "python_bindings/summary_columns.h"
#include "python_bindings/waiting.h"
#include "scenarios/lasting_disruptions.h"
#include "scenarios/pattern.h"
#include "studies/capacity_directory.h"
#include "studies/capacity_study.h"
#include "studies/capacity_words.h"
#include "studies/report_data.h"
#include "studies/told_capacity.h"
#include "studies/usual_day.h"

namespace nb = nanobind;

namespace python {
namespace {

studies::CapacityQuestion question_of(const std::string& flows, double precision, int most, int steps) {
  studies::CapacityQuestion question;
  question.search.precision = precision;
  question.rule.most_replications = most;
  question.steps = steps;
  question.chosen = [flows](const std::string& id) {
    return flows.empty() || scenarios::matches_pattern(flows, id);
  };
  question.of_some = !flows.empty();
  return question;
}

struct CapacityOutcome {
  studies::CapacityStudy study;
  studies::ToldCapacity told;
  std::string report;  // JSON
};

bool scales_something(ValidScenario& scenario, const studies::CapacityQuestion& question) {
  return studies::is_demanded(scenario.model()->input(), question.chosen);
}

// As lb.capacity() is called again.
std::string command_of(const std::string& flows, const studies::CapacityQuestion& question,
                       std::uint64_t seed) {
  const std::string some = flows.empty() ? "" : fmt::format("flows={:?}, ", flows);
  return fmt::format("lb.capacity(scenario, {}precision={:.6g}, steps={}, max_replications={}, seed={})",
                     some, question.search.precision, question.steps, question.rule.most_replications, seed);
}

std::string report_of(ValidScenario& scenario, const studies::CapacityQuestion& question,
                      const studies::CapacityStudy& study, const studies::CapacityFacts& facts) {
  const rail::Model& model = *scenario.model();
  const std::string manifest =
      studies::capacity_manifest_json(scenario.scenario(), model, question, study, facts);
  return studies::capacity_report_json(
      {scenario.scenario(), model, study, question.rule.tolerated, manifest});
}

CapacityOutcome capacity(const std::shared_ptr<ValidScenario>& scenario, const std::string& flows,
                         double precision, int most, int steps, int threads, std::uint64_t seed,
                         nb::object progress) {
  const studies::CapacityQuestion question = question_of(flows, precision, most, steps);
  if (!prepared([&] { return scales_something(*scenario, question); }))
    throw std::invalid_argument(
        "there is no such demand: no flow, matrix, stream of part loads or RATE service, or all of 0 a year");
  Waiting waiting(std::move(progress));
  studies::ReplicationsOptions options;
  options.replications = most;
  options.threads = threads;
  options.seed = seed;
  options.backend = backend();
  options.interrupt = &waiting.interrupt();
  studies::CapacityFacts facts;
  facts.command = command_of(flows, question, seed);
  facts.flows = flows;
  facts.run = studies::facts_from_now(options);
  CapacityOutcome outcome;
  std::shared_ptr<const rail::Model> undisrupted;
  waiting.prepare([&] {
    undisrupted = rail::Model::build(scenarios::input_with_lasting_disruptions(scenario->scenario()));
  });
  int trials = 0;  // told one at a time
  waiting.run([&] {
    const auto start = std::chrono::steady_clock::now();
    outcome.study = studies::capacity_study(
        *undisrupted, question, options, [&](const studies::CapacityTrial&) { waiting.complete(++trials); });
    facts.run.seconds_taken = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    outcome.told = studies::told(scenario->scenario().name(), *scenario->model(), outcome.study,
                                 {flows, precision, most, "max_replications"});
    outcome.report = report_of(*scenario, question, outcome.study, facts);
  });
  waiting.pass_on_interrupt(outcome.study.interrupted);
  return outcome;
}

std::shared_ptr<const Table> trials(const studies::CapacityStep& step) {
  std::vector<std::string> verdict, reason, growing;
  std::vector<studies::Summary> left;
  Table table;
  std::vector<double>& demand = table.numbers("demand");
  std::vector<double>& growing_trains = table.numbers("growing_trains");
  std::vector<std::int32_t>& above_bound = table.small_integers("above_bound");
  std::vector<std::int32_t>& left_out_days = table.small_integers("left_out_days");
  for (const studies::CapacityTrial& one : step.interval.trials) {
    demand.push_back(one.demand);
    growing_trains.push_back(one.growing_trains);
    above_bound.push_back(one.above_bound ? 1 : 0);
    left_out_days.push_back(one.left_out_days);
    verdict.emplace_back(studies::verdict_word(one));
    reason.push_back(studies::reason_text(one));
    growing.push_back(one.growing);
    left.push_back(one.left_behind);
  }
  table.texts("verdict", verdict);
  table.texts("reason", reason);
  table.texts("growing", growing);
  add_summaries(table, "left_behind_", left);
  return std::move(table).finish();
}

std::shared_ptr<const Table> bounds(const studies::CapacityStudy& study) {
  std::vector<std::string> kinds, places, names, units;
  Table table;
  std::vector<std::int32_t>& step = table.small_integers("step");
  std::vector<double>& times_demand = table.numbers("times_demand");
  std::vector<double>& capacity = table.numbers("capacity");
  std::vector<double>& price = table.numbers("price");
  for (const studies::BoundRow& one : study.bounds) {
    step.push_back(one.step);
    times_demand.push_back(one.times_demand);
    capacity.push_back(one.capacity);
    price.push_back(one.price.value_or(kNoNumber));
    kinds.push_back(one.kind);
    places.push_back(one.place);
    names.push_back(one.name);
    units.push_back(one.capacity_unit);
  }
  table.texts("kind", kinds);
  table.texts("place", places);
  table.texts("name", names);
  table.texts("capacity_unit", units);
  return std::move(table).finish();
}

}  // namespace

void bind_capacity(nb::module_& module) {
  using Step = studies::CapacityStep;
  nb::class_<Step>(module, "CapacityStep", "The railway as it is, or with more of what bound.")
      .def_ro("widened", &Step::widened)
      .def_prop_ro("carried", [](const Step& self) { return self.interval.carried; })
      .def_prop_ro("not_carried", [](const Step& self) { return self.interval.not_carried; })
      .def_prop_ro("binding_place",
                   [](const Step& self) { return self.binding ? self.binding->wait.place : ""; })
      .def_prop_ro("binding_cause",
                   [](const Step& self) { return self.binding ? self.binding->wait.cause : ""; })
      .def_ro("run_is_short", &Step::run_is_short)
      .def_ro("binds_by_bound", &Step::binds_by_bound)
      .def_ro("full_trains", &Step::full_trains)
      .def_ro("others_growing", &Step::others_growing)
      .def_ro("two_trains", &Step::two_trains)
      .def_prop_ro(
          "trials", [](const Step& self) { return table_object(trials(self)); },
          nb::sig("def trials(self) -> Table"));
  nb::class_<studies::ToldStep>(module, "ToldStep", "What the program says of a step.")
      .def_prop_ro("answer", &studies::ToldStep::answer)
      .def_ro("warnings", &studies::ToldStep::warnings);
  using Outcome = CapacityOutcome;
  nb::class_<Outcome>(module, "CapacityStudy", "How much demand is carried for good.")
      .def_prop_ro("steps", [](const Outcome& self) { return self.study.steps; })
      .def_prop_ro("told", [](const Outcome& self) { return self.told.steps; })
      .def_prop_ro("warnings", [](const Outcome& self) { return self.told.warnings; })
      .def_prop_ro("no_more_steps", [](const Outcome& self) { return self.study.no_more_steps; })
      .def_prop_ro("interrupted", [](const Outcome& self) { return self.study.interrupted; })
      .def_ro("report", &Outcome::report, "The data of its report, JSON.")
      .def_prop_ro(
          "bounds", [](const Outcome& self) { return table_object(bounds(self.study)); },
          nb::sig("def bounds(self) -> Table"));
  module.def(
      "tolerated", [] { return studies::TrialRule{}.tolerated; },
      "The share of demand that may be left behind of what is carried for good, or a train of each service "
      "where that is more.");
  module.def("capacity", &capacity, nb::arg("scenario"), nb::kw_only(), nb::arg("flows"),
             nb::arg("precision"), nb::arg("most"), nb::arg("steps"), nb::arg("threads"), nb::arg("seed"),
             nb::arg("progress").none());
}

}  // namespace python
