#include <nanobind/stl/string.h>

#include "python_bindings/bind.h"
#include "studies/build_info.h"

NB_MODULE(_core, module) {
  // What lives when the interpreter ends (results in a notebook, say) is no leak that anybody could mend.
  nanobind::set_leak_warnings(false);
  module.doc() = "The compiled part of the package landbridge. Not for direct use: see landbridge.";
  module.def("version", [] { return studies::build_info().version; });
  python::bind_table(module);
  python::bind_scenario(module);
  python::bind_origins(module);
  python::bind_run(module);
  python::bind_compare(module);
  python::bind_sweep(module);
  python::bind_capacity(module);
  python::bind_select(module);
  python::bind_assess(module);
  python::bind_trace(module);
  python::bind_report(module);
  nanobind::module_::import_("atexit").attr("register")(nanobind::cpp_function(&python::end));
}
