// How far trains of a service get before the run ends, at the soonest.
#pragma once

#include <cstdint>

#include "models/model_input.h"
#include "models/routing.h"

namespace scenarios {

// Least running times, hours, possessions and closures of lines and bays are known beforehand; waits for
// others and stages are left out.
class WayInTime {
 public:
  // Keeps references.
  WayInTime(const rail::ModelInput& input, const rail::ServiceInput& service, const rail::Route& route)
      : input_(input), service_(service), route_(route) {}

  // The latest departure from the origin with which a train is for certain behind so many lines of a leg by
  // the end of the run; -1 if none is.
  std::int64_t last_departure(std::size_t leg, std::size_t lines) const;

 private:
  std::int64_t earliest_arrival(std::int64_t departure, std::size_t leg, std::size_t lines) const;
  // Of the run, or of when trains begin to turn, or to wait at their origin, until after it.
  std::int64_t end_of_certainty() const;
  std::int64_t behind(const rail::LineInput& line, std::int64_t time) const;

  const rail::ModelInput& input_;
  const rail::ServiceInput& service_;
  const rail::Route& route_;
};

}  // namespace scenarios
