// Wagon pools and traction districts, as far as they can be judged without routes.
#include <map>
#include <utility>

#include "scenarios/gauges.h"
#include "scenarios/validate.h"

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;
using Stocks = google::protobuf::RepeatedPtrField<v1::FleetStock>;

constexpr double kMostUnits = 1e6;

// By the name that should stand but once.
using First = std::map<std::string, const Checks::Message*>;

void check_once(Checks& checks, First& first, const std::string& name, const Checks::Message& message,
                std::string_view field, const std::string& what, int index = -1) {
  const auto [place, added] = first.emplace(name, &message);
  if (added) return;
  checks.report(message, field, what, fmt::format("the first one is at {}", checks.where(*place->second)),
                index);
}

// `fleet`: "wagon pool `x`".
void check_stock(Checks& checks, const Checks::Message& message, const std::string& fleet,
                 const Stocks& stock) {
  First first;
  std::int64_t units = 0;
  for (const v1::FleetStock& one : stock) {
    if (checks.required(one, "point", one.point(), checks.names().points) != nullptr) {
      check_once(checks, first, one.point(), one, "point",
                 fmt::format("`{}` is listed twice in {}", one.point(), fleet));
    }
    if (checks.number(one, "units", {0, kMostUnits})) units += one.units();
  }
  if (units == 0) {
    checks.report_absent(message, "stock", fmt::format("{} has no units", fleet),
                         "its trains would wait for ever; say in `stock` what stands where at the start");
  }
}

class Fleets {
 public:
  explicit Fleets(Checks& checks) : checks_(checks) {}

  void add(const v1::WagonPool& pool) {
    if (!is_rail_gauge(pool.gauge_mm())) {
      checks_.report(pool, "gauge_mm", fmt::format("{} mm is no known gauge", pool.gauge_mm()),
                     std::string(kGaugeHint));
    }
    check_stock(checks_, pool, fmt::format("wagon pool `{}`", pool.id()), pool.stock());
    for (const v1::FleetStock& stock : pool.stock()) add_point(pool, stock);
    checks_.number(pool, "feu_per_wagon", {0.5, 20, "FEU", false, true});
    if (pool.has_turnaround()) validate_distribution(checks_, pool.turnaround(), Quantity::kTime);
  }

  void add(const v1::TractionDistrict& district) {
    check_id(district);
    if (district.lines().empty()) checks_.report_missing(district, "lines", "name at least one line");
    for (int i = 0; i < district.lines_size(); ++i) add_line(district, i);
    check_stock(checks_, district, fmt::format("traction district `{}`", district.id()), district.stock());
    for (const v1::FleetStock& stock : district.stock()) check_end(district, stock, "point", stock.point());
    if (district.has_turnaround()) validate_distribution(checks_, district.turnaround(), Quantity::kTime);
    for (const v1::LightRun& run : district.light_runs()) check_light_run(district, run);
  }

 private:
  // Pools among themselves and districts among themselves are looked at with all other names.
  void check_id(const v1::TractionDistrict& district) {
    const v1::WagonPool* pool = checks_.names().wagon_pools.find(district.id());
    if (pool == nullptr || district.id().empty()) return;
    checks_.report(district, "id", fmt::format("a wagon pool is called `{}`, too", district.id()),
                   fmt::format("it is at {}", checks_.where(*pool)));
  }

  void add_point(const v1::WagonPool& pool, const v1::FleetStock& stock) {
    const v1::OperatingPoint* point = checks_.names().points.find(stock.point());
    if (point == nullptr) return;
    if (is_rail_gauge(pool.gauge_mm()) && !has_gauge(*point, pool.gauge_mm())) {
      checks_.report(stock, "point", fmt::format("`{}` has no gauge {}", point->id(), pool.gauge_mm()),
                     gauges_hint(*point));
    }
    const auto [place, added] = pools_.emplace(std::pair(point->id(), pool.gauge_mm()), &pool);
    if (added || place->second == &pool) return;
    checks_.report(stock, "point",
                   fmt::format("`{}` is in two wagon pools of gauge {}: `{}` and `{}`", point->id(),
                               pool.gauge_mm(), place->second->id(), pool.id()),
                   "a train would not know whose wagons to take");
  }

  void add_line(const v1::TractionDistrict& district, int index) {
    const std::string& id = district.lines(index);
    const v1::Line* line = checks_.known(district, "lines", id, checks_.names().lines, index);
    if (line == nullptr) return;
    if (line->mode() == v1::Line::SEA)
      checks_.report(district, "lines", fmt::format("`{}` is a ship's lane", id), "lines of rails only",
                     index);
    check_once(checks_, lines_, id, district, "lines",
               fmt::format("line `{}` is in a traction district twice", id), index);
  }

  void check_end(const v1::TractionDistrict& district, const Checks::Message& message, std::string_view field,
                 const std::string& point) {
    if (checks_.names().points.find(point) == nullptr || district.lines().empty()) return;
    for (const std::string& id : district.lines()) {
      const v1::Line* line = checks_.names().lines.find(id);
      if (line == nullptr || line->from() == point || line->to() == point) return;
    }
    checks_.report(message, field,
                   fmt::format("no line of traction district `{}` ends at `{}`", district.id(), point),
                   "name an end of one of its `lines`");
  }

  void check_light_run(const v1::TractionDistrict& district, const v1::LightRun& run) {
    checks_.required(run, "from", run.from(), checks_.names().points);
    checks_.required(run, "to", run.to(), checks_.names().points);
    check_end(district, run, "from", run.from());
    if (!run.from().empty() && run.from() == run.to())
      checks_.report(run, "to", fmt::format("a light run from `{}` to itself", run.from()));
    else
      check_end(district, run, "to", run.to());
    checks_.number(run, "keep_idle", {0, kMostUnits});
    checks_.duration(run, "idle_for", {0, kYear_s, "s"});
    if (checks_.present(run, "run_time", "1 s to 30 d"))
      checks_.duration(run, "run_time", {1, 30 * kDay_s, "s"});
  }

  Checks& checks_;
  std::map<std::pair<std::string, int>, const v1::WagonPool*> pools_;  // by point and gauge
  First lines_;                                                        // their districts
};

bool runs_empty(const Checks& checks, const std::string& service) {
  const v1::TrainService* found = checks.names().services.find(service);
  return found != nullptr && found->formation().rule() == v1::Formation::EMPTY_WAGONS;
}

void check_no_demand(Checks& checks, const Checks::Message& message, const std::string& service) {
  if (!runs_empty(checks, service)) return;
  checks.report(message, "service",
                fmt::format("trains of `{}` are empty wagons: they take no containers", service),
                "name another service");
}

}  // namespace

void validate_fleets(Checks& checks) {
  Fleets fleets(checks);
  for (const v1::WagonPool& pool : checks.scenario().fleets().wagon_pools()) fleets.add(pool);
  for (const v1::TractionDistrict& district : checks.scenario().fleets().traction_districts())
    fleets.add(district);
  for (const v1::Flow& flow : checks.scenario().demand().flows())
    check_no_demand(checks, flow, flow.service());
  for (const v1::PartLoads& loads : checks.scenario().demand().part_loads())
    check_no_demand(checks, loads, loads.service());
  for (const v1::Matrix& matrix : checks.scenario().demand().matrices()) {
    for (const v1::Seed& seed : matrix.seeds()) check_no_demand(checks, seed, seed.service());
  }
}

}  // namespace scenarios
