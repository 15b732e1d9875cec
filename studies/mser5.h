// MSER-5 (White 1997, Spratt 1998): how much to delete from the start of a stationary series, so that
// what remains is no longer marked by how it began. For stationary profiles only; a dated year has a
// spin-up instead (docs/verification.md).
#pragma once

#include <vector>

namespace studies {

struct Truncation {
  int batches = 0;        // of five values, to delete from the start
  double statistic = 0;   // sum of squares about the mean over the square of the number, of batches kept
  double mean = 0;        // of the batches kept
  bool at_limit = false;  // half was deleted: the series is too short for a verdict
};

// Looks at deletions of up to half the batches; ties go to the earlier one. Requires at least ten
// values; a remainder that fills no batch is left out.
Truncation mser5(const std::vector<double>& series);

}  // namespace studies
