// How far trains of a service could get before the run ends.
#pragma once

#include <cstdint>
#include <vector>

#include "models/model_input.h"
#include "models/routing.h"

namespace scenarios {

// The least time that stages take, by point and role. What only some trains are treated for takes none.
class LeastStageTimes {
 public:
  explicit LeastStageTimes(const rail::ModelInput& input);
  std::int64_t seconds(std::uint32_t point, rail::ProcessRole role, rail::Direction direction) const {
    return seconds_[index(point, role, direction)];
  }

 private:
  static constexpr std::size_t kRoles = 5, kDirections = 2;

  static std::size_t index(std::uint32_t point, rail::ProcessRole role, rail::Direction direction) {
    return (point * kRoles + static_cast<std::size_t>(role)) * kDirections +
           static_cast<std::size_t>(direction);
  }
  std::vector<std::int64_t> seconds_;
};

// At the soonest: with least running and stage times, by the hours, possessions and closures of lines and
// bays that are known beforehand, and without any wait for others. Slower draws, lifts and queues come in
// addition.
class WayInTime {
 public:
  // Keeps references.
  WayInTime(const rail::ModelInput& input, const LeastStageTimes& stages, const rail::ServiceInput& service,
            const rail::Route& route)
      : input_(input), stages_(stages), service_(service), route_(route) {}

  // The latest departure from the origin with which a train could be behind so many lines of a leg by the end
  // of the run; -1 if none could.
  std::int64_t last_departure(std::size_t leg, std::size_t lines) const;

 private:
  std::int64_t earliest_arrival(std::int64_t departure, std::size_t leg, std::size_t lines) const;
  std::int64_t over_lines(const rail::RouteLeg& leg, std::size_t lines, std::int64_t time) const;
  std::int64_t behind(const rail::LineInput& line, std::int64_t time) const;
  // Of the run, or of when trains begin to turn, or to wait at their origin, until after it.
  std::int64_t end_of_counting() const;

  const rail::ModelInput& input_;
  const LeastStageTimes& stages_;
  const rail::ServiceInput& service_;
  const rail::Route& route_;
};

}  // namespace scenarios
