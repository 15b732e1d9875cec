#include "cli/numbers.h"
#include "cli/report.h"
#include "cli/text_table.h"
#include "studies/result_rows.h"

namespace cli {

std::string rerouting_section(const Report& report) {
  const std::vector<studies::ReroutingRow> all = studies::rerouting_rows(report.model, report.result.kpis);
  if (all.empty()) return {};
  const bool turn = report.model.input().turns_trains();
  std::vector<std::string> head{"", "re-routed", "diverted"};
  if (turn) head.emplace_back("turned back");
  TextTable table(head);
  for (const studies::ReroutingRow& row : all) {
    std::vector<std::string> cells{row.service, with_interval(row.rerouted, 1),
                                   with_interval(row.diverted, 1)};
    if (turn) cells.push_back(with_interval(row.turned, 1));
    table.add(cells);
  }
  return section(turn ? "Trains that went another way than planned, or turned back"
                      : "Trains that went another way than planned",
                 table, 0);
}

}  // namespace cli
