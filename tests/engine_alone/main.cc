// A model of one entity on the kernel alone: counts down and prints how many events that took.
#include <cstdio>

#include "engine/random_stream.h"
#include "engine/sequential_engine.h"

namespace {

struct Countdown {
  int left = 9;
  void handle(const des::Event&, des::Scheduler& scheduler) {
    if (left-- > 0) scheduler.schedule_self({1}, des::Phase::kCompletion, 0);
  }
};

}  // namespace

int main() {
  Countdown model;
  des::SequentialEngine<Countdown> engine(model, 1);
  engine.as_entity(0).schedule_self({0}, des::Phase::kArrival, 0);
  engine.run_until({1000});
  const double u = des::RandomStream(1, 0).uniform(0, 0, 0);
  std::printf("%d events, u %s\n", static_cast<int>(engine.events_handled()),
              u > 0 && u < 1 ? "inside" : "outside");
  return 0;
}
