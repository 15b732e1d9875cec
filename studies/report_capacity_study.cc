// How much demand is carried, and what binds above that.
#include <fmt/format.h>

#include <algorithm>

#include "studies/capacity_words.h"
#include "studies/report_parts.h"

namespace studies {
namespace {

constexpr std::size_t kMostFigures = 6;

ReportJson trials_json(const CapacityInterval& interval) {
  std::vector<CapacityTrial> trials = interval.trials;
  std::sort(trials.begin(), trials.end(),
            [](const CapacityTrial& x, const CapacityTrial& y) { return x.demand < y.demand; });
  ReportJson list = ReportJson::array();
  for (const CapacityTrial& trial : trials) {
    list.push_back({{"demand", number(trial.demand)},
                    {"left_behind", estimate(trial.left_behind)},
                    {"replications", trial.left_behind.count},
                    {"reason", reason_text(trial)},
                    {"verdict", verdict_word(trial)}});
  }
  return list;
}

ReportJson map_json(const StudyMaps& maps, const CapacityStep& step) {
  if (!step.on_map) return nullptr;
  ReportJson figures = maps.on_map(step.on_map->figures);
  if (figures.is_null()) return nullptr;
  return {{"demand", number(step.on_map->demand)}, {"figures", std::move(figures)}};
}

StudyMaps maps_of(const CapacityReport& report) {
  std::vector<const MapFigures*> all;
  for (const CapacityStep& step : report.study.steps) {
    if (step.on_map) all.push_back(&step.on_map->figures);
  }
  return StudyMaps(report.scenario, report.model, all);
}

std::string map_note(const CapacityStudy& study) {
  const bool is_known = std::any_of(study.steps.begin(), study.steps.end(),
                                    [](const CapacityStep& step) { return step.on_map.has_value(); });
  if (is_known) return "";
  const bool any_trial = std::any_of(study.steps.begin(), study.steps.end(),
                                     [](const CapacityStep& step) { return !step.interval.trials.empty(); });
  if (!any_trial) return "There is no map: no demand was simulated to the end.";
  return "There is no map: no train ran, or an older program wrote this folder, which kept no figures of "
         "lines.";
}

// What was asked, and with what.
struct Asked {
  std::string flows;  // pattern of the demand that is scaled; empty: all
  double precision = 0;
};

// An older manifest does not say which flows.
Asked asked_of(const ReportJson& manifest) {
  return {manifest.value("flows", std::string()), manifest.value("precision", 0.0)};
}

ReportJson steps_json(const CapacityReport& report, const PlaceNames& names, const StudyMaps& maps,
                      const Asked& asked) {
  ReportJson list = ReportJson::array();
  const std::vector<CapacityStep>& steps = report.study.steps;
  for (std::size_t s = 0; s < steps.size(); ++s) {
    const CapacityStep& step = steps[s];
    const std::string no_more = no_more_text(steps, s, asked.precision);
    list.push_back({{"widened", step.widened},
                    {"carried", number(step.interval.carried)},
                    {"not_carried", number(step.interval.not_carried)},
                    {"answer", fmt::format("{} {}.{}{}", subject_text(report.scenario.name(), step),
                                           carried_text(step.interval, asked.flows),
                                           no_more.empty() ? "" : " ", no_more)},
                    {"binds", binds_text(names, step, asked.flows)},
                    {"spin_up_is_short", step.spin_up_is_short},
                    {"run_is_short", step.run_is_short},
                    {"warm_up_days", step.warm_up_days},
                    {"on_map", map_json(maps, step)},
                    {"trials", trials_json(step.interval)}});
  }
  return list;
}

// What `landbridge capacity` says first.
std::string answer(const ReportJson& steps) {
  if (steps.empty()) return "Interrupted before anything was known.";
  const std::string binds = steps.front()["binds"];
  return steps.front()["answer"].get<std::string>() + (binds.empty() ? "" : " ") + binds;
}

std::string then_text(const CapacityStep& step, const PlaceNames& names) {
  if (!step.full_trains.empty())
    return fmt::format("; then the trains of {} are full", fmt::join(step.full_trains, ", "));
  if (!step.binding) return "";
  return fmt::format("; then binds {} ({}{})", names.name(step.binding->wait.place), step.binding->wait.cause,
                     step.binds_by_bound ? ", by the linear program" : "");
}

// What is surely carried, not the middle of what is unclear.
ReportJson interval_figure(const CapacityStep& step, const PlaceNames& names, const std::string& flows) {
  const std::string note =
      step.interval.not_carried
          ? fmt::format("{} is not", times_text(step.interval, *step.interval.not_carried))
          : std::string("more was not tried");
  const std::string label =
      flows.empty() ? "Demand carried for good" : fmt::format("Demand of {} carried for good", flows);
  return {{"label", step.widened.empty() ? label : "With " + step.widened},
          {"unit", "times the demand"},
          {"value", ReportJson::array({number(*step.interval.carried), nullptr})},
          {"note", note + then_text(step, names)},
          {"key", nullptr}};
}

ReportJson figures_json(const CapacityStudy& study, const PlaceNames& names, const std::string& flows) {
  ReportJson list = ReportJson::array();
  for (const CapacityStep& step : study.steps) {
    if (step.interval.carried && list.size() < kMostFigures)
      list.push_back(interval_figure(step, names, flows));
  }
  for (const BoundRow& row : study.bounds) {
    if (list.size() == kMostFigures) break;
    list.push_back({{"label", fmt::format("Bound {}: {}", row.step, row.name)},
                    {"unit", "times the demand"},
                    {"value", ReportJson::array({number(row.times_demand), nullptr})},
                    {"note", fmt::format("{}, without waiting, meets or chance", row.kind)},
                    {"key", nullptr}});
  }
  return list;
}

using StepFlag = bool CapacityStep::*;

const CapacityStep* first_step(const CapacityStudy& study, StepFlag flag) {
  const auto step = std::find_if(study.steps.begin(), study.steps.end(),
                                 [flag](const CapacityStep& one) { return one.*flag; });
  return step == study.steps.end() ? nullptr : &*step;
}

ReportJson warnings_json(const CapacityReport& report) {
  ReportJson list = ReportJson::array();
  if (report.study.interrupted) list.push_back("Interrupted: this is what was known by then");
  if (const CapacityStep* step = first_step(report.study, &CapacityStep::spin_up_is_short))
    list.push_back(fmt::format(
        "Queues of some demand that is carried settle later than counting begins (MSER-5 leaves out {} days, "
        "the spin-up has {}) and are taken for growing ones: the capacity may be higher",
        step->warm_up_days, report.model.input().spin_up_s / 86400));
  if (first_step(report.study, &CapacityStep::run_is_short) != nullptr)
    list.push_back(
        "Queues of some demand that is carried had not settled by half of the run (MSER-5 cannot tell) and "
        "may "
        "grow for good: the capacity may be lower");
  if (!report.study.no_more_steps.empty())
    list.push_back("What would bind next is not known: " + report.study.no_more_steps);
  return list;
}

ReportJson bound_notes_json(const CapacityStudy& study, const std::string& flows) {
  return study.bounds.empty() ? ReportJson::array() : ReportJson(bound_notes(study, flows));
}

std::string command_of(const ReportJson& manifest) { return manifest.value("command", std::string()); }

}  // namespace

std::string capacity_report_json(const CapacityReport& report) {
  const PlaceNames names(report.model);
  const StudyMaps maps = maps_of(report);
  const ReportJson manifest = ReportJson::parse(report.manifest);
  const Asked asked = asked_of(manifest);
  const ReportJson steps = steps_json(report, names, maps, asked);
  ReportJson json = {
      {"format", kReportFormat},
      {"kind", "capacity"},
      {"title", report.scenario.name()},
      {"question",
       fmt::format("How much demand{} does {} carry for good, what binds above that, and what next?",
                   asked.flows.empty() ? "" : " of " + asked.flows, report.scenario.name())},
      {"answer", answer(steps)},
      {"figures", figures_json(report.study, names, asked.flows)},
      {"warnings", warnings_json(report)},
      {"trust", trust_json(report.scenario, report.manifest, KpiTable(), command_of(manifest))},
      {"tolerated", number(report.tolerated)},
      {"map_note", map_note(report.study)},
      {"steps", steps},
      {"bounds", bounds_json(report.study.bounds)},
      {"bound_notes", bound_notes_json(report.study, asked.flows)}};
  maps.add_network(json);
  json["trust"]["published"] = ReportJson::array();
  return report_text_of(json);
}

}  // namespace studies
