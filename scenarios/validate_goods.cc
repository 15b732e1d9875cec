// Commodities, the stages that are for them only, and plugs for refrigerated containers.
#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include "scenarios/validate.h"

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;

constexpr Range kPlugs{0, 400};
constexpr Range kPlugsOfNewTrains{1, 400};
constexpr int kMostCommodities = 250;

// What flows and kinds of matrices say that they carry.
std::set<std::string> carried(const v1::Demand& demand) {
  std::set<std::string> names;
  for (const v1::Flow& flow : demand.flows()) names.insert(flow.commodity());
  for (const v1::Matrix& matrix : demand.matrices()) {
    for (const v1::KindShare& kind : matrix.kinds()) names.insert(kind.commodity());
  }
  for (const v1::PartLoads& loads : demand.part_loads()) names.insert(loads.commodity());
  names.erase("");
  return names;
}

// Goods without rules need not be listed, so a word that is not listed is a slip only if it is much like one
// that is. Returns that one, empty if there is none.
std::string_view check_slip(Checks& checks, const google::protobuf::Message& message,
                            const std::string& name) {
  const NameTable<v1::Commodity>& listed = checks.names().commodities;
  if (name.empty() || listed.find(name) != nullptr) return {};
  const std::string_view meant = nearest_name(name, listed.all());
  if (!meant.empty())
    checks.report_absent(
        message, "commodity", fmt::format("`{}` is not among `commodities`", name),
        fmt::format("did you mean `{}`? Else list it as well, or choose a word less alike", meant));
  return meant;
}

// The commodities that were meant by words not listed.
std::set<std::string_view> check_slips(Checks& checks, const v1::Demand& demand) {
  std::set<std::string_view> meant;
  for (const v1::Flow& flow : demand.flows()) meant.insert(check_slip(checks, flow, flow.commodity()));
  for (const v1::Matrix& matrix : demand.matrices()) {
    for (const v1::KindShare& kind : matrix.kinds()) meant.insert(check_slip(checks, kind, kind.commodity()));
  }
  for (const v1::PartLoads& loads : demand.part_loads())
    meant.insert(check_slip(checks, loads, loads.commodity()));
  return meant;
}

void check_commodities(Checks& checks, const v1::Demand& demand) {
  const std::set<std::string> names = carried(demand);
  const std::set<std::string_view> meant = check_slips(checks, demand);
  for (const v1::Commodity& commodity : demand.commodities()) {
    checks.duration(commodity, "max_transit", {0, kYear_s, "s", true});
    if (commodity.id().empty() || names.count(commodity.id()) != 0) continue;
    if (meant.count(commodity.id()) != 0) continue;  // told already
    checks.report_absent(commodity, "id",
                         fmt::format("no flow, kind of a matrix or part loads carry `{}`", commodity.id()),
                         did_you_mean(commodity.id(), {names.begin(), names.end()}));
  }
  if (demand.commodities_size() > kMostCommodities) {
    checks.report(demand, "commodities", fmt::format("{} commodities", demand.commodities_size()),
                  fmt::format("at most {} are possible", kMostCommodities));
  }
}

void check_stage(Checks& checks, const v1::Stage& stage) {
  std::set<std::string> seen;
  for (int i = 0; i < stage.commodities_size(); ++i) {
    const std::string& name = stage.commodities(i);
    checks.known(stage, "commodities", name, checks.names().commodities, i);
    if (!seen.insert(name).second)
      checks.report(stage, "commodities", fmt::format("`{}` is listed twice", name), "leave one out", i);
  }
}

void check_plugs(Checks& checks, const v1::Formation& formation) {
  const v1::Formation::Rule rule = formation.rule();
  checks.number(formation, "reefer_plugs", kPlugs);
  if (rule == v1::Formation::EMPTY_WAGONS)
    checks.unused(formation, {"reefer_plugs"}, "the rule is EMPTY_WAGONS");
  if (rule != v1::Formation::FULL_LOAD || formation.reefer_plugs() == 0) return;
  checks.report(formation, "reefer_plugs",
                "refrigerated containers without a plug might wait for ever: the rule is FULL_LOAD",
                "use FULL_LOAD_OR_LATEST, or a rule by time");
}

void check_plugs(Checks& checks, const v1::Reformation& reformation) {
  checks.number(reformation, "reefer_plugs", kPlugsOfNewTrains);
  if (!reformation.has_reefer_plugs() || reformation.has_latest_departure()) return;
  checks.report(reformation, "reefer_plugs",
                "refrigerated containers without a plug might wait for ever: there is no `latest_departure`",
                "e.g. latest_departure { seconds: 172800 }");
}

std::set<std::string> services_without_plugs(const v1::Services& services) {
  std::set<std::string> ids;
  for (const v1::TrainService& service : services.services()) {
    if (service.formation().has_reefer_plugs() && service.formation().reefer_plugs() == 0)
      ids.insert(service.id());
  }
  return ids;
}

// Refrigerated containers of services whose trains never have a plug.
void check_plugless(Checks& checks, const v1::Demand& demand, const std::set<std::string>& plugless) {
  const auto check = [&](const google::protobuf::Message& message, const char* field,
                         const std::string& service, bool refrigerated) {
    if (!refrigerated || plugless.count(service) == 0) return;
    checks.report(
        message, field,
        fmt::format("trains of `{}` have no plugs (`reefer_plugs` is 0): refrigerated containers would "
                    "wait for ever",
                    service),
        "give it plugs, or the containers another service");
  };
  for (const v1::Flow& flow : demand.flows())
    check(flow, "kind", flow.service(), flow.kind() == v1::REEFER_LADEN && flow.containers_per_year() > 0);
  for (const v1::PartLoads& loads : demand.part_loads())
    check(loads, "kind", loads.service(), loads.kind() == v1::REEFER_LADEN);
  for (const v1::Matrix& matrix : demand.matrices()) {
    const bool any = std::any_of(matrix.kinds().begin(), matrix.kinds().end(), [](const auto& kind) {
      return kind.kind() == v1::REEFER_LADEN && kind.share() > 0;
    });
    for (const v1::Seed& seed : matrix.seeds()) check(seed, "service", seed.service(), any);
  }
}

}  // namespace

void validate_goods(Checks& checks) {
  const v1::Scenario& scenario = checks.scenario();
  check_commodities(checks, scenario.demand());
  for (const v1::Process& process : scenario.processes().processes()) {
    for (const v1::Stage& stage : process.stages()) {
      if (stage.kind() != v1::Stage::GAUGE_CHANGE) check_stage(checks, stage);
    }
  }
  for (const v1::GaugeChange& change : scenario.processes().gauge_changes())
    check_plugs(checks, change.reformation());
  for (const v1::TrainService& service : scenario.services().services())
    check_plugs(checks, service.formation());
  check_plugless(checks, scenario.demand(), services_without_plugs(scenario.services()));
}

}  // namespace scenarios
