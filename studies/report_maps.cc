// Maps of the railways that a study has simulated.
#include <algorithm>
#include <cmath>
#include <set>

#include "studies/report_parts.h"

namespace studies {
namespace {

using AllFigures = std::vector<const MapFigures*>;

std::set<std::string> lines_of(const AllFigures& all) {
  std::set<std::string> lines;
  for (const MapFigures* figures : all) {
    for (const MapFigures::Line& one : figures->lines) lines.insert(one.line);
  }
  return lines;
}

std::set<std::string> resources_of(const AllFigures& all) {
  std::set<std::string> resources;
  for (const MapFigures* figures : all) {
    for (const MapFigures::Resource& one : figures->resources) resources.insert(one.resource);
  }
  return resources;
}

std::set<std::string> waits_of(const AllFigures& all) {
  std::set<std::string> places;
  for (const MapFigures* figures : all) {
    for (const MapFigures::Wait& one : figures->binding) places.insert(one.place);
  }
  return places;
}

// Three digits are as many as a map shows.
ReportJson short_number(double value) {
  constexpr double kThousand = 1000;
  return number(std::round(value * kThousand) / kThousand);
}

// More digits, so that it is rounded to per cent once, as in sentences, and not twice.
ReportJson short_share(double value) {
  constexpr double kMillion = 1e6;
  return number(std::round(value * kMillion) / kMillion);
}

}  // namespace

StudyMaps::StudyMaps(const scenarios::Scenario& scenario, const rail::Model& model,
                     const AllFigures& figures) {
  add(scenario, model, figures);
}

StudyMaps::StudyMaps(const std::vector<RunReport>& runs, const std::vector<MapFigures>& figures) {
  for (std::size_t i = 0; i < runs.size(); ++i) add(runs[i].scenario, runs[i].model, {&figures[i]});
}

void StudyMaps::add(const scenarios::Scenario& scenario, const rail::Model& model,
                    const AllFigures& figures) {
  const ListedNetwork network(model, lines_of(figures));
  add_things(network_json(network, scenario, KpiTable(), nullptr, {}));
  for (const std::string& id : waits_of(figures)) add_place(network, id);
  for (const std::string& id : resources_of(figures)) {
    add_place(network, id);
    if (places_.at(id).point) resources_.insert(id);
  }
}

// What an earlier railway has, too, stays as it is there; where lines have not as many tracks no number is
// said.
void StudyMaps::add_things(ReportJson network) {
  std::vector<std::size_t> numbers;  // of its points
  for (ReportJson& point : network["points"]) {
    const auto [found, is_new] = points_.try_emplace(point["id"].get<std::string>(), point_list_.size());
    numbers.push_back(found->second);
    if (is_new) point_list_.push_back(std::move(point));
  }
  for (ReportJson& line : network["lines"]) {
    const auto [found, is_new] = lines_.try_emplace(line["id"].get<std::string>(), line_list_.size());
    if (!is_new) {
      ReportJson& tracks = line_list_[found->second]["tracks"];
      if (tracks != line["tracks"]) tracks = nullptr;
      continue;
    }
    for (const char* end : {"from", "to"}) line[end] = numbers.at(line[end].get<std::size_t>());
    line_list_.push_back(std::move(line));
  }
}

void StudyMaps::add_place(const ListedNetwork& network, const std::string& id) {
  const ListedNetwork::Where where = network.where(id);
  const rail::ModelInput& input = network.model().input();
  Place& place = places_.try_emplace(id, Place{network.names().name(id), {}, {}}).first->second;
  if (where.point) place.point = points_.at(input.points[network.points()[*where.point]].id);
  if (where.line) place.line = lines_.at(input.lines[network.lines()[*where.line]].id);
}

void StudyMaps::add_network(ReportJson& json) const {
  if (line_list_.empty()) return;
  ReportJson resources = ReportJson::array();
  for (const std::string& id : resources_)
    resources.push_back({{"name", places_.at(id).name}, {"point", *places_.at(id).point}});
  json["network"] = {{"points", point_list_}, {"lines", line_list_}};
  json["resources"] = std::move(resources);
}

void StudyMaps::add_lines(ReportJson& json, const MapFigures& figures) const {
  std::vector<ReportJson> use(line_list_.size(), nullptr), trains(line_list_.size(), 0);
  for (const MapFigures::Line& one : figures.lines) {
    const auto found = lines_.find(one.line);
    if (found == lines_.end()) continue;
    trains[found->second] = short_number(one.trains_per_day);
    if (one.use) use[found->second] = short_number(*one.use);
  }
  json["line_use"] = std::move(use);
  json["line_trains"] = std::move(trains);
}

ReportJson StudyMaps::resource_use(const MapFigures& figures) const {
  std::map<std::string, double> uses;
  for (const MapFigures::Resource& one : figures.resources) uses.emplace(one.resource, one.use);
  ReportJson list = ReportJson::array();
  for (const std::string& id : resources_) {
    const auto found = uses.find(id);
    list.push_back(found == uses.end() ? ReportJson(nullptr) : short_number(found->second));
  }
  return list;
}

ReportJson StudyMaps::binding(const MapFigures& figures) const {
  ReportJson list = ReportJson::array();
  for (const MapFigures::Wait& one : figures.binding) {
    const Place& place = places_.at(one.place);
    list.push_back({{"name", place.name},
                    {"cause", cause_index(one.cause)},
                    {"share", short_share(one.share)},
                    {"point", index(place.point)},
                    {"line", index(place.line)}});
  }
  return list;
}

ReportJson StudyMaps::on_map(const MapFigures& figures) const {
  if (figures.lines.empty() || line_list_.empty()) return nullptr;
  ReportJson json;
  add_lines(json, figures);
  json["resource_use"] = resource_use(figures);
  json["binding"] = binding(figures);
  return json;
}

std::vector<MapFigures> map_figures(const std::vector<RunReport>& runs) {
  std::vector<MapFigures> all;
  for (const RunReport& run : runs) all.push_back(map_figures(run.model.input(), run.result.kpis));
  return all;
}

}  // namespace studies
