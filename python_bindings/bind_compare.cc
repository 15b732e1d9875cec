#include <nanobind/stl/shared_ptr.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/vector.h>

#include <limits>

#include "python_bindings/bind.h"
#include "python_bindings/run_result.h"
#include "python_bindings/summary_columns.h"
#include "studies/compared_kpis.h"
#include "studies/kpi_keys.h"
#include "studies/paired.h"

namespace nb = nanobind;

namespace python {
namespace {

using Patterns = std::vector<std::string>;

// What the base and the variant say of each KPI, paired or not.
template <class Kpis>
Table both_sides(const Kpis& kpis) {
  std::vector<std::string> keys, units;
  std::vector<studies::Summary> bases, variants;
  for (const auto& one : kpis) {
    keys.push_back(one.key);
    units.push_back(one.unit);
    bases.push_back(one.base);
    variants.push_back(one.variant);
  }
  Table table;
  table.texts("kpi", keys);
  table.texts("unit", units);
  add_summaries(table, "base_", bases);
  add_summaries(table, "variant_", variants);
  return table;
}

// A row for each KPI that matches, as studies/paired.h has them.
nb::object compare(const RunResult& base, const RunResult& variant, const Patterns& patterns) {
  const auto kpis = studies::paired(base.result, variant.result, patterns);
  std::vector<studies::Summary> differences;
  std::vector<double> p, p_holm, left;
  for (const studies::PairedKpi& one : kpis) {
    differences.push_back(one.difference);
    p.push_back(one.p);
    p_holm.push_back(one.p_holm);
    left.push_back(one.variance_left.value_or(std::numeric_limits<double>::quiet_NaN()));
  }
  Table table = both_sides(kpis);
  add_summaries(table, "difference_", differences);
  table.numbers("p") = p;
  table.numbers("p_holm") = p_holm;
  table.numbers("variance_left") = left;
  return table_object(std::move(table).finish());
}

// Those without pairs.
nb::object unpaired(const RunResult& base, const RunResult& variant, const Patterns& patterns) {
  return table_object(both_sides(studies::unpaired(base.result, variant.result, patterns)).finish());
}

// Of the KPIs that are looked at; the base first.
Patterns compared_kpis(const std::vector<std::shared_ptr<RunResult>>& runs, const Patterns& asked) {
  std::vector<studies::ComparedSide> sides;
  for (const auto& run : runs) sides.push_back({*run->scenario->model(), run->result.kpis});
  return studies::compared_kpis(asked, sides.front(), {sides.begin() + 1, sides.end()});
}

// Those that none of the scenarios has.
Patterns unknown_kpis(const ValidScenarios& scenarios, Patterns patterns) {
  return prepared([&] {
    for (const auto& one : scenarios)
      if (!patterns.empty()) patterns = studies::unmatched_kpis(*one->model(), patterns);
    return patterns;
  });
}

}  // namespace

void bind_compare(nb::module_& module) {
  module.def("unknown_kpis", &unknown_kpis, nb::arg("scenarios"), nb::arg("patterns"));
  module.def("holm", &studies::holm, nb::arg("p"));
  module.def("compared_kpis", &compared_kpis, nb::arg("runs"), nb::arg("kpis"));
  module.def(
      "compare", &compare, nb::arg("base"), nb::arg("variant"), nb::arg("kpis"),
      nb::sig(
          "def compare(base: RunResult, variant: RunResult, kpis: collections.abc.Sequence[str]) -> Table"));
  module.def(
      "unpaired", &unpaired, nb::arg("base"), nb::arg("variant"), nb::arg("kpis"),
      nb::sig(
          "def unpaired(base: RunResult, variant: RunResult, kpis: collections.abc.Sequence[str]) -> Table"));
}

}  // namespace python
