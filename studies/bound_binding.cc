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

}  // namespace

std::optional<BindingResource> binding_by_bound(const rail::Capacity& capacity, const KpiTable& kpis) {
  const std::string cause = cause_of(capacity.kind);
  if (cause.empty() || capacity.place.empty()) return std::nullopt;
  const bool is_fleet = cause == "fleet";
  std::vector<BindingResource> all = binding_resources(kpis);
  const auto found = std::find_if(all.begin(), all.end(), [&](const BindingResource& one) {
    if (one.wait.cause != cause) return false;
    return is_fleet ? one.wait.place.starts_with(capacity.place + "/") : one.wait.place == capacity.place;
  });
  if (found != all.end()) return std::move(*found);
  if (is_fleet) return std::nullopt;
  BindingResource unseen;
  unseen.wait.place = capacity.place;
  unseen.wait.cause = cause;
  return unseen;
}

}  // namespace studies
