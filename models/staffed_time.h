// How long the servers of a resource, or the bays of a terminal, can be at work: shifts and cuts, and what
// goes on after their end.
#pragma once

#include <cstdint>

#include "models/model_input.h"

namespace rail {

// Per day, in the mean of the counted time.
struct StaffedTime {
  double seconds = 0;      // of all that are staffed, while it is open
  double all_seconds = 0;  // were all of them always staffed
  // How many cease to be staffed while it is open, each time that fewer are than before. Whoever is in work
  // then finishes it.
  double shift_ends = 0;

  // With work beyond the end of shifts, `beyond_s` for each that ends.
  double with_overtime_s(double beyond_s) const;
};
StaffedTime staffed_time(const ModelInput& input, std::uint32_t hours, const TimedValues& staffed, int all);

// What the work under way at some instant still takes at most, in the mean (Lorden 1970, on excess over the
// boundary): E[S^2] / E[S] of work that takes S. Exact at worst for work that always takes as long.
double most_left_s(double mean_s, double second_moment_s2);

}  // namespace rail
