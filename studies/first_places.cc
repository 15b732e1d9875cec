#include "studies/first_places.h"

#include <algorithm>
#include <string>

#include "studies/paired.h"

namespace studies {
namespace {

// By replication.
std::vector<double> hours_of(const Wait& wait, const ReplicationsResult& result) {
  const std::string key = "wait/" + wait.place + "/" + wait.cause + "/container_hours_to_end";
  std::vector<double> hours;
  for (const Replication& one : result.complete) {
    const auto found =
        std::find_if(one.kpis.begin(), one.kpis.end(), [&](const rail::Kpi& kpi) { return kpi.key == key; });
    hours.push_back(found == one.kpis.end() ? 0 : found->value);
  }
  return hours;
}

}  // namespace

std::vector<BindingResource> first_places(const ReplicationsResult& result) {
  std::vector<BindingResource> all = binding_resources(result.kpis);
  if (all.empty()) return all;
  const std::vector<double> first = hours_of(all.front().wait, result);
  const auto is_told_apart = [&](const BindingResource& other) {
    return first.size() < 2 || p_of_equal_means(hours_of(other.wait, result), first) < kDiffersLevel;
  };
  all.erase(std::remove_if(all.begin() + 1, all.end(), is_told_apart), all.end());
  return all;
}

}  // namespace studies
