#include "scenarios/build.h"
#include "scenarios/checks.h"

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;

constexpr int kDefaultSize_ft = 40;

rail::MatrixInput build_matrix(const v1::Matrix& message, double growth, const Names& names) {
  rail::MatrixInput matrix;
  matrix.id = message.id();
  matrix.size_ft = size_ft_of(message.size_ft());
  matrix.season = season_of(message.season(), names);
  for (const v1::Margin& margin : message.origins()) {
    matrix.origins.push_back({names.points.index(margin.point()), growth * margin.containers_per_year()});
  }
  for (const v1::Margin& margin : message.destinations()) {
    matrix.destinations.push_back(
        {names.points.index(margin.point()), growth * margin.containers_per_year()});
  }
  for (const v1::Seed& seed : message.seeds())
    matrix.seeds.push_back({names.services.index(seed.service()), seed.weight()});
  for (const v1::KindShare& share : message.kinds())
    matrix.kinds.push_back({build_kind(share.kind()), share.share(), commodity_of(share.commodity(), names)});
  if (matrix.kinds.empty()) matrix.kinds.push_back({});
  return matrix;
}

}  // namespace

int size_ft_of(int size_ft) { return size_ft == 0 ? kDefaultSize_ft : size_ft; }

std::uint32_t season_of(const std::string& name, const Names& names) {
  return name.empty() ? rail::kNone : names.seasons.index(name);
}

std::uint8_t commodity_of(const std::string& name, const Names& names) {
  return names.commodities.find(name) == nullptr ? rail::kNoCommodity
                                                 : static_cast<std::uint8_t>(names.commodities.index(name));
}

double growth_of(const v1::Demand& demand) { return demand.has_growth() ? demand.growth() : 1.0; }

double containers_per_year(const v1::Demand& demand) {
  double sum = 0;
  for (const v1::Flow& flow : demand.flows()) sum += flow.containers_per_year();
  for (const v1::Matrix& matrix : demand.matrices()) {
    for (const v1::Margin& margin : matrix.origins()) sum += margin.containers_per_year();
  }
  for (const v1::PartLoads& loads : demand.part_loads()) sum += loads.loads_per_year() * mean_share(loads);
  return growth_of(demand) * sum;
}

void build_demand(const v1::Demand& demand, const Names& names, const RunTime& run, rail::ModelInput& input) {
  const double growth = growth_of(demand);
  for (const v1::Commodity& commodity : demand.commodities())
    input.commodities.push_back({commodity.id(), whole_seconds(commodity.max_transit())});
  for (const v1::Season& season : demand.seasons()) input.seasons.push_back(build_season(season, run));
  for (const v1::Flow& flow : demand.flows()) {
    input.flows.push_back({flow.id(), names.services.index(flow.service()), build_kind(flow.kind()),
                           growth * flow.containers_per_year(), size_ft_of(flow.size_ft()),
                           season_of(flow.season(), names), commodity_of(flow.commodity(), names)});
  }
  for (const v1::Matrix& matrix : demand.matrices())
    input.matrices.push_back(build_matrix(matrix, growth, names));
  build_part_loads(demand, names, input);
}

}  // namespace scenarios
