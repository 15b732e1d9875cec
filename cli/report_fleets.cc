// The section on wagons and locomotives.
#include <fmt/format.h>

#include <algorithm>

#include "cli/numbers.h"
#include "cli/report.h"
#include "cli/text_table.h"
#include "studies/fleet_rows.h"

namespace cli {
namespace {

constexpr std::size_t kStocks = 10;

}  // namespace

// Where most is waited first. Nothing at all where no wagons or locomotives are counted.
std::string fleets_section(const Report& report) {
  std::vector<studies::FleetRow> all = studies::fleet_rows(report.model, report.result.kpis);
  if (all.empty()) return {};
  std::stable_sort(all.begin(), all.end(), [](const studies::FleetRow& x, const studies::FleetRow& y) {
    return x.waiting_mean.mean > y.waiting_mean.mean;
  });
  const std::size_t shown = rows_shown(report, all.size(), kStocks);
  TextTable table({"", "all there are", "in use", "idle here", "least", "trains", "waiting", "h/train"});
  for (std::size_t i = 0; i < shown; ++i) {
    const studies::FleetRow& row = all[i];
    table.add({row.name, grouped(static_cast<double>(row.units), 0), percent(row.utilisation),
               mean_only(row.idle_mean, 1), mean_only(row.idle_least, 1), with_interval(row.trains, 0),
               mean_only(row.waiting_mean, 2), with_interval(row.wait_mean_h, 2)});
  }
  return section("Wagons and locomotives: where trains wait for them", table, all.size() - shown);
}

}  // namespace cli
