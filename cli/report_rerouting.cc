#include "cli/numbers.h"
#include "cli/report.h"
#include "cli/text_table.h"
#include "studies/result_rows.h"

namespace cli {

std::string rerouting_section(const Report& report) {
  const std::vector<studies::ReroutingRow> all = studies::rerouting_rows(report.model, report.result.kpis);
  if (all.empty()) return {};
  TextTable table({"", "re-routed", "diverted"});
  for (const studies::ReroutingRow& row : all)
    table.add({row.service, with_interval(row.rerouted, 1), with_interval(row.diverted, 1)});
  return section("Trains that went another way than planned", table, 0);
}

}  // namespace cli
