// Means over replications with their confidence intervals: Student's t over independent means.
#pragma once

#include <optional>
#include <vector>

namespace studies {

// Of independent, identically distributed numbers. The interval is Student's, 95 %, two-sided; with
// fewer than two numbers there is none.
struct Summary {
  int count = 0;
  double mean = 0;
  double sd = 0;
  std::optional<double> half_width;  // of the 95 % interval

  double low() const { return mean - half_width.value_or(0); }
  double high() const { return mean + half_width.value_or(0); }
};

Summary summarise(const std::vector<double>& values);
// Half the interval at another confidence, e.g. 0.99; 0 for fewer than two numbers.
double half_width_at(const Summary& summary, double confidence);

}  // namespace studies
