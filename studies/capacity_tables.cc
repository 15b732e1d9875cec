#include "studies/capacity_tables.h"

#include "studies/capacity_rows.h"
#include "studies/csv_file.h"

namespace studies {
namespace {

constexpr double kSecondsPerMinute = 60.0;

void number_or_empty(CsvFile& file, double value) { value > 0 ? file.number(value) : file.empty(); }

void write_capacity(const RunDirectory& directory, const rail::Model& model, const KpiTable& kpis) {
  CsvFile file(
      directory.file("capacity.csv"),
      {"line", "name", "gauge_mm", "tracks", "trains_per_day_west", "trains_per_day_east", "uic406_mean",
       "uic406_mean_ci95", "uic406_day", "uic406_peak", "uic406_limit_day", "uic406_limit_peak", "uic406",
       "graph_period_min", "graph_per_day", "graph_use", "graph_reliability", "paths_per_day", "path_use"});
  for (const CapacityRow& row : capacity_rows(model, kpis)) {
    file.text(row.line).text(row.name).number(std::int64_t{row.gauge_mm}).number(std::int64_t{row.tracks});
    file.mean(row.trains_per_day_west).mean(row.trains_per_day_east);
    file.mean_and_half_width(row.uic406_mean).mean(row.uic406_day).mean(row.uic406_peak);
    file.number(rail::kUic406LimitDay)
        .number(rail::kUic406LimitPeak)
        .text(uic406_verdict(row.uic406_day, row.uic406_peak));
    number_or_empty(file, static_cast<double>(row.graph.period_s) / kSecondsPerMinute);
    number_or_empty(file, row.graph.per_day);
    row.graph.per_day > 0 ? file.number(row.graph_use) : file.empty();
    file.number(model.input().graph_reliability);
    number_or_empty(file, row.paths_per_day.value_or(0));
    row.paths_per_day ? file.number(row.path_use) : file.empty();
    file.end_row();
  }
  file.close();
}

void write_bounds(const RunDirectory& directory, const rail::Model& model, const KpiTable& kpis) {
  CsvFile file(directory.file("bounds.csv"),
               {"bound", "step", "value", "unit", "times_demand", "simulated", "kind", "place", "name",
                "capacity_per_day", "capacity_unit", "price"});
  for (const BoundRow& row : bound_rows(model, kpis, scenario_bounds(model))) {
    file.text(row.bound).number(std::int64_t{row.step}).number(row.value).text(row.unit);
    number_or_empty(file, row.times_demand);
    file.number(row.simulated).text(row.kind).text(row.place).text(row.name);
    file.number(row.capacity).text(row.capacity_unit);
    file.number_or_empty(row.price);
    file.end_row();
  }
  file.close();
}

}  // namespace

void write_capacity_tables(const RunDirectory& directory, const rail::Model& model, const KpiTable& kpis) {
  write_capacity(directory, model, kpis);
  write_bounds(directory, model, kpis);
}

}  // namespace studies
