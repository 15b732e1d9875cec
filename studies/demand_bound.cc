#include "studies/demand_bound.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <memory>
#include <optional>

#include "models/capacity_use.h"
#include "models/model.h"
#include "studies/scenario_bound.h"
#include "studies/usual_day.h"

namespace studies {
namespace {

constexpr double kLeast = 1.0 / 1024, kMost = 1024;  // times the demand
constexpr double kPrecision = 1e-6;  // of a multiple; figures that differ by less are the same

bool are_same(double x, double y) {
  return std::abs(x - y) <= kPrecision * std::max(std::abs(x), std::abs(y));
}

class Bound {
 public:
  Bound(const rail::ModelInput& usual, const std::function<bool(const std::string& id)>& chosen,
        const std::vector<bool>& judged)
      : usual_(usual), chosen_(chosen), judged_(judged) {}

  std::vector<BoundRow> rows() const {
    const auto as_it_is = model_of(1);
    ScenarioBounds mix = mix_bounds(*as_it_is, judged_);
    if (mix.scenario_mix.empty() || !mix.scenario_mix[0].bounded) return {};
    const std::size_t steps = steps_in_proportion(rail::capacity_uses(*as_it_is), mix);
    if (steps == 0) return row_of(most());
    mix.scenario_mix.resize(steps);
    return bound_rows(*as_it_is, KpiTable(), mix);
  }

 private:
  std::shared_ptr<const rail::Model> model_of(double times) const {
    rail::ModelInput input = usual_;
    scale_demand(input, times, chosen_);
    return rail::Model::build(input);
  }

  bool is_excluded(double times) const { return what_excludes(*model_of(times), judged_).has_value(); }

  // So many times as many of the same trains, each with the same load.
  bool are_in_proportion(const rail::CapacityUses& one, double times) const {
    const rail::CapacityUses more = rail::capacity_uses(*model_of(times));
    for (std::size_t s = 0; s < judged_.size(); ++s) {
      if (!judged_[s] || one.trains_per_day[s] == 0) continue;
      if (!are_same(times * one.trains_per_day[s], more.trains_per_day[s])) return false;
      if (!are_same(one.containers_per_train[s], more.containers_per_train[s])) return false;
    }
    return true;
  }

  std::size_t steps_in_proportion(const rail::CapacityUses& one, const ScenarioBounds& mix) const {
    std::size_t steps = 0;
    while (steps < mix.scenario_mix.size() &&
           are_in_proportion(one, mix.scenario_mix[steps].value / mix.demand_per_day))
      ++steps;
    return steps;
  }

  // Times the demand; infinite where even the most gets through, 0 where not even the least does.
  double most() const {
    double low = 0, high = 1;
    for (; !is_excluded(high); high *= 2) {
      low = high;
      if (high >= kMost) return HUGE_VAL;
    }
    for (double less = high / 2; low == 0; less /= 2) {
      if (less < kLeast) return 0;
      (is_excluded(less) ? high : low) = less;
    }
    while (high - low > kPrecision * high) {
      const double between = (low + high) / 2;
      (is_excluded(between) ? high : low) = between;
    }
    return high;
  }

  // What lets no more through at that demand.
  std::vector<BoundRow> row_of(double times) const {
    if (std::isinf(times)) return {};
    const auto model = model_of(std::max(times, kLeast));
    ScenarioBounds mix = mix_bounds(*model, judged_);
    if (mix.scenario_mix.empty()) return {};
    mix.scenario_mix.resize(1);
    std::vector<BoundRow> rows = bound_rows(*model, KpiTable(), mix);
    for (BoundRow& row : rows) {
      row.times_demand = times;
      row.price.reset();
    }
    return rows;
  }

  const rail::ModelInput& usual_;
  const std::function<bool(const std::string& id)>& chosen_;
  const std::vector<bool>& judged_;
};

}  // namespace

std::vector<BoundRow> demand_bound(const rail::ModelInput& usual,
                                   const std::function<bool(const std::string& id)>& chosen,
                                   const std::vector<bool>& judged) {
  return Bound(usual, chosen, judged).rows();
}

}  // namespace studies
