// One server with a queue, written directly on the kernel as any model is: a source and a server, each an
// entity; random numbers keyed by the customer. Shared by a test against theory, a benchmark and the
// comparison with other simulators.
//
// Arrivals 2 an hour, services 2.5 an hour in the mean, both exponential. A tick is a second.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <deque>

#include "engine/random_stream.h"
#include "engine/sequential_engine.h"

namespace bench {

constexpr double kMm1Hour = 3600;  // ticks
constexpr double kArrivalsPerHour = 2.0;
constexpr double kServicesPerHour = 2.5;

// The draws of one run; the same for every loop that is compared.
class Mm1Draws {
 public:
  explicit Mm1Draws(std::uint64_t replication) : random_(1, replication) {}
  des::Duration until_arrival(std::uint64_t customer) const { return draw(customer, 0, kArrivalsPerHour); }
  des::Duration service(std::uint64_t customer) const { return draw(customer, 1, kServicesPerHour); }

 private:
  // At least one tick: an event for the same instant would need a later phase.
  des::Duration draw(std::uint64_t customer, std::uint64_t purpose, double per_hour) const {
    const double ticks = -std::log(random_.uniform(customer, purpose, 0)) * (kMm1Hour / per_hour);
    return {std::max<std::int64_t>(1, std::llround(ticks))};
  }

  des::RandomStream random_;
};

class Mm1 {
 public:
  Mm1(std::uint64_t replication, std::uint64_t customers) : draws_(replication), customers_(customers) {}

  // Until the last customer has been served.
  void run() {
    des::SequentialEngine<Mm1> engine(*this, 2);
    engine.as_entity(kSource).schedule_self(draws_.until_arrival(0), des::Phase::kArrival, 0);
    engine.run_until(des::kNever);
  }

  void handle(const des::Event& event, des::Scheduler& scheduler) {
    if (event.receiver() == kSource)
      send_customer(scheduler);
    else if (event.phase() == des::Phase::kRequest)
      join(event.time, scheduler);
    else
      complete(scheduler);
  }

  double mean_wait_h() const {
    return static_cast<double>(waited_.ticks) / kMm1Hour / static_cast<double>(served_);
  }

 private:
  static constexpr des::EntityId kSource = 0;
  static constexpr des::EntityId kServer = 1;

  void send_customer(des::Scheduler& scheduler) {
    scheduler.send(des::Channel{kServer, {0}}, {0}, des::Phase::kRequest, 0);
    if (++arrived_ == customers_) return;
    scheduler.schedule_self(draws_.until_arrival(arrived_), des::Phase::kArrival, 0);
  }

  // The customer being served stays at the head of the queue.
  void join(des::SimTime now, des::Scheduler& scheduler) {
    queue_.push_back(now);
    if (queue_.size() == 1) serve(scheduler);
  }

  void complete(des::Scheduler& scheduler) {
    queue_.pop_front();
    if (!queue_.empty()) serve(scheduler);
  }

  void serve(des::Scheduler& scheduler) {
    waited_ = waited_ + (scheduler.now() - queue_.front());
    scheduler.schedule_self(draws_.service(served_++), des::Phase::kCompletion, 0);
  }

  Mm1Draws draws_;
  std::uint64_t customers_;
  std::deque<des::SimTime> queue_;
  des::Duration waited_;
  std::uint64_t arrived_ = 0;
  std::uint64_t served_ = 0;
};

}  // namespace bench
