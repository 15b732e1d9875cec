// Sections on the network: crossings between countries, journeys, lines.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "cli/numbers.h"
#include "cli/report.h"
#include "cli/text_table.h"
#include "studies/result_rows.h"

namespace cli {
namespace {

constexpr std::size_t kCrossings = 15;
constexpr std::size_t kJourneys = 12;
constexpr std::size_t kLines = 8;

// As they are shown.
constexpr std::array kCausesInOrder = {
    rail::Cause::kRunning,    rail::Cause::kSlowed,  rail::Cause::kHandling, rail::Cause::kFormation,
    rail::Cause::kFleet,      rail::Cause::kSection, rail::Cause::kPath,     rail::Cause::kTrack,
    rail::Cause::kServer,     rail::Cause::kBay,     rail::Cause::kYard,     rail::Cause::kHours,
    rail::Cause::kPossession, rail::Cause::kClosure, rail::Cause::kPlug,     rail::Cause::kConsolidation};
static_assert(kCausesInOrder.size() == rail::kCauses);

struct Crossing {
  studies::CrossingRow west, east;
  double teu = 0;
};

// Those with traffic, most TEU first.
std::vector<Crossing> crossings_by_teu(const Report& report) {
  const std::vector<studies::CrossingRow> rows = studies::crossing_rows(report.model, report.result.kpis);
  std::vector<Crossing> all;
  for (std::size_t i = 0; i + 2 < rows.size(); i += 3) {  // westbound, eastbound, both
    if (rows[i + 2].trains.mean > 0) all.push_back({rows[i], rows[i + 1], rows[i + 2].teu.mean});
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const Crossing& x, const Crossing& y) { return x.teu > y.teu; });
  return all;
}

std::vector<studies::TransitRow> journeys_by_containers(const Report& report) {
  std::vector<studies::TransitRow> all = studies::transit_rows(report.model, report.result.kpis);
  std::erase_if(all, [](const studies::TransitRow& row) { return row.transit_mean.count == 0; });
  std::stable_sort(all.begin(), all.end(), [](const studies::TransitRow& x, const studies::TransitRow& y) {
    return x.containers.mean > y.containers.mean;
  });
  return all;
}

constexpr double kSmallestShown_days = 0.005;

// Those of which at least one journey has some, what is no wait first.
std::vector<rail::Cause> causes_met(const std::vector<studies::TransitRow>& journeys) {
  std::vector<rail::Cause> met;
  for (const rail::Cause cause : kCausesInOrder) {
    const auto has_some = [cause](const studies::TransitRow& row) {
      return row.parts[static_cast<std::size_t>(cause)].mean >= kSmallestShown_days;
    };
    if (std::any_of(journeys.begin(), journeys.end(), has_some)) met.push_back(cause);
  }
  return met;
}

}  // namespace

std::string crossings_section(const Report& report) {
  const std::vector<Crossing> all = crossings_by_teu(report);
  const std::size_t shown = rows_shown(report, all.size(), kCrossings);
  TextTable table({"", "trains west", "trains east", "TEU west", "TEU east"});
  for (std::size_t i = 0; i < shown; ++i) {
    const studies::CrossingRow& west = all[i].west;
    const studies::CrossingRow& east = all[i].east;
    table.add({fmt::format("{}-{} {}", west.from_country, west.to_country, west.name),
               with_interval(west.trains, 0), with_interval(east.trains, 0), with_interval(west.teu, 0),
               with_interval(east.teu, 0)});
  }
  return section("Border crossings: trains and TEU", table, all.size() - shown);
}

std::string transit_section(const Report& report) {
  const std::vector<studies::TransitRow> all = journeys_by_containers(report);
  const std::size_t shown = rows_shown(report, all.size(), kJourneys);
  TextTable table({"", "containers", "mean days", "p50", "p90", "from release"});
  for (std::size_t i = 0; i < shown; ++i) {
    const studies::TransitRow& row = all[i];
    table.add({row.name, mean_only(row.containers, 0), days_with_interval(row.transit_mean, 2),
               days_mean_only(row.transit_p50, 1), days_mean_only(row.transit_p90, 1),
               days_mean_only(row.total_mean, 1)});
  }
  return section("Transit times of containers: days from first departure to arrival", table,
                 all.size() - shown);
}

std::string journeys_section(const Report& report) {
  const std::vector<studies::TransitRow> all = journeys_by_containers(report);
  const std::size_t shown = rows_shown(report, all.size(), kJourneys);
  const std::vector<rail::Cause> causes = causes_met(all);
  std::vector<std::string> titles = {"", "all"};
  for (const rail::Cause cause : causes) titles.emplace_back(to_string(cause));
  TextTable table(titles);
  for (std::size_t i = 0; i < shown; ++i) {
    std::vector<std::string> cells = {all[i].name, mean_only(all[i].total_mean, 2)};
    for (const rail::Cause cause : causes)
      cells.push_back(mean_only(all[i].parts[static_cast<std::size_t>(cause)], 2));
    table.add(std::move(cells));
  }
  return section("Where the time goes: days of a container from release to arrival, by cause", table,
                 all.size() - shown);
}

std::string lines_section(const Report& report) {
  std::vector<studies::LineRow> all = studies::line_rows(report.model, report.result.kpis);
  std::erase_if(all, [](const studies::LineRow& row) { return row.occupancy.mean <= 0; });
  std::stable_sort(all.begin(), all.end(), [](const studies::LineRow& x, const studies::LineRow& y) {
    return x.occupancy.mean > y.occupancy.mean;
  });
  const std::size_t shown = rows_shown(report, all.size(), kLines);
  TextTable table({"", "tracks", "trains/day west", "east", "wait h west", "east", "occupancy"});
  for (std::size_t i = 0; i < shown; ++i) {
    const studies::LineRow& row = all[i];
    table.add({row.name, std::to_string(row.tracks), mean_only(row.trains_per_day_west, 1),
               mean_only(row.trains_per_day_east, 1), mean_only(row.wait_west_h, 2),
               mean_only(row.wait_east_h, 2), percent(row.occupancy)});
  }
  return section("Lines by occupancy: share of time that sections are blocked", table, all.size() - shown);
}

}  // namespace cli
