// The corridor of 20 stations as a scenario of ours: one replication on one thread, records off. Reading the
// file and building the model are not timed.
#include "bench/corridor20.h"

#include "bench/peers/report.h"

int main(int argc, char** argv) {
  const auto [trains, number] = peers::arguments(argc, argv);
  const auto model = bench::corridor20(trains);
  if (!model)
    throw std::runtime_error("bench/corridor20.txtpb is missing or invalid: see landbridge validate");
  const peers::Stopwatch watch;
  const bench::Corridor20Result result = bench::run_corridor20(*model, number);
  return peers::report(result.trains, watch.seconds(), result.mean_transit_h);
}
