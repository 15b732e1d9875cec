// How trains come to go another way than planned. Part of ModelInput.
#pragma once

#include <cstdint>
#include <vector>

namespace rail {

struct ReroutingInput {
  std::vector<std::uint32_t> services;  // whose trains may, ascending
  std::int64_t tolerance_s = 0;         // of the wait expected on the planned route
  std::int64_t publish_every_s = 4 * 3600;
  std::int64_t notice_s = 3600;  // that what is published takes; at least 1
  int further_routes = 0;        // beside the ways round disruptions
};

}  // namespace rail
