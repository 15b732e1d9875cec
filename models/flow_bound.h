// The most that can flow from one vertex to another, whatever its way, and what cuts it off (max-flow,
// min-cut). By Boost.Graph, which stays in flow_bound.cc.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace rail {

struct FlowArc {
  std::size_t from = 0, to = 0;
  std::int64_t capacity = 0;
};

struct FlowBound {
  std::int64_t value = 0;
  std::vector<std::size_t> cut;  // arcs of a minimum cut, the one nearest to the source; ascending
};

FlowBound highest_flow(std::size_t vertices, const std::vector<FlowArc>& arcs, std::size_t source,
                       std::size_t target);

}  // namespace rail
