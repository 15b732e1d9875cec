// M/M/1 on our kernel.
#include "bench/mm1.h"

#include "bench/peers/report.h"

int main(int argc, char** argv) {
  const auto [customers, number] = peers::arguments(argc, argv);
  const peers::Stopwatch watch;
  bench::Mm1 queue(number, static_cast<std::uint64_t>(customers));
  queue.run();
  return peers::report(customers, watch.seconds(), queue.mean_wait_h());
}
