#include "studies/bound_binding.h"

#include <algorithm>
#include <string>
#include <vector>

namespace studies {
namespace {

const char* cause_of(rail::CapacityKind kind) {
  switch (kind) {
    case rail::CapacityKind::kSection:
      return "section";
    case rail::CapacityKind::kPaths:
      return "path";
    case rail::CapacityKind::kServers:
      return "server";
    case rail::CapacityKind::kBays:
      return "bay";
    case rail::CapacityKind::kStationTracks:
      return "track";
    case rail::CapacityKind::kWagonSets:
    case rail::CapacityKind::kWagons:
    case rail::CapacityKind::kLocomotives:
      return "fleet";
    case rail::CapacityKind::kReturns:
      break;
  }
  return "";
}

// What trains wait for there while it is shut. With more servers, bays or tracks, fewer would be left to do
// so.
const char* shut(const std::string& cause) {
  if (cause == "server" || cause == "bay") return "hours";
  return cause == "section" ? "possession" : "";
}

}  // namespace

std::optional<BindingResource> binding_by_bound(const rail::Capacity& capacity,
                                                const std::vector<BindingResource>& all) {
  const std::string cause = cause_of(capacity.kind);
  if (cause.empty() || capacity.place.empty()) return std::nullopt;
  const bool is_fleet = cause == "fleet";
  const auto found = std::find_if(all.begin(), all.end(), [&](const BindingResource& one) {
    if (one.wait.cause != cause) return false;
    return is_fleet ? one.wait.place.starts_with(capacity.place + "/") : one.wait.place == capacity.place;
  });
  if (found == all.end() && is_fleet) return std::nullopt;
  BindingResource binding;
  if (found != all.end())
    binding = *found;
  else
    binding.wait.place = capacity.place;
  binding.wait.cause = cause;
  for (const BindingResource& one : all) {
    if (one.wait.place == binding.wait.place && one.wait.cause == shut(cause)) binding.share += one.share;
  }
  return binding;
}

}  // namespace studies
