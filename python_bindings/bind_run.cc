#include <nanobind/ndarray.h>
#include <nanobind/stl/optional.h>
#include <nanobind/stl/shared_ptr.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/vector.h>

#include <cmath>

#include "python_bindings/bind.h"
#include "python_bindings/growing_columns.h"
#include "python_bindings/run_result.h"
#include "python_bindings/run_state.h"
#include "python_bindings/summary_columns.h"
#include "studies/binding.h"
#include "studies/comparison.h"
#include "studies/place_names.h"
#include "studies/section_rows.h"

namespace nb = nanobind;

namespace python {
namespace {

double mean_of(const studies::Summary& one) { return one.count > 0 ? one.mean : kNoNumber; }

std::shared_ptr<const Table> replication_table(const RunResult& self) {
  std::vector<std::string> stops, hashes;
  Table table;
  std::vector<std::int32_t>& index = table.small_integers("replication");
  std::vector<std::int64_t>& ends = table.integers("end_time_s");
  std::vector<std::int64_t>& events = table.integers("events");
  for (const studies::Replication& one : self.result.complete) {
    index.push_back(one.index);
    ends.push_back(one.end_time);
    events.push_back(static_cast<std::int64_t>(one.events));
    stops.emplace_back(rail::to_string(one.stop));
    hashes.push_back(one.hash);
  }
  table.texts("stop_reason", stops);
  table.texts("hash", hashes);
  return std::move(table).finish();
}

std::shared_ptr<const Table> binding_table(const RunResult& self) {
  const studies::PlaceNames names(*self.scenario->model());
  std::vector<std::string> places, titles, causes;
  std::vector<studies::Summary> hours;
  std::vector<double> share, utilisation, waiting;
  for (const studies::BindingResource& one : studies::binding_resources(self.result.kpis)) {
    places.push_back(one.wait.place);
    titles.push_back(names.name(one.wait.place));
    causes.push_back(one.wait.cause);
    hours.push_back(one.wait.container_hours_to_end);
    share.push_back(one.share);
    utilisation.push_back(mean_of(one.utilisation));
    waiting.push_back(one.wait.waiting_at_end.mean);
  }
  Table table;
  table.texts("place", places);
  table.texts("name", titles);
  table.texts("cause", causes);
  table.numbers("share") = share;
  table.numbers("utilisation") = utilisation;
  table.numbers("waiting_at_end") = waiting;
  add_summaries(table, "container_hours_", hours);
  return std::move(table).finish();
}

std::shared_ptr<const Table> growing_table(const RunResult& self) {
  Table table;
  add_growing(table, studies::PlaceNames(*self.scenario->model()), self.growing);
  return std::move(table).finish();
}

std::shared_ptr<const Table> section_table(const RunResult& self) {
  std::vector<std::string> lines, titles, ways, from, to;
  std::vector<std::int32_t> section;
  std::vector<double> from_km, to_km, day, peak;
  std::vector<studies::Summary> mean;
  for (const studies::SectionRow& row :
       studies::section_rows(*self.scenario->model(), self.result.sections)) {
    lines.push_back(row.line);
    titles.push_back(row.name);
    section.push_back(row.section);
    ways.emplace_back(row.both_ways ? "both" : "one");
    from.push_back(row.from);
    to.push_back(row.to);
    from_km.push_back(row.from_km);
    to_km.push_back(row.to_km);
    mean.push_back(row.use.mean);
    day.push_back(mean_of(row.use.day));
    peak.push_back(mean_of(row.use.peak));
  }
  Table table;
  table.texts("line", lines);
  table.texts("name", titles);
  table.small_integers("section") = section;
  table.texts("ways", ways);
  table.texts("from", from);
  table.texts("to", to);
  table.numbers("from_km") = from_km;
  table.numbers("to_km") = to_km;
  add_summaries(table, "uic406_", mean);
  table.numbers("uic406_day") = day;
  table.numbers("uic406_peak") = peak;
  return std::move(table).finish();
}

std::shared_ptr<const Table> precision_table(const studies::PrecisionOutcome& outcome) {
  std::vector<std::string> keys, units;
  std::vector<studies::Summary> summaries;
  std::vector<std::int32_t> variant, reached;
  std::vector<double> relative;
  for (const studies::KpiPrecision& one : outcome.kpis) {
    keys.push_back(one.key);
    units.push_back(one.unit);
    summaries.push_back(one.summary);
    variant.push_back(static_cast<std::int32_t>(one.variant));
    relative.push_back(one.relative().value_or(kNoNumber));
    reached.push_back(one.reached ? 1 : 0);
  }
  Table table;
  table.texts("kpi", keys);
  table.texts("unit", units);
  table.small_integers("variant") = variant;
  table.numbers("relative") = relative;
  table.small_integers("reached") = reached;
  add_summaries(table, "", summaries);
  return std::move(table).finish();
}

int joined_tables(const RunResult& self) {
  const RecordTables::Finished& all = self.records;
  int joined = 0;
  for (const auto& one : {all.trains, all.passings, all.containers, all.train_bills, all.container_bills})
    joined += one != nullptr && one->is_joined() ? 1 : 0;
  return joined;
}

RunResults run(const ValidScenarios& scenarios, int replications, int threads, std::uint64_t seed,
               bool trains, bool passings, bool containers, const std::string& engine, std::uint64_t tie_seed,
               std::optional<double> precision, const std::vector<std::string>& kpis, bool confirm_binding,
               nb::object progress) {
  const RunQuestion question{replications,   threads,  seed,      {trains, passings, containers},
                             engine,         tie_seed, precision, kpis,
                             confirm_binding};
  Waiting waiting(std::move(progress));
  return replicate(scenarios, question, waiting);
}

// Columns of what replications gave, and of the records that were asked for.
void bind_tables(nb::class_<RunResult>& result) {
  result
      .def_prop_ro(
          "kpis", [](const RunResult& self) { return table_object(kpi_table(self.result.kpis)); },
          nb::sig("def kpis(self) -> Table"))
      .def_prop_ro("values", &kpi_values, nb::sig("def values(self) -> numpy.typing.NDArray[numpy.float64]"))
      .def_prop_ro(
          "replications", [](const RunResult& self) { return table_object(replication_table(self)); },
          nb::sig("def replications(self) -> Table"))
      .def_prop_ro(
          "binding", [](const RunResult& self) { return table_object(binding_table(self)); },
          nb::sig("def binding(self) -> Table"))
      .def_prop_ro(
          "growing", [](const RunResult& self) { return table_object(growing_table(self)); },
          nb::sig("def growing(self) -> Table"))
      .def_prop_ro(
          "sections", [](const RunResult& self) { return table_object(section_table(self)); },
          nb::sig("def sections(self) -> Table"))
      .def_prop_ro(
          "trains", [](const RunResult& self) { return table_object(self.records.trains); },
          nb::sig("def trains(self) -> Table | None"))
      .def_prop_ro(
          "passings", [](const RunResult& self) { return table_object(self.records.passings); },
          nb::sig("def passings(self) -> Table | None"))
      .def_prop_ro(
          "containers", [](const RunResult& self) { return table_object(self.records.containers); },
          nb::sig("def containers(self) -> Table | None"))
      .def_prop_ro(
          "train_bills", [](const RunResult& self) { return table_object(self.records.train_bills); },
          nb::sig("def train_bills(self) -> Table | None"))
      .def_prop_ro(
          "container_bills", [](const RunResult& self) { return table_object(self.records.container_bills); },
          nb::sig("def container_bills(self) -> Table | None"));
}

void bind_result(nb::module_& module) {
  nb::class_<RunResult> result(module, "RunResult", "Replications of one scenario.");
  bind_tables(result);
  result.def_prop_ro("results_hash", [](const RunResult& self) { return self.result.results_hash; })
      .def_prop_ro("records_hash", [](const RunResult& self) { return self.result.records_hash; })
      .def_prop_ro("asked", [](const RunResult& self) { return self.result.asked; })
      .def_prop_ro("complete", [](const RunResult& self) { return self.result.complete.size(); })
      .def_prop_ro("interrupted", [](const RunResult& self) { return self.result.interrupted; })
      .def_prop_ro("joined", &joined_tables, "Of the tables of records, how many have been put together.")
      .def_ro("threads", &RunResult::threads)
      .def_ro("seconds", &RunResult::seconds)
      .def_ro("manifest", &RunResult::manifest)
      .def("__getstate__", &state_of, nb::sig("def __getstate__(self) -> tuple[typing.Any, ...]"))
      .def("__setstate__", &set_state, nb::arg("state"),
           nb::sig("def __setstate__(self, state: tuple[typing.Any, ...]) -> None"));
}

void bind_results(nb::module_& module) {
  nb::class_<RunResults>(module, "RunResults", "Of several scenarios, with the same random numbers.")
      .def_ro("runs", &RunResults::runs)
      .def_ro("binding_untried", &RunResults::binding_untried)
      .def_prop_ro("precision_reached",
                   [](const RunResults& self) -> std::optional<bool> {
                     return self.precision ? std::optional(self.precision->reached) : std::nullopt;
                   })
      .def_prop_ro(
          "precision",
          [](const RunResults& self) {
            return self.precision ? table_object(precision_table(*self.precision)) : nb::none();
          },
          nb::sig("def precision(self) -> Table | None"));
}

}  // namespace

nb::object kpi_values(const RunResult& self) {
  const std::vector<studies::Replication>& all = self.result.complete;
  const std::size_t kpis = self.result.kpis.all().size();
  auto* matrix = new std::vector<double>();
  const nb::capsule owner(matrix, [](void* one) noexcept { delete static_cast<std::vector<double>*>(one); });
  matrix->reserve(all.size() * kpis);
  for (const studies::Replication& replication : all) {
    for (const rail::Kpi& kpi : replication.kpis) matrix->push_back(kpi.observed ? kpi.value : kNoNumber);
  }
  return nb::cast(
      nb::ndarray<nb::numpy, const double, nb::ndim<2>>(matrix->data(), {all.size(), kpis}, owner));
}

void bind_run(nb::module_& module) {
  bind_result(module);
  bind_results(module);
  module.def("run", &run, nb::arg("scenarios"), nb::kw_only(), nb::arg("replications"), nb::arg("threads"),
             nb::arg("seed"), nb::arg("trains"), nb::arg("passings"), nb::arg("containers"),
             nb::arg("engine"), nb::arg("tie_seed"), nb::arg("precision").none(), nb::arg("kpis"),
             nb::arg("confirm_binding"), nb::arg("progress").none());
}

}  // namespace python
