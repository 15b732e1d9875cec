// Where the stations of a synthetic land bridge lie, and which lines join them.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "scenarios/generate_plan.h"

namespace scenarios {
namespace {

constexpr std::size_t kLeastColumns = 10, kMostColumns = 96;
constexpr double kColumns = 6;  // times as many columns as rows, up to kMostColumns
constexpr double kColumnPitch_km = 130, kRowPitch_km = 150, kJitter_km = 25;
constexpr double kMostDetour = 0.15;  // of the straight line
constexpr double kShortest_km = 50, kLongest_km = 300;
constexpr double kCrossLinkShare = 0.35, kHubShare = 0.02, kSingleTrackShare = 0.25;
constexpr std::size_t kRowsWithHubs = 20;
constexpr double kSpeedSpread = 0.1;

// The stations of one trunk route: borders at about a quarter and three quarters of its length.
struct Row {
  std::size_t first = 0;
  std::size_t stations = 0;
  std::size_t east_border() const { return (25 * (stations - 1) + 50) / 100; }
  std::size_t west_border() const { return (72 * (stations - 1) + 50) / 100; }
  Zone zone(std::size_t index) const {
    if (index < east_border()) return Zone::kEast;
    return index > west_border() ? Zone::kWest : Zone::kMiddle;
  }
  bool border(std::size_t index) const { return index == east_border() || index == west_border(); }
  std::size_t middle_of(Zone zone) const {
    if (zone == Zone::kEast) return east_border() / 2;
    if (zone == Zone::kMiddle) return (east_border() + west_border()) / 2;
    return (west_border() + stations) / 2;
  }
};

std::vector<Row> rows_of(std::size_t stations) {
  const auto wanted =
      static_cast<std::size_t>(std::lround(std::sqrt(kColumns * static_cast<double>(stations))));
  const std::size_t columns = std::clamp(wanted, kLeastColumns, kMostColumns);
  const std::size_t count = std::max<std::size_t>(1, (stations + columns / 2) / columns);
  std::vector<Row> rows;
  std::size_t first = 0;
  for (std::size_t r = 0; r < count; ++r) {
    rows.push_back({first, stations / count + (r < stations % count ? 1U : 0U)});
    first += rows.back().stations;
  }
  return rows;
}

// Mean 0, at most 1.
double spread(double u) { return 2 * u - 1; }

double tenths(double value) { return std::round(10 * value) / 10; }

std::string id_of(const PlannedStation& station) {
  constexpr std::string_view kLetters = "EMW";
  const char letter = station.border ? 'B' : kLetters[static_cast<std::size_t>(station.zone)];
  return fmt::format("{}{:03}_{:03}", letter, station.row + 1, station.index + 1);
}

class Layout {
 public:
  Layout(const GenerateOptions& options, const NamedDraws& draw, Plan& plan)
      : draw_(draw), plan_(plan), rows_(rows_of(static_cast<std::size_t>(options.stations))) {
    plan_.rows = rows_.size();
    for (std::size_t r = 0; r < plan_.rows; ++r) add_stations(r);
    for (const Row& row : rows_) add_trunk(row);
    for (std::size_t r = 0; r + 1 < rows_.size(); ++r) add_cross_links(rows_[r], rows_[r + 1]);
  }

 private:
  void add_stations(std::size_t r) {
    const Row& row = rows_[r];
    const double width_km = static_cast<double>(rows_.front().stations - 1) * kColumnPitch_km;
    const bool with_hubs = r % std::max<std::size_t>(1, plan_.rows / kRowsWithHubs) == 0;
    for (std::size_t i = 0; i < row.stations; ++i) {
      PlannedStation station;
      station.row = r;
      station.index = i;
      station.zone = row.zone(i);
      station.border = row.border(i);
      station.id = id_of(station);
      station.terminal = i == 0 || i == row.stations - 1;
      const bool middle = i == row.middle_of(station.zone);
      station.hub = !station.border && !station.terminal &&
                    ((with_hubs && middle) || draw_(station.id, "hub") < kHubShare);
      station.x_km = static_cast<double>(i) * width_km / static_cast<double>(row.stations - 1) +
                     kJitter_km * spread(draw_(station.id, "x"));
      station.y_km = static_cast<double>(r) * kRowPitch_km + kJitter_km * spread(draw_(station.id, "y"));
      plan_.stations.push_back(std::move(station));
    }
  }

  void add_trunk(const Row& row) {
    for (std::size_t i = 0; i + 1 < row.stations; ++i) {
      const Zone zone = i < row.east_border()   ? Zone::kEast
                        : i < row.west_border() ? Zone::kMiddle
                                                : Zone::kWest;
      add_line(row.first + i, row.first + i + 1, zone);
    }
  }

  // Border stations have none, so whoever comes to one changes gauge. Each zone has at least one.
  void add_cross_links(const Row& row, const Row& next) {
    PerZone<bool> linked{};
    for (std::size_t i = 0; i < row.stations; ++i) {
      const PlannedStation& station = plan_.stations[row.first + i];
      if (station.border || draw_(station.id, "cross link") >= kCrossLinkShare) continue;
      if (add_cross_link(row, i, next)) linked[station.zone] = true;
    }
    for (const Zone zone : {Zone::kEast, Zone::kMiddle, Zone::kWest}) {
      if (!linked[zone]) add_cross_link(row, row.middle_of(zone), next);
    }
  }

  // To the nearest station of the same zone, if one is near.
  bool add_cross_link(const Row& row, std::size_t index, const Row& next) {
    const PlannedStation& station = plan_.stations[row.first + index];
    std::optional<std::size_t> nearest;
    double least_km = 0;
    for (std::size_t i = index < 2 ? 0 : index - 2; i < std::min(next.stations, index + 3); ++i) {
      if (next.border(i) || next.zone(i) != station.zone) continue;
      const double apart_km = std::abs(plan_.stations[next.first + i].x_km - station.x_km);
      if (nearest && apart_km >= least_km) continue;
      nearest = i;
      least_km = apart_km;
    }
    if (nearest) add_line(row.first + index, next.first + *nearest, station.zone);
    return nearest.has_value();
  }

  void add_line(std::size_t from, std::size_t to, Zone zone) {
    constexpr PerZone<double> kSpeeds{1000, 1100, 700};  // km a day, by zone
    const PlannedStation& a = plan_.stations[from];
    const PlannedStation& b = plan_.stations[to];
    const std::string name = a.id + b.id;
    const double dx = a.x_km - b.x_km, dy = a.y_km - b.y_km;
    const double detour = 1 + kMostDetour * draw_(name, "detour");
    PlannedLine line{from, to, zone};
    line.length_km = std::clamp(tenths(std::sqrt(dx * dx + dy * dy) * detour), kShortest_km, kLongest_km);
    const double speed = kSpeeds[zone];
    line.speed_km_per_day = std::round(speed * (1 + kSpeedSpread * spread(draw_(name, "speed"))));
    line.drawn_single = draw_(name, "single track") < kSingleTrackShare;
    plan_.lines.push_back(line);
  }

  const NamedDraws& draw_;
  Plan& plan_;
  std::vector<Row> rows_;
};

}  // namespace

void plan_network(const GenerateOptions& options, const NamedDraws& draw, Plan& plan) {
  Layout(options, draw, plan);
}

int gauge_mm(Zone zone) { return zone == Zone::kMiddle ? 1520 : 1435; }

}  // namespace scenarios
