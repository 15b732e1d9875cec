// What the module is made of: a function for each topic, in bind_<topic>.cc.
#pragma once

#include <nanobind/nanobind.h>

#include <memory>
#include <string>
#include <vector>

#include "models/model.h"
#include "scenarios/scenario.h"

namespace python {

// A valid scenario and its model, which is built when it is first asked for.
class ValidScenario {
 public:
  explicit ValidScenario(scenarios::Scenario scenario) : scenario_(std::move(scenario)) {}
  const scenarios::Scenario& scenario() const { return scenario_; }
  const std::shared_ptr<const rail::Model>& model() {  // for one thread at a time
    if (model_ == nullptr) model_ = rail::Model::build(scenario_.model_input());
    return model_;
  }

 private:
  scenarios::Scenario scenario_;
  std::shared_ptr<const rail::Model> model_;
};

using ValidScenarios = std::vector<std::shared_ptr<ValidScenario>>;

void bind_table(nanobind::module_& module);
void bind_scenario(nanobind::module_& module);
void bind_run(nanobind::module_& module);
void bind_compare(nanobind::module_& module);
void bind_sweep(nanobind::module_& module);
void bind_capacity(nanobind::module_& module);
void bind_select(nanobind::module_& module);
void bind_assess(nanobind::module_& module);
void bind_trace(nanobind::module_& module);

}  // namespace python
