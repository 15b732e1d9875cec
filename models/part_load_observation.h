// What was seen of part loads: gathered where they come, delivered where their containers end.
#pragma once

#include <cstddef>
#include <cstdint>

#include "models/cause.h"
#include "models/duration_histogram.h"
#include "models/part_loads.h"
#include "models/wait_sum.h"

namespace rail {

class Gathering;

struct PartLoadObservation {
  std::int64_t loads_in = 0;
  std::int64_t containers = 0;  // that were sent
  std::int64_t filled = 0;      // of these, summed, in parts of kPartsOfContainer
  std::int64_t sent_early = 0;  // of these, as their first load had waited as long as it may
  DurationHistogram gathering;  // of loads that left: from coming until the container leaves
  WaitSum wait;                 // the same of containers, since their first load
  std::int64_t loads_out = 0;
  std::int64_t total_s = 0;  // of these, summed: from coming until they are unstuffed
  Account account{};         // the same by cause

  void add_sent(const Gathering& container, bool early, std::int64_t now);
  // `of_container`: of its whole journey. Loads are counted when it arrives, though unstuffing takes time.
  void add_delivered(const LoadsInside& loads, const Account& of_container, std::int64_t arrived,
                     std::int64_t unstuffing_s);
  void merge(const PartLoadObservation& other);
};

}  // namespace rail
