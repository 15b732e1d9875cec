// One server with a queue, written directly on the kernel, against queueing theory.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <deque>
#include <vector>

#include "engine/random_stream.h"
#include "engine/sequential_engine.h"

namespace des {
namespace {

constexpr EntityId kSource = 0;
constexpr EntityId kServer = 1;
constexpr double kHour = 3600;
constexpr double kArrivalsPerHour = 2.0;
constexpr double kServicesPerHour = 2.5;

class SingleServer {
 public:
  explicit SingleServer(std::uint64_t replication) : random_(1, replication) {}

  void handle(const Event& event, Scheduler& scheduler) {
    if (event.receiver() == kSource) {
      scheduler.send(Channel{kServer, {0}}, {0}, Phase::kRequest, 0);
      scheduler.schedule_self(draw(arrivals_++, 0, kArrivalsPerHour), Phase::kArrival, 0);
    } else if (event.phase() == Phase::kRequest) {
      queue_.push_back(event.time);
      if (queue_.size() == 1) serve(scheduler);
    } else {
      queue_.pop_front();
      if (!queue_.empty()) serve(scheduler);
    }
  }

  double mean_wait_h() const {
    return static_cast<double>(waited_.ticks) / kHour / static_cast<double>(served_);
  }

 private:
  // The customer being served stays at the head of the queue.
  void serve(Scheduler& scheduler) {
    waited_ = waited_ + (scheduler.now() - queue_.front());
    scheduler.schedule_self(draw(served_++, 1, kServicesPerHour), Phase::kCompletion, 0);
  }

  // At least one tick: an event for the same instant would need a later phase.
  Duration draw(std::uint64_t customer, std::uint64_t purpose, double per_hour) const {
    const double seconds = -std::log(random_.uniform(customer, purpose, 0)) / per_hour * kHour;
    return {std::max<std::int64_t>(1, std::llround(seconds))};
  }

  RandomStream random_;
  std::deque<SimTime> queue_;
  Duration waited_;
  std::uint64_t arrivals_ = 0;
  std::uint64_t served_ = 0;
};

double mean_wait_of_replication(std::uint64_t replication) {
  SingleServer model(replication);
  SequentialEngine<SingleServer> engine(model, 2);
  engine.as_entity(kSource).schedule_self({0}, Phase::kArrival, 0);
  engine.run_until({static_cast<std::int64_t>(200000 * kHour)});
  return model.mean_wait_h();
}

// Wq = rho / (mu - lambda) = 1.6 h. Accepted within 3.3 standard errors, which must be below 0.5 %:
// 30 replications of 400,000 customers.
TEST(SingleServer, MeanWaitIsThatOfTheory) {
  const int replications = 30;
  double sum = 0;
  double squares = 0;
  for (int i = 0; i < replications; ++i) {
    const double wait = mean_wait_of_replication(static_cast<std::uint64_t>(i));
    sum += wait;
    squares += wait * wait;
  }
  const double mean = sum / replications;
  const double error = std::sqrt((squares / replications - mean * mean) / (replications - 1));
  EXPECT_LT(error, 0.005 * 1.6);
  EXPECT_NEAR(mean, 1.6, 3.3 * error);
}

}  // namespace
}  // namespace des
