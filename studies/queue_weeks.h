// Queues in the weeks in which they were watched, over replications.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "models/model.h"
#include "studies/watched_queues.h"

namespace studies {

// With all causes that trains wait for in it: places of rail::waiting_places(), from `first` on.
struct Queue {
  std::size_t first = 0, end = 0;
  double one_train = 1;
  double step = 1;  // studies/train_groups.h
};

class QueueWeeks {
 public:
  QueueWeeks(const rail::ModelInput& input, const std::vector<QueuesByWeek>& by_replication);

  std::size_t last() const { return weeks_.from.size() - 1; }
  std::size_t week_before(std::int64_t time_s) const { return studies::week_before(weeks_, input_, time_s); }
  std::optional<std::size_t> week_after(std::int64_t time_s) const {
    return studies::week_after(weeks_, input_, time_s);
  }
  std::int64_t days_between(std::size_t from, std::size_t week) const {
    return weeks_.from[week] - weeks_.from[from];
  }
  // From within the first week, or before it, until the last one has begun.
  bool stands_all_the_time(const rail::DisruptionInput& one) const;

  bool is_used(const Queue& queue) const;
  // By replication: how much more waited in that week than in the one before it.
  std::vector<double> grown(const Queue& queue, std::size_t from, std::size_t week) const;
  // The same, in trains and in the mean.
  double trains(const Queue& queue, std::size_t from, std::size_t week) const;
  // Trains in the mean, in this week or in whichever watched one, or last day, after it fewest wait in.
  double fewest_since(const Queue& queue, std::size_t week) const;
  // `empty_s`: when the queue was empty at the latest, since the start of the run.
  bool grows(const Queue& queue, std::size_t from, std::size_t week, std::int64_t empty_s,
             std::size_t looks) const;
  // Of these places the one where most wait in the last week.
  std::size_t main_place(const Queue& queue) const;

 private:
  double mean_trains(const Queue& queue, std::size_t watched) const;
  double middle_s(std::size_t week) const;

  const rail::ModelInput& input_;
  const WatchedWeeks weeks_;
  const std::vector<QueuesByWeek>& by_replication_;
};

}  // namespace studies
