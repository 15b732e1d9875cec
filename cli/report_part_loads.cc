// The section on part loads.
#include <fmt/format.h>

#include "cli/numbers.h"
#include "cli/report.h"
#include "cli/text_table.h"

namespace cli {

std::string part_loads_section(const Report& report) {
  const rail::ModelInput& input = report.model.input();
  if (input.part_loads.empty()) return {};
  const studies::KpiTable& kpis = report.result.kpis;
  TextTable table({"", "hub", "loads in", "out", "containers", "fill", "sent early", "gathering h", "p90",
                   "days in all"});
  for (const rail::PartLoadInput& loads : input.part_loads) {
    const std::string key = fmt::format("part_loads/{}/", loads.id);
    table.add({loads.id, input.points[input.services[loads.service].origin].id,
               with_interval(kpis.find(key + "loads_in"), 0), with_interval(kpis.find(key + "loads_out"), 0),
               with_interval(kpis.find(key + "containers"), 0), percent(kpis.find(key + "fill")),
               percent(kpis.find(key + "sent_early")), with_interval(kpis.find(key + "gathering/mean_h"), 1),
               mean_only(kpis.find(key + "gathering/p90_h"), 1),
               with_interval(kpis.find(key + "total/mean_days"), 2)});
  }
  return section("Part loads: how full their containers leave, and how long that takes", table, 0);
}

}  // namespace cli
