// What wants to travel: flows, matrices, and goods with rules of their own.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "models/network_input.h"

namespace rail {

enum class ContainerKind : std::uint8_t { kDryLaden = 0, kReeferLaden = 1, kEmpty = 2 };

constexpr std::int32_t kUnlimitedPlugs = std::numeric_limits<std::int32_t>::max();
constexpr std::uint8_t kNoCommodity = 255;  // of goods without rules; there are fewer commodities than that

struct CommodityInput {
  std::string id;
  std::int64_t max_transit_s = 0;  // from release to arrival; 0: no limit
};

struct FlowInput {
  std::string id;
  std::uint32_t service = kNone;
  ContainerKind kind = ContainerKind::kDryLaden;
  double containers_per_year = 0;  // of 365 days
  int size_ft = 40;
  std::uint32_t season = kNone;  // kNone: evenly over the year
  std::uint8_t commodity = kNoCommodity;
};

// Loads smaller than a container, gathered into containers at the origin of the service.
struct PartLoadInput {
  std::string id;
  std::uint32_t service = kNone;
  ContainerKind kind = ContainerKind::kDryLaden;  // of the containers
  double loads_per_year = 0;                      // of 365 days
  double least_share = 1, most_share = 1;         // of a container's room that a load takes
  std::optional<std::int64_t> longest_wait_s;     // of the first load of a container
  std::int64_t stuffing_s = 0;                    // at the origin, once a container is gathered
  std::int64_t unstuffing_s = 0;                  // at the destination
  int size_ft = 40;
  std::uint32_t season = kNone;
  std::uint8_t commodity = kNoCommodity;

  double mean_share() const { return 0.5 * (least_share + most_share); }
};

struct MarginInput {
  std::uint32_t point = kNone;
  double containers_per_year = 0;
};

struct SeedInput {
  std::uint32_t service = kNone;
  double weight = 1;
};

struct KindShareInput {
  ContainerKind kind = ContainerKind::kDryLaden;
  double share = 1;
  std::uint8_t commodity = kNoCommodity;
};

struct MatrixInput {
  std::string id;
  int size_ft = 40;
  std::vector<MarginInput> origins;
  std::vector<MarginInput> destinations;
  std::vector<SeedInput> seeds;
  std::vector<KindShareInput> kinds;
  std::uint32_t season = kNone;
};

}  // namespace rail
