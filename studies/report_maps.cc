// Maps of the railways that a study has simulated.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "studies/report_parts.h"

namespace studies {
namespace {

std::set<std::string> lines_of(const std::vector<const MapFigures*>& all) {
  std::set<std::string> lines;
  for (const MapFigures* figures : all) {
    for (const MapFigures::Line& one : figures->lines) lines.insert(one.line);
  }
  return lines;
}

// Those that lie at a point of the map.
std::vector<std::string> resources_of(const ListedNetwork& network,
                                      const std::vector<const MapFigures*>& all) {
  std::set<std::string> resources;
  for (const MapFigures* figures : all) {
    for (const MapFigures::Resource& one : figures->resources) resources.insert(one.resource);
  }
  std::erase_if(resources, [&](const std::string& id) { return !network.where(id).point; });
  return {resources.begin(), resources.end()};
}

// Three digits are as many as a map shows.
ReportJson short_number(double value) {
  constexpr double kThousand = 1000;
  return number(std::round(value * kThousand) / kThousand);
}

}  // namespace

StudyMaps::StudyMaps(const scenarios::Scenario& scenario, const rail::Model& model,
                     const std::vector<const MapFigures*>& figures)
    : scenario_(scenario), network_(model, lines_of(figures)), resources_(resources_of(network_, figures)) {}

void StudyMaps::add_network(ReportJson& json) const {
  if (network_.lines().empty()) return;
  ReportJson resources = ReportJson::array();
  for (const std::string& id : resources_)
    resources.push_back({{"name", network_.names().name(id)}, {"point", *network_.where(id).point}});
  json["network"] = network_json(network_, scenario_, KpiTable(), nullptr, {});
  json["resources"] = std::move(resources);
}

void StudyMaps::add_lines(ReportJson& json, const MapFigures& figures) const {
  std::map<std::string, const MapFigures::Line*> lines;
  for (const MapFigures::Line& one : figures.lines) lines.emplace(one.line, &one);
  ReportJson use = ReportJson::array(), trains = ReportJson::array();
  for (const std::uint32_t index : network_.lines()) {
    const auto found = lines.find(network_.model().input().lines[index].id);
    const bool any = found != lines.end();
    trains.push_back(any ? short_number(found->second->trains_per_day) : ReportJson(0));
    use.push_back(any && found->second->use ? short_number(*found->second->use) : ReportJson(nullptr));
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
    const ListedNetwork::Where where = network_.where(one.place);
    list.push_back({{"name", network_.names().name(one.place)},
                    {"cause", cause_index(one.cause)},
                    {"share", short_number(one.share)},
                    {"point", index(where.point)},
                    {"line", index(where.line)}});
  }
  return list;
}

ReportJson StudyMaps::on_map(const MapFigures& figures) const {
  if (figures.lines.empty() || network_.lines().empty()) return nullptr;
  ReportJson json;
  add_lines(json, figures);
  json["resource_use"] = resource_use(figures);
  json["binding"] = binding(figures);
  return json;
}

}  // namespace studies
