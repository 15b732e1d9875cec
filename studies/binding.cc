#include "studies/binding.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace studies {
namespace {

constexpr std::string_view kPrefix = "wait/";
constexpr std::string_view kSuffix = "/container_hours";

// The place may itself hold slashes; the cause never does.
std::optional<Wait> parse(const KpiSummary& kpi, const KpiTable& kpis) {
  std::string_view key = kpi.key;
  if (!key.starts_with(kPrefix) || !key.ends_with(kSuffix)) return std::nullopt;
  key.remove_prefix(kPrefix.size());
  key.remove_suffix(kSuffix.size());
  const std::size_t cut = key.rfind('/');
  if (cut == std::string_view::npos) return std::nullopt;
  const std::string stem = kpi.key.substr(0, kpi.key.rfind('/') + 1);
  return Wait{std::string(key.substr(0, cut)), std::string(key.substr(cut + 1)), kpi.summary,
              kpis.find(stem + "container_hours_to_end"), kpis.find(stem + "waiting_at_end")};
}

Summary utilisation_of(const Wait& wait, const KpiTable& kpis) {
  if (wait.cause == "server") return kpis.find("resource/" + wait.place + "/utilisation");
  if (wait.cause == "bay") return kpis.find("terminal/" + wait.place + "/utilisation");
  if (wait.cause == "yard") return kpis.find("terminal/" + wait.place + "/yard_utilisation");
  if (wait.cause == "track") return kpis.find("point/" + wait.place + "/track_use");
  if (wait.cause == "section" || wait.cause == "possession")
    return kpis.find("line/" + wait.place + "/occupancy");
  if (wait.cause == "hours") {
    const Summary servers = kpis.find("resource/" + wait.place + "/utilisation");
    return servers.count > 0 ? servers : kpis.find("terminal/" + wait.place + "/utilisation");
  }
  if (wait.cause == "plug") return kpis.find("formed/" + wait.place + "/plug_use");
  if (wait.cause == "fleet")
    return kpis.find("fleet/" + wait.place.substr(0, wait.place.find('/')) + "/utilisation");
  // Paths are sold by direction: the busier one binds.
  const Summary west = kpis.find("line/" + wait.place + "/westbound/path_use");
  const Summary east = kpis.find("line/" + wait.place + "/eastbound/path_use");
  return west.mean >= east.mean ? west : east;
}

}  // namespace

std::vector<Wait> waits(const KpiTable& kpis) {
  std::vector<Wait> all;
  for (const KpiSummary& kpi : kpis.all()) {
    if (std::optional<Wait> wait = parse(kpi, kpis)) all.push_back(std::move(*wait));
  }
  return all;
}

bool is_for_resource(std::string_view cause) { return cause != "formation" && cause != "consolidation"; }

std::vector<BindingResource> binding_resources(const KpiTable& kpis) {
  std::vector<BindingResource> all;
  double sum = 0;
  for (Wait& wait : waits(kpis)) {
    const bool any = wait.container_hours_to_end.mean > 0 || wait.waiting_at_end.mean > 0;
    if (!any || !is_for_resource(wait.cause)) continue;
    sum += wait.container_hours_to_end.mean;
    const Summary utilisation = utilisation_of(wait, kpis);
    all.push_back({std::move(wait), 0, utilisation});
  }
  for (BindingResource& one : all) one.share = sum > 0 ? one.wait.container_hours_to_end.mean / sum : 0;
  std::stable_sort(all.begin(), all.end(), [](const BindingResource& x, const BindingResource& y) {
    const double hours_x = x.wait.container_hours_to_end.mean, hours_y = y.wait.container_hours_to_end.mean;
    return hours_x != hours_y ? hours_x > hours_y : x.wait.waiting_at_end.mean > y.wait.waiting_at_end.mean;
  });
  return all;
}

}  // namespace studies
