#include "studies/flow_program.h"

#include <ClpSimplex.hpp>
#include <CoinPackedMatrix.hpp>
#include <algorithm>
#include <stdexcept>

namespace studies {
namespace {

constexpr double kPriceTolerance = 1e-9;  // of a limit's worth against the value
constexpr double kLeastStep = 1e-6;       // by which a later bottleneck must be wider

// Rows of limits are divided by their capacity: numbers near one, and prices per whole capacity.
double row_scale(const FlowProgram::Limit& limit) { return limit.capacity > 0 ? limit.capacity : 1.0; }

// A matrix by rows, with the bounds of each.
struct Rows {
  std::vector<double> amounts;
  std::vector<int> flows;
  std::vector<CoinBigIndex> starts{0};
  std::vector<double> low, high;

  void add(const std::vector<FlowProgram::Use>& uses, double scale, double from, double to) {
    for (const FlowProgram::Use& use : uses) {
      amounts.push_back(use.amount / scale);
      flows.push_back(static_cast<int>(use.flow));
    }
    starts.push_back(static_cast<CoinBigIndex>(amounts.size()));
    low.push_back(from);
    high.push_back(to);
  }
};

void load(const FlowProgram& program, ClpSimplex& solver) {
  Rows rows;
  for (const FlowProgram::Limit& limit : program.limits)
    rows.add(limit.uses, row_scale(limit), -COIN_DBL_MAX, limit.capacity / row_scale(limit));
  for (const std::vector<FlowProgram::Use>& balance : program.balances) rows.add(balance, 1, 0, 0);
  const CoinPackedMatrix matrix(false, static_cast<int>(program.values.size()),
                                static_cast<int>(rows.low.size()),
                                static_cast<CoinBigIndex>(rows.amounts.size()), rows.amounts.data(),
                                rows.flows.data(), rows.starts.data(), nullptr);
  solver.setLogLevel(0);
  // No bounds of columns: x >= 0.
  solver.loadProblem(matrix, nullptr, nullptr, program.values.data(), rows.low.data(), rows.high.data());
  solver.setOptimizationDirection(-1);  // maximise
}

std::vector<BindingLimit> binding_limits(const FlowProgram& program, const double* prices, double value) {
  std::vector<BindingLimit> binding;
  for (std::size_t i = 0; i < program.limits.size(); ++i) {
    if (prices[i] > kPriceTolerance * std::max(1.0, value))
      binding.push_back({i, prices[i] / row_scale(program.limits[i])});
  }
  std::stable_sort(binding.begin(), binding.end(), [&](const BindingLimit& x, const BindingLimit& y) {
    return prices[x.limit] > prices[y.limit];
  });
  return binding;
}

}  // namespace

FlowOptimum best_flows(const FlowProgram& program) {
  ClpSimplex solver;
  load(program, solver);
  solver.primal();
  FlowOptimum optimum;
  if (solver.isProvenDualInfeasible()) {
    optimum.bounded = false;
    return optimum;
  }
  if (!solver.isProvenOptimal()) throw std::runtime_error("Clp found no optimum of a bound");
  optimum.value = solver.objectiveValue();
  const double* flows = solver.primalColumnSolution();
  optimum.flows.assign(flows, flows + program.values.size());
  optimum.binding = binding_limits(program, solver.dualRowSolution(), optimum.value);
  return optimum;
}

std::vector<FlowOptimum> bottlenecks(const FlowProgram& program, std::size_t steps) {
  FlowProgram rest = program;
  std::vector<FlowOptimum> found;
  while (found.size() < steps) {
    FlowOptimum next = best_flows(rest);
    if (!next.bounded || next.binding.empty()) break;
    for (const BindingLimit& one : next.binding) rest.limits[one.limit].uses.clear();
    const bool wider = found.empty() || next.value > found.back().value * (1 + kLeastStep);
    if (wider) found.push_back(std::move(next));
  }
  return found;
}

}  // namespace studies
