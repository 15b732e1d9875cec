#include "studies/listed_network.h"

#include <fmt/format.h>

#include <algorithm>

#include "models/model_tables.h"
#include "studies/place_points.h"
#include "studies/train_runs.h"

namespace studies {
namespace {

bool ran(const rail::LineInput& line, const KpiTable& kpis) {
  for (const char* direction : {"westbound", "eastbound"}) {
    if (kpis.find(fmt::format("line/{}/{}/trains_per_day", line.id, direction)).mean > 0) return true;
  }
  return false;
}

}  // namespace

ListedNetwork::ListedNetwork(const rail::Model& model, const std::vector<const KpiTable*>& runs,
                             const FirstRecords& records)
    : model_(model), names_(model) {
  list_lines(lines_with_traffic(runs, records));
  list_points(records);
  place_all();
}

ListedNetwork::ListedNetwork(const rail::Model& model, const std::set<std::string>& lines)
    : model_(model), names_(model) {
  std::vector<bool> listed;
  for (const rail::LineInput& line : model.input().lines) listed.push_back(lines.contains(line.id));
  list_disrupted(listed);
  list_lines(listed);
  list_points(FirstRecords{});
  place_all();
}

void ListedNetwork::list_disrupted(std::vector<bool>& listed) const {
  for (const rail::DisruptionInput& disruption : model_.input().disruptions) {
    for (const std::uint32_t line : disruption.lines) listed[line] = true;
  }
}

std::vector<bool> ListedNetwork::lines_with_traffic(const std::vector<const KpiTable*>& runs,
                                                    const FirstRecords& records) const {
  const rail::ModelInput& input = model_.input();
  std::vector<bool> listed(input.lines.size());
  for (std::size_t i = 0; i < input.lines.size(); ++i) {
    listed[i] = std::any_of(runs.begin(), runs.end(),
                            [&](const KpiTable* kpis) { return ran(input.lines[i], *kpis); });
  }
  list_disrupted(listed);
  const LineFinder finder(input);
  for (const TrainRun& run : train_runs(records.stops)) {
    for (std::size_t k = 1; k < run.stops.size(); ++k) {
      const std::uint32_t line =
          finder.line(run.stops[k - 1]->point, run.stops[k]->point, run.stops[k]->gauge_mm);
      if (line != rail::kNone) listed[line] = true;
    }
  }
  return listed;
}

void ListedNetwork::list_lines(const std::vector<bool>& listed) {
  line_.resize(listed.size());
  for (std::uint32_t i = 0; i < listed.size(); ++i) {
    if (!listed[i]) continue;
    line_[i] = lines_.size();
    lines_.push_back(i);
  }
}

void ListedNetwork::list_points(const FirstRecords& records) {
  const rail::ModelInput& input = model_.input();
  std::vector<bool> listed(input.points.size());
  for (const std::uint32_t line : lines_)
    listed[input.lines[line].from] = listed[input.lines[line].to] = true;
  for (const rail::TrainStop& stop : records.stops) listed[stop.point] = true;
  for (const rail::ContainerLeg& leg : records.legs) listed[leg.from] = listed[leg.to] = true;
  point_.resize(input.points.size());
  for (std::uint32_t i = 0; i < input.points.size(); ++i) {
    if (!listed[i]) continue;
    point_[i] = points_.size();
    points_.push_back(i);
  }
}

// As PlaceNames has them.
void ListedNetwork::place_all() {
  const rail::ModelInput& input = model_.input();
  for (const PlacePoints& points : {place_points(model_), stock_points(model_)})
    for (const auto& [place, point] : points) places_.emplace(place, Where{point_[point], std::nullopt});
  for (std::uint32_t i = 0; i < input.lines.size(); ++i)
    places_.emplace(input.lines[i].id, Where{std::nullopt, line_[i]});
}

ListedNetwork::Where ListedNetwork::where(const std::string& place) const {
  const auto found = places_.find(place);
  return found == places_.end() ? Where{} : found->second;
}

}  // namespace studies
