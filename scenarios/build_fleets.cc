#include "scenarios/build.h"
#include "scenarios/checks.h"

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;

std::vector<rail::StockInput> build_stock(const google::protobuf::RepeatedPtrField<v1::FleetStock>& messages,
                                          const Names& names) {
  std::vector<rail::StockInput> stock;
  for (const v1::FleetStock& message : messages)
    stock.push_back({names.points.index(message.point()), message.units()});
  return stock;
}

rail::LightRunInput build_light_run(const v1::LightRun& message, const Names& names) {
  return {names.points.index(message.from()), names.points.index(message.to()), message.keep_idle(),
          whole_seconds(message.idle_for()), whole_seconds(message.run_time())};
}

}  // namespace

void build_fleets(const v1::Fleets& fleets, const Names& names, rail::ModelInput& input) {
  for (const v1::WagonPool& message : fleets.wagon_pools()) {
    rail::WagonPoolInput pool;
    pool.id = message.id();
    pool.gauge_mm = message.gauge_mm();
    pool.stock = build_stock(message.stock(), names);
    pool.feu_per_wagon = message.feu_per_wagon();
    if (message.has_turnaround()) pool.turnaround = build_distribution(message.turnaround());
    input.wagon_pools.push_back(std::move(pool));
  }
  for (const v1::TractionDistrict& message : fleets.traction_districts()) {
    rail::TractionDistrictInput district;
    district.id = message.id();
    for (const std::string& line : message.lines()) district.lines.push_back(names.lines.index(line));
    district.stock = build_stock(message.stock(), names);
    if (message.has_turnaround()) district.turnaround = build_distribution(message.turnaround());
    for (const v1::LightRun& run : message.light_runs())
      district.light_runs.push_back(build_light_run(run, names));
    input.traction_districts.push_back(std::move(district));
  }
}

}  // namespace scenarios
