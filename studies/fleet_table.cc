#include "studies/fleet_table.h"

#include "studies/csv_file.h"
#include "studies/fleet_rows.h"

namespace studies {

void write_fleet_table(const RunDirectory& directory, const rail::Model& model, const KpiTable& kpis) {
  const std::vector<FleetRow> rows = fleet_rows(model, kpis);
  if (rows.empty()) return;
  CsvFile file(directory.file("fleets.csv"),
               {"fleet", "kind", "point", "name", "units", "utilisation", "utilisation_ci95", "turning",
                "idle_mean", "idle_mean_ci95", "idle_least", "trains", "waiting_mean", "queue_longest",
                "wait_mean_h", "wait_mean_h_ci95", "wait_container_hours"});
  for (const FleetRow& row : rows) {
    file.text(row.fleet).text(row.kind).text(row.point).text(row.name).number(row.units);
    file.mean_and_half_width(row.utilisation).mean(row.turning);
    file.mean_and_half_width(row.idle_mean).mean(row.idle_least);
    file.mean(row.trains).mean(row.waiting_mean).mean(row.queue_longest);
    file.mean_and_half_width(row.wait_mean_h).mean(row.wait_container_hours).end_row();
  }
  file.close();
}

}  // namespace studies
