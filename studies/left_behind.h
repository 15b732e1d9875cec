// What stays behind of a demand: of all that is asked about, and of each service by itself. A part that is
// overloaded hides in the sum of a large network.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "models/observations.h"
#include "studies/statistics.h"

namespace studies {

class LeftBehind {
 public:
  // By service: whether its containers are asked about.
  explicit LeftBehind(std::vector<bool> asked_about) : asked_about_(std::move(asked_about)) {}

  // Of the next replication.
  void add(const rail::Observations& seen);

  std::size_t replications() const { return shares_.size(); }
  // Share of what came in the counted time that did not arrive in it, over replications.
  Summary all() const { return summarise(shares_); }

  struct Part {
    std::size_t service = 0;
    double left = 0;  // mean share
  };
  // The service that leaves most of its own behind, if some surely leaves more than a twentieth. Sure is what
  // the intervals of all services together say at 99 % (Bonferroni). Services of fewer than 500 containers
  // are not looked at: they hardly fill a train now and then.
  std::optional<Part> overloaded() const;

 private:
  std::vector<bool> asked_about_;
  std::vector<double> shares_;
  std::vector<std::vector<double>> of_service_;  // by replication
  std::vector<double> released_;                 // by service, sum over replications
};

}  // namespace studies
