// Containers by origin and destination: times, causes, legs, costs.
#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>

#include "models/model_tables.h"
#include "studies/container_journeys.h"
#include "studies/cost_tables.h"
#include "studies/report_parts.h"
#include "studies/result_rows.h"

namespace studies {
namespace {

constexpr double kSecondsPerDay = 86400.0;
constexpr std::array kPercentiles = {1, 5, 10, 25, 50, 75, 90, 95, 99};  // as PERCENTILES of data.ts
constexpr std::size_t kLeastForPercentiles = 20;

using Recorded = std::map<std::pair<std::uint32_t, std::uint32_t>, RecordedJourneys>;

// Between the two nearest of sorted numbers.
double percentile(const std::vector<std::int64_t>& sorted, double percent) {
  const double at = percent / 100 * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(at);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  const auto low = static_cast<double>(sorted[below]), high = static_cast<double>(sorted[above]);
  return low + (at - static_cast<double>(below)) * (high - low);
}

ReportJson percentiles_json(const RecordedJourneys& journeys) {
  if (journeys.transit_s.size() < kLeastForPercentiles) return nullptr;
  ReportJson list = ReportJson::array();
  for (const int percent : kPercentiles)
    list.push_back(number(percentile(journeys.transit_s, percent) / kSecondsPerDay));
  return list;
}

int gauge_of(const rail::Model& model, std::uint32_t from, std::uint32_t to) {
  for (const rail::LegTable& leg : model.tables().legs) {
    if (leg.from == from && leg.to == to) return leg.gauge_mm;
  }
  return 0;
}

ReportJson legs_json(const ListedNetwork& network, const RecordedJourneys& journeys) {
  ReportJson list = ReportJson::array();
  for (const RecordedJourneys::Leg& leg : journeys.legs) {
    ReportJson causes = ReportJson::array();
    for (const std::int64_t seconds : leg.account)
      causes.push_back(
          number(static_cast<double>(seconds) / kSecondsPerDay / static_cast<double>(journeys.containers)));
    list.push_back({{"from", *network.point(leg.from)},
                    {"to", *network.point(leg.to)},
                    {"gauge_mm", gauge_of(network.model(), leg.from, leg.to)},
                    {"containers", journeys.containers},
                    {"causes", std::move(causes)}});
  }
  return list;
}

ReportJson parts_json(const std::vector<Summary>& parts, std::size_t first_item) {
  ReportJson list = ReportJson::array();
  for (std::size_t i = 0; i < parts.size(); ++i) {
    list.push_back(
        {{"name", to_string(static_cast<rail::BillItem>(first_item + i))}, {"value", estimate(parts[i])}});
  }
  return list;
}

ReportJson costs_json(const rail::ModelInput& input, const CostRow& row) {
  return {{"currency", input.costs->currency},
          {"per_teu", estimate(row.cost_per_teu)},
          {"parts", parts_json(row.cost_parts, 0)},
          {"g_per_teu", estimate(row.g_per_teu)},
          {"emission_parts", parts_json(row.emission_parts, rail::kMoneyItems)},
          {"g_per_tonne_km", estimate(row.g_per_tonne_km)},
          {"kwh_per_teu", estimate(row.traction_kwh_per_teu)}};
}

ReportJson journey_json(const TransitRow& row, std::size_t origin, std::size_t destination) {
  ReportJson causes = ReportJson::array();
  for (const Summary& part : row.parts) causes.push_back(mean(part));
  return {{"origin", origin},
          {"destination", destination},
          {"name", row.name},
          {"containers", estimate(row.containers)},
          {"teu", estimate(row.teu)},
          {"transit_mean", estimate(row.transit_mean)},
          {"transit_p50", estimate(row.transit_p50)},
          {"transit_p90", estimate(row.transit_p90)},
          {"total_mean", estimate(row.total_mean)},
          {"total_p50", estimate(row.total_p50)},
          {"total_p90", estimate(row.total_p90)},
          {"causes", std::move(causes)},
          {"transit_percentiles", nullptr},
          {"legs", nullptr},
          {"single", nullptr},
          {"costs", nullptr}};
}

std::map<std::string, std::uint32_t> points_by_id(const rail::ModelInput& input) {
  std::map<std::string, std::uint32_t> points;
  for (std::uint32_t i = 0; i < input.points.size(); ++i) points.emplace(input.points[i].id, i);
  return points;
}

}  // namespace

ReportJson journeys_json(const ListedNetwork& network, const KpiTable& kpis, const FirstRecords& records) {
  const rail::ModelInput& input = network.model().input();
  const auto points = points_by_id(input);
  const Recorded recorded = recorded_journeys(input, records.legs);
  const TrainStops trains(records.stops);
  std::vector<TransitRow> rows = transit_rows(network.model(), kpis);
  std::stable_sort(rows.begin(), rows.end(), [](const TransitRow& x, const TransitRow& y) {
    return x.containers.mean > y.containers.mean;
  });
  std::map<std::string, CostRow> costs;  // by ends
  for (const CostRow& row : cost_rows(network.model(), kpis))
    costs.emplace(row.origin + "-" + row.destination, row);
  ReportJson list = ReportJson::array();
  for (const TransitRow& row : rows) {
    const std::pair ends(points.at(row.origin), points.at(row.destination));
    const auto origin = network.point(ends.first), destination = network.point(ends.second);
    if (row.containers.mean <= 0 || !origin || !destination) continue;
    list.push_back(journey_json(row, *origin, *destination));
    if (const auto found = recorded.find(ends); found != recorded.end()) {
      list.back()["transit_percentiles"] = percentiles_json(found->second);
      list.back()["legs"] = legs_json(network, found->second);
      list.back()["single"] = containers_json(network, found->second.each, trains);
    }
    if (const auto found = costs.find(row.origin + "-" + row.destination); found != costs.end())
      list.back()["costs"] = costs_json(input, found->second);
  }
  return list;
}

}  // namespace studies
