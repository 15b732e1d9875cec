// The section on commodities.
#include <fmt/format.h>

#include "cli/numbers.h"
#include "cli/report.h"
#include "cli/text_table.h"

namespace cli {
namespace {

void add_row(const studies::KpiTable& kpis, const std::string& commodity, const std::string& where,
             TextTable& table) {
  const std::string key = fmt::format("goods/{}/{}/", commodity, where);
  const studies::Summary containers = kpis.find(key + "containers");
  if (containers.mean == 0) return;
  table.add(
      {commodity, where, with_interval(containers, 0), with_interval(kpis.find(key + "transit/mean_days"), 2),
       mean_only(kpis.find(key + "transit/p90_days"), 1),
       with_interval(kpis.find(key + "total/mean_days"), 2), mean_only(kpis.find(key + "total/p90_days"), 1),
       percent(kpis.find(key + "late_transit")), percent(kpis.find(key + "late_total"))});
}

// Of "goods/<commodity>/<where>/containers"; empty for other keys.
std::string where_of(const std::string& key, const std::string& commodity) {
  const std::string head = "goods/" + commodity + "/", tail = "/containers";
  if (!key.starts_with(head) || !key.ends_with(tail)) return {};
  return key.substr(head.size(), key.size() - head.size() - tail.size());
}

}  // namespace

// Directions and pairs as the KPIs list them.
std::string goods_section(const Report& report) {
  const rail::ModelInput& input = report.model.input();
  if (input.commodities.empty()) return {};
  TextTable table({"", "where", "containers", "days in transit", "p90", "from release", "p90",
                   "late in transit", "late from release"});
  for (const rail::CommodityInput& commodity : input.commodities) {
    for (const studies::KpiSummary& kpi : report.result.kpis.all()) {
      const std::string where = where_of(kpi.key, commodity.id);
      if (!where.empty()) add_row(report.result.kpis, commodity.id, where, table);
    }
  }
  return section("Goods: how long they take, and how many longer than they should", table, 0);
}

}  // namespace cli
