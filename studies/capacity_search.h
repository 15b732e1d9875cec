// The largest demand that is carried for good, as an interval between one that surely is and one that surely
// is not: by doubling and halving until both are known, then by parting what lies between.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "studies/statistics.h"

namespace studies {

enum class Carried {
  kSurely,   // all but a tolerated share of what comes is carried: the upper end of the interval says so
  kNot,      // more than that is left behind: the lower end says so
  kUnclear,  // the interval holds both
};

// Of one demand: the share of what came that stayed, over replications.
struct CapacityTrial {
  double demand = 1;  // times the scenario's
  Summary left_behind;
  bool gridlock = false;  // in some replication
  Carried carried = Carried::kUnclear;
  // The service that leaves most of its own behind, if that alone shows that the demand is not carried; and
  // how much.
  std::string overloaded;
  double overloaded_left = 0;
};

// `tolerated`: a share of what comes. A gridlock carries nothing for good. By the 99 % interval: a demand is
// looked at up to four times, and so comes to about 95 % in all.
Carried judge(const Summary& left_behind, bool gridlock, double tolerated);

struct CapacitySearch {
  double least = 1.0 / 64, most = 64;  // times the scenario's demand
  double start = 1;                    // asked first
  double precision = 0.02;             // both ends are known to this share of the capacity
};

struct CapacityInterval {
  // None: not even the least demand is carried; even the most is.
  std::optional<double> carried, not_carried;
  std::vector<CapacityTrial> trials;  // in the order in which they were made
  bool interrupted = false;

  // The two ends are within the precision, with nothing unclear between.
  bool is_precise(double precision) const;
};

// Asks `trial` for one demand after another; it returns nothing when interrupted.
CapacityInterval find_capacity(const CapacitySearch& search,
                               const std::function<std::optional<CapacityTrial>(double demand)>& trial);

}  // namespace studies
