// What each program of the comparison takes and prints.
//
//   PROGRAM CUSTOMERS NUMBER
//   {"customers": 1000000, "seconds": 0.081, "mean_h": 1.5981, "peak_mb": 4.1}
//
// Customers (or trains, or train kilometres) served, processor time of the simulation alone, mean wait (or
// transit time), the most memory the process has held. On single track further "trains", of the timetable,
// and "free_h", of one that has the line to itself.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <stdexcept>
#include <string>

namespace peers {

struct Arguments {
  std::int64_t customers;
  std::uint32_t number;  // of the repetition: chooses the random numbers
};

inline Arguments arguments(int argc, char** argv) {
  if (argc != 3) throw std::invalid_argument("usage: PROGRAM CUSTOMERS NUMBER");
  return {std::atoll(argv[1]), static_cast<std::uint32_t>(std::atoll(argv[2]))};
}

// Processor time, not elapsed time: all programs have one thread, and the machine may be busy.
class Stopwatch {
 public:
  double seconds() const { return static_cast<double>(std::clock() - start_) / CLOCKS_PER_SEC; }

 private:
  std::clock_t start_ = std::clock();
};

// Linux only. getrusage() would do elsewhere; here it also counts the program that started this one.
inline double peak_mb() {
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;) {
    if (double kilobytes = 0; word == "VmHWM:" && status >> kilobytes) return kilobytes / 1024;
  }
  throw std::runtime_error("no VmHWM in /proc/self/status");
}

inline int report(std::int64_t customers, double seconds, double mean_h, const std::string& more = "") {
  std::printf("{\"customers\": %lld, \"seconds\": %.6f, \"mean_h\": %.9g, \"peak_mb\": %.1f%s}\n",
              static_cast<long long>(customers), seconds, mean_h, peak_mb(), more.c_str());
  return 0;
}

}  // namespace peers
