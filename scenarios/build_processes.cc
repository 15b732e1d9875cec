#include "scenarios/build.h"
#include "scenarios/checks.h"

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;

rail::ResourceInput build_resource(const v1::Resource& message, const Names& names, HoursTable& hours) {
  rail::ResourceInput resource;
  resource.id = message.id();
  resource.point = names.points.index(message.point());
  resource.servers = message.servers();
  resource.priority = message.discipline() == v1::Resource::PRIORITY;
  if (message.has_opening_hours()) {
    const std::string& zone = names.points.find(message.point())->time_zone();
    resource.hours = hours.of_place(message.opening_hours(), zone);
    resource.usual_hours = hours.usual_of_place(message.opening_hours(), zone);
    resource.server_cuts = hours.staffed(message.opening_hours(), zone, resource.servers);
  }
  return resource;
}

rail::StageInput build_stage(const v1::Stage& message, const Names& names) {
  rail::StageInput stage;
  stage.name = message.name();
  stage.resource = names.resources.index(message.resource());
  stage.duration = build_distribution(message.duration());
  if (message.has_share_of_trains()) stage.share_of_trains = message.share_of_trains();
  stage.inspected_share = message.inspected_share();
  stage.per_inspected_container_s = whole_seconds(message.per_inspected_container());
  stage.refrigerated_only = message.refrigerated_only();
  for (const std::string& name : message.commodities())
    stage.commodities.push_back(static_cast<std::uint8_t>(names.commodities.index(name)));
  stage.finishes = message.at_closing() == v1::FINISHES;
  return stage;
}

rail::ProcessInput build_head(const v1::Process& message, rail::ProcessRole role, const Names& names) {
  rail::ProcessInput process;
  process.id = message.id();
  process.point = names.points.index(message.point());
  process.role = role;
  process.directions = build_directions(message.direction());
  return process;
}

rail::ProcessRole role_of(v1::Process::Role role) {
  if (role == v1::Process::ORIGIN) return rail::ProcessRole::kOrigin;
  return role == v1::Process::DESTINATION ? rail::ProcessRole::kDestination : rail::ProcessRole::kPass;
}

// Stages before the change are done with the arriving train, those after it with the departing one.
void build_change_of_gauge(const v1::Process& message, const Names& names, rail::ModelInput& input) {
  rail::ProcessInput in = build_head(message, rail::ProcessRole::kGaugeIn, names);
  rail::ProcessInput out = build_head(message, rail::ProcessRole::kGaugeOut, names);
  rail::ProcessInput* current = &in;
  for (const v1::Stage& stage : message.stages()) {
    if (stage.kind() == v1::Stage::GAUGE_CHANGE)
      current = &out;
    else
      current->stages.push_back(build_stage(stage, names));
  }
  input.processes.push_back(std::move(in));
  input.processes.push_back(std::move(out));
}

rail::ReformationRule rule_of(v1::Reformation::Rule rule) {
  if (rule == v1::Reformation::GROUP) return rail::ReformationRule::kGroup;
  return rule == v1::Reformation::BY_DESTINATION ? rail::ReformationRule::kByDestination
                                                 : rail::ReformationRule::kFill;
}

rail::GaugeChangeInput build_gauge_change(const v1::GaugeChange& message, const Names& names,
                                          HoursTable& hours) {
  rail::GaugeChangeInput change;
  change.id = message.id();
  change.point = names.points.index(message.point());
  change.from_gauge_mm = message.from_gauge_mm();
  change.to_gauge_mm = message.to_gauge_mm();
  change.bay_pool = message.bay_pool().empty() ? message.id() : message.bay_pool();
  change.bays = message.bays();
  change.lifts_per_hour = message.lifts_per_hour();
  if (message.has_work_factor()) change.work_factor = build_distribution(message.work_factor());
  change.yard_teu = message.yard_teu();
  if (message.has_opening_hours()) {
    const std::string& zone = names.points.find(message.point())->time_zone();
    change.hours = hours.of_place(message.opening_hours(), zone);
    change.usual_hours = hours.usual_of_place(message.opening_hours(), zone);
    change.bay_cuts = hours.staffed(message.opening_hours(), zone, change.bays);
  }
  change.finishes = message.at_closing() == v1::FINISHES;
  const v1::Reformation& reformation = message.reformation();
  change.rule = rule_of(reformation.rule());
  if (change.rule == rail::ReformationRule::kGroup) {
    change.inbound_trains = reformation.inbound_trains();
    change.outbound_trains = reformation.outbound_trains();
  }
  change.train_feu = reformation.train_feu();
  change.only_if_needed = reformation.only_if_needed();
  if (reformation.has_reefer_plugs()) change.reefer_plugs = reformation.reefer_plugs();
  if (reformation.has_latest_departure())
    change.latest_departure_s = whole_seconds(reformation.latest_departure());
  return change;
}

}  // namespace

void build_processes(const v1::Processes& processes, const Names& names, HoursTable& hours,
                     rail::ModelInput& input) {
  for (const v1::Resource& resource : processes.resources())
    input.resources.push_back(build_resource(resource, names, hours));
  for (const v1::Process& message : processes.processes()) {
    if (message.role() == v1::Process::CHANGE_OF_GAUGE) {
      build_change_of_gauge(message, names, input);
      continue;
    }
    rail::ProcessInput process = build_head(message, role_of(message.role()), names);
    for (const v1::Stage& stage : message.stages()) process.stages.push_back(build_stage(stage, names));
    input.processes.push_back(std::move(process));
  }
  for (const v1::GaugeChange& change : processes.gauge_changes()) {
    input.gauge_changes.push_back(build_gauge_change(change, names, hours));
  }
}

}  // namespace scenarios
