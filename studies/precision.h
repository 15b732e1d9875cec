// Replications until KPIs are known well enough: of one scenario their means, of what-ifs the differences to
// their base.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "studies/replications.h"
#include "studies/stopping.h"

namespace studies {

struct PrecisionGoal {
  double relative = 0.01;         // half widths, as shares; is_precise() says how exactly
  std::vector<std::string> kpis;  // patterns
};

// How well a KPI is known.
struct KpiPrecision {
  std::string key;
  std::string unit;
  std::size_t variant = 0;  // 0: of its own mean; else of the difference of this variant, counted from 1
  Summary summary;          // of the KPI, or of its paired differences
  double of = 0;            // the mean, of a difference that of the base
  bool reached = false;

  // Half the interval as a share; none without an interval, or of nothing.
  std::optional<double> relative() const;
};

struct PrecisionOutcome {
  PrecisionGoal goal;
  bool reached = false;
  int replications = 0;
  std::vector<KpiPrecision> kpis;  // those that were observed, in the order of the model
};

// Looks at replications in their order.
class PrecisionRule {
 public:
  explicit PrecisionRule(PrecisionGoal goal) : goal_(std::move(goal)) {}

  // The next replication of a scenario, or of a base and its variants: ReplicationsOptions::go_on. All go on
  // until all KPIs are precise; or until it is plain that none will be, since there are no such.
  std::vector<bool> go_on(const std::vector<const Replication*>& round);

  // Patterns that nothing matches, once there was a round. Then it has ended.
  std::vector<std::string> unmatched() const;
  PrecisionOutcome outcome() const;

 private:
  struct Tracked {
    KpiPrecision kpi;  // but for its summary
    std::size_t at_base = 0, at_variant = 0;
    std::vector<double> values, of;
  };

  void track(const std::vector<const Replication*>& round);
  void track_variant(const Replication& base, const Replication& variant, std::size_t number);
  void look_at(const std::vector<const Replication*>& round, Tracked& tracked);
  KpiPrecision judged(const Tracked& tracked) const;
  bool is_reached() const;
  bool is_hopeless() const;

  PrecisionGoal goal_;
  int rounds_ = 0;
  std::vector<Tracked> tracked_;
};

}  // namespace studies
