#include "studies/result_rows.h"

#include <fmt/format.h>

#include <set>
#include <string_view>
#include <utility>

#include "studies/binding.h"
#include "studies/place_names.h"

namespace studies {
namespace {

constexpr std::string_view kHeld = "held/";
constexpr rail::Direction kDirections[] = {rail::Direction::kWestbound, rail::Direction::kEastbound};

ReroutingRow rerouting_row(const std::string& service, const std::string& key, bool turn,
                           const KpiTable& kpis) {
  ReroutingRow row{service, kpis.find(key + "trains_rerouted"), kpis.find(key + "trains_diverted"), {}};
  if (turn) row.turned = kpis.find(key + "trains_turned");
  return row;
}

CrossingRow crossing_row(const rail::ModelInput& input, const std::string& name, std::uint32_t line,
                         const char* direction, const KpiTable& kpis) {
  CrossingRow row;
  row.line = input.lines[line].id;
  row.name = name;
  row.from_country = input.points[input.lines[line].from].country;
  row.to_country = input.points[input.lines[line].to].country;
  row.direction = direction;
  const std::string key = fmt::format("crossing/{}/{}/", row.line, direction);
  row.trains = kpis.find(key + "trains");
  row.teu = kpis.find(key + "teu");
  row.laden_teu = kpis.find(key + "laden_teu");
  row.containers = kpis.find(key + "containers");
  row.through_trains = kpis.find(key + "through_trains");
  row.through_teu = kpis.find(key + "through_teu");
  return row;
}

TransitRow transit_row(const rail::PointInput& origin, const rail::PointInput& destination,
                       const std::string& name, const KpiTable& kpis) {
  TransitRow row;
  row.origin = origin.id;
  row.destination = destination.id;
  row.name = name;
  const std::string ends = fmt::format("{}-{}", origin.id, destination.id);
  row.containers = kpis.find(fmt::format("delivered/{}/containers", ends));
  row.teu = kpis.find(fmt::format("delivered/{}/teu", ends));
  row.transit_mean = kpis.find(fmt::format("transit/{}/mean_days", ends));
  row.transit_p50 = kpis.find(fmt::format("transit/{}/p50_days", ends));
  row.transit_p90 = kpis.find(fmt::format("transit/{}/p90_days", ends));
  row.total_mean = kpis.find(fmt::format("total_time/{}/mean_days", ends));
  row.total_p50 = kpis.find(fmt::format("total_time/{}/p50_days", ends));
  row.total_p90 = kpis.find(fmt::format("total_time/{}/p90_days", ends));
  for (std::size_t cause = 0; cause < rail::kCauses; ++cause) {
    const char* name_of_cause = to_string(static_cast<rail::Cause>(cause));
    row.parts[cause] = kpis.find(fmt::format("total_time/{}/{}/mean_days", ends, name_of_cause));
  }
  return row;
}

ResourceRow server_row(const rail::ResourceInput& resource, const PlaceNames& names, const KpiTable& kpis) {
  ResourceRow row;
  row.id = resource.id;
  row.name = names.name(resource.id);
  row.kind = "servers";
  row.servers = resource.servers;
  const std::string key = fmt::format("resource/{}/", resource.id);
  row.utilisation = kpis.find(key + "utilisation");
  row.queue_mean = kpis.find(key + "queue_mean");
  row.queue_longest = kpis.find(key + "queue_longest");
  row.wait_mean_h = kpis.find(key + "wait_mean_h");
  return row;
}

ResourceRow bays_row(const std::string& id, int bays, const PlaceNames& names, const KpiTable& kpis) {
  ResourceRow row;
  row.id = id;
  row.name = names.name(id);
  row.kind = "bays";
  row.servers = bays;
  const std::string key = fmt::format("terminal/{}/", id);
  row.utilisation = kpis.find(key + "utilisation");
  row.queue_longest = kpis.find(key + "queue_longest");
  row.wait_mean_h = kpis.find(fmt::format("wait/{}/bay/mean_h", id));
  row.yard_teu_mean = kpis.find(key + "yard_teu_mean");
  row.yard_teu_most = kpis.find(key + "yard_teu_most");
  row.lifts = kpis.find(key + "lifts");
  row.trains_reformed = kpis.find(key + "trains_reformed");
  row.trains_kept = kpis.find(key + "trains_kept");
  return row;
}

}  // namespace

std::vector<CrossingRow> crossing_rows(const rail::Model& model, const KpiTable& kpis) {
  const rail::ModelInput& input = model.input();
  const PlaceNames names(model);
  std::vector<CrossingRow> rows;
  for (std::uint32_t line = 0; line < input.lines.size(); ++line) {
    if (input.points[input.lines[line].from].country == input.points[input.lines[line].to].country) continue;
    for (const char* direction : {"westbound", "eastbound", "both"}) {
      rows.push_back(crossing_row(input, names.line(line), line, direction, kpis));
    }
  }
  return rows;
}

std::vector<TransitRow> transit_rows(const rail::Model& model, const KpiTable& kpis) {
  const rail::ModelInput& input = model.input();
  std::set<std::pair<std::uint32_t, std::uint32_t>> pairs;
  for (const rail::ServiceInput& service : input.services) pairs.emplace(service.origin, service.destination);
  const PlaceNames names(model);
  std::vector<TransitRow> rows;
  for (const auto& [origin, destination] : pairs) {
    const std::string name = fmt::format("{} - {}", names.point(origin), names.point(destination));
    rows.push_back(transit_row(input.points[origin], input.points[destination], name, kpis));
  }
  return rows;
}

std::vector<DwellRow> dwell_rows(const rail::Model& model, const KpiTable& kpis) {
  const std::vector<rail::PointInput>& points = model.input().points;
  const PlaceNames names(model);
  std::vector<DwellRow> rows;
  for (std::uint32_t i = 0; i < points.size(); ++i) {
    for (const rail::Direction direction : kDirections) {
      const std::string key = fmt::format("dwell/{}/{}/", points[i].id, to_string(direction));
      rows.push_back({points[i].id, names.point(i), to_string(direction), kpis.find(key + "mean_h"),
                      kpis.find(key + "p50_h"), kpis.find(key + "p90_h")});
    }
  }
  return rows;
}

std::vector<WaitRow> wait_rows(const rail::Model& model, const KpiTable& kpis) {
  const PlaceNames names(model);
  std::vector<WaitRow> rows;
  for (const Wait& wait : waits(kpis)) {
    rows.push_back({wait.place, names.name(wait.place), wait.cause, wait.container_hours,
                    kpis.find(fmt::format("wait/{}/{}/mean_h", wait.place, wait.cause))});
  }
  return rows;
}

std::vector<ResourceRow> resource_rows(const rail::Model& model, const KpiTable& kpis) {
  const PlaceNames names(model);
  std::vector<ResourceRow> rows;
  for (const rail::ResourceInput& resource : model.input().resources) {
    rows.push_back(server_row(resource, names, kpis));
  }
  for (const rail::TerminalInfo& terminal : model.terminals()) {
    const std::string id = fmt::format("{}.{}", model.input().points[terminal.point].id, terminal.name);
    rows.push_back(bays_row(id, terminal.bays, names, kpis));
  }
  return rows;
}

std::vector<LineRow> line_rows(const rail::Model& model, const KpiTable& kpis) {
  const rail::ModelInput& input = model.input();
  const PlaceNames names(model);
  std::vector<LineRow> rows;
  for (std::uint32_t i = 0; i < input.lines.size(); ++i) {
    const rail::LineInput& line = input.lines[i];
    const std::string key = fmt::format("line/{}/", line.id);
    LineRow row;
    row.line = line.id;
    row.name = names.line(i);
    row.gauge_mm = line.gauge_mm;
    row.tracks = line.tracks;
    row.length_km = line.length_km;
    row.trains_per_day_west = kpis.find(key + "westbound/trains_per_day");
    row.trains_per_day_east = kpis.find(key + "eastbound/trains_per_day");
    row.wait_west_h = kpis.find(key + "westbound/wait_mean_h");
    row.wait_east_h = kpis.find(key + "eastbound/wait_mean_h");
    row.path_wait_west_h = kpis.find(key + "westbound/path_wait_mean_h");
    row.path_wait_east_h = kpis.find(key + "eastbound/path_wait_mean_h");
    row.occupancy = kpis.find(key + "occupancy");
    rows.push_back(row);
  }
  return rows;
}

std::vector<HeldRow> held_rows(const rail::Model& model, const KpiTable& kpis) {
  const PlaceNames names(model);
  std::set<std::string> lines;
  for (const rail::LineInput& line : model.input().lines) lines.insert(line.id);
  std::vector<HeldRow> rows;
  for (const KpiSummary& kpi : kpis.all()) {
    if (!kpi.key.starts_with(kHeld) || !kpi.key.ends_with("/trains")) continue;
    const std::string stem = kpi.key.substr(0, kpi.key.rfind('/') + 1);
    const std::size_t cut = stem.rfind('/', stem.size() - 2);
    const std::string place = stem.substr(kHeld.size(), cut - kHeld.size());
    rows.push_back({place, (lines.count(place) > 0 ? "on the line " : "") + names.name(place),
                    stem.substr(cut + 1, stem.size() - cut - 2), kpi.summary, kpis.find(stem + "train_hours"),
                    kpis.find(stem + "standing_mean"), kpis.find(stem + "waiting_at_end")});
  }
  return rows;
}

std::vector<FormedRow> formed_rows(const rail::Model& model, const KpiTable& kpis) {
  const PlaceNames names(model);
  std::vector<FormedRow> rows;
  for (const rail::FormationPlaceInfo& place : model.formation_places()) {
    const rail::PointInput& point = model.input().points[place.point];
    const char* direction = to_string(place.direction);
    const std::string key = fmt::format("formed/{}/{}/{}/", point.id, place.gauge_mm, direction);
    rows.push_back({point.id, names.point(place.point), direction, place.gauge_mm, kpis.find(key + "trains"),
                    kpis.find(key + "teu"), kpis.find(key + "feu_per_train"), kpis.find(key + "cancelled")});
  }
  return rows;
}

std::vector<DisruptionRow> disruption_rows(const rail::Model& model, const KpiTable& kpis) {
  std::vector<DisruptionRow> rows;
  for (const rail::DisruptionInput& disruption : model.input().disruptions) {
    const std::string key = fmt::format("disruption/{}/", disruption.id);
    rows.push_back({disruption.id, kpis.find(key + "trains_held"), kpis.find(key + "most_waiting"),
                    kpis.find(key + "time_to_clear_h")});
  }
  return rows;
}

// Services whose trains all kept to their routes are left out.
std::vector<ReroutingRow> rerouting_rows(const rail::Model& model, const KpiTable& kpis) {
  std::vector<ReroutingRow> rows;
  if (!model.input().rerouting) return rows;
  const bool turn = model.input().turns_trains();
  for (const std::uint32_t s : model.input().rerouting->services) {
    const std::string& id = model.input().services[s].id;
    const ReroutingRow row = rerouting_row(id, fmt::format("rerouting/{}/", id), turn, kpis);
    if (row.rerouted.mean > 0 || row.diverted.mean > 0 || row.turned.mean > 0) rows.push_back(row);
  }
  rows.push_back(rerouting_row("all", "rerouting/", turn, kpis));
  return rows;
}

}  // namespace studies
