// Part loads as data: the table of a stream of them, and what a container with some carries along.
#pragma once

#include <cstdint>

#include "models/network_input.h"

namespace rail {

constexpr std::int64_t kPartsOfContainer = 1'000'000;  // of a container; what loads take of it is whole parts

struct PartLoadTable {
  std::uint32_t flow = kNone;  // of its containers, were all of them full: in ModelTables::flows
  double mean_gap_s = 0;       // between loads, by the clock of the season
  std::int64_t least = kPartsOfContainer, most = kPartsOfContainer;  // that a load takes
  std::int64_t longest_wait_s = -1;    // of the first load of a container; -1: until it is full
  std::int64_t stuffing_s = 0;         // of a container, once it is gathered
  std::int64_t unstuffing_s = 0;       // at the destination
  std::uint32_t ending_local = kNone;  // there
};

// What a container with part loads carries along; a count of 0 in others.
struct LoadsInside {
  std::uint32_t of = kNone;  // ModelInput::part_loads
  std::int32_t count = 0;
  std::int64_t first_came = 0;  // seconds after the start of the run
  std::int64_t came_sum = 0;    // of the times at which they came
};

}  // namespace rail
