// Whether wagons and locomotives come back to where trains take them, or are enough for all trains of the
// run.
//
// Where nothing leads back, units run out. That is a slip of the pen if trains could take more of them than
// there are; a short run, or one way with an ample stock, is in order. Counted are trains that leave by a
// timetable, a rate or a list, whatever the demand, if they could be there before the run ends: a queue or a
// slow draw may keep some of the last ones from it, so this rule asks for a few units more than such a run
// takes. Trains that turn back before a closed line bring nothing back: each keeps its wagons, leaves a
// locomotive where it turns for each that it takes there, and takes at its origin what it has brought there
// again.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "models/fleet_tables.h"
#include "scenarios/validate.h"
#include "scenarios/way_in_time.h"

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;

using Place = std::pair<std::uint32_t, std::uint32_t>;  // fleet (pools first, then districts), point

// A train takes a unit of the fleet at `from`, behind so many lines of a leg, and leaves it at `to`.
struct Way {
  std::uint32_t fleet = rail::kNone, from = rail::kNone, to = rail::kNone;
  std::size_t lines = 0;
};

class FleetWays {
 public:
  explicit FleetWays(const rail::ModelInput& input)
      : input_(input), district_(input.lines.size(), rail::kNone) {
    const auto pools = static_cast<std::uint32_t>(input.wagon_pools.size());
    for (std::uint32_t d = 0; d < input.traction_districts.size(); ++d) {
      for (const std::uint32_t line : input.traction_districts[d].lines) district_[line] = pools + d;
      for (const rail::LightRunInput& run : input.traction_districts[d].light_runs)
        add({pools + d, run.from, run.to, 0});
    }
  }

  std::vector<Way> of(const rail::RouteLeg& leg) const {
    std::vector<Way> ways;
    const std::uint32_t pool = pool_at(leg);
    if (pool != rail::kNone) ways.push_back({pool, leg.from, leg.to, 0});
    std::uint32_t before = rail::kNone;
    for (std::size_t i = 0; i < leg.hops.size(); ++i) {
      const rail::Hop& hop = leg.hops[i];
      const rail::LineInput& line = input_.lines[hop.line];
      const std::uint32_t here = district_[hop.line];
      if (here != rail::kNone && here == before)
        ways.back().to = hop.forward ? line.to : line.from;
      else if (here != rail::kNone)
        ways.push_back({here, hop.forward ? line.from : line.to, hop.forward ? line.to : line.from, i});
      before = here;
    }
    return ways;
  }

  void add(const Way& way) { from_[{way.fleet, way.to}].insert(way.from); }

  // Points from which units can come to the place in one way or more.
  std::set<std::uint32_t> lead_to(const Place& place) const {
    std::set<std::uint32_t> found;
    std::vector<std::uint32_t> open{place.second};
    while (!open.empty()) {
      const auto ways = from_.find({place.first, open.back()});
      open.pop_back();
      if (ways == from_.end()) continue;
      for (const std::uint32_t from : ways->second) {
        if (found.insert(from).second) open.push_back(from);
      }
    }
    return found;
  }

 private:
  std::uint32_t pool_at(const rail::RouteLeg& leg) const {
    for (std::uint32_t p = 0; p < input_.wagon_pools.size(); ++p) {
      const rail::WagonPoolInput& pool = input_.wagon_pools[p];
      if (pool.gauge_mm != leg.gauge_mm) continue;
      const auto is_there = [&](const rail::StockInput& one) { return one.point == leg.from; };
      if (std::any_of(pool.stock.begin(), pool.stock.end(), is_there)) return p;
    }
    return rail::kNone;
  }

  const rail::ModelInput& input_;
  std::vector<std::uint32_t> district_;            // per line: fleet
  std::map<Place, std::set<std::uint32_t>> from_;  // of each place, one way back
};

// Trains that leave until then whatever the demand. Of a random rate half the mean: fewer hardly ever come.
double trains_until(const rail::ServiceInput& service, std::int64_t until) {
  if (service.least_feu > service.own_containers || until < 0) return 0;
  const auto until_s = static_cast<double>(until);
  const auto& times = service.list_times_s;
  const auto listed =
      static_cast<double>(std::upper_bound(times.begin(), times.end(), until) - times.begin());
  switch (service.rule) {
    case rail::FormationRule::kTimetable:
      return listed + std::floor(until_s / (7 * kDay_s)) * static_cast<double>(service.week_times_s.size());
    case rail::FormationRule::kList:
      return listed;
    case rail::FormationRule::kRate:
      return std::floor(until_s / service.interval->mean() * (service.interval->is_random() ? 0.5 : 1.0));
    case rail::FormationRule::kFullLoad:
    case rail::FormationRule::kFullLoadOrLatest:
    case rail::FormationRule::kEmptyWagons:
      break;
  }
  return 0;
}

class UnitsTaken {
 public:
  UnitsTaken(Checks& checks, const rail::ModelInput& input)
      : checks_(checks), input_(input), stages_(input), ways_(input) {}

  void add(std::uint32_t index, const std::vector<rail::Route>& routes) {
    std::map<Place, double> anyhow;  // on whichever route
    for (const rail::Route& route : routes) {
      const std::map<Place, double> taken = taken_on(input_.services[index], route);
      if (&route == &routes.front()) anyhow = taken;
      for (auto& [place, units] : anyhow) {
        const auto here = taken.find(place);
        units = here == taken.end() ? 0 : std::min(units, here->second);
      }
    }
    for (const auto& [place, units] : anyhow) taken_[place] += units;
  }

  void check() const {
    for (const auto& [place, taken] : taken_) {
      const std::set<std::uint32_t> sources = ways_.lead_to(place);
      if (sources.count(place.second) == 0) check(place, taken, sources);
    }
  }

 private:
  // Re-formed trains are as few as the lines let pass.
  std::map<Place, double> taken_on(const rail::ServiceInput& service, const rail::Route& route) {
    std::map<Place, double> taken;
    const WayInTime in_time(input_, stages_, service, route);
    const std::vector<double> longest_feu = longest_trains_feu(input_, service, route);
    for (std::size_t i = 0; i < route.legs.size(); ++i) {
      for (const Way& way : ways_.of(route.legs[i])) {
        ways_.add(way);
        const bool wagons = way.fleet < input_.wagon_pools.size();
        const double trains = trains_until(service, in_time.last_departure(i, way.lines));
        const double made = i == 0 ? trains : std::ceil(trains * service.own_containers / longest_feu[i]);
        const double feu_per_wagon = wagons ? input_.wagon_pools[way.fleet].feu_per_wagon : 0.0;
        taken[{way.fleet, way.from}] +=
            feu_per_wagon > 0 ? std::ceil(trains * service.own_containers / feu_per_wagon) : made;
      }
    }
    return taken;
  }

  void check(const Place& place, double taken, const std::set<std::uint32_t>& sources) const {
    const auto pools = static_cast<std::uint32_t>(input_.wagon_pools.size());
    const v1::Fleets& fleets = checks_.scenario().fleets();
    if (place.first < pools) {
      const v1::WagonPool& pool = fleets.wagon_pools(static_cast<int>(place.first));
      report(pool, pool.stock(), input_.wagon_pools[place.first].stock, "wagon pool `" + pool.id() + "`",
             place, taken, sources, "a service of EMPTY_WAGONS brings them back");
    } else {
      const v1::TractionDistrict& district = fleets.traction_districts(static_cast<int>(place.first - pools));
      report(district, district.stock(), input_.traction_districts[place.first - pools].stock,
             "traction district `" + district.id() + "`", place, taken, sources,
             "`light_runs` bring them back");
    }
  }

  template <typename Stocks>
  void report(const Checks::Message& message, const Stocks& stocks,
              const std::vector<rail::StockInput>& stock, const std::string& fleet, const Place& place,
              double taken, const std::set<std::uint32_t>& sources, const std::string& hint) const {
    std::int64_t units = 0;
    const Checks::Message* at = &message;
    for (std::size_t i = 0; i < stock.size(); ++i) {
      if (stock[i].point == place.second) at = &stocks[static_cast<int>(i)];
      if (stock[i].point == place.second || sources.count(stock[i].point) != 0) units += stock[i].units;
    }
    if (taken <= static_cast<double>(units)) return;
    checks_.report(
        *at, at == &message ? "stock" : "units",
        fmt::format(
            "trains could take {} units of {} at `{}` in the run, but no more than {} are ever there: "
            "nothing leads back",
            taken, fleet, input_.points[place.second].id, units),
        "trains beyond these would wait for ever: state as many; or " + hint);
  }

  Checks& checks_;
  const rail::ModelInput& input_;
  LeastStageTimes stages_;
  FleetWays ways_;
  std::map<Place, double> taken_;
};

}  // namespace

void validate_fleet_return(Checks& checks, const rail::ModelInput& input, const RoutesOfServices& routes) {
  if (input.wagon_pools.empty() && input.traction_districts.empty()) return;
  UnitsTaken taken(checks, input);
  for (std::uint32_t s = 0; s < routes.size(); ++s) taken.add(s, routes[s]);
  taken.check();
}

}  // namespace scenarios
