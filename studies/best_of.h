// Which of several scenarios is best by one KPI, what they cost taken into account: the procedure KN
// (studies/selection.h) on their replications, which have the same random numbers.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "studies/replications.h"
#include "studies/selection.h"

namespace studies {

// What is best: the greatest score, worth * KPI - cost; where less of the KPI is better, -worth * KPI - cost.
struct Score {
  std::string kpi;  // a key
  bool less_is_better = false;
  double worth = 1;           // of one unit
  std::vector<double> costs;  // by scenario, over the counted time

  double of(std::size_t scenario, double kpi_value) const {
    return (less_is_better ? -worth : worth) * kpi_value - costs[scenario];
  }
};

struct Candidate {
  Summary kpi;
  Summary score;
  Summary behind;     // score of the best less this one's, where both were run
  Summary gain;       // the KPI better than the first scenario's, where both were run
  int out_after = 0;  // replications; 0: still in
};

enum class SelectionEnd : std::uint8_t {
  kDecided,
  kTie,         // some of equal means are left
  kUndecided,   // as many replications as were allowed, or interrupted
  kNoSuchKpi,   // some scenario does not have it
  kUnobserved,  // some scenario did not observe it in some replication, so that nothing can be compared
  kTooFew       // not even as many replications as are needed to begin
};

const char* to_string(SelectionEnd end);

struct SelectionOutcome {
  SelectionEnd end = SelectionEnd::kUndecided;
  std::size_t best = 0;    // so far, if it is not decided
  int replications = 0;    // of those that are in
  std::string unit;        // of the KPI
  std::size_t faulty = 0;  // the scenario that has no such KPI, or did not observe it
  std::vector<Candidate> candidates;
};

class BestOf {
 public:
  BestOf(Score score, const SelectionPlan& plan);

  // ReplicationsOptions::go_on, for all scenarios.
  std::vector<bool> go_on(const std::vector<const Replication*>& round);
  SelectionOutcome outcome() const;

 private:
  std::optional<double> value_of(std::size_t scenario, const Replication& replication);
  SelectionEnd end() const;

  Score score_;
  SelectionPlan plan_;
  Selection selection_;
  std::string unit_;
  std::vector<std::optional<std::size_t>> places_;  // of the KPI in the list of each scenario
  std::vector<std::vector<double>> values_;         // of the KPI
  std::optional<SelectionEnd> failed_;
  std::size_t faulty_ = 0;
};

// What the same replications give again. `results`: of each scenario.
SelectionOutcome selected_again(const Score& score, const SelectionPlan& plan,
                                const std::vector<const ReplicationsResult*>& results);

}  // namespace studies
