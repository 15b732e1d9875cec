// The yardstick for bench/corridor20.h: the same stations and trains in a bare loop over std::priority_queue,
// with integer time, one Philox block per draw, and no records or statistics but the mean transit time.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <functional>
#include <numbers>
#include <queue>
#include <vector>

#include "bench/corridor20.h"
#include "engine/random_stream.h"

namespace bench {

class Corridor20Loop {
 public:
  Corridor20Loop(std::int64_t trains, std::uint64_t replication)
      : random_(1, replication),
        end_(kSpinUp + static_cast<std::int64_t>(static_cast<double>(trains) * kGap)) {
    for (std::uint32_t s = 0; s < kStations; ++s) stations_[s].free = kKinds[s % 5].servers;
  }

  Corridor20Result run() {
    appear(0);
    while (pending_.top().time < end_) {
      const Event event = pending_.top();
      pending_.pop();
      now_ = event.time;
      ++result_.events;
      handle(event);
    }
    result_.mean_transit_h = static_cast<double>(transit_) / 3600 / static_cast<double>(counted_);
    return result_;
  }

 private:
  static constexpr std::uint32_t kStations = 20;
  static constexpr double kHour = 3600;  // all times in seconds
  static constexpr double kGap = kHour / 1.6;
  static constexpr std::int64_t kSpinUp = 3'600'000;
  enum Step : std::uint32_t { kAppears, kArrives, kDone };

  struct Train {
    std::uint64_t number;
    std::int64_t appeared;
  };
  struct Event {
    std::int64_t time;
    Step step;
    std::uint32_t station;
    Train train;
    bool operator>(const Event& other) const { return time > other.time; }
  };
  struct Station {
    int free = 0;  // servers
    std::queue<Train> waiting;
    std::int64_t last_exit = 0;  // of the line behind it, where trains do not overtake each other
  };
  struct Kind {
    int servers;
    double mean_h;
    bool lognormal;  // with a coefficient of variation of 0.5; else exponential
  };
  static constexpr Kind kOther{4, 1, false};
  static constexpr std::array<Kind, 5> kKinds{{{8, 4, true}, kOther, {6, 3, true}, kOther, kOther}};

  void handle(const Event& event) {
    if (event.step == kDone) return finish(event.station, event.train);
    if (event.step == kAppears) appear(event.train.number + 1);
    Station& station = stations_[event.station];
    if (station.free == 0) return station.waiting.push(event.train);
    --station.free;
    serve(event.station, event.train);
  }

  // Kept real-valued, so that rounding adds no bias.
  void appear(std::uint64_t number) {
    appears_ += -kGap * std::log(random_.uniform(number, 2 * kStations, 0));
    const std::int64_t time = std::llround(appears_);
    pending_.push({time, kAppears, 0, {number, time}});
  }

  void serve(std::uint32_t s, const Train& train) {
    pending_.push({now_ + service_seconds(s, train.number), kDone, s, train});
  }

  void finish(std::uint32_t s, const Train& train) {
    Station& station = stations_[s];
    if (station.waiting.empty()) {
      ++station.free;
    } else {
      serve(s, station.waiting.front());
      station.waiting.pop();
    }
    if (s + 1 == kStations) return end_journey(train);
    station.last_exit = std::max(station.last_exit, now_ + run_seconds(s, train.number));
    pending_.push({station.last_exit, kArrives, s + 1, train});
  }

  void end_journey(const Train& train) {
    ++result_.trains;
    if (now_ < kSpinUp) return;
    ++counted_;
    transit_ += now_ - train.appeared;
  }

  // Lognormal by Box and Muller: two words of one block make one normal number.
  std::int64_t service_seconds(std::uint32_t s, std::uint64_t train) const {
    const auto words = random_.words(train, 2 * s, 0);
    const Kind& kind = kKinds[s % 5];
    const double log = std::log(des::unit_interval(words[0]));
    if (!kind.lognormal) return std::llround(-kind.mean_h * kHour * log);
    const double normal = std::sqrt(-2 * log) * std::cos(2 * std::numbers::pi * des::unit_interval(words[1]));
    return std::llround(kind.mean_h * kHour * std::exp(sigma_ * (normal - sigma_ / 2)));
  }

  std::int64_t run_seconds(std::uint32_t s, std::uint64_t train) const {
    return std::llround(2 * kHour * (0.95 + 0.2 * random_.uniform(train, 2 * s + 1, 0)));
  }

  des::RandomStream random_;
  std::int64_t end_;
  std::array<Station, kStations> stations_;
  std::priority_queue<Event, std::vector<Event>, std::greater<>> pending_;
  Corridor20Result result_;
  double sigma_ = std::sqrt(std::log1p(0.25));  // of the logarithm: coefficient of variation 0.5
  double appears_ = 0;
  std::int64_t now_ = 0;
  std::int64_t counted_ = 0;
  std::int64_t transit_ = 0;
};

}  // namespace bench
