// Surges of demand as clocks by which a flow's containers come: the season's, which runs faster meanwhile.
#include <algorithm>

#include "scenarios/build.h"
#include "scenarios/checks.h"

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;
using List = google::protobuf::RepeatedPtrField<std::string>;
using Services = std::vector<std::uint32_t>;

Services services_of(const rail::MatrixInput& matrix) {
  Services services;
  for (const rail::SeedInput& seed : matrix.seeds) services.push_back(seed.service);
  return services;
}

bool names_it(const List& names, const std::string& id) {
  return std::find(names.begin(), names.end(), id) != names.end();
}

class SurgeBuilder {
 public:
  SurgeBuilder(const v1::Scenario& scenario, const RunTime& run, rail::ModelInput& input)
      : scenario_(scenario), run_(run), input_(input) {}

  // `list`: which names of a surge are those of its kind; `services`: for which the containers come.
  void apply(const std::string& id, const List& (v1::DemandSurge::*list)() const, const Services& services,
             std::uint32_t& season) {
    std::vector<int> surges;
    for (int i = 0; i < scenario_.disruptions().disruptions_size(); ++i) {
      const v1::Disruption& one = scenario_.disruptions().disruptions(i);
      const v1::DemandSurge& surge = one.demand_surge();
      const bool of_all = surge.flows().empty() && surge.matrices().empty() && surge.part_loads().empty();
      if (one.has_demand_surge() && (of_all || names_it((surge.*list)(), id))) surges.push_back(i);
    }
    for (const int i : surges) add_services(services, input_.disruptions[static_cast<std::size_t>(i)]);
    if (!surges.empty()) season = clock(season, surges);
  }

 private:
  static void add_services(const Services& services, rail::DisruptionInput& surge) {
    for (const std::uint32_t service : services) {
      if (std::find(surge.services.begin(), surge.services.end(), service) == surge.services.end())
        surge.services.push_back(service);
    }
  }

  // Flows with the same season and the same surges share one.
  std::uint32_t clock(std::uint32_t season, const std::vector<int>& surges) {
    const auto [place, added] =
        known_.try_emplace({season, surges}, static_cast<std::uint32_t>(input_.seasons.size()));
    if (!added) return place->second;
    rail::SeasonClock clock =
        season == rail::kNone ? rail::SeasonClock({{0, 0}}) : rail::SeasonClock(input_.seasons[season]);
    for (const int i : surges) {
      const v1::Disruption& surge = scenario_.disruptions().disruptions(i);
      const rail::OpenInterval dates = dates_of(surge, {});
      clock = clock.surged(static_cast<double>(dates.from - run_.start_utc),
                           static_cast<double>(dates.to - run_.start_utc), surge.demand_surge().factor());
    }
    input_.seasons.push_back(std::move(clock));
    return place->second;
  }

  const v1::Scenario& scenario_;
  RunTime run_;
  rail::ModelInput& input_;
  std::map<std::pair<std::uint32_t, std::vector<int>>, std::uint32_t> known_;
};

}  // namespace

void build_surges(const v1::Scenario& scenario, const RunTime& run, rail::ModelInput& input) {
  SurgeBuilder builder(scenario, run, input);
  for (rail::FlowInput& flow : input.flows)
    builder.apply(flow.id, &v1::DemandSurge::flows, {flow.service}, flow.season);
  for (rail::MatrixInput& matrix : input.matrices)
    builder.apply(matrix.id, &v1::DemandSurge::matrices, services_of(matrix), matrix.season);
  for (rail::PartLoadInput& loads : input.part_loads)
    builder.apply(loads.id, &v1::DemandSurge::part_loads, {loads.service}, loads.season);
}

}  // namespace scenarios
