#include <fmt/format.h>
#include <nanobind/stl/optional.h>
#include <nanobind/stl/shared_ptr.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/vector.h>

#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>

#include "python_bindings/bind.h"
#include "python_bindings/recorded_first.h"
#include "python_bindings/run_result.h"
#include "studies/io_error.h"
#include "studies/report_data.h"
#include "studies/report_page.h"
#include "studies/report_sweep.h"
#include "studies/study_base.h"
#include "studies/study_tables.h"

namespace nb = nanobind;

namespace python {
namespace {

using SharedRun = std::shared_ptr<RunResult>;
using Json = nlohmann::ordered_json;

// With what it takes to run it again: as the page says it.
std::string manifest_of(const RunResult& run) {
  Json manifest = Json::parse(run.manifest);
  manifest["command"] =
      fmt::format("lb.run(scenario, replications={}, seed={}{})", run.result.complete.size(),
                  manifest.value("seed", std::uint64_t{0}),
                  manifest.contains("binding_confirmation") ? ", confirm_binding=True" : "");
  return manifest.dump();
}

void require_complete(const RunResult& run) {
  if (run.result.complete.empty())
    throw std::invalid_argument("no replication is complete: there is nothing to report");
}

std::string run_report(const SharedRun& run) {
  require_complete(*run);
  return without_gil([&] {
    const rail::Model& model = *run->scenario->model();
    const studies::FirstRecords records = recorded_first(model, run->scenario->start_utc(), run->records);
    return studies::run_report_json(
        {run->scenario->scenario(), model, run->result, manifest_of(*run), records});
  });
}

std::vector<studies::RunReport> reports_of(const std::vector<SharedRun>& runs,
                                           const studies::FirstRecords& none) {
  std::vector<studies::RunReport> reports;
  for (const SharedRun& run : runs)
    reports.push_back({run->scenario->scenario(), *run->scenario->model(), run->result, manifest_of(*run),
                       none, run->growing});
  return reports;
}

// The base first.
std::string comparison_report(const std::vector<SharedRun>& runs, const std::vector<std::string>& kpis,
                              const std::string& command) {
  for (const SharedRun& run : runs) require_complete(*run);
  return without_gil([&] {
    const studies::FirstRecords none;
    return studies::comparison_report_json({reports_of(runs, none), kpis, command});
  });
}

// Of runs that lb.select() gave, with what it was asked. `worth`: none, the KPI alone counts.
std::string selection_report(const std::vector<SharedRun>& runs, const std::vector<std::string>& names,
                             const std::string& kpi, bool less_is_better, double zone, double probability,
                             std::optional<double> worth, const std::vector<double>& costs, int first,
                             int most, const std::string& command) {
  for (const SharedRun& run : runs) {
    if (static_cast<int>(run->result.complete.size()) < first)
      throw std::invalid_argument("too few replications are complete: there is nothing to report");
  }
  return without_gil([&] {
    const studies::FirstRecords none;
    studies::SharedModels models;
    for (const SharedRun& run : runs) models.push_back(run->scenario->model());
    studies::SelectionFacts facts;
    facts.names = names;
    facts.costs_a_year = costs;
    if (worth) facts.currency = studies::currency_of(*models.front());
    facts.score = {kpi, less_is_better, worth.value_or(1), studies::over_counted_time(costs, models)};
    facts.plan = {zone, probability, first};
    facts.most = most;
    facts.command = command;
    return studies::selection_report_json({reports_of(runs, none), facts});
  });
}

std::string assessment_report(const std::vector<SharedRun>& runs, const std::string& command) {
  return without_gil([&] {
    const studies::FirstRecords none;
    return studies::assessment_report_json({reports_of(runs, none), command});
  });
}

// Without a base it is looked for where the study says.
std::string sweep_report(const std::string& file, const std::shared_ptr<ValidScenario>& base,
                         const std::string& command) {
  return without_gil([&] {
    studies::Database database(file, studies::Database::Access::kRead);
    studies::require_study(database);
    if (base != nullptr) return studies::sweep_report_json(database, &base->scenario(), command);
    const std::optional<scenarios::Scenario> found = studies::base_of(studies::read_facts(database));
    return studies::sweep_report_json(database, found ? &*found : nullptr, command);
  });
}

std::string report_html(const std::string& json) {
  if (studies::report_page().empty()) throw std::runtime_error(studies::kNoReportPage);
  return without_gil([&] { return studies::report_html(studies::report_page(), json); });
}

void write_report(const std::string& path, const std::string& html) {
  try {
    without_gil([&] { studies::write_report(path, html); });
  } catch (const studies::IoError& error) {
    PyErr_SetString(PyExc_OSError, error.what());
    throw nb::python_error();
  }
}

}  // namespace

void bind_report(nb::module_& module) {
  module.def("run_report", &run_report, nb::arg("run"), "The data of its report, JSON.");
  module.def("comparison_report", &comparison_report, nb::arg("runs"), nb::arg("kpis"), nb::arg("command"));
  module.def("selection_report", &selection_report, nb::arg("runs"), nb::kw_only(), nb::arg("names"),
             nb::arg("kpi"), nb::arg("less_is_better"), nb::arg("zone"), nb::arg("probability"),
             nb::arg("worth").none(), nb::arg("costs"), nb::arg("first"), nb::arg("most"),
             nb::arg("command"));
  module.def("assessment_report", &assessment_report, nb::arg("runs"), nb::arg("command"));
  module.def("sweep_report", &sweep_report, nb::arg("file"), nb::arg("base").none(), nb::arg("command"));
  module.def("report_html", &report_html, nb::arg("json"), "RuntimeError if there is no page.");
  module.def("write_report", &write_report, nb::arg("path"), nb::arg("html"));
}

}  // namespace python
