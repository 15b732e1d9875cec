// M/M/1 on ns-3: events that call member functions, its own random variables, its default scheduler. An hour
// of the model is a second of ns-3's clock, which counts nanoseconds.
#include <ns3/core-module.h>

#include <deque>

#include "bench/peers/report.h"

namespace {

using ns3::Seconds;
using ns3::Simulator;

ns3::Ptr<ns3::ExponentialRandomVariable> exponential(double mean) {
  auto variable = ns3::CreateObject<ns3::ExponentialRandomVariable>();
  variable->SetAttribute("Mean", ns3::DoubleValue(mean));
  return variable;
}

class Queue {
 public:
  explicit Queue(std::int64_t customers) : customers_(customers) {}

  void start() { Simulator::Schedule(Seconds(gap_->GetValue()), &Queue::arrive, this); }
  double mean_wait_h() const { return waited_.GetSeconds() / static_cast<double>(customers_); }

 private:
  void arrive() {
    waiting_.push_back(Simulator::Now());
    if (waiting_.size() == 1) serve();
    if (++arrived_ < customers_) start();
  }

  void serve() {
    waited_ += Simulator::Now() - waiting_.front();
    Simulator::Schedule(Seconds(service_->GetValue()), &Queue::complete, this);
  }

  void complete() {
    waiting_.pop_front();
    if (!waiting_.empty()) serve();
  }

  std::int64_t customers_;
  std::int64_t arrived_ = 0;
  ns3::Time waited_;
  std::deque<ns3::Time> waiting_;  // the customer being served stays at the head
  ns3::Ptr<ns3::ExponentialRandomVariable> gap_ = exponential(1 / 2.0);
  ns3::Ptr<ns3::ExponentialRandomVariable> service_ = exponential(1 / 2.5);
};

}  // namespace

int main(int argc, char** argv) {
  const auto [customers, number] = peers::arguments(argc, argv);
  ns3::RngSeedManager::SetRun(number + 1);
  const peers::Stopwatch watch;
  Queue queue(customers);
  queue.start();
  Simulator::Run();
  const double seconds = watch.seconds();
  Simulator::Destroy();
  return peers::report(customers, seconds, queue.mean_wait_h());
}
