#include <nanobind/stl/shared_ptr.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/vector.h>

#include "python_bindings/bind.h"
#include "python_bindings/run_result.h"
#include "python_bindings/summary_columns.h"
#include "python_bindings/waiting.h"
#include "scenarios/kpi_direction.h"
#include "studies/selection_facts.h"

namespace nb = nanobind;

namespace python {
namespace {

struct Selected {
  studies::SelectionOutcome outcome;
  RunResults results;
  bool interrupted = false;
};

studies::SharedModels models_of(const ValidScenarios& scenarios) {
  studies::SharedModels models;
  for (const auto& one : scenarios) models.push_back(one->model());
  return models;
}

// `costs`: a year, of each scenario.
Selected select(const ValidScenarios& scenarios, const std::string& kpi, bool less_is_better, double zone,
                double probability, double worth, std::vector<double> costs, int first, int most, int threads,
                std::uint64_t seed, nb::object progress) {
  Waiting waiting(std::move(progress));
  waiting.prepare([&] { costs = studies::over_counted_time(std::move(costs), models_of(scenarios)); });
  studies::BestOf best({kpi, less_is_better, worth, std::move(costs)}, {zone, probability, first});
  RunQuestion question;
  question.replications = most;
  question.threads = threads;
  question.seed = seed;
  Selected selected;
  selected.results =
      replicate(scenarios, question, waiting,
                [&best](const std::vector<const studies::Replication*>& round) { return best.go_on(round); });
  selected.outcome = best.outcome();
  for (const auto& one : selected.results.runs) selected.interrupted |= one->result.interrupted;
  return selected;
}

std::shared_ptr<const Table> candidates(const Selected& self) {
  std::vector<studies::Summary> kpi, score, behind, gain;
  Table table;
  std::vector<std::int32_t>& scenario = table.small_integers("scenario");
  std::vector<std::int32_t>& out_after = table.small_integers("out_after");
  for (const studies::Candidate& one : self.outcome.candidates) {
    scenario.push_back(static_cast<std::int32_t>(scenario.size()));
    out_after.push_back(one.out_after);
    kpi.push_back(one.kpi);
    score.push_back(one.score);
    behind.push_back(one.behind);
    gain.push_back(one.gain);
  }
  add_summaries(table, "kpi_", kpi);
  add_summaries(table, "score_", score);
  add_summaries(table, "behind_", behind);
  add_summaries(table, "gain_", gain);
  return std::move(table).finish();
}

}  // namespace

void bind_select(nb::module_& module) {
  nb::class_<Selected>(module, "Selected", "Which scenario is best.")
      .def_prop_ro("end",
                   [](const Selected& self) { return std::string(studies::to_string(self.outcome.end)); })
      .def_prop_ro("best", [](const Selected& self) { return self.outcome.best; })
      .def_prop_ro("faulty", [](const Selected& self) { return self.outcome.faulty; })
      .def_prop_ro("replications", [](const Selected& self) { return self.outcome.replications; })
      .def_prop_ro("unit", [](const Selected& self) { return self.outcome.unit; })
      .def_prop_ro(
          "candidates", [](const Selected& self) { return table_object(candidates(self)); },
          nb::sig("def candidates(self) -> Table"))
      .def_ro("interrupted", &Selected::interrupted)
      .def_ro("results", &Selected::results);
  module.def(
      "less_may_be_better", [](const std::string& kpi) { return scenarios::less_may_be_better(kpi); },
      nb::arg("kpi"));
  module.def("select", &select, nb::arg("scenarios"), nb::kw_only(), nb::arg("kpi"),
             nb::arg("less_is_better"), nb::arg("zone"), nb::arg("probability"), nb::arg("worth"),
             nb::arg("costs"), nb::arg("first"), nb::arg("most"), nb::arg("threads"), nb::arg("seed"),
             nb::arg("progress").none());
}

}  // namespace python
