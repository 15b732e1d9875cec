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
constexpr int kSteps = 3;
constexpr std::size_t kBinding = 6;

// "27 % of 14"
std::string use_text(double use, double capacity) {
  return capacity > 0 ? fmt::format("{:.0f} % of {:.0f}", 100 * use, capacity) : "-";
}

const char* over_limit(const CapacityRow& row) {
  const std::string_view verdict = studies::uic406_verdict(row.uic406_day, row.uic406_peak);
  return verdict == "within" ? "" : verdict.data();
}

std::string lines_by_occupancy(const Report& report) {
  std::vector<CapacityRow> all = studies::capacity_rows(report.model, report.result.kpis);
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
                  "peak), 1520 practice at {:.2g}",
                  100 * rail::kUic406LimitDay, 100 * rail::kUic406LimitPeak,
                  report.model.input().graph_reliability),
      table, all.size() - shown);
}

std::string bound_text(const BoundRow& row) {
  std::string text =
      fmt::format("{}{}: {} {}", row.step > 1 ? "then " : "", row.bound, grouped(row.value, 1), row.unit);
  if (row.times_demand > 0) text += fmt::format(", {:.2f} times demand", row.times_demand);
  // Below today's demand a run need not keep its proportions, and passes it.
  if (row.bound == "scenario mix" && row.times_demand < 1) return text;
  return text + fmt::format("; simulated {}", grouped(row.simulated, 1));
}

std::string what_binds(const BoundRow& row) {
  const std::string price =
      row.price ? fmt::format(", +{} per {}", grouped(*row.price, 2), row.capacity_unit) : "";
  return fmt::format("{} ({}{})", row.name, row.kind, price);
}

std::string binding_text(const Report& report, const std::vector<BoundRow>& step) {
  const std::size_t shown = rows_shown(report, step.size(), kBinding);
  std::string text;
  for (std::size_t i = 0; i < shown; ++i) text += (i == 0 ? "" : "; ") + what_binds(step[i]);
  if (shown < step.size()) text += fmt::format("; and {} more: --all", step.size() - shown);
  return text;
}

// The steps of a bound, each with all that binds there.
std::string bounds(const Report& report) {
  std::vector<std::vector<BoundRow>> steps;
  for (BoundRow& row :
       studies::bound_rows(report.model, report.result.kpis, studies::scenario_bounds(report.model))) {
    const bool same =
        !steps.empty() && steps.back()[0].bound == row.bound && steps.back()[0].step == row.step;
    if (!same) steps.emplace_back();
    steps.back().push_back(std::move(row));
  }
  std::string text = bold("Bounds: what this scenario can carry in the long run, at most") + "\n";
  for (const std::vector<BoundRow>& step : steps) {
    if (step[0].step > kSteps && !report.all) continue;
    text += wrapped(bound_text(step[0]), kScreenWidth, 2);
    text += wrapped(binding_text(report, step), kScreenWidth, 4);
  }
  return text + "\n";
}

}  // namespace

std::string capacity_section(const Report& report) { return lines_by_occupancy(report) + bounds(report); }

}  // namespace cli
