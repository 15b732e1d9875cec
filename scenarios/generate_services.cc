// Which trains run on a synthetic land bridge, and how many.
#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "scenarios/generate_plan.h"

namespace scenarios {
namespace {

constexpr double kPairs = 2;           // times the square root of the number of stations
constexpr int kTrainsPerService = 10;  // a year, at least, on average
constexpr int kMostTries = 50;
constexpr double kWestboundShare = 0.6;
constexpr double kLongWeight = 1.5;
constexpr double kLongSpread = 0.3;        // of the band's width, to either side
constexpr double kRegionalSpreadRows = 4;  // to either side

// Of ten pairs of places, so many go all the way, so many change gauge once, so many stay in their zone.
constexpr std::array<std::pair<Zone, Zone>, 10> kPattern{{{Zone::kEast, Zone::kWest},
                                                          {Zone::kMiddle, Zone::kMiddle},
                                                          {Zone::kEast, Zone::kWest},
                                                          {Zone::kEast, Zone::kMiddle},
                                                          {Zone::kEast, Zone::kWest},
                                                          {Zone::kEast, Zone::kEast},
                                                          {Zone::kMiddle, Zone::kWest},
                                                          {Zone::kEast, Zone::kWest},
                                                          {Zone::kWest, Zone::kWest},
                                                          {Zone::kEast, Zone::kWest}}};

class Services {
 public:
  Services(const GenerateOptions& options, const NamedDraws& draw, Plan& plan) : draw_(draw), plan_(plan) {
    for (std::size_t s = 0; s < plan.stations.size(); ++s) {
      const PlannedStation& station = plan.stations[s];
      if (station.terminal || station.hub) places_[station.zone].push_back(s);
    }
    const auto by_size = static_cast<int>(std::lround(kPairs * std::sqrt(options.stations)));
    const int pairs = std::clamp(options.trains_per_year / (2 * kTrainsPerService), 2, by_size);
    for (int i = 0; i < pairs; ++i) add_pair(i);
    share_out(options.trains_per_year);
  }

 private:
  // Both directions of one pair of places that no other pair has.
  void add_pair(int i) {
    const auto [east_zone, west_zone] = kPattern[static_cast<std::size_t>(i) % kPattern.size()];
    for (int n = 0; n < kMostTries; ++n) {
      auto [east, west] = ends(east_zone, west_zone,
                               static_cast<std::uint64_t>(i) * kMostTries + static_cast<std::uint64_t>(n));
      if (east == west || !known_.emplace(east, west).second) continue;
      const double weight = (east_zone == west_zone ? 1.0 : kLongWeight) *
                            (0.5 + draw_("pair", "weight", static_cast<std::uint64_t>(i)));
      const bool regional = east_zone == west_zone;
      plan_.services.push_back({east, west, true, regional, weight * kWestboundShare});
      plan_.services.push_back({west, east, false, regional, weight * (1 - kWestboundShare)});
      return;
    }
  }

  // The second place lies about as far North as the first.
  std::pair<std::size_t, std::size_t> ends(Zone east_zone, Zone west_zone, std::uint64_t ordinal) const {
    const std::vector<std::size_t>& from = places_[east_zone];
    const std::vector<std::size_t>& to = places_[west_zone];
    const double width = east_zone == west_zone
                             ? std::min(1.0, 2 * kRegionalSpreadRows / static_cast<double>(plan_.rows))
                             : (plan_.rows < 4 ? 1.0 : 2 * kLongSpread);
    const double where = draw_("pair", "origin", ordinal);
    const double shifted = where + width * (draw_("pair", "destination", ordinal) - 0.5);
    std::size_t east = at(from, where), west = at(to, std::clamp(shifted, 0.0, 1.0));
    const auto x_km = [&](std::size_t place) { return plan_.stations[place].x_km; };
    if (x_km(east) > x_km(west)) std::swap(east, west);
    return {east, west};
  }

  static std::size_t at(const std::vector<std::size_t>& places, double where) {
    const auto index = static_cast<std::size_t>(where * static_cast<double>(places.size()));
    return places[std::min(index, places.size() - 1)];
  }

  void share_out(int trains_per_year) {
    double sum = 0;
    for (const PlannedService& service : plan_.services) sum += service.weight;
    for (PlannedService& service : plan_.services)
      service.trains_per_day = service.weight / sum * trains_per_year / 365;
  }

  const NamedDraws& draw_;
  Plan& plan_;
  PerZone<std::vector<std::size_t>> places_;  // by zone, from North to South
  std::set<std::pair<std::size_t, std::size_t>> known_;
};

}  // namespace

void plan_services(const GenerateOptions& options, const NamedDraws& draw, Plan& plan) {
  Services(options, draw, plan);
}

double class_factor(const PlannedService& service) { return service.regional ? kRegionalSpeedFactor : 1.0; }

}  // namespace scenarios
