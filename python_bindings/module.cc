#include "python_bindings/bind.h"
#include "studies/build_info.h"

NB_MODULE(_core, module) {
  module.doc() = "The compiled part of the package landbridge. Not for direct use: see landbridge.";
  const studies::BuildInfo& build = studies::build_info();
  module.attr("__version__") = build.version.c_str();
  module.attr("git_revision") = build.git_revision.c_str();
  python::bind_table(module);
  python::bind_scenario(module);
  python::bind_run(module);
  python::bind_compare(module);
  python::bind_sweep(module);
  python::bind_capacity(module);
  python::bind_select(module);
  python::bind_assess(module);
  python::bind_trace(module);
}
