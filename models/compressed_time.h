// What the trains of a section take of its time after compression: results of models/compression.h.
#pragma once

#include <cstdint>

namespace rail {

// Seconds taken of the seconds in which a section was open: never more.
struct OpenShare {
  std::int64_t taken_s = 0, of_s = 0;

  // Anything exceeds nothing observed. Where nothing was open nothing is taken either, and that exceeds
  // nothing.
  bool exceeds(const OpenShare& other) const {
    if (other.taken_s == 0 && other.of_s == 0) return taken_s > 0 || of_s > 0;
    return taken_s * other.of_s > other.taken_s * of_s;
  }
};

// What trains took of a section's time after compression (models/compression.h), seconds.
struct CompressedTime {
  OpenShare total;         // over the counted time
  OpenShare busiest_day;   // whole days only
  OpenShare busiest_hour;  // of the 24 of a day, each summed over whole days
};

}  // namespace rail
