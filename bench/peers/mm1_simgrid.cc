// M/M/1 on SimGrid: a source and a server, each an actor, with a semaphore that counts the waiting.
#include <deque>
#include <simgrid/s4u.hpp>
#include <xbt/random.hpp>

#include "bench/peers/report.h"

namespace {

namespace s4u = simgrid::s4u;
using simgrid::xbt::random::exponential;

class Queue {
 public:
  explicit Queue(std::int64_t customers) : customers_(customers) {}

  void source() {
    for (std::int64_t i = 0; i < customers_; ++i) {
      s4u::this_actor::sleep_for(exponential(2.0));
      since_.push_back(s4u::Engine::get_clock());
      waiting_->release();
    }
  }

  void server() {
    for (std::int64_t i = 0; i < customers_; ++i) {
      waiting_->acquire();
      waited_ += s4u::Engine::get_clock() - since_.front();
      since_.pop_front();
      s4u::this_actor::sleep_for(exponential(2.5));
    }
  }

  double mean_wait_h() const { return waited_ / static_cast<double>(customers_); }

 private:
  std::int64_t customers_;
  s4u::SemaphorePtr waiting_ = s4u::Semaphore::create(0);
  std::deque<double> since_;
  double waited_ = 0;  // a second of SimGrid's clock is an hour
};

}  // namespace

int main(int argc, char** argv) {
  const auto [customers, number] = peers::arguments(argc, argv);
  s4u::Engine engine(&argc, argv);
  simgrid::xbt::random::set_mersenne_seed(static_cast<int>(number) + 1);
  auto* zone = s4u::create_full_zone("zone");
  auto* host = zone->create_host("host", 1e9);
  zone->seal();
  Queue queue(customers);
  s4u::Actor::create("source", host, [&queue] { queue.source(); });
  s4u::Actor::create("server", host, [&queue] { queue.server(); });
  const peers::Stopwatch watch;
  engine.run();
  return peers::report(customers, watch.seconds(), queue.mean_wait_h());
}
