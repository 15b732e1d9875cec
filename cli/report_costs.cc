// What journeys cost and emit.
#include <fmt/format.h>

#include <algorithm>

#include "cli/numbers.h"
#include "cli/report.h"
#include "cli/text_table.h"
#include "studies/cost_tables.h"

namespace cli {
namespace {

constexpr std::size_t kPairs = 12;
constexpr double kKilo = 1000;

studies::Summary in_kilo(studies::Summary summary) {
  summary.mean /= kKilo;
  if (summary.half_width) *summary.half_width /= kKilo;
  return summary;
}

// Of money: those that some row has any of, as the parts of a journey's time are shown.
std::vector<std::size_t> parts_met(const std::vector<studies::CostRow>& rows) {
  std::vector<std::size_t> met;
  for (std::size_t part = 0; part < rail::kMoneyItems; ++part) {
    const auto is_met = [part](const studies::CostRow& row) { return row.cost_parts[part].mean > 0; };
    if (std::any_of(rows.begin(), rows.end(), is_met)) met.push_back(part);
  }
  return met;
}

TextTable empty_table(const std::vector<std::size_t>& parts) {
  std::vector<std::string> titles = {"", "cost/TEU"};
  for (const std::size_t part : parts) titles.emplace_back(to_string(static_cast<rail::BillItem>(part)));
  titles.insert(titles.end(), {"kg CO2e/TEU", "g/tkm"});
  return TextTable(titles);
}

}  // namespace

// Most containers first. Nothing at all where no costs are stated.
std::string costs_section(const Report& report) {
  std::vector<studies::CostRow> all = studies::cost_rows(report.model, report.result.kpis);
  if (all.empty()) return {};
  std::erase_if(all, [](const studies::CostRow& row) { return row.cost_per_teu.count == 0; });
  std::stable_sort(all.begin(), all.end(), [](const studies::CostRow& x, const studies::CostRow& y) {
    return x.containers.mean > y.containers.mean;
  });
  const std::size_t shown = rows_shown(report, all.size(), kPairs);
  const std::vector<std::size_t> parts = parts_met(all);
  TextTable table = empty_table(parts);
  for (std::size_t i = 0; i < shown; ++i) {
    const studies::CostRow& row = all[i];
    std::vector<std::string> cells = {row.name, with_interval(row.cost_per_teu, 0)};
    for (const std::size_t part : parts) cells.push_back(mean_only(row.cost_parts[part], 0));
    cells.push_back(with_interval(in_kilo(row.g_per_teu), 0));
    cells.push_back(mean_only(row.g_per_tonne_km, 1));
    table.add(std::move(cells));
  }
  return section(fmt::format("Costs ({}) and emissions of containers, release to delivery",
                             report.model.input().costs->currency),
                 table, all.size() - shown);
}

}  // namespace cli
