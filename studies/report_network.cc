// Points and lines with their figures, for the map.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "models/model_tables.h"
#include "scenarios/scenario_texts.h"
#include "studies/capacity_rows.h"
#include "studies/report_parts.h"
#include "studies/result_rows.h"
#include "studies/section_rows.h"

namespace studies {
namespace {

constexpr double kSecondsPerMinute = 60.0;

using Texts = std::multimap<std::string, const scenarios::ProcessText*>;  // by point

ReportJson optional_text(const std::string& text) {
  return text.empty() ? ReportJson(nullptr) : ReportJson(text);
}

ReportJson processes_json(const Texts& texts, const std::string& point) {
  ReportJson list = ReportJson::array();
  const auto [begin, end] = texts.equal_range(point);
  for (auto one = begin; one != end; ++one) {
    ReportJson stages = ReportJson::array();
    for (const scenarios::StageText& stage : one->second->stages) {
      stages.push_back({{"name", stage.name},
                        {"what", stage.what},
                        {"resource", optional_text(stage.resource)},
                        {"hours", optional_text(stage.hours)}});
    }
    list.push_back({{"title", one->second->title}, {"stages", std::move(stages)}});
  }
  return list;
}

ReportJson gauges_json(const rail::ModelInput& input, std::uint32_t point) {
  std::set<int> gauges;
  for (const rail::LineInput& line : input.lines) {
    if (line.from == point || line.to == point) gauges.insert(line.gauge_mm);
  }
  return gauges;
}

ReportJson tracks_json(const rail::PointInput& point) {
  if (point.tracks.empty()) return nullptr;
  int tracks = 0;
  for (const rail::TrackGroupInput& group : point.tracks) tracks += group.count;
  return tracks;
}

ReportJson point_json(const ListedNetwork& network, std::uint32_t index, const scenarios::PointOnMap& place,
                      const Texts& texts) {
  const rail::ModelInput& input = network.model().input();
  const std::string& name = network.names().point(index);
  ReportJson json = {{"id", place.id}, {"name", name}};
  if (place.name != name && !place.name.empty()) json["full_name"] = place.name;
  json["country"] = place.country;
  json["role"] = place.role;
  json["lat"] = place.is_located() ? number(place.latitude_deg) : ReportJson(0);
  json["lon"] = place.is_located() ? number(place.longitude_deg) : ReportJson(0);
  json["gauges_mm"] = gauges_json(input, index);
  json["time_zone"] = place.time_zone;
  json["tracks"] = tracks_json(input.points[index]);
  for (const auto& [language, text] : place.local_names) json["local_names"][language] = text;
  json["processes"] = processes_json(texts, place.id);
  return json;
}

ReportJson both(const Summary& west, const Summary& east) {
  return ReportJson::array({estimate(west), estimate(east)});
}

ReportJson teu_json(const ListedNetwork& network, std::uint32_t index, const KpiTable& kpis,
                    const LineTeu* recorded) {
  const rail::ModelInput& input = network.model().input();
  const rail::LineInput& line = input.lines[index];
  if (input.points[line.from].country != input.points[line.to].country)
    return both(kpis.find(fmt::format("crossing/{}/westbound/teu", line.id)),
                kpis.find(fmt::format("crossing/{}/eastbound/teu", line.id)));
  if (recorded == nullptr) return ReportJson::array({nullptr, nullptr});
  ReportJson list = ReportJson::array();
  for (const double teu : (*recorded)[index]) list.push_back(ReportJson::array({number(teu), nullptr}));
  return list;
}

// Of a share, four digits behind the point are more than anybody reads.
ReportJson short_share(double value) {
  constexpr double kTenThousand = 10000;
  return number(std::round(value * kTenThousand) / kTenThousand);
}

ReportJson short_mean(const Summary& summary) {
  return summary.count > 0 ? short_share(summary.mean) : ReportJson(nullptr);
}

// By line, in the order of the scenario: of each section mean, its half interval, busiest day and hour.
using SectionsOfLines = std::map<std::string, ReportJson>;

SectionsOfLines sections_of_lines(const rail::Model& model, const std::vector<SectionUse>& uses) {
  SectionsOfLines all;
  for (const SectionRow& row : section_rows(model, uses)) {
    const std::optional<double>& half = row.use.mean.half_width;
    ReportJson& of_line = all.try_emplace(row.line, ReportJson::array()).first->second;
    of_line.push_back(
        ReportJson::array({short_mean(row.use.mean), half ? short_share(*half) : ReportJson(nullptr),
                           short_mean(row.use.day), short_mean(row.use.peak)}));
  }
  return all;
}

void add_capacity(ReportJson& json, const CapacityRow* row) {
  for (const char* key : {"uic406_mean", "uic406_day", "uic406_peak", "path_use", "graph_pairs"})
    json[key] = nullptr;
  if (row == nullptr) return;
  json["uic406_mean"] = estimate(row->uic406_mean);
  json["uic406_day"] = estimate(row->uic406_day);
  json["uic406_peak"] = estimate(row->uic406_peak);
  if (row->paths_per_day) json["path_use"] = number(row->path_use);
  if (row->graph.per_day > 0) json["graph_pairs"] = number(row->graph.per_day);
}

ReportJson line_json(const ListedNetwork& network, std::uint32_t index, const LineRow& row,
                     const KpiTable& kpis, const LineTeu* recorded) {
  const rail::LineInput& line = network.model().input().lines[index];
  const int sections = rail::sections_of(line);
  return {{"id", line.id},
          {"name", row.name},
          {"from", *network.point(line.from)},
          {"to", *network.point(line.to)},
          {"gauge_mm", line.gauge_mm},
          {"tracks", line.tracks},
          {"length_km", number(line.length_km)},
          {"sections", sections},
          {"run_min", number(rail::section_run_s(line) * sections / kSecondsPerMinute)},
          {"paths_per_day", number(line.paths_per_day)},
          {"trains_per_day", both(row.trains_per_day_west, row.trains_per_day_east)},
          {"teu", teu_json(network, index, kpis, recorded)},
          {"wait_h", both(row.wait_west_h, row.wait_east_h)},
          {"path_wait_h", both(row.path_wait_west_h, row.path_wait_east_h)},
          {"occupancy", estimate(row.occupancy)}};
}

}  // namespace

ReportJson network_json(const ListedNetwork& network, const scenarios::Scenario& scenario,
                        const KpiTable& kpis, const LineTeu* recorded, const std::vector<SectionUse>& uses) {
  const std::vector<scenarios::PointOnMap> places = scenario.places();
  const std::vector<scenarios::ProcessText> processes = scenarios::process_texts(scenario);
  Texts texts;
  for (const scenarios::ProcessText& one : processes) texts.emplace(one.point, &one);
  ReportJson points = ReportJson::array(), lines = ReportJson::array();
  for (const std::uint32_t index : network.points())
    points.push_back(point_json(network, index, places[index], texts));
  const std::vector<LineRow> rows = line_rows(network.model(), kpis);
  const std::vector<CapacityRow> capacities = capacity_rows(network.model(), kpis);
  const SectionsOfLines sections = sections_of_lines(network.model(), uses);
  for (const std::uint32_t index : network.lines()) {
    lines.push_back(line_json(network, index, rows[index], kpis, recorded));
    const auto found = std::find_if(capacities.begin(), capacities.end(),
                                    [&](const CapacityRow& row) { return row.line == rows[index].line; });
    add_capacity(lines.back(), found == capacities.end() ? nullptr : &*found);
    const auto of_line = sections.find(rows[index].line);
    lines.back()["uic406_sections"] = of_line == sections.end() ? ReportJson(nullptr) : of_line->second;
  }
  return {{"points", std::move(points)}, {"lines", std::move(lines)}};
}

ReportJson crossings_json(const ListedNetwork& network, const KpiTable& kpis) {
  const rail::ModelInput& input = network.model().input();
  ReportJson list = ReportJson::array();
  for (const std::uint32_t index : network.lines()) {
    const rail::LineInput& line = input.lines[index];
    const std::string &from = input.points[line.from].country, &to = input.points[line.to].country;
    if (from == to) continue;
    const auto find = [&](const char* direction, const char* what) {
      return kpis.find(fmt::format("crossing/{}/{}/{}", line.id, direction, what));
    };
    list.push_back({{"line", *network.line(index)},
                    {"from_country", from},
                    {"to_country", to},
                    {"trains", both(find("westbound", "trains"), find("eastbound", "trains"))},
                    {"teu", both(find("westbound", "teu"), find("eastbound", "teu"))}});
  }
  return list;
}

}  // namespace studies
