// Section on capacity: lines by what their trains take, and bounds of the whole scenario.
#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "cli/numbers.h"
#include "cli/report.h"
#include "cli/terminal.h"
#include "cli/text_table.h"
#include "studies/capacity_rows.h"

namespace cli {
namespace {

using studies::BoundRow;
using studies::CapacityRow;

constexpr std::size_t kLines = 10;
constexpr int kScenarioMixSteps = 3;

// "27 % of 14"
std::string use_text(double use, double capacity) {
  return capacity > 0 ? fmt::format("{:.0f} % of {:.0f}", 100 * use, capacity) : "-";
}

const char* over_limit(const CapacityRow& row) {
  const std::string_view verdict = studies::uic406_verdict(row);
  return verdict == "within" ? "" : verdict.data();
}

std::string lines_by_occupancy(const Report& report) {
  const rail::GraphParameters parameters;
  std::vector<CapacityRow> all = studies::capacity_rows(report.model, report.result.kpis, parameters);
  std::erase_if(all, [](const CapacityRow& row) { return row.uic406_mean.mean <= 0; });
  std::stable_sort(all.begin(), all.end(), [](const CapacityRow& x, const CapacityRow& y) {
    return x.uic406_mean.mean > y.uic406_mean.mean;
  });
  const std::size_t shown = rows_shown(report, all.size(), kLines);
  TextTable table({"", "tracks", "west", "east", "UIC 406", "day", "peak", "1520", "paths", "<"});
  for (std::size_t i = 0; i < shown; ++i) {
    const CapacityRow& row = all[i];
    table.add({row.name, std::to_string(row.tracks), mean_only(row.trains_per_day_west, 1),
               mean_only(row.trains_per_day_east, 1), percent(row.uic406_mean), percent(row.uic406_day),
               percent(row.uic406_peak), use_text(row.graph_use, row.graph.per_day),
               use_text(row.path_use, row.paths_per_day.value_or(0)), over_limit(row)});
  }
  return section(
      fmt::format("Capacity of lines, trains a day: UIC 406 (limits {:.0f} % a day, {:.0f} % in the "
                  "peak), 1520 practice at {:.1f}",
                  100 * rail::kUic406LimitDay, 100 * rail::kUic406LimitPeak, parameters.reliability),
      table, all.size() - shown);
}

std::string bound_text(const BoundRow& row) {
  std::string text =
      fmt::format("{}{}: {} {}", row.step > 1 ? "then " : "", row.bound, grouped(row.value, 1), row.unit);
  if (row.times_demand > 0) text += fmt::format(", {:.2f} times demand", row.times_demand);
  return text + fmt::format("; simulated {}", grouped(row.simulated, 1));
}

std::string what_binds(const BoundRow& row) {
  const std::string price =
      row.price ? fmt::format(", +{} per {}", grouped(*row.price, 2), row.capacity_unit) : "";
  return fmt::format("{} ({}{})", row.name, row.kind, price);
}

// The steps of a bound, each with all that binds there.
std::string bounds(const Report& report) {
  const std::vector<BoundRow> rows =
      studies::bound_rows(report.model, report.result.kpis, studies::scenario_bounds(report.model));
  std::string text = bold("Bounds: no simulation of this scenario passes them in the long run") + "\n";
  for (std::size_t i = 0; i < rows.size();) {
    const BoundRow& first = rows[i];
    std::string binding;
    for (; i < rows.size() && rows[i].bound == first.bound && rows[i].step == first.step; ++i)
      binding += (binding.empty() ? "" : "; ") + what_binds(rows[i]);
    const int steps = first.bound == "scenario mix" ? kScenarioMixSteps : 1;
    if (first.step > steps && !report.all) continue;
    text += wrapped(bound_text(first), kScreenWidth, 2) + wrapped(binding, kScreenWidth, 4);
  }
  return text + "\n";
}

}  // namespace

std::string capacity_section(const Report& report) { return lines_by_occupancy(report) + bounds(report); }

}  // namespace cli
