// What the module is made of: a function for each topic, in bind_<topic>.cc.
#pragma once

#include <nanobind/nanobind.h>

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "models/model.h"
#include "python_bindings/ending.h"
#include "scenarios/scenario.h"

namespace python {

// A valid scenario and its model, which is built when it is first asked for.
class ValidScenario {
 public:
  explicit ValidScenario(scenarios::Scenario scenario) : scenario_(std::move(scenario)) {}
  const scenarios::Scenario& scenario() const { return scenario_; }
  // From any thread. Takes seconds for a large network when it is first asked for: not with the GIL, and
  // where Ctrl-C is to end it, prepared() (python_bindings/waiting.h).
  const std::shared_ptr<const rail::Model>& model() {
    std::call_once(built_, [this] { model_ = rail::Model::build(scenario_.model_input()); });
    return model_;
  }
  std::int64_t start_utc() {  // of the run, spin-up included, seconds since 1970
    return scenario_.count_from_utc() - model()->input().spin_up_s;
  }

 private:
  scenarios::Scenario scenario_;
  std::once_flag built_;
  std::shared_ptr<const rail::Model> model_;
};

using ValidScenarios = std::vector<std::shared_ptr<ValidScenario>>;

class GilReleased {
 public:
  // What is done without the GIL may take it for a moment, to let an object of Python go: so it is looked
  // before, too.
  GilReleased() : state_(PyEval_SaveThread()) { stay_if_ended(); }
  ~GilReleased() {
    stay_if_ended();
    PyEval_RestoreThread(state_);
  }
  GilReleased(const GilReleased&) = delete;
  GilReleased& operator=(const GilReleased&) = delete;

 private:
  UnderWay under_way_;  // first: as long as the GIL is away
  PyThreadState* state_;
};

// With the GIL held; `work` is done without.
template <class Work>
auto without_gil(Work work) {
  const GilReleased released;
  return work();
}

void bind_table(nanobind::module_& module);
void bind_scenario(nanobind::module_& module);
void bind_origins(nanobind::module_& module);
void bind_run(nanobind::module_& module);
void bind_compare(nanobind::module_& module);
void bind_sweep(nanobind::module_& module);
void bind_capacity(nanobind::module_& module);
void bind_select(nanobind::module_& module);
void bind_assess(nanobind::module_& module);
void bind_trace(nanobind::module_& module);
void bind_report(nanobind::module_& module);

}  // namespace python
