#include "studies/goods_tables.h"

#include <fmt/format.h>

#include "studies/csv_file.h"

namespace studies {
namespace {

// Of "goods/<commodity>/<where>/containers"; empty for other keys.
std::string where_of(const std::string& key, const std::string& commodity) {
  const std::string head = "goods/" + commodity + "/", tail = "/containers";
  if (!key.starts_with(head) || !key.ends_with(tail)) return {};
  return key.substr(head.size(), key.size() - head.size() - tail.size());
}

GoodsRow goods_row(const std::string& commodity, const std::string& where, const KpiTable& kpis) {
  const auto find = [&](const char* what) {
    return kpis.find(fmt::format("goods/{}/{}/{}", commodity, where, what));
  };
  GoodsRow row;
  row.commodity = commodity;
  row.where = where;
  row.containers = find("containers");
  row.transit_mean = find("transit/mean_days");
  row.transit_p50 = find("transit/p50_days");
  row.transit_p90 = find("transit/p90_days");
  row.total_mean = find("total/mean_days");
  row.total_p50 = find("total/p50_days");
  row.total_p90 = find("total/p90_days");
  row.late_transit = find("late_transit");
  row.late_total = find("late_total");
  return row;
}

PartLoadRow part_load_row(const rail::ModelInput& input, const rail::PartLoadInput& loads,
                          const KpiTable& kpis) {
  const auto find = [&](const char* what) {
    return kpis.find(fmt::format("part_loads/{}/{}", loads.id, what));
  };
  PartLoadRow row;
  row.id = loads.id;
  row.hub = input.points[input.services[loads.service].origin].id;
  row.service = input.services[loads.service].id;
  row.commodity = commodity_name(input, loads.commodity);
  row.loads_in = find("loads_in");
  row.loads_out = find("loads_out");
  row.containers = find("containers");
  row.fill = find("fill");
  row.sent_early = find("sent_early");
  row.gathering_mean = find("gathering/mean_h");
  row.gathering_p50 = find("gathering/p50_h");
  row.gathering_p90 = find("gathering/p90_h");
  row.total_mean = find("total/mean_days");
  return row;
}

void write_goods(const RunDirectory& directory, const rail::Model& model, const KpiTable& kpis) {
  if (model.input().commodities.empty()) return;
  CsvFile file(directory.file("goods.csv"),
               {"commodity", "where", "containers", "containers_ci95", "transit_mean_days",
                "transit_mean_days_ci95", "transit_p50_days", "transit_p90_days", "total_mean_days",
                "total_mean_days_ci95", "total_p50_days", "total_p90_days", "late_transit", "late_total"});
  for (const GoodsRow& row : goods_rows(model, kpis)) {
    file.text(row.commodity).text(row.where).mean_and_half_width(row.containers);
    file.mean_and_half_width(row.transit_mean).mean(row.transit_p50).mean(row.transit_p90);
    file.mean_and_half_width(row.total_mean).mean(row.total_p50).mean(row.total_p90);
    file.mean(row.late_transit).mean(row.late_total).end_row();
  }
  file.close();
}

void write_part_loads(const RunDirectory& directory, const rail::Model& model, const KpiTable& kpis) {
  if (model.input().part_loads.empty()) return;
  CsvFile file(directory.file("part_loads.csv"),
               {"part_loads", "hub", "service", "commodity", "loads_in", "loads_in_ci95", "loads_out",
                "loads_out_ci95", "containers", "containers_ci95", "fill", "sent_early", "gathering_mean_h",
                "gathering_mean_h_ci95", "gathering_p50_h", "gathering_p90_h", "total_mean_days",
                "total_mean_days_ci95"});
  for (const PartLoadRow& row : part_load_rows(model, kpis)) {
    file.text(row.id).text(row.hub).text(row.service).text(row.commodity);
    file.mean_and_half_width(row.loads_in).mean_and_half_width(row.loads_out);
    file.mean_and_half_width(row.containers).mean(row.fill).mean(row.sent_early);
    file.mean_and_half_width(row.gathering_mean).mean(row.gathering_p50).mean(row.gathering_p90);
    file.mean_and_half_width(row.total_mean).end_row();
  }
  file.close();
}

}  // namespace

std::vector<GoodsRow> goods_rows(const rail::Model& model, const KpiTable& kpis) {
  std::vector<GoodsRow> rows;
  for (const rail::CommodityInput& commodity : model.input().commodities) {
    for (const KpiSummary& kpi : kpis.all()) {
      const std::string where = where_of(kpi.key, commodity.id);
      if (!where.empty()) rows.push_back(goods_row(commodity.id, where, kpis));
    }
  }
  return rows;
}

std::vector<PartLoadRow> part_load_rows(const rail::Model& model, const KpiTable& kpis) {
  std::vector<PartLoadRow> rows;
  for (const rail::PartLoadInput& loads : model.input().part_loads)
    rows.push_back(part_load_row(model.input(), loads, kpis));
  return rows;
}

std::string commodity_name(const rail::ModelInput& input, std::uint8_t commodity) {
  return commodity == rail::kNoCommodity ? std::string() : input.commodities[commodity].id;
}

void write_goods_tables(const RunDirectory& directory, const rail::Model& model, const KpiTable& kpis) {
  write_goods(directory, model, kpis);
  write_part_loads(directory, model, kpis);
}

}  // namespace studies
