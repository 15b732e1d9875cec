// Whether a queue that is longer in the last week than in the first one grows for good, or what has a date
// has left it so long: disruptions, and closings by date (studies/dated_closings.h).
#pragma once

#include <cstdint>
#include <vector>

#include "studies/queue_causes.h"
#include "studies/queue_weeks.h"

namespace studies {

struct GrowthCause {
  enum class Kind : std::uint8_t {
    kForGood,
    kDated,
    kNotKnown  // too little of the counted time lies before what is dated, and after it
  };
  Kind kind = Kind::kForGood;
  QueueCauses::Disruptions dated = {};  // what has left it, or may have
};

class DatedGrowth {
 public:
  // `looked_at`: all queues, this one among them. Both have to outlive it.
  DatedGrowth(const QueueWeeks& weeks, const std::vector<Queue>& looked_at)
      : weeks_(weeks), looked_at_(looked_at) {}

  // `dated`: of what may have made this queue longer. It grows for good if it grows in a stretch in which
  // nothing of this lies; else these have left it so long if they have together brought more than half of
  // what it grew by, without what it grows by in as many other days.
  GrowthCause of(const Queue& queue, QueueCauses::Disruptions dated) const;

 private:
  // What lies too close together to be told apart, from the watched week before it until the one after it.
  struct Stretch {
    QueueCauses::Disruptions dated;
    std::size_t before = 0, after = 0;  // weeks
    std::int64_t to = 0;
  };
  struct Gap {
    std::size_t from = 0, until = 0;  // weeks
    std::int64_t empty_s = 0;         // when the queue was empty at the latest
    bool is_after = false;            // something dated
  };
  std::vector<Stretch> stretches(const QueueCauses::Disruptions& dated) const;
  std::vector<Gap> gaps(const std::vector<Stretch>& stretches) const;
  bool grows_in(const Gap& gap, const Queue& queue, std::size_t looks) const;
  double usual_growth(const std::vector<Gap>& gaps, const Queue& queue) const;
  double brought(const Stretch& stretch, const Queue& queue) const;

  const QueueWeeks& weeks_;
  const std::vector<Queue>& looked_at_;
};

}  // namespace studies
