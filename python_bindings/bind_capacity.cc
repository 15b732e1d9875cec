#include <nanobind/stl/optional.h>
#include <nanobind/stl/shared_ptr.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/vector.h>

#include <algorithm>
#include <atomic>
#include <limits>
#include <stdexcept>

#include "python_bindings/bind.h"
#include "python_bindings/run_result.h"
#include "python_bindings/summary_columns.h"
#include "python_bindings/waiting.h"
#include "scenarios/pattern.h"
#include "studies/capacity_study.h"
#include "studies/usual_day.h"

namespace nb = nanobind;

namespace python {
namespace {

constexpr int kFirstReplications = 5;
constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

studies::CapacityQuestion question_of(const std::string& flows, double precision, int most, int steps) {
  studies::CapacityQuestion question;
  question.search.precision = precision;
  question.rule.most_replications = most;
  question.steps = steps;
  question.chosen = [flows](const std::string& id) {
    return flows.empty() || scenarios::matches_pattern(flows, id);
  };
  return question;
}

studies::CapacityStudy capacity(const std::shared_ptr<ValidScenario>& scenario, const std::string& flows,
                                double precision, int most, int steps, int threads, std::uint64_t seed,
                                nb::object progress) {
  const studies::CapacityQuestion question = question_of(flows, precision, most, steps);
  rail::ModelInput input = scenario->model()->input();
  if (studies::scale_demand(input, 1, question.chosen) == 0)
    throw std::invalid_argument(
        "there is no such demand: no flow, matrix, stream of part loads or RATE service");
  Waiting waiting(std::move(progress));
  studies::ReplicationsOptions options;
  options.replications = std::min(kFirstReplications, most);
  options.threads = threads;
  options.seed = seed;
  options.backend = backend();
  options.interrupt = &waiting.interrupt();
  studies::CapacityStudy study;
  int trials = 0;  // told one at a time
  waiting.run([&] {
    study = studies::capacity_study(*scenario->model(), question, options,
                                    [&](const studies::CapacityTrial&) { waiting.complete(++trials); });
  });
  return study;
}

const char* to_string(studies::Carried carried) {
  switch (carried) {
    case studies::Carried::kSurely:
      return "surely";
    case studies::Carried::kNot:
      return "not";
    case studies::Carried::kUnclear:
      break;
  }
  return "unclear";
}

std::shared_ptr<const Table> trials(const studies::CapacityStep& step) {
  std::vector<std::string> carried;
  std::vector<studies::Summary> left;
  Table table;
  std::vector<double>& demand = table.numbers("demand");
  std::vector<std::int32_t>& gridlock = table.small_integers("gridlock");
  for (const studies::CapacityTrial& one : step.interval.trials) {
    demand.push_back(one.demand);
    gridlock.push_back(one.gridlock ? 1 : 0);
    carried.emplace_back(to_string(one.carried));
    left.push_back(one.left_behind);
  }
  table.texts("carried", carried);
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
    price.push_back(one.price.value_or(kNone));
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
  using Study = studies::CapacityStudy;
  nb::class_<Step>(module, "CapacityStep", "The railway as it is, or with more of what bound.")
      .def_ro("widened", &Step::widened)
      .def_prop_ro("carried", [](const Step& self) { return self.interval.carried; })
      .def_prop_ro("not_carried", [](const Step& self) { return self.interval.not_carried; })
      .def_prop_ro("binding_place",
                   [](const Step& self) { return self.binding ? self.binding->wait.place : ""; })
      .def_prop_ro("binding_cause",
                   [](const Step& self) { return self.binding ? self.binding->wait.cause : ""; })
      .def_ro("spin_up_is_short", &Step::spin_up_is_short)
      .def_ro("warm_up_days", &Step::warm_up_days)
      .def_prop_ro(
          "trials", [](const Step& self) { return table_object(trials(self)); },
          nb::sig("def trials(self) -> Table"));
  nb::class_<Study>(module, "CapacityStudy", "How much demand is carried for good.")
      .def_prop_ro("steps", [](const Study& self) { return self.steps; })
      .def_ro("no_more_steps", &Study::no_more_steps)
      .def_ro("interrupted", &Study::interrupted)
      .def_prop_ro(
          "bounds", [](const Study& self) { return table_object(bounds(self)); },
          nb::sig("def bounds(self) -> Table"));
  module.def("capacity", &capacity, nb::arg("scenario"), nb::kw_only(), nb::arg("flows"),
             nb::arg("precision"), nb::arg("most"), nb::arg("steps"), nb::arg("threads"), nb::arg("seed"),
             nb::arg("progress").none());
}

}  // namespace python
