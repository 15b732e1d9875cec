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
  kSurely,   // every queue is bounded
  kNot,      // some queue grows for good, or no railway could carry it
  kUnclear,  // some queue may do either
};

// Of one demand: the share of what came that stayed, over replications.
struct CapacityTrial {
  double demand = 1;  // times the scenario's
  Summary left_behind;
  bool gridlock = false;  // in some replication: that carries nothing for good
  Carried carried = Carried::kUnclear;
  // Of queues that grow for good the one that grows most ("service/<id>", "point/<id>"), and by how many
  // trains in the counted time. Empty: none, or only all that is asked about together.
  std::string growing;
  double growing_trains = 0;
  // No queue surely grows in a run of this length, but the linear program says that not all of it gets
  // through.
  bool above_bound = false;
  // So many days later than the spin-up ends counting began, since queues settle later (MSER-5).
  int left_out_days = 0;
};

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
  // The demand that is not carried is above the bound: that more than it might be is excluded.
  bool ends_above_bound() const;
  // Not even the least demand that was tried is carried, for certain; not only for want of replications.
  bool carries_nothing() const;
};

// Asks `trial` for one demand after another; it returns nothing when interrupted.
CapacityInterval find_capacity(const CapacitySearch& search,
                               const std::function<std::optional<CapacityTrial>(double demand)>& trial);

}  // namespace studies
