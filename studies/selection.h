// Which of several systems has the greatest mean: Kim and Nelson's fully sequential procedure KN.
//
// One observation of every system that is still in after the other; as soon as a system is worse than another
// by more than chance explains, it is out. If the best is better than all others by at least the indifference
// zone, it is selected with the wanted probability, whatever hangs on what: systems may be given the same
// random numbers, and then need fewer observations, since only the variance of their differences counts. (Kim
// and Nelson, ACM Transactions on Modeling and Computer Simulation 11, 2001.) The observations of a system
// are taken as normal and independent.
#pragma once

#include <cstddef>
#include <vector>

namespace studies {

struct SelectionPlan {
  double zone = 1;            // indifference zone: smaller differences do not matter
  double probability = 0.95;  // of a correct selection
  int first = 10;             // observations before anything is decided; variances are theirs
};

class Selection {
 public:
  // At least two systems; the zone above 0, the probability between 1 / systems and 1, `first` at least 2.
  Selection(std::size_t systems, const SelectionPlan& plan);

  // The next observation of each system; those of systems that are out are not looked at.
  void add(const std::vector<double>& observation);

  bool is_in(std::size_t system) const { return out_after_[system] == 0; }
  // Observations after which it was found worse; 0: it is in.
  int out_after(std::size_t system) const { return out_after_[system]; }
  int observations() const { return observations_; }
  std::size_t systems_in() const;
  // One is left, or those that are left have equal means where chance explains no difference any more.
  bool is_decided() const;
  // Of those that are in the one with the greatest mean, the first of equals.
  std::size_t best() const;
  // Decided, with several that have equal means.
  bool is_tie() const { return is_decided() && systems_in() > 1; }

 private:
  double mean(std::size_t system) const;
  // Variance of the difference of two systems in their first observations.
  double& variance(std::size_t x, std::size_t y) { return variances_[x * sums_.size() + y]; }
  double variance(std::size_t x, std::size_t y) const { return variances_[x * sums_.size() + y]; }
  // By how much a mean may be less before the system is out.
  double allowance(std::size_t x, std::size_t y) const;
  void estimate_variances();
  void put_out();

  SelectionPlan plan_;
  double h_squared_ = 0;
  int observations_ = 0;
  std::vector<double> sums_;
  std::vector<int> out_after_;
  std::vector<std::vector<double>> first_;  // by system
  std::vector<double> variances_;
};

}  // namespace studies
