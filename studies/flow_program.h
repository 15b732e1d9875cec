// Bounds by linear programming: flows that share limits, as many as possible.
//
// maximise sum value * x, subject to sum amount * x <= capacity for each limit, = 0 for each balance,
// x >= 0. A change of gauge that makes two trains of three is a balance with those amounts, or the amounts
// a flow takes of limits beyond it; fleets are limits (units) with the time a train takes one. A flow may
// give to a limit what others take of it (amount < 0). Solved by Clp, which stays in flow_program.cc.
#pragma once

#include <cstddef>
#include <vector>

namespace studies {

struct FlowProgram {
  struct Use {
    std::size_t flow = 0;
    double amount = 0;
  };
  struct Limit {
    double capacity = 0;
    std::vector<Use> uses;  // no flow twice
  };

  std::vector<double> values;  // per flow
  std::vector<Limit> limits;
  std::vector<std::vector<Use>> balances;

  std::size_t add_flow(double value) {
    values.push_back(value);
    return values.size() - 1;
  }
  void limit(double capacity, std::vector<Use> uses) { limits.push_back({capacity, std::move(uses)}); }
};

struct BindingLimit {
  std::size_t limit = 0;
  double price = 0;  // by how much the optimum grows with one unit of capacity
};

struct FlowOptimum {
  bool bounded = true;  // false: nothing limits some flow; the rest is empty then
  double value = 0;
  std::vector<double> flows;
  std::vector<BindingLimit> binding;  // limits with a price, the one worth most per percent first
};

// All capacities >= 0, so that there is always an answer: no flow at all.
FlowOptimum best_flows(const FlowProgram& program);

// What binds, what would bind if that were no limit any more, and so on: at most `steps`, each with a higher
// value than the one before. Limits of a step are those of `program`.
std::vector<FlowOptimum> bottlenecks(const FlowProgram& program, std::size_t steps);

}  // namespace studies
