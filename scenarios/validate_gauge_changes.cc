// Terminals that lift containers from gauge to gauge, and how they form new trains.
#include <map>
#include <tuple>
#include <utility>

#include "scenarios/gauges.h"
#include "scenarios/validate.h"

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;

void check_gauge(Checks& checks, const v1::GaugeChange& change, const char* field, int gauge,
                 const v1::OperatingPoint* point) {
  if (gauge == kSeaGauge) return;
  if (!is_rail_gauge(gauge)) {
    checks.report(change, field, fmt::format("{} mm is no known gauge", gauge),
                  std::string(kGaugeHint) + "; 0 stands for ships");
  } else if (point != nullptr && !has_gauge(*point, gauge)) {
    checks.report(change, field, fmt::format("`{}` has no gauge {}", point->id(), gauge),
                  gauges_hint(*point));
  }
}

void check_gauges(Checks& checks, const v1::GaugeChange& change) {
  const v1::OperatingPoint* point = checks.required(change, "point", change.point(), checks.names().points);
  check_gauge(checks, change, "from_gauge_mm", change.from_gauge_mm(), point);
  check_gauge(checks, change, "to_gauge_mm", change.to_gauge_mm(), point);
  if (change.from_gauge_mm() == change.to_gauge_mm()) {
    checks.report(change, "to_gauge_mm",
                  fmt::format("gauge change `{}` changes nothing: {} to {}", change.id(),
                              change.from_gauge_mm(), change.to_gauge_mm()));
  }
}

void check_group(Checks& checks, const v1::Reformation& reformation) {
  checks.number(reformation, "inbound_trains", {1, 20});
  checks.number(reformation, "outbound_trains", {1, 20});
}

void check_reformation(Checks& checks, const v1::Reformation& reformation) {
  if (reformation.rule() == v1::Reformation::GROUP) {
    check_group(checks, reformation);
  } else {
    checks.unused(reformation, {"inbound_trains", "outbound_trains"}, "only rule GROUP counts trains");
  }
  checks.number(reformation, "train_feu", {0.5, 200, "FEU", false, true});
  checks.duration(reformation, "latest_departure", {0, kYear_s, "s", true});
}

// What shares bays must say the same about them.
class BayPools {
 public:
  explicit BayPools(Checks& checks) : checks_(checks) {}

  void add(const v1::GaugeChange& change) {
    if (change.bay_pool().empty()) return;
    const auto [place, added] = first_.emplace(std::pair(change.point(), change.bay_pool()), &change);
    const v1::GaugeChange& other = *place->second;
    if (added) return;
    const std::string hint = fmt::format("`{}` at {} shares them", other.id(), checks_.where(other));
    if (change.bays() != other.bays()) {
      checks_.report(change, "bays",
                     fmt::format("bay pool `{}` has {} bays here and {} there", change.bay_pool(),
                                 change.bays(), other.bays()),
                     hint);
    }
    if (change.yard_teu() != other.yard_teu()) {
      checks_.report(change, "yard_teu",
                     fmt::format("the yard of bay pool `{}` takes {} TEU here and {} there",
                                 change.bay_pool(), change.yard_teu(), other.yard_teu()),
                     hint);
    }
    if (hours_of(change) != hours_of(other)) {
      checks_.report(change, change.has_opening_hours() ? "opening_hours" : "",
                     fmt::format("the hours of bay pool `{}` are others here than there", change.bay_pool()),
                     hint);
    }
  }

 private:
  // Equal texts, equal hours.
  static std::pair<std::string, bool> hours_of(const v1::GaugeChange& change) {
    return {change.opening_hours().SerializeAsString(), change.at_closing() == v1::FINISHES};
  }

  Checks& checks_;
  std::map<std::pair<std::string, std::string>, const v1::GaugeChange*> first_;
};

void check_change(Checks& checks, const v1::GaugeChange& change) {
  check_gauges(checks, change);
  checks.number(change, "bays", {1, 100});
  checks.number(change, "lifts_per_hour", {0, 1000, "lifts/h"});
  checks.number(change, "yard_teu", {0, 1e6, "TEU"});
  if (change.has_work_factor()) validate_distribution(checks, change.work_factor(), Quantity::kFactor);
  if (!change.bay_pool().empty()) checks.id(change, "bay_pool");
  check_reformation(checks, change.reformation());
}

}  // namespace

void validate_gauge_changes(Checks& checks) {
  BayPools pools(checks);
  std::map<std::tuple<std::string, int, int>, const v1::GaugeChange*> first;
  for (const v1::GaugeChange& change : checks.scenario().processes().gauge_changes()) {
    check_change(checks, change);
    pools.add(change);
    const auto [place, added] =
        first.emplace(std::tuple(change.point(), change.from_gauge_mm(), change.to_gauge_mm()), &change);
    if (!added) {
      checks.report(
          change, "",
          fmt::format("a second gauge change from {} to {} at `{}`", change.from_gauge_mm(),
                      change.to_gauge_mm(), change.point()),
          fmt::format("the first one is `{}` at {}", place->second->id(), checks.where(*place->second)));
    }
  }
}

}  // namespace scenarios
