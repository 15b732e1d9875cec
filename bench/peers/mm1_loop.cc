// M/M/1 in a bare loop over std::priority_queue.
#include "bench/mm1_loop.h"

#include "bench/peers/report.h"

int main(int argc, char** argv) {
  const auto [customers, number] = peers::arguments(argc, argv);
  const peers::Stopwatch watch;
  bench::Mm1Loop queue(number, static_cast<std::uint64_t>(customers));
  queue.run();
  return peers::report(customers, watch.seconds(), queue.mean_wait_h());
}
