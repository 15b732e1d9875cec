// Whether wagons stay within their pool on the routes that trains take, and are enough for a train.
#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <utility>

#include "models/fleet_tables.h"
#include "scenarios/validate.h"

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;

constexpr double kTeuPerFeu = 2;

// What the lines of a leg let pass; infinite if they set no limit.
double capacity_feu(const rail::ServiceInput& service, const rail::RouteLeg& leg) {
  double feu = std::numeric_limits<double>::infinity();
  if (leg.max_feu > 0) feu = leg.max_feu;
  if (leg.max_train_length_m <= 0) return feu;
  return std::min(
      feu, std::max(0.0, leg.max_train_length_m - service.locomotive_length_m) / service.length_m_per_feu);
}

// The longest train that may be made at a change of gauge for the leg behind it.
double formed_feu(const rail::ServiceInput& service, const rail::GaugeChangeInput& change, double capacity,
                  double arriving) {
  if (change.rule == rail::ReformationRule::kGroup)
    return std::min(capacity, arriving * change.inbound_trains);
  const double wanted = change.train_feu > 0 ? std::min(capacity, change.train_feu) : capacity;
  return std::isinf(wanted) ? service.train_feu : wanted;
}

}  // namespace

std::vector<double> longest_trains_feu(const rail::ModelInput& input, const rail::ServiceInput& service,
                                       const rail::Route& route) {
  std::vector<double> longest;
  double feu = service.train_feu;
  for (std::size_t i = 0; i < route.legs.size(); ++i) {
    const double capacity = capacity_feu(service, route.legs[i]);
    if (i > 0)
      feu =
          std::max(feu, formed_feu(service, input.gauge_changes[route.gauge_changes[i - 1]], capacity, feu));
    longest.push_back(feu = std::min(feu, capacity));
  }
  return longest;
}

namespace {

class WagonsOnTheirWay {
 public:
  WagonsOnTheirWay(Checks& checks, const rail::ModelInput& input) : checks_(checks), input_(input) {}

  void check(std::uint32_t index, const rail::Route& route) {
    const rail::ServiceInput& service = input_.services[index];
    if (service.rule == rail::FormationRule::kEmptyWagons) check_empty(index, route);
    const std::vector<double> longest = longest_trains_feu(input_, service, route);
    for (std::size_t i = 0; i < route.legs.size(); ++i) check_leg(service, route.legs[i], longest[i]);
  }

 private:
  // rail::kNone if wagons are never short there.
  std::uint32_t pool_at(std::uint32_t point, int gauge_mm) const {
    for (std::uint32_t p = 0; p < input_.wagon_pools.size(); ++p) {
      if (input_.wagon_pools[p].gauge_mm == gauge_mm && is_point_of(p, point)) return p;
    }
    return rail::kNone;
  }

  bool is_point_of(std::uint32_t pool, std::uint32_t point) const {
    const auto& stock = input_.wagon_pools[pool].stock;
    return std::any_of(stock.begin(), stock.end(), [point](const auto& one) { return one.point == point; });
  }

  void check_leg(const rail::ServiceInput& service, const rail::RouteLeg& leg, double feu) {
    const std::uint32_t index = pool_at(leg.from, leg.gauge_mm);
    if (index == rail::kNone) return;
    const rail::WagonPoolInput& pool = input_.wagon_pools[index];
    const v1::WagonPool& message = checks_.scenario().fleets().wagon_pools(static_cast<int>(index));
    if (!is_point_of(index, leg.to) && left_.emplace(index, leg.to).second) {
      const std::string& to = input_.points[leg.to].id;
      checks_.report(
          message, "stock",
          fmt::format("trains of `{}` take wagons of pool `{}` from `{}` to `{}`, which is no point of it",
                      service.id, pool.id, input_.points[leg.from].id, to),
          fmt::format("add `stock {{ point: \"{}\" }}`", to));
    }
    check_size(service, pool, index, message, feu);
  }

  void check_size(const rail::ServiceInput& service, const rail::WagonPoolInput& pool, std::uint32_t index,
                  const v1::WagonPool& message, double feu) {
    std::int64_t units = 0;
    for (const rail::StockInput& stock : pool.stock) units += stock.units;
    const std::int64_t wagons = rail::wagons_for(pool.feu_per_wagon, std::floor(kTeuPerFeu * feu));
    if (wagons <= units || !small_.insert(index).second) return;
    checks_.report(message, "stock",
                   fmt::format("wagon pool `{}` has {} wagons; trains of `{}` take up to {}", pool.id, units,
                               service.id, wagons),
                   "they would wait for ever");
  }

  void check_empty(std::uint32_t index, const rail::Route& route) {
    const v1::TrainService& message = checks_.scenario().services().services(static_cast<int>(index));
    const rail::RouteLeg& leg = route.legs.front();
    if (route.legs.size() > 1) {
      checks_.report(message, "destination",
                     fmt::format("empty wagons cannot run from `{}` to `{}`: the gauge changes on the way",
                                 message.origin(), message.destination()));
    } else if (pool_at(leg.from, leg.gauge_mm) == rail::kNone) {
      checks_.report(message, "origin",
                     fmt::format("`{}` is in no wagon pool of gauge {}", message.origin(), leg.gauge_mm),
                     "rule EMPTY_WAGONS moves wagons of a pool");
    }
  }

  Checks& checks_;
  const rail::ModelInput& input_;
  std::set<std::pair<std::uint32_t, std::uint32_t>> left_;  // reported: pool, point
  std::set<std::uint32_t> small_;                           // reported pools
};

}  // namespace

void validate_fleet_use(Checks& checks, const rail::ModelInput& input, const RoutesOfServices& routes) {
  WagonsOnTheirWay wagons(checks, input);
  for (std::uint32_t s = 0; s < routes.size(); ++s) {
    for (const rail::Route& route : routes[s]) wagons.check(s, route);
  }
}

}  // namespace scenarios
