// What journeys cost and emit, as rows and as files. All of it is empty in a scenario without costs.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/model.h"
#include "models/observations.h"
#include "studies/csv_file.h"
#include "studies/kpi_table.h"
#include "studies/run_directory.h"

namespace studies {

// Containers of one origin and destination: money and grams per TEU.
struct CostRow {
  std::string origin, destination, name;
  Summary containers;
  Summary cost_per_teu;
  std::vector<Summary> cost_parts;  // as the first kMoneyItems of rail::BillItem
  Summary g_per_teu;
  std::vector<Summary> emission_parts;  // as the kEmissionItems behind them
  Summary g_per_tonne_km, traction_kwh_per_teu;
};
std::vector<CostRow> cost_rows(const rail::Model& model, const KpiTable& kpis);

// costs.csv
void write_cost_table(const RunDirectory& directory, const rail::Model& model, const KpiTable& kpis);

// Bills of one replication, as text.
struct BillRows {
  std::optional<CsvRows> trains, containers;
};

// The bills of single trains and containers: bills_trains.csv, bills_containers.csv.
class BillFiles {
 public:
  BillFiles(const RunDirectory& directory, const rail::Model& model, bool trains, bool containers);
  // From any thread, several at a time.
  BillRows rows_of(int replication, const rail::Observations& seen) const;
  void add(const BillRows& rows);
  void close();

 private:
  const rail::Model& model_;
  std::optional<CsvFile> trains_, containers_;
};

}  // namespace studies
