// How much demand is carried, and what binds above that.
#include <fmt/format.h>

#include <algorithm>

#include "studies/capacity_words.h"
#include "studies/capital.h"
#include "studies/report_parts.h"
#include "studies/told_capacity.h"

namespace studies {
namespace {

constexpr std::size_t kFewestFigures = 4, kMostFigures = 6;

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

// Older manifests say less.
CapacityAsked asked_of(const ReportJson& manifest) {
  return {manifest.value("flows", std::string()), manifest.value("precision", 0.0),
          manifest.value("most_replications", 0)};
}

// Of a railway with more of something, which is told.
ReportJson step_warnings_json(const CapacityStep& step, const ToldStep& told) {
  ReportJson list = ReportJson::array();
  for (const std::string& one : told.warnings)
    list.push_back(step.widened.empty() ? capital(one) : fmt::format("With {}: {}", step.widened, one));
  return list;
}

ReportJson steps_json(const CapacityStudy& study, const ToldCapacity& told, const StudyMaps& maps) {
  ReportJson list = ReportJson::array();
  for (std::size_t s = 0; s < study.steps.size(); ++s) {
    const CapacityStep& step = study.steps[s];
    const ToldStep& one = told.steps[s];
    list.push_back({{"widened", step.widened},
                    {"carried", number(step.interval.carried)},
                    {"not_carried", number(step.interval.not_carried)},
                    {"answer", one.carries},
                    {"binds", one.binds},
                    {"imprecise", one.imprecise},
                    {"warnings", step_warnings_json(step, one)},
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

std::string not_carried_text(const CapacityInterval& interval, const ToldStep& told,
                             const CapacityAsked& asked) {
  if (!interval.not_carried) return "more was not tried";
  return fmt::format("{} is not{}", times_text(interval, *interval.not_carried),
                     told.imprecise.empty()
                         ? ""
                         : fmt::format(" (wider than the {:.3g} % asked for)", 100 * asked.precision));
}

// What is surely carried, not the middle of what is unclear.
ReportJson interval_figure(const CapacityStep& step, const ToldStep& told, const PlaceNames& names,
                           const CapacityAsked& asked) {
  const std::string label = asked.flows.empty() ? "Demand carried for good"
                                                : fmt::format("Demand of {} carried for good", asked.flows);
  const std::optional<double>& carried = step.interval.carried;
  return figure_json(step.widened.empty() ? label : "With " + step.widened, "times the demand",
                     carried ? without_interval(*carried) : ReportJson(nullptr),
                     (carried ? "" : "none surely; ") + not_carried_text(step.interval, told, asked) +
                         then_text(step, names));
}

void add_left_behind(const CapacityInterval& interval, const std::optional<double>& demand,
                     ReportJson& list) {
  for (const CapacityTrial& trial : interval.trials) {
    if (trial.demand != demand) continue;
    list.push_back(
        figure_json(fmt::format("Left behind at {} times", times_text(interval, trial.demand)), "share",
                    estimate(trial.left_behind),
                    fmt::format("{}; {} replications", verdict_word(trial), trial.left_behind.count)));
    return;
  }
}

void add_binding(const CapacityStep& step, const PlaceNames& names, const CapacityAsked& asked,
                 ReportJson& list) {
  if (!step.binding) return;
  list.push_back(figure_json("Waiting for what binds: " + names.name(step.binding->wait.place), "share",
                             without_interval(step.binding->share),
                             asked.flows.empty() ? "of the container-hours of waiting"
                                                 : "of the container-hours of waiting on its way"));
}

void add_tried(const CapacityStudy& study, ReportJson& list) {
  std::size_t trials = 0;
  int most = 0;
  for (const CapacityStep& step : study.steps) {
    trials += step.interval.trials.size();
    for (const CapacityTrial& trial : step.interval.trials) most = std::max(most, trial.left_behind.count);
  }
  list.push_back(figure_json("Demands that were tried", "", without_interval(static_cast<double>(trials)),
                             fmt::format("up to {} replications of each", most)));
}

void add_bounds(const CapacityStudy& study, ReportJson& list) {
  for (const BoundRow& row : study.bounds)
    list.push_back(figure_json(fmt::format("Bound {}: {}", row.step, row.name), "times the demand",
                               without_interval(row.times_demand),
                               fmt::format("{}, without waiting, meets or chance", row.kind)));
}

// What is carried, and what that leaves behind; then with more of what binds, and the bound.
ReportJson figures_json(const CapacityStudy& study, const ToldCapacity& told, const PlaceNames& names,
                        const CapacityAsked& asked) {
  ReportJson list = ReportJson::array();
  if (study.steps.empty()) return list;
  const CapacityStep& first = study.steps.front();
  list.push_back(interval_figure(first, told.steps.front(), names, asked));
  for (const std::optional<double>& demand : {first.interval.carried, first.interval.not_carried})
    add_left_behind(first.interval, demand, list);
  for (std::size_t s = 1; s < study.steps.size(); ++s)
    list.push_back(interval_figure(study.steps[s], told.steps[s], names, asked));
  add_bounds(study, list);
  if (list.size() < kFewestFigures) add_binding(first, names, asked, list);
  if (list.size() < kFewestFigures) add_tried(study, list);
  if (list.size() > kMostFigures) list.erase(list.begin() + kMostFigures, list.end());
  return list;
}

ReportJson warnings_json(const CapacityReport& report, const ToldCapacity& told, const ReportJson& steps) {
  ReportJson list = ReportJson::array();
  if (report.study.interrupted) list.push_back("Interrupted: this is what was known by then");
  for (const std::string& one : told.warnings) list.push_back(capital(one));
  for (const ReportJson& step : steps)
    for (const ReportJson& one : step["warnings"]) list.push_back(one);
  if (!told.no_more_steps.empty()) list.push_back(told.no_more_steps);
  return list;
}

// That of the study that asks, if one does.
std::string question_of(const CapacityReport& report, const ReportJson& manifest, const std::string& flows) {
  if (std::string own = manifest.value("question", std::string()); !own.empty()) return own;
  return fmt::format("How much demand{} does {} carry for good, what binds above that, and what next?",
                     flows.empty() ? "" : " of " + flows, report.scenario.name());
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
  const CapacityAsked asked = asked_of(manifest);
  const ToldCapacity told = studies::told(report.scenario.name(), report.model, report.study, asked);
  const ReportJson steps = steps_json(report.study, told, maps);
  ReportJson json = {{"format", kReportFormat},
                     {"kind", "capacity"},
                     {"title", report.scenario.name()},
                     {"question", question_of(report, manifest, asked.flows)},
                     {"answer", answer(steps)},
                     {"figures", figures_json(report.study, told, names, asked)},
                     {"warnings", warnings_json(report, told, steps)},
                     {"trust", trust_json({&report.scenario}, report.manifest, command_of(manifest))},
                     {"tolerated", number(report.tolerated)},
                     {"flows", asked.flows},
                     {"points_looked_at", report.study.points_looked_at},
                     {"map_note", map_note(report.study)},
                     {"steps", steps},
                     {"bounds", bounds_json(report.study.bounds)},
                     {"bound_notes", bound_notes_json(report.study, asked.flows)}};
  maps.add_network(json);
  return report_text_of(json);
}

}  // namespace studies
