// Sections on places: what binds, dwell, utilisation, trains formed.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "cli/numbers.h"
#include "cli/report.h"
#include "cli/text_table.h"
#include "studies/binding.h"
#include "studies/place_names.h"
#include "studies/result_rows.h"

namespace cli {
namespace {

constexpr std::size_t kBinding = 10;
constexpr std::size_t kFormationWaits = 5;
constexpr std::size_t kDwells = 12;
constexpr std::size_t kResources = 10;
constexpr std::size_t kFormed = 14;

// "12.3 %", finer than percent(): ranks differ late in the list.
std::string share_text(double share) { return fmt::format("{:.1f} %", 100 * share); }

// Per train, of plugs per container. Of lines: both directions together, each with its trains.
std::string hours_each(const studies::KpiTable& kpis, const studies::Wait& wait) {
  if (wait.container_hours.mean <= 0) return "-";  // none has ended
  const studies::Summary mean = kpis.find(fmt::format("wait/{}/{}/mean_h", wait.place, wait.cause));
  if (mean.count > 0) return mean_only(mean, 2);
  const std::string kind = wait.cause == "section" ? "wait_mean_h" : wait.cause + "_wait_mean_h";
  double hours = 0, trains = 0;
  for (const char* direction : {"westbound", "eastbound"}) {
    const std::string key = fmt::format("line/{}/{}/", wait.place, direction);
    const double a_day = kpis.find(key + "trains_per_day").mean;
    hours += a_day * kpis.find(key + kind).mean;
    trains += a_day;
  }
  return trains > 0 ? fmt::format("{:.2f}", hours / trains) : "-";
}

std::string resources_table(const Report& report) {
  const studies::KpiTable& kpis = report.result.kpis;
  const std::vector<studies::BindingResource> all = studies::binding_resources(kpis);
  const studies::PlaceNames names(report.model);
  const std::size_t shown = rows_shown(report, all.size(), kBinding);
  const bool any_open = std::any_of(all.begin(), all.end(), [](const studies::BindingResource& one) {
    return one.wait.waiting_at_end.mean > 0;
  });
  std::vector<std::string> titles{"", "<cause", "container-hours", "share", "h each", "utilisation"};
  if (any_open) titles.emplace_back("still waiting");
  TextTable table(titles);
  for (std::size_t i = 0; i < shown; ++i) {
    const studies::Wait& wait = all[i].wait;
    std::vector<std::string> cells{fmt::format("{:>2} {}", i + 1, names.name(wait.place)),
                                   wait.cause,
                                   with_interval(wait.container_hours_to_end, 0),
                                   share_text(all[i].share),
                                   hours_each(kpis, wait),
                                   percent(all[i].utilisation)};
    if (any_open) cells.push_back(mean_only(wait.waiting_at_end, 1));
    table.add(std::move(cells));
  }
  return section("Binding resources: by container-hours of waiting for them", table, all.size() - shown);
}

std::string formation_waits_table(const Report& report) {
  std::vector<studies::WaitRow> all = studies::wait_rows(report.model, report.result.kpis);
  std::erase_if(all, [](const studies::WaitRow& row) {
    return row.cause != "formation" || row.container_hours.mean <= 0;
  });
  std::stable_sort(all.begin(), all.end(), [](const studies::WaitRow& x, const studies::WaitRow& y) {
    return x.container_hours.mean > y.container_hours.mean;
  });
  const std::size_t shown = rows_shown(report, all.size(), kFormationWaits);
  TextTable table({"", "container-hours", "h/container"});
  for (std::size_t i = 0; i < shown; ++i) {
    table.add({all[i].name, with_interval(all[i].container_hours, 0), with_interval(all[i].mean_h, 1)});
  }
  return section("Waiting for a train to be formed: not a resource", table, all.size() - shown);
}

}  // namespace

std::string binding_section(const Report& report) {
  return resources_table(report) + formation_waits_table(report);
}

std::string dwell_section(const Report& report) {
  const studies::KpiTable& kpis = report.result.kpis;
  std::vector<studies::DwellRow> all = studies::dwell_rows(report.model, kpis);
  std::erase_if(all, [](const studies::DwellRow& row) { return row.mean_h.count == 0; });
  // Where many trains stay long first.
  const auto weight = [&](const studies::DwellRow& row) {
    return row.mean_h.mean * kpis.find("point/" + row.point + "/arrived").mean;
  };
  std::stable_sort(all.begin(), all.end(), [&](const studies::DwellRow& x, const studies::DwellRow& y) {
    return weight(x) > weight(y);
  });
  const std::size_t shown = rows_shown(report, all.size(), kDwells);
  TextTable table({"", "<direction", "mean h", "p50", "p90"});
  for (std::size_t i = 0; i < shown; ++i) {
    table.add({all[i].name, all[i].direction, with_interval(all[i].mean_h, 1), mean_only(all[i].p50_h, 1),
               mean_only(all[i].p90_h, 1)});
  }
  return section("Dwell of containers: hours from arrival at a point to departure", table,
                 all.size() - shown);
}

std::string utilisation_section(const Report& report) {
  std::vector<studies::ResourceRow> all = studies::resource_rows(report.model, report.result.kpis);
  std::erase_if(all, [](const studies::ResourceRow& row) { return row.utilisation.mean <= 0; });
  std::stable_sort(all.begin(), all.end(), [](const studies::ResourceRow& x, const studies::ResourceRow& y) {
    return x.utilisation.mean > y.utilisation.mean;
  });
  const std::size_t shown = rows_shown(report, all.size(), kResources);
  TextTable table({"", "servers", "utilisation %", "wait h/train", "longest queue"});
  for (std::size_t i = 0; i < shown; ++i) {
    const studies::ResourceRow& row = all[i];
    studies::Summary hundredths = row.utilisation;
    hundredths.mean *= 100;
    if (hundredths.half_width) *hundredths.half_width *= 100;
    table.add({row.name, std::to_string(row.servers), with_interval(hundredths, 1),
               mean_only(row.wait_mean_h, 2), mean_only(row.queue_longest, 1)});
  }
  return section("Utilisation of servers and bays", table, all.size() - shown);
}

std::string formed_section(const Report& report) {
  std::set<std::string> change_points;
  for (const studies::ResourceRow& row : studies::resource_rows(report.model, report.result.kpis)) {
    if (row.kind == "bays") change_points.insert(row.id.substr(0, row.id.find('.')));
  }
  std::vector<studies::FormedRow> all = studies::formed_rows(report.model, report.result.kpis);
  std::erase_if(all, [](const studies::FormedRow& row) { return row.trains.mean <= 0; });
  std::stable_sort(all.begin(), all.end(), [&](const studies::FormedRow& x, const studies::FormedRow& y) {
    const bool x_changes = change_points.count(x.point) > 0;
    const bool y_changes = change_points.count(y.point) > 0;
    return x_changes != y_changes ? x_changes : x.trains.mean > y.trains.mean;
  });
  const std::size_t shown = rows_shown(report, all.size(), kFormed);
  TextTable table({"", "<gauge", "<direction", "trains", "TEU", "TEU/train"});
  for (std::size_t i = 0; i < shown; ++i) {
    const studies::FormedRow& row = all[i];
    const bool known = row.feu_per_train.count > 0;
    table.add({row.name, studies::gauge_name(row.gauge_mm), row.direction, with_interval(row.trains, 0),
               with_interval(row.teu, 0), known ? grouped(2 * row.feu_per_train.mean, 1) : "-"});
  }
  return section("Trains formed per gauge, changes of gauge first", table, all.size() - shown);
}

std::string disruptions_section(const Report& report) {
  const std::vector<studies::DisruptionRow> all = studies::disruption_rows(report.model, report.result.kpis);
  if (all.empty()) return {};
  TextTable table({"", "trains held", "most waiting", "h to clear", "cleared in"});
  for (const studies::DisruptionRow& row : all) {
    const bool cleared = row.time_to_clear_h.count > 0;
    table.add({row.id, with_interval(row.trains_held, 1), with_interval(row.most_waiting, 1),
               cleared ? with_interval(row.time_to_clear_h, 1) : "-",
               fmt::format("{} of {}", row.time_to_clear_h.count, report.result.complete.size())});
  }
  return section("Disruptions: hours from the end until the queue was as before", table, 0);
}

}  // namespace cli
