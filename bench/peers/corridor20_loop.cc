// The corridor of 20 stations in a bare loop over std::priority_queue.
#include "bench/corridor20_loop.h"

#include "bench/peers/report.h"

int main(int argc, char** argv) {
  const auto [trains, number] = peers::arguments(argc, argv);
  const peers::Stopwatch watch;
  const bench::Corridor20Result result = bench::Corridor20Loop(trains, number).run();
  return peers::report(result.trains, watch.seconds(), result.mean_transit_h);
}
