#include <nanobind/stl/optional.h>
#include <nanobind/stl/shared_ptr.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/vector.h>

#include <stdexcept>

#include "python_bindings/bind.h"
#include "python_bindings/raise.h"
#include "python_bindings/waiting.h"
#include "scenarios/merged_bytes.h"
#include "studies/assessment.h"
#include "studies/results_hash.h"

namespace nb = nanobind;

namespace python {
namespace {

using Shared = std::shared_ptr<ValidScenario>;

scenarios::Format format_of(const std::string& word) {
  if (word == "text") return scenarios::Format::kText;
  if (word == "binary") return scenarios::Format::kBinary;
  if (word == "json") return scenarios::Format::kJson;
  throw std::invalid_argument("format is `" + word + "`; known are text, binary, json");
}

std::string_view view(const nb::bytes& bytes) { return {bytes.c_str(), bytes.size()}; }
nb::bytes bytes_of(const std::string& text) { return nb::bytes(text.data(), text.size()); }

Shared checked(scenarios::LoadResult&& loaded) {
  if (!loaded.scenario) raise_problems(loaded.problems);
  return std::make_shared<ValidScenario>(std::move(*loaded.scenario));
}

Shared load(const std::string& path, const std::vector<std::string>& changes) {
  return checked(prepared([&] { return scenarios::load_with(path, changes); }));
}

Shared parse(const nb::bytes& bytes, const std::string& format, const std::string& name,
             const std::vector<std::string>& changes) {
  const scenarios::Format known = format_of(format);
  return checked(prepared([&] { return scenarios::parse_with(view(bytes), known, name, changes); }));
}

void set_state(ValidScenario& self, const nb::bytes& binary) {
  scenarios::LoadResult read = prepared(
      [&] { return scenarios::parse_with(view(binary), scenarios::Format::kBinary, "pickled", {}); });
  if (!read.scenario) raise_problems(read.problems);
  new (&self) ValidScenario(std::move(*read.scenario));
}

nb::bytes merge(const nb::bytes& bytes, const std::string& format, const std::string& name,
                const std::vector<std::string>& changes) {
  const scenarios::Format known = format_of(format);
  scenarios::MergedBytes merged =
      prepared([&] { return scenarios::merge_bytes(view(bytes), known, name, changes); });
  if (!merged.problems.empty()) raise_problems(merged.problems);
  return bytes_of(merged.binary);
}

nb::bytes convert(const nb::bytes& binary, const std::string& format) {
  const scenarios::Format known = format_of(format);
  std::string why;
  const std::optional<std::string> converted =
      prepared([&] { return scenarios::in_format(view(binary), known, why); });
  if (!converted) throw std::invalid_argument("the scenario cannot be written as " + format + ": " + why);
  return bytes_of(*converted);
}

}  // namespace

void bind_scenario(nb::module_& module) {
  nb::class_<ValidScenario>(module, "ValidScenario", "A scenario in which the validator found no problem.")
      .def_prop_ro("name", [](const ValidScenario& self) { return self.scenario().name(); })
      .def_prop_ro("replications", [](const ValidScenario& self) { return self.scenario().replications(); })
      .def_prop_ro("seed", [](const ValidScenario& self) { return self.scenario().seed(); })
      .def_prop_ro(
          "year", [](const ValidScenario& self) { return studies::year_of(self.scenario()); },
          "That it begins to count in.")
      .def("__getstate__",
           [](const ValidScenario& self) { return bytes_of(self.scenario().canonical_bytes()); })
      .def("__setstate__", &set_state, nb::arg("binary"))
      .def_prop_ro("binary",
                   [](const ValidScenario& self) { return bytes_of(self.scenario().canonical_bytes()); });
  module.def("load", &load, nb::arg("path"), nb::arg("changes"), "Raises landbridge.ScenarioError.");
  module.def("parse", &parse, nb::arg("bytes"), nb::arg("format"), nb::arg("name"), nb::arg("changes"),
             "Reads and validates. Raises landbridge.ScenarioError.");
  module.def("merge", &merge, nb::arg("bytes"), nb::arg("format"), nb::arg("name"), nb::arg("changes"),
             "Reads only; gives the binary form. Raises landbridge.ScenarioError.");
  module.def("convert", &convert, nb::arg("binary"), nb::arg("format"));
  module.def("sha256", [](const nb::bytes& bytes) { return studies::sha256(view(bytes)); }, nb::arg("bytes"));
  module.def("schema_json", [] { return scenarios::schema_json(); });
  module.def("schema_text", [] { return std::string(scenarios::schema_text()); });
}

}  // namespace python
