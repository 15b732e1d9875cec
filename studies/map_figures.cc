#include "studies/map_figures.h"

#include <fmt/format.h>

#include <string_view>

#include "studies/binding.h"
#include "studies/capacity_rows.h"

namespace studies {
namespace {

constexpr std::size_t kMostBinding = 5;

void add_line(const rail::LineInput& line, const KpiTable& kpis, MapFigures& figures) {
  const double west = kpis.find(fmt::format("line/{}/westbound/trains_per_day", line.id)).mean;
  const double east = kpis.find(fmt::format("line/{}/eastbound/trains_per_day", line.id)).mean;
  if (west + east > 0) figures.lines.push_back({line.id, west + east, line_use(line, kpis)});
}

// The id in "resource/<id>/utilisation" or "terminal/<id>/utilisation"; empty: it is another KPI.
std::string_view used_resource(std::string_view key) {
  constexpr std::string_view kSuffix = "/utilisation";
  if (!key.ends_with(kSuffix)) return {};
  key.remove_suffix(kSuffix.size());
  for (const std::string_view prefix : {"resource/", "terminal/"}) {
    if (key.starts_with(prefix)) return key.substr(prefix.size());
  }
  return {};
}

}  // namespace

MapFigures map_figures(const rail::ModelInput& input, const KpiTable& kpis) {
  MapFigures figures;
  for (const rail::LineInput& line : input.lines) add_line(line, kpis, figures);
  for (const KpiSummary& kpi : kpis.all()) {
    const std::string_view resource = used_resource(kpi.key);
    if (!resource.empty() && kpi.summary.mean > 0)
      figures.resources.push_back({std::string(resource), kpi.summary.mean});
  }
  for (const BindingResource& one : binding_resources(kpis)) {
    if (figures.binding.size() == kMostBinding) break;
    figures.binding.push_back({one.wait.place, one.wait.cause, one.share});
  }
  return figures;
}

}  // namespace studies
