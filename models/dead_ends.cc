#include "models/dead_ends.h"

#include <algorithm>
#include <vector>

#include "models/flow_bound.h"
#include "models/routing.h"

namespace rail {
namespace {

// Every point is passed once: what comes in leaves over an arc of capacity 1.
std::size_t in(std::uint32_t point) { return std::size_t{2} * point; }
std::size_t out(std::uint32_t point) { return std::size_t{2} * point + 1; }

std::vector<FlowArc> arcs_of(const ModelInput& input, const ServiceInput& service, std::size_t target) {
  std::vector<FlowArc> arcs;
  for (std::uint32_t p = 0; p < input.points.size(); ++p) {
    if (!avoids(service, p)) arcs.push_back({in(p), out(p), 1});
  }
  for (const LineInput& line : input.lines) {
    if (line.closed) continue;
    arcs.push_back({out(line.from), in(line.to), 1});
    arcs.push_back({out(line.to), in(line.from), 1});
  }
  for (const std::uint32_t end : {service.origin, service.destination}) arcs.push_back({out(end), target, 1});
  return arcs;
}

}  // namespace

bool has_via_in_dead_end(const ModelInput& input, const ServiceInput& service) {
  if (service.via.empty() || service.origin == service.destination) return false;
  const std::size_t target = 2 * input.points.size();
  const std::vector<FlowArc> arcs = arcs_of(input, service, target);
  return std::any_of(service.via.begin(), service.via.end(), [&](std::uint32_t via) {
    if (via == service.origin || via == service.destination) return false;
    return highest_flow(target + 1, arcs, out(via), target).value < 2;
  });
}

}  // namespace rail
