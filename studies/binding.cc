#include "studies/binding.h"

#include <algorithm>

namespace studies {
namespace {

constexpr const char* kPrefix = "wait/";
constexpr const char* kSuffix = "/container_hours";

// "wait/<place>/<cause>/container_hours" cut apart; the place may hold slashes.
std::optional<BindingResource> parse(const KpiSummary& kpi) {
  const std::string prefix = kPrefix, suffix = kSuffix;
  if (kpi.key.rfind(prefix, 0) != 0 || kpi.key.size() <= prefix.size() + suffix.size()) return std::nullopt;
  if (kpi.key.compare(kpi.key.size() - suffix.size(), suffix.size(), suffix) != 0) return std::nullopt;
  const std::string middle = kpi.key.substr(prefix.size(), kpi.key.size() - prefix.size() - suffix.size());
  const std::size_t cut = middle.rfind('/');
  if (cut == std::string::npos) return std::nullopt;
  return BindingResource{middle.substr(0, cut), middle.substr(cut + 1), kpi.summary, 0, std::nullopt};
}

std::string utilisation_key(const BindingResource& resource) {
  if (resource.cause == "server") return "resource/" + resource.place + "/utilisation";
  if (resource.cause == "crane") return "terminal/" + resource.place + "/utilisation";
  if (resource.cause == "section") return "line/" + resource.place + "/occupancy";
  return "";
}

}  // namespace

std::vector<BindingResource> binding_resources(const ReplicationsResult& result, bool with_formation) {
  std::vector<BindingResource> all;
  double sum = 0;
  for (const KpiSummary& kpi : result.kpis) {
    std::optional<BindingResource> one = parse(kpi);
    if (!one || one->container_hours.mean <= 0) continue;
    if (one->cause == "formation" && !with_formation) continue;
    sum += one->container_hours.mean;
    all.push_back(std::move(*one));
  }
  for (BindingResource& one : all) {
    one.share = one.container_hours.mean / sum;
    if (const Summary* utilisation = result.find(utilisation_key(one))) one.utilisation = *utilisation;
  }
  std::stable_sort(all.begin(), all.end(), [](const BindingResource& x, const BindingResource& y) {
    return x.container_hours.mean > y.container_hours.mean;
  });
  return all;
}

}  // namespace studies
