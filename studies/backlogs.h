// By how much more waits at the end of the counted time than at its beginning: of each service, at each
// point, and of all that is asked about.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "models/model.h"
#include "models/observations.h"
#include "studies/queue_growth.h"

namespace studies {

class Backlogs {
 public:
  // The model has a census every day. `asked_about`: by service. `tolerated`: share of what comes that is no
  // growth; of a service and a point at least two trains.
  Backlogs(const rail::Model& model, std::vector<bool> asked_about, double tolerated);

  // Whether trains that stand at points are looked at: if they are all there are, in three days or more;
  // where weekdays differ (studies/watched_queues.h) in two weeks or more.
  static bool looks_at_points(const rail::ModelInput& input, const std::vector<bool>& asked_about);

  // Of the next replication.
  void add(const rail::Observations& seen);

  std::size_t replications() const { return shares_.size(); }
  // Share of what came in the counted time that did not arrive in it, over replications.
  Summary left_behind() const { return summarise(shares_); }
  // Of all, then of services that are asked about, in trains of their mean load, and of the trains that stand
  // at points, if they are looked at.
  std::vector<QueueGrowth> growths() const;

 private:
  // Sums are over replications.
  struct Queue {
    std::string name;
    double full_train = 1;           // what counts as a train as long as none has left
    double step = 1;                 // trains that the hour makes more or less (studies/train_groups.h)
    std::vector<double> grown = {};  // by replication: containers of a service, trains at a point
    double came = 0;                 // likewise
    double trains = 0;               // in which they came
  };
  static double per_train(const Queue& queue);  // containers of a service, trains at a point: 1
  double tolerated_of_all() const;
  QueueGrowth growth(const Queue& queue, double critical) const;
  double standing_more(const rail::PointObservation& point) const;
  void find_windows(const rail::ModelInput& input);

  const std::vector<bool> asked_about_;
  const double tolerated_;
  // Days at either end of the counted time over which trains at points are averaged: whole weeks, or where
  // weekdays differ single days that lie whole weeks apart, as hours and timetables repeat then. The first
  // census of either window.
  std::size_t window_days_ = 0;
  std::size_t first_census_ = 0, last_census_ = 0;
  bool tells_growth_ = true;  // else the run is so short that a weekend would be compared with weekdays
  double critical_of_services_ = 0, critical_of_points_ = 0;
  std::vector<double> shares_;
  std::vector<Queue> services_, points_;
};

}  // namespace studies
