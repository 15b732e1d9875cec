#include "scenarios/scenario_texts.h"

#include <fmt/format.h>

#include <map>

#include "landbridge/v1/scenario.pb.h"
#include "scenarios/checks.h"
#include "scenarios/explain.h"
#include "scenarios/scenario_content.h"

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;

const char* role_text(v1::Process::Role role) {
  switch (role) {
    case v1::Process::ORIGIN:
      return "trains formed here";
    case v1::Process::CHANGE_OF_GAUGE:
      return "change of gauge";
    case v1::Process::DESTINATION:
      return "trains that end here";
    default:
      return "passing trains";
  }
}

const char* direction_text(v1::Direction direction) {
  switch (direction) {
    case v1::WESTBOUND:
      return "westbound";
    case v1::EASTBOUND:
      return "eastbound";
    default:
      return "both directions";
  }
}

std::string which_trains(const v1::Stage& stage) {
  std::string text;
  if (stage.has_share_of_trains() && stage.share_of_trains() < 1)
    text += fmt::format(", for {:.4g} % of the trains", 100 * stage.share_of_trains());
  if (stage.refrigerated_only()) text += ", for trains with refrigerated containers";
  if (!stage.commodities().empty())
    text += fmt::format(", for trains with {}", fmt::join(stage.commodities(), ", "));
  return text;
}

std::string stage_text(const v1::Stage& stage) {
  std::string text = describe_law(stage.duration()) + which_trains(stage);
  if (stage.inspected_share() > 0) {
    text += fmt::format(", {:.4g} % of the containers inspected", 100 * stage.inspected_share());
    const double minutes = static_cast<double>(whole_seconds(stage.per_inspected_container())) / 60;
    if (minutes > 0) text += fmt::format(" ({:.4g} min each)", minutes);
  }
  return text;
}

// Of all changes of gauge at the point: which one a train takes hangs on its gauge.
std::string lifts_text(const v1::Processes& processes, const std::string& point) {
  std::vector<std::string> texts;
  for (const v1::GaugeChange& one : processes.gauge_changes()) {
    if (one.point() != point) continue;
    texts.push_back(fmt::format("{} to {} mm: {} {}, {:.4g} lifts an hour in each", one.from_gauge_mm(),
                                one.to_gauge_mm(), one.bays(), one.bays() == 1 ? "bay" : "bays",
                                one.lifts_per_hour()));
  }
  return fmt::format("{}", fmt::join(texts, "; "));
}

}  // namespace

std::vector<ProcessText> process_texts(const Scenario& scenario) {
  const v1::Processes& processes = ScenarioContent::message(scenario).processes();
  std::map<std::string, const v1::Resource*> resources;
  for (const v1::Resource& one : processes.resources()) resources.emplace(one.id(), &one);
  std::vector<ProcessText> texts;
  for (const v1::Process& process : processes.processes()) {
    ProcessText text{process.point(),
                     fmt::format("{}, {}", direction_text(process.direction()), role_text(process.role())),
                     {}};
    for (const v1::Stage& stage : process.stages()) {
      if (stage.kind() == v1::Stage::GAUGE_CHANGE) {
        text.stages.push_back({stage.name(), lifts_text(processes, process.point()), {}, {}});
        continue;
      }
      const v1::Resource& resource = *resources.at(stage.resource());
      text.stages.push_back({stage.name(), stage_text(stage), resource.id(),
                             resource.has_opening_hours() ? describe_hours(resource.opening_hours()) : ""});
    }
    texts.push_back(std::move(text));
  }
  return texts;
}

std::vector<DisruptionText> disruption_texts(const Scenario& scenario) {
  const v1::Scenario& message = ScenarioContent::message(scenario);
  std::vector<DisruptionText> texts;
  for (const v1::Disruption& one : message.disruptions().disruptions())
    texts.push_back({one.id(), describe_disruption(one, message)});
  return texts;
}

}  // namespace scenarios
