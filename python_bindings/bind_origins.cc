#include <fmt/format.h>
#include <nanobind/stl/shared_ptr.h>
#include <nanobind/stl/string.h>

#include <stdexcept>

#include "python_bindings/bind.h"
#include "python_bindings/run_result.h"
#include "python_bindings/waiting.h"
#include "scenarios/generate.h"

namespace nb = nanobind;

namespace python {
namespace {

// A row for each figure, as `landbridge explain` lists them.
std::shared_ptr<const Table> figures_table(const scenarios::Scenario& scenario) {
  std::vector<std::string> paths, names, fields, values, sources, confidences, notes;
  Table table;
  std::vector<std::int32_t> assumption, stated;
  for (const scenarios::FigureOrigin& one : scenario.explain()) {
    paths.push_back(one.path);
    names.push_back(one.name);
    fields.push_back(one.field);
    values.push_back(one.value);
    assumption.push_back(one.assumption ? 1 : 0);
    stated.push_back(one.stated ? 1 : 0);
    sources.push_back(fmt::format("{}", fmt::join(one.sources, " ")));
    confidences.emplace_back(1, one.confidence);
    notes.push_back(one.note);
  }
  table.texts("path", paths);
  table.texts("name", names);
  table.texts("field", fields);
  table.texts("value", values);
  table.small_integers("assumption") = assumption;
  table.small_integers("stated") = stated;
  table.texts("sources", sources);
  table.texts("confidence", confidences);
  table.texts("note", notes);
  return std::move(table).finish();
}

// A row for each thing that differs, as `landbridge diff` tells them.
std::shared_ptr<const Table> differences_table(const scenarios::Scenario& first,
                                               const scenarios::Scenario& second) {
  std::vector<std::string> things, names, fields, kinds, before, after;
  std::vector<double> factor;
  for (const scenarios::InputDifference& one : scenarios::differences(first, second)) {
    things.push_back(one.thing);
    names.push_back(one.name);
    fields.push_back(one.field);
    kinds.emplace_back(to_string(one.kind));
    before.push_back(one.before);
    after.push_back(one.after);
    factor.push_back(one.factor.value_or(kNoNumber));
  }
  Table table;
  table.texts("thing", things);
  table.texts("name", names);
  table.texts("field", fields);
  table.texts("kind", kinds);
  table.texts("before", before);
  table.texts("after", after);
  table.numbers("factor") = factor;
  return std::move(table).finish();
}

nb::object explain(const std::shared_ptr<ValidScenario>& scenario) {
  return table_object(prepared([&] { return figures_table(scenario->scenario()); }));
}

nb::object differences(const std::shared_ptr<ValidScenario>& first,
                       const std::shared_ptr<ValidScenario>& second) {
  return table_object(prepared([&] { return differences_table(first->scenario(), second->scenario()); }));
}

void require(const char* what, int number, int least, int most) {
  if (number < least || number > most)
    throw std::invalid_argument(fmt::format("{} is {}, must be {} to {}", what, number, least, most));
}

nb::bytes generate(int stations, int trains_per_year, std::uint64_t seed) {
  require("stations", stations, scenarios::kLeastStations, scenarios::kMostStations);
  require("trains_per_year", trains_per_year, scenarios::kLeastTrains, scenarios::kMostTrains);
  const std::string binary = prepared(
      [&] { return scenarios::generate({stations, trains_per_year, seed}, scenarios::Format::kBinary); });
  return nb::bytes(binary.data(), binary.size());
}

}  // namespace

void bind_origins(nb::module_& module) {
  module.def("explain", &explain, nb::arg("scenario"),
             nb::sig("def explain(scenario: ValidScenario) -> Table"));
  module.def("differences", &differences, nb::arg("first"), nb::arg("second"),
             nb::sig("def differences(first: ValidScenario, second: ValidScenario) -> Table"));
  module.def("generate", &generate, nb::arg("stations"), nb::arg("trains_per_year"), nb::arg("seed"),
             "A scenario in the binary form.");
}

}  // namespace python
