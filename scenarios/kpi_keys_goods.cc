#include "scenarios/kpi_keys_goods.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;

// Some trains have only so many.
bool limits_plugs(const v1::Scenario& scenario) {
  const auto& services = scenario.services().services();
  const auto& changes = scenario.processes().gauge_changes();
  return std::any_of(services.begin(), services.end(),
                     [](const auto& one) { return one.formation().has_reefer_plugs(); }) ||
         std::any_of(changes.begin(), changes.end(),
                     [](const auto& one) { return one.reformation().has_reefer_plugs(); });
}

bool carries(const v1::Matrix& matrix, const std::string& commodity, const std::string& service) {
  return std::any_of(matrix.kinds().begin(), matrix.kinds().end(),
                     [&](const auto& kind) { return kind.commodity() == commodity && kind.share() > 0; }) &&
         std::any_of(matrix.seeds().begin(), matrix.seeds().end(),
                     [&](const auto& seed) { return seed.service() == service; });
}

bool carries(const v1::Demand& demand, const std::string& commodity, const std::string& service) {
  return std::any_of(demand.flows().begin(), demand.flows().end(),
                     [&](const v1::Flow& flow) {
                       return flow.commodity() == commodity && flow.service() == service &&
                              flow.containers_per_year() > 0;
                     }) ||
         std::any_of(demand.matrices().begin(), demand.matrices().end(),
                     [&](const v1::Matrix& matrix) { return carries(matrix, commodity, service); }) ||
         std::any_of(demand.part_loads().begin(), demand.part_loads().end(), [&](const auto& loads) {
           return loads.commodity() == commodity && loads.service() == service;
         });
}

// Some service between these two points carries the commodity.
bool is_pair_with(const std::string& commodity, const std::string& name, const v1::Scenario& scenario) {
  const auto& services = scenario.services().services();
  return std::any_of(services.begin(), services.end(), [&](const v1::TrainService& service) {
    return is_pair_of(service, name) && carries(scenario.demand(), commodity, service.id());
  });
}

bool is_pair_of_any(const std::string& name, const v1::Scenario& scenario) {
  const auto& services = scenario.services().services();
  return std::any_of(services.begin(), services.end(),
                     [&name](const v1::TrainService& service) { return is_pair_of(service, name); });
}

bool is_hub(const std::string& name, const Checks& checks) {
  const auto& all = checks.scenario().demand().part_loads();
  return std::any_of(all.begin(), all.end(), [&](const v1::PartLoads& loads) {
    const v1::TrainService* service = checks.names().services.find(loads.service());
    return service != nullptr && service->origin() == name;
  });
}

constexpr std::array<std::pair<std::string_view, const char*>, 8> kKinds{{
    {"{commodity}", "a commodity of the demand"},
    {"{commodity with a limit}", "that commodity states no `max_transit`"},
    {"{pair with it}", "no service between these two points carries that commodity"},
    {"{pair with plugs}", "no train has only so many plugs"},
    {"{point with plugs}", "no train has only so many plugs"},
    {"{part loads}", "part loads of the demand"},
    {"{hub with part loads}", "no part loads come to that point"},
    {"{pair with part loads}", "there are no part loads"},
}};

const auto* find_kind(const std::string& kind) {
  return std::find_if(kKinds.begin(), kKinds.end(), [&](const auto& one) { return one.first == kind; });
}

}  // namespace

bool is_goods_kind(const std::string& kind) { return find_kind(kind) != kKinds.end(); }

const char* which_goods_fit(const std::string& kind) { return find_kind(kind)->second; }

bool is_goods_name(const std::string& kind, const std::vector<std::string>& key, std::size_t at,
                   const Checks& checks) {
  const v1::Scenario& scenario = checks.scenario();
  const std::string& name = key[at];
  if (kind == "{pair with it}") return is_pair_with(key[at - 1], name, scenario);
  if (kind == "{pair with plugs}") return limits_plugs(scenario) && is_pair_of_any(name, scenario);
  if (kind == "{point with plugs}")
    return limits_plugs(scenario) && checks.names().points.find(name) != nullptr;
  if (kind == "{pair with part loads}")
    return scenario.demand().part_loads_size() > 0 && is_pair_of_any(name, scenario);
  if (kind == "{part loads}") return checks.names().part_loads.find(name) != nullptr;
  if (kind == "{hub with part loads}") return is_hub(name, checks);
  const v1::Commodity* commodity = checks.names().commodities.find(name);
  return commodity != nullptr && (kind == "{commodity}" || commodity->has_max_transit());
}

}  // namespace scenarios
