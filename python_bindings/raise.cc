#include "python_bindings/raise.h"

#include <nanobind/nanobind.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/vector.h>

#include "python_bindings/ending.h"

namespace nb = nanobind;

namespace python {
namespace {

[[noreturn]] void raise(const nb::object& error) {
  PyErr_SetObject(reinterpret_cast<PyObject*>(Py_TYPE(error.ptr())), error.ptr());
  throw nb::python_error();
}

// Files may hold bytes that are no UTF-8, and problems quote them.
nb::object text(const std::string& bytes) {
  return nb::steal(PyUnicode_DecodeUTF8(bytes.data(), static_cast<Py_ssize_t>(bytes.size()), "replace"));
}

nb::object errors(const char* name) { return nb::module_::import_("landbridge.errors").attr(name); }

}  // namespace

void raise_problems(const std::vector<scenarios::Problem>& problems, const std::string& what) {
  const UnderWay under_way;
  nb::list all;
  for (const scenarios::Problem& one : problems)
    all.append(errors("Problem")(text(one.file), one.line, one.column, text(one.field_path),
                                 text(one.message), text(one.hint), one.io));
  raise(errors("scenario_error")(all, text(what)));
}

void raise_unknown_kpis(const std::vector<std::string>& patterns) {
  const UnderWay under_way;
  raise(errors("KpiError")(patterns));
}

}  // namespace python
