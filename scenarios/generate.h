// Synthetic land bridges of any size, for studies of how running time and memory grow.
//
// The railway is a band from East to West: parallel trunk routes with cross links, 1435 mm in the East,
// 1520 mm in the middle, 1435 mm in the West, and on each route a border station on either side where
// containers change gauge. Servers, bays, passing places and headways are made for the traffic over
// them, so that queues stay bounded at any size. Equal options give equal bytes.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "scenarios/problem.h"
#include "scenarios/scenario.h"

namespace scenarios {

struct GenerateOptions {
  int stations = 100;           // operating points, exactly; kLeastStations..kMostStations
  int trains_per_year = 10000;  // mean number formed at first origins in 365 days; kLeastTrains..kMostTrains
  std::uint64_t seed = 1;
};

constexpr int kLeastStations = 10;
constexpr int kMostStations = 20000;
constexpr int kLeastTrains = 100;
constexpr int kMostTrains = 1'000'000;

// A whole scenario file. Requires options in their ranges.
std::string generate(const GenerateOptions& options, Format format);

// The same into a new file, in the format its extension names; an existing file is left as it is.
std::optional<Problem> generate(const GenerateOptions& options, const std::filesystem::path& to);

}  // namespace scenarios
