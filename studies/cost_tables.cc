#include "studies/cost_tables.h"

#include <fmt/format.h>

#include <set>
#include <utility>

#include "studies/place_names.h"

namespace studies {
namespace {

constexpr std::size_t kMoney = rail::kMoneyItems;
constexpr std::size_t kEmissions = rail::kEmissionItems;

std::string item_name(std::size_t item) { return to_string(static_cast<rail::BillItem>(item)); }

CostRow cost_row(const std::string& origin, const std::string& destination, const KpiTable& kpis) {
  CostRow row;
  row.origin = origin;
  row.destination = destination;
  const std::string ends = fmt::format("{}-{}", origin, destination);
  row.containers = kpis.find(fmt::format("delivered/{}/containers", ends));
  row.cost_per_teu = kpis.find(fmt::format("cost/{}/per_teu", ends));
  for (std::size_t i = 0; i < kMoney; ++i)
    row.cost_parts.push_back(kpis.find(fmt::format("cost/{}/{}/per_teu", ends, item_name(i))));
  row.g_per_teu = kpis.find(fmt::format("emissions/{}/g_per_teu", ends));
  for (std::size_t i = kMoney; i < kMoney + kEmissions; ++i)
    row.emission_parts.push_back(kpis.find(fmt::format("emissions/{}/{}/g_per_teu", ends, item_name(i))));
  row.g_per_tonne_km = kpis.find(fmt::format("emissions/{}/g_per_tonne_km", ends));
  row.traction_kwh_per_teu = kpis.find(fmt::format("energy/{}/traction/kwh_per_teu", ends));
  return row;
}

std::vector<std::string> with_bill(std::vector<std::string> columns) {
  for (std::size_t i = 0; i < kMoney; ++i) columns.push_back(item_name(i) + "_cents");
  for (std::size_t i = kMoney; i < kMoney + kEmissions; ++i) columns.push_back(item_name(i) + "_co2e_g");
  columns.emplace_back("traction_wh");
  return columns;
}

void add(CsvRows& rows, const rail::Model& model, int replication, const rail::TrainBill& record) {
  const rail::ModelInput& input = model.input();
  rows.number(std::int64_t{replication}).identity(record.train).text(model.formed_by(record.pool));
  rows.text(input.points[record.from].id).text(input.points[record.to].id).text(to_string(record.direction));
  rows.number(std::int64_t{record.gauge_mm})
      .number(static_cast<double>(record.ended - record.wagons_since) / 3600);
  rows.number(record.km).number(record.gross_t);
  rows.number(std::int64_t{record.containers}).number(std::int64_t{record.teu});
  rows.numbers(record.bill).end_row();
}

void add(CsvRows& rows, const rail::Model& model, int replication, const rail::ContainerBill& record) {
  rows.number(std::int64_t{replication}).identity(record.container);
  rows.text(model.input().services[record.service].id).number(std::int64_t{record.leg});
  rows.identity(record.train).numbers(record.bill).end_row();
}

// Of `file`, if it is wanted.
template <class Record>
std::optional<CsvRows> rows_for(const std::optional<CsvFile>& file, const rail::Model& model, int replication,
                                const std::vector<Record>& records) {
  if (!file) return std::nullopt;
  std::optional<CsvRows> rows(file->columns());
  for (const Record& record : records) add(*rows, model, replication, record);
  return rows;
}

}  // namespace

std::vector<CostRow> cost_rows(const rail::Model& model, const KpiTable& kpis) {
  const rail::ModelInput& input = model.input();
  std::vector<CostRow> rows;
  if (!input.costs) return rows;
  std::set<std::pair<std::uint32_t, std::uint32_t>> pairs;
  for (const rail::ServiceInput& service : input.services) pairs.emplace(service.origin, service.destination);
  const PlaceNames names(model);
  for (const auto& [origin, destination] : pairs) {
    rows.push_back(cost_row(input.points[origin].id, input.points[destination].id, kpis));
    rows.back().name = fmt::format("{} - {}", names.point(origin), names.point(destination));
  }
  return rows;
}

void write_cost_table(const RunDirectory& directory, const rail::Model& model, const KpiTable& kpis) {
  if (!model.input().costs) return;
  std::vector<std::string> columns = {"origin",       "destination",      "name", "containers", "currency",
                                      "cost_per_teu", "cost_per_teu_ci95"};
  for (std::size_t i = 0; i < kMoney; ++i) columns.push_back(item_name(i) + "_per_teu");
  columns.insert(columns.end(), {"co2e_g_per_teu", "co2e_g_per_teu_ci95"});
  for (std::size_t i = kMoney; i < kMoney + kEmissions; ++i)
    columns.push_back(item_name(i) + "_co2e_g_per_teu");
  columns.insert(columns.end(), {"co2e_g_per_tonne_km", "traction_kwh_per_teu"});
  CsvFile file(directory.file("costs.csv"), columns);
  for (const CostRow& row : cost_rows(model, kpis)) {
    file.text(row.origin).text(row.destination).text(row.name).mean(row.containers);
    file.text(model.input().costs->currency).mean_and_half_width(row.cost_per_teu);
    for (const Summary& part : row.cost_parts) file.mean(part);
    file.mean_and_half_width(row.g_per_teu);
    for (const Summary& part : row.emission_parts) file.mean(part);
    file.mean(row.g_per_tonne_km).mean(row.traction_kwh_per_teu).end_row();
  }
  file.close();
}

BillFiles::BillFiles(const RunDirectory& directory, const rail::Model& model, bool trains, bool containers)
    : model_(model) {
  if (trains) {
    trains_.emplace(directory.file("bills_trains.csv"),
                    with_bill({"replication", "train", "formed_by", "from", "to", "direction", "gauge_mm",
                               "wagon_hours", "km", "gross_t", "containers", "teu"}));
  }
  if (containers) {
    containers_.emplace(directory.file("bills_containers.csv"),
                        with_bill({"replication", "container", "service", "leg", "train"}));
  }
}

BillRows BillFiles::rows_of(int replication, const rail::Observations& seen) const {
  return {rows_for(trains_, model_, replication, seen.train_bills),
          rows_for(containers_, model_, replication, seen.container_bills)};
}

void BillFiles::add(const BillRows& rows) {
  if (rows.trains) trains_->add(*rows.trains);
  if (rows.containers) containers_->add(*rows.containers);
}

void BillFiles::close() {
  if (trains_) trains_->close();
  if (containers_) containers_->close();
}

}  // namespace studies
