// Part loads.
#include "scenarios/build.h"
#include "scenarios/checks.h"

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;

double most_share(const v1::PartLoads& loads) {
  return loads.has_most_share() ? loads.most_share() : loads.least_share();
}

rail::PartLoadInput build(const v1::PartLoads& message, double growth, const Names& names) {
  rail::PartLoadInput loads;
  loads.id = message.id();
  loads.service = names.services.index(message.service());
  loads.kind = build_kind(message.kind());
  loads.loads_per_year = growth * message.loads_per_year();
  loads.least_share = message.least_share();
  loads.most_share = most_share(message);
  if (message.has_longest_wait()) loads.longest_wait_s = whole_seconds(message.longest_wait());
  loads.stuffing_s = whole_seconds(message.stuffing());
  loads.unstuffing_s = whole_seconds(message.unstuffing());
  loads.size_ft = size_ft_of(message.size_ft());
  loads.season = season_of(message.season(), names);
  loads.commodity = commodity_of(message.commodity(), names);
  return loads;
}

}  // namespace

double mean_share(const v1::PartLoads& loads) { return 0.5 * (loads.least_share() + most_share(loads)); }

double loads_per_year(const v1::Demand& demand) {
  double sum = 0;
  for (const v1::PartLoads& loads : demand.part_loads()) sum += loads.loads_per_year();
  return growth_of(demand) * sum;
}

void build_part_loads(const v1::Demand& demand, const Names& names, rail::ModelInput& input) {
  for (const v1::PartLoads& loads : demand.part_loads())
    input.part_loads.push_back(build(loads, growth_of(demand), names));
}

}  // namespace scenarios
