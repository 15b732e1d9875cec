// Closures, cuts, slow orders, surges.
#include <fmt/format.h>

#include <set>

#include "scenarios/scenario_texts.h"
#include "studies/report_parts.h"

namespace studies {
namespace {

constexpr std::int64_t kSecondsPerMinute = 60;

ReportJson lines_json(const ListedNetwork& network, const rail::DisruptionInput& disruption) {
  ReportJson list = ReportJson::array();
  for (const std::uint32_t line : disruption.lines) list.push_back(*network.line(line));
  return list;
}

// Of its resources and changes of gauge.
ReportJson points_json(const ListedNetwork& network, const rail::DisruptionInput& disruption) {
  const rail::ModelInput& input = network.model().input();
  std::set<std::size_t> points;
  const auto add = [&](std::uint32_t point) {
    if (network.point(point)) points.insert(*network.point(point));
  };
  for (const std::uint32_t one : disruption.resources) add(input.resources[one].point);
  for (const std::uint32_t one : disruption.gauge_changes) add(input.gauge_changes[one].point);
  return points;
}

}  // namespace

ReportJson disruptions_json(const ListedNetwork& network, const scenarios::Scenario& scenario,
                            const KpiTable& kpis) {
  const rail::ModelInput& input = network.model().input();
  const std::vector<scenarios::DisruptionText> texts = scenarios::disruption_texts(scenario);
  ReportJson list = ReportJson::array();
  for (std::size_t i = 0; i < input.disruptions.size(); ++i) {
    const rail::DisruptionInput& one = input.disruptions[i];
    list.push_back(
        {{"id", one.id},
         {"what", texts[i].what},
         {"from_min", (one.from - input.spin_up_s) / kSecondsPerMinute},
         {"until_min", (one.to - input.spin_up_s) / kSecondsPerMinute},
         {"lines", lines_json(network, one)},
         {"points", points_json(network, one)},
         {"trains_held", estimate(kpis.find(fmt::format("disruption/{}/trains_held", one.id)))},
         {"time_to_clear_h", estimate(kpis.find(fmt::format("disruption/{}/time_to_clear_h", one.id)))}});
  }
  return list;
}

}  // namespace studies
