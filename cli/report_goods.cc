// The sections on commodities and on part loads.
#include "cli/numbers.h"
#include "cli/report.h"
#include "cli/text_table.h"
#include "studies/goods_tables.h"

namespace cli {

std::string goods_section(const Report& report) {
  if (report.model.input().commodities.empty()) return {};
  TextTable table({"", "where", "containers", "days in transit", "p90", "from release", "p90",
                   "late in transit", "late from release"});
  for (const studies::GoodsRow& row : studies::goods_rows(report.model, report.result.kpis)) {
    if (row.containers.mean == 0) continue;
    table.add({row.commodity, row.where, with_interval(row.containers, 0),
               days_with_interval(row.transit_mean, 2), days_mean_only(row.transit_p90, 1),
               days_with_interval(row.total_mean, 2), days_mean_only(row.total_p90, 1),
               percent(row.late_transit), percent(row.late_total)});
  }
  return section("Goods: how long they take, and how many longer than they should", table, 0);
}

std::string part_loads_section(const Report& report) {
  if (report.model.input().part_loads.empty()) return {};
  TextTable table({"", "hub", "loads in", "out", "containers", "fill", "sent early", "gathering h", "p90",
                   "days in all"});
  for (const studies::PartLoadRow& row : studies::part_load_rows(report.model, report.result.kpis)) {
    table.add({row.id, row.hub, with_interval(row.loads_in, 0), with_interval(row.loads_out, 0),
               with_interval(row.containers, 0), percent(row.fill), percent(row.sent_early),
               with_interval(row.gathering_mean, 1), mean_only(row.gathering_p90, 1),
               days_with_interval(row.total_mean, 2)});
  }
  return section("Part loads: how full their containers leave, and how long that takes", table, 0);
}

}  // namespace cli
