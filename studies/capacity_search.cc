#include "studies/capacity_search.h"

#include <algorithm>
#include <cmath>

namespace studies {
namespace {

// The demands that are known to be carried or not, and those between them of which that is unclear.
class Search {
 public:
  Search(const CapacitySearch& rule, const std::function<std::optional<CapacityTrial>(double)>& trial)
      : rule_(rule), trial_(trial) {}

  CapacityInterval find() && {
    if (bracket()) narrow();
    return std::move(found_);
  }

 private:
  // False: there is nothing to narrow.
  bool bracket() {
    for (double demand = rule_.start; !found_.not_carried && demand <= rule_.most; demand *= 2)
      if (!ask(demand)) return false;
    for (double demand = rule_.start / 2; !found_.carried && demand >= rule_.least; demand /= 2)
      if (!ask(demand)) return false;
    return found_.carried && found_.not_carried;
  }

  // From both sides towards what is unclear, if anything is.
  void narrow() {
    while (true) {
      const double low = *found_.carried, high = *found_.not_carried;
      const double first_unclear = unclear_.empty() ? high : unclear_.front();
      const double last_unclear = unclear_.empty() ? low : unclear_.back();
      if (first_unclear / low > 1 + rule_.precision) {
        if (!ask(std::sqrt(low * first_unclear))) return;
      } else if (high / last_unclear > 1 + rule_.precision) {
        if (!ask(std::sqrt(last_unclear * high))) return;
      } else {
        return;
      }
    }
  }

  bool ask(double demand) {
    const std::optional<CapacityTrial> answer = trial_(demand);
    if (!answer) {
      found_.interrupted = true;
      return false;
    }
    found_.trials.push_back(*answer);
    if (answer->carried == Carried::kSurely) found_.carried = std::max(found_.carried.value_or(0), demand);
    if (answer->carried == Carried::kNot)
      found_.not_carried = found_.not_carried ? std::min(*found_.not_carried, demand) : demand;
    if (answer->carried == Carried::kUnclear) unclear_.push_back(demand);
    forget_what_is_decided();
    return true;
  }

  // Chance may say "surely" above what is unclear, or "not" below: then that was unclear for nothing.
  void forget_what_is_decided() {
    std::erase_if(unclear_, [this](double demand) {
      return demand <= found_.carried.value_or(0) || (found_.not_carried && demand >= *found_.not_carried);
    });
    std::sort(unclear_.begin(), unclear_.end());
  }

  const CapacitySearch& rule_;
  const std::function<std::optional<CapacityTrial>(double)>& trial_;
  CapacityInterval found_;
  std::vector<double> unclear_;  // ascending
};

}  // namespace

bool CapacityInterval::is_precise(double precision) const {
  return carried && not_carried && *not_carried / *carried <= 1 + precision;
}

bool CapacityInterval::ends_above_bound() const {
  return std::any_of(trials.begin(), trials.end(), [this](const CapacityTrial& trial) {
    return trial.above_bound && trial.demand == not_carried;
  });
}

bool CapacityInterval::carries_nothing() const {
  const auto is_less = [this](const CapacityTrial& trial) { return trial.demand < not_carried; };
  return !carried && not_carried && std::none_of(trials.begin(), trials.end(), is_less);
}

CapacityInterval find_capacity(const CapacitySearch& search,
                               const std::function<std::optional<CapacityTrial>(double demand)>& trial) {
  return Search(search, trial).find();
}

}  // namespace studies
