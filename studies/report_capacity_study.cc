// How much demand is carried, and what binds above that.
#include <fmt/format.h>

#include <algorithm>

#include "studies/capacity_words.h"
#include "studies/report_parts.h"

namespace studies {
namespace {

constexpr std::size_t kMostFigures = 6;

std::string times(double demand) { return fmt::format("{:.2f}", demand); }

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

ReportJson steps_json(const CapacityStudy& study, const PlaceNames& names, const StudyMaps& maps) {
  ReportJson list = ReportJson::array();
  for (const CapacityStep& step : study.steps) {
    list.push_back({{"widened", step.widened},
                    {"carried", number(step.interval.carried)},
                    {"not_carried", number(step.interval.not_carried)},
                    {"binding", binding_json(names, step.binding)},
                    {"spin_up_is_short", step.spin_up_is_short},
                    {"run_is_short", step.run_is_short},
                    {"warm_up_days", step.warm_up_days},
                    {"on_map", map_json(maps, step)},
                    {"trials", trials_json(step.interval)}});
  }
  return list;
}

std::string answer(const CapacityReport& report, const PlaceNames& names) {
  if (report.study.steps.empty()) return "Interrupted before anything was known.";
  const CapacityStep& first = report.study.steps.front();
  std::string text = report.scenario.name() + " " + carried_text(first.interval, {});
  if (first.binding)
    text += fmt::format("; above that binds {} ({})", names.name(first.binding->wait.place),
                        first.binding->wait.cause);
  return text + ".";
}

// What is surely carried, not the middle of what is unclear.
ReportJson interval_figure(const CapacityStep& step, const PlaceNames& names) {
  std::string note = step.interval.not_carried ? fmt::format("{} is not", times(*step.interval.not_carried))
                                               : std::string("more was not tried");
  if (step.binding)
    note +=
        fmt::format("; then binds {} ({})", names.name(step.binding->wait.place), step.binding->wait.cause);
  return {{"label", step.widened.empty() ? std::string("Demand carried for good") : "With " + step.widened},
          {"unit", "times the demand"},
          {"value", ReportJson::array({number(*step.interval.carried), nullptr})},
          {"note", note},
          {"key", nullptr}};
}

ReportJson figures_json(const CapacityStudy& study, const PlaceNames& names) {
  ReportJson list = ReportJson::array();
  for (const CapacityStep& step : study.steps) {
    if (step.interval.carried && list.size() < kMostFigures) list.push_back(interval_figure(step, names));
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

std::string command_of(const ReportJson& manifest) { return manifest.value("command", std::string()); }

}  // namespace

std::string capacity_report_json(const CapacityReport& report) {
  const PlaceNames names(report.model);
  const StudyMaps maps = maps_of(report);
  const ReportJson manifest = ReportJson::parse(report.manifest);
  ReportJson json = {
      {"format", kReportFormat},
      {"kind", "capacity"},
      {"title", report.scenario.name()},
      {"question",
       fmt::format("How much demand does {} carry for good, what binds above that, and what next?",
                   report.scenario.name())},
      {"answer", answer(report, names)},
      {"figures", figures_json(report.study, names)},
      {"warnings", warnings_json(report)},
      {"trust", trust_json(report.scenario, report.manifest, KpiTable(), command_of(manifest))},
      {"tolerated", number(report.tolerated)},
      {"map_note", map_note(report.study)},
      {"steps", steps_json(report.study, names, maps)},
      {"bounds", bounds_json(report.study.bounds)}};
  maps.add_network(json);
  json["trust"]["published"] = ReportJson::array();
  return report_text_of(json);
}

}  // namespace studies
