// What-ifs beside their base.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "studies/another_way.h"
#include "studies/binding_words.h"
#include "studies/compared_figures.h"
#include "studies/digits.h"
#include "studies/growing_queues.h"
#include "studies/kpi_names.h"
#include "studies/map_figures.h"
#include "studies/report_parts.h"
#include "studies/results_hash.h"
#include "studies/variance_left.h"

namespace studies {
namespace {

constexpr std::size_t kMostChanges = 100;

std::string value_text(const std::string& text) { return text.empty() ? "not stated" : text; }

std::string change_text(const scenarios::InputDifference& one) {
  using Kind = scenarios::InputDifference::Kind;
  const std::string what = one.thing + (one.field.empty() ? "" : "/" + one.field) +
                           (one.name.empty() ? "" : " (" + one.name + ")");
  switch (one.kind) {
    case Kind::kAdded:
      return "added " + what;
    case Kind::kRemoved:
      return "removed " + what;
    case Kind::kOtherOrder:
      return what + ": in another order";
    case Kind::kOtherValue:
      break;
  }
  return fmt::format("{}: {} → {}", what, value_text(one.before), value_text(one.after));
}

// As in the page's figures.
const char* sign_of(double difference) { return difference < 0 ? "−" : "+"; }

Summary absolute(Summary summary) {
  summary.mean = std::abs(summary.mean);
  return summary;
}

std::string delivered_text(const PairedKpi* found) {
  if (found == nullptr) return "";
  const Summary& difference = found->difference;
  if (difference.mean == 0 && difference.sd == 0) return "As many TEU are delivered, in every replication";
  const std::string amount = with_interval(absolute(difference), "");
  if (difference.count < 2)
    return fmt::format("Of one pair of replications nothing can be said surely: {}{} TEU delivered{}",
                       sign_of(difference.mean), amount, relative_in_brackets(*found));
  if (!differs(*found))
    return fmt::format("TEU delivered do not differ surely: {}{}{}", sign_of(difference.mean), amount,
                       relative_in_brackets(*found));
  return fmt::format("{} TEU {} delivered{}", amount, difference.mean > 0 ? "more" : "fewer",
                     relative_in_brackets(*found));
}

std::string binds_text(const RunReport& base, const RunReport& variant) {
  const auto before = first_places(base.result), now = first_places(variant.result);
  if (now.empty()) return before.empty() ? "nothing binds, as before" : "nothing binds now";
  return fmt::format(
      "{} {}", are_same_places(now, before) ? "binds as before:" : "binds now:",
      places_text(PlaceNames(variant.model), now, variant.result.complete.size(), Shares::kLeave));
}

std::string answer_of(const RunReport& base, const RunReport& variant, const PairedKpi* teu) {
  const std::string delivered = delivered_text(teu);
  return fmt::format("{}{}{}.", delivered, delivered.empty() ? "" : "; ", binds_text(base, variant));
}

ReportJson paired_json(const PlaceNames& names, const std::vector<PairedKpi>& kpis) {
  ReportJson list = ReportJson::array();
  for (const PairedKpi& kpi : kpis) {
    list.push_back({{"key", kpi.key},
                    {"name", kpi_name(names, kpi.key)},
                    {"unit", kpi.unit},
                    {"base", estimate(kpi.base)},
                    {"variant", estimate(kpi.variant)},
                    {"difference", estimate(kpi.difference)},
                    {"p_holm", kpi.difference.count < 2 ? ReportJson(nullptr) : number(kpi.p_holm)},
                    {"differs", surely_differs(kpi)}});
  }
  return list;
}

// KPIs that only one side observed, or both but never together: null on the side that has none. Called as the
// side calls them that has them.
ReportJson unpaired_json(const RunReport& base, const RunReport& run,
                         const std::vector<std::string>& patterns) {
  const PlaceNames of_base(base.model), of_run(run.model);
  ReportJson list = ReportJson::array();
  for (const UnpairedKpi& kpi : unpaired(base.result, run.result, patterns)) {
    list.push_back({{"key", kpi.key},
                    {"name", kpi_name(kpi.variant.count > 0 ? of_run : of_base, kpi.key)},
                    {"unit", kpi.unit},
                    {"base", estimate(kpi.base)},
                    {"variant", estimate(kpi.variant)}});
  }
  return list;
}

// A variant that is called as its base is, or by it and what is put on top, is told by what changes alone.
std::string variant_name(const scenarios::Scenario& base, const scenarios::Scenario& variant) {
  const std::string& name = variant.name();
  const std::string on_top = base.name() + " with ";
  if (name.starts_with(on_top)) return name.substr(on_top.size());
  if (name != base.name()) return name;
  const std::vector<scenarios::InputDifference> all = scenarios::differences(base, variant);
  if (all.empty()) return "the same inputs";
  return change_text(all.front()) + (all.size() == 1 ? "" : fmt::format(" and {} more", all.size() - 1));
}

// In titles and tables: two of the same name could not be told apart.
std::string shown_name(const RunReport& base, const RunReport& shown) {
  const bool alike = &base != &shown && shown.scenario.name() == base.scenario.name();
  return alike ? variant_name(base.scenario, shown.scenario) : shown.scenario.name();
}

std::string another_way_of(const RunReport& base, const RunReport& run) {
  const std::optional<AnotherWay> way = another_way(base.result, run.model, run.result);
  return way ? another_way_text(*way, PlaceNames(run.model), shown_name(base, base)) : std::string();
}

// A run beside the base; the base itself is compared with nothing.
ReportJson scenario_json(const ComparisonReport& report, std::size_t number,
                         const std::vector<ComparedVariant>& variants, const StudyMaps& maps,
                         const MapFigures& figures) {
  const RunReport &base = report.runs.front(), &run = report.runs[number];
  const bool is_base = number == 0;
  const ComparedVariant none, &variant = is_base ? none : variants[number - 1];
  const PlaceNames names(run.model);
  return {{"name", shown_name(base, run)},
          {"question", run.scenario.description()},
          {"changes", is_base ? ReportJson::array() : changes_json(base.scenario, run.scenario)},
          {"replications", run.result.complete.size()},
          {"scenario_sha256", sha256(run.scenario.canonical_bytes())},
          {"results_hash", run.result.results_hash},
          {"answer", is_base ? std::string() : answer_of(base, run, variant.kpi(kDelivered))},
          {"another_way", is_base ? std::string() : another_way_of(base, run)},
          {"binding", first_binding_json(run)},
          {"binding_rivals", rivals_json(run)},
          {"confirmation", confirmation_text_json(run.manifest)},
          {"on_map", maps.on_map(figures)},
          {"variance", variance_text(variant.compared)},
          {"kpis", paired_json(names, variant.compared)},
          {"unpaired", is_base ? ReportJson::array() : unpaired_json(base, run, report.kpis)}};
}

bool has_one_pair(const RunReport& base, const RunReport& variant) {
  return std::min(base.result.complete.size(), variant.result.complete.size()) < 2;
}

bool differs_in(const ReportJson& row) { return row["differs"].get<bool>(); }

bool leaves_delivered(const ComparedVariant& variant) {
  const PairedKpi* teu = variant.kpi(kDelivered);
  return teu != nullptr && !surely_differs(*teu);
}

// Where none surely changes what is delivered, that in which most KPIs differ is told.
std::string answer_without_delivered(const ReportJson& scenarios) {
  std::size_t most = 1;
  std::ptrdiff_t count = 0;
  for (std::size_t v = 1; v < scenarios.size(); ++v) {
    const ReportJson& kpis = scenarios[v]["kpis"];
    const std::ptrdiff_t differing = std::count_if(kpis.begin(), kpis.end(), differs_in);
    if (differing <= count) continue;
    most = v;
    count = differing;
  }
  const std::string text =
      fmt::format("None of {} variants surely changes the TEU delivered", scenarios.size() - 1);
  if (count == 0) return text + ", and none of the other KPIs surely differs.";
  return fmt::format("{}; {} surely with {}.", text,
                     count == 1 ? "one KPI differs" : fmt::format("{} KPIs differ", count),
                     scenarios[most]["name"].get<std::string>());
}

// Of several variants that which surely changes what is delivered, and most, is told.
std::string answer_of_all(const ReportJson& scenarios, const std::vector<RunReport>& runs,
                          const std::vector<ComparedVariant>& variants) {
  if (runs.size() == 2) return scenarios[1]["answer"];
  const RunReport& base = runs.front();
  if (std::all_of(runs.begin() + 1, runs.end(),
                  [&](const RunReport& run) { return has_one_pair(base, run); }))
    return fmt::format("Of one pair of replications each nothing can be said surely of {} variants.",
                       runs.size() - 1);
  if (std::all_of(variants.begin(), variants.end(), leaves_delivered))
    return answer_without_delivered(scenarios);
  const double before = base.result.kpis.find(kDelivered).mean;
  const auto sure_change = [&](std::size_t v) {
    if (leaves_delivered(variants[v - 1])) return 0.0;
    return std::abs(runs[v].result.kpis.find(kDelivered).mean - before);
  };
  std::size_t most = 1;
  for (std::size_t v = 2; v < runs.size(); ++v) {
    if (sure_change(v) > sure_change(most)) most = v;
  }
  return fmt::format("Of {} variants {} changes the TEU delivered most: {}", runs.size() - 1,
                     scenarios[most]["name"].get<std::string>(),
                     scenarios[most]["answer"].get<std::string>());
}

std::string question_of(const ComparisonReport& report) {
  const std::vector<RunReport>& runs = report.runs;
  const scenarios::Scenario& base = runs.front().scenario;
  std::vector<std::string> names;
  for (std::size_t v = 1; v < runs.size(); ++v) names.push_back(variant_name(base, runs[v].scenario));
  if (!report.question.empty())
    return fmt::format("{} Base: {}; {}: {}, with the same random numbers.", report.question, base.name(),
                       names.size() == 1 ? "variant" : "variants", fmt::join(names, "; "));
  return fmt::format("What differs from {} with {}? The same random numbers in all of them.", base.name(),
                     fmt::join(names, ", "));
}

ReportJson all_warnings(const std::vector<RunReport>& runs) {
  ReportJson warnings = ReportJson::array();
  for (const RunReport& run : runs) {
    for (ReportJson& warning : warnings_json(run.result, run.scenario.name()))
      warnings.push_back(std::move(warning));
    if (!run.growing) continue;
    const std::string name = shown_name(runs.front(), run);
    for (const std::string& text : {unknown_growth_text(name, run.model.input()),
                                    growing_text(name, PlaceNames(run.model), *run.growing)})
      if (!text.empty()) warnings.push_back(text);
  }
  if (std::any_of(runs.begin(), runs.end(), [](const RunReport& run) { return !run.growing; }))
    warnings.push_back(
        "Whether queues grow with the length of the run is not known: an older program wrote this folder, "
        "which did not look");
  return warnings;
}

std::vector<std::string> names_of(const std::vector<RunReport>& runs) {
  std::vector<std::string> names;
  for (std::size_t v = 1; v < runs.size(); ++v) names.push_back(shown_name(runs.front(), runs[v]));
  return names;
}

std::string title_of(const std::vector<RunReport>& runs) {
  return fmt::format(
      "{} and {}", runs.front().scenario.name(),
      runs.size() == 2 ? shown_name(runs.front(), runs[1]) : fmt::format("{} variants", runs.size() - 1));
}

}  // namespace

ReportJson changes_json(const scenarios::Scenario& base, const scenarios::Scenario& variant) {
  const std::vector<scenarios::InputDifference> all = scenarios::differences(base, variant);
  ReportJson list = ReportJson::array();
  for (const scenarios::InputDifference& one : all) {
    if (list.size() == kMostChanges) break;
    list.push_back(change_text(one));
  }
  if (all.size() > list.size())
    list.push_back(fmt::format("and {} more: landbridge diff", all.size() - list.size()));
  return list;
}

ReportJson first_binding_json(const RunReport& run) {
  std::vector<BindingResource> all = binding_resources(run.result.kpis);
  return binding_json(PlaceNames(run.model),
                      all.empty() ? std::nullopt : std::optional(std::move(all.front())));
}

ReportJson rivals_json(const RunReport& run) {
  const PlaceNames names(run.model);
  const std::vector<BindingResource> places = first_places(run.result);
  ReportJson list = ReportJson::array();
  for (std::size_t i = 1; i < places.size(); ++i) list.push_back(binding_json(names, places[i]));
  return list;
}

std::string comparison_report_json(const ComparisonReport& report) {
  const std::vector<RunReport>& runs = report.runs;
  const RunReport& base = runs.front();
  const std::vector<MapFigures> figures = map_figures(runs);
  const StudyMaps maps(runs, figures);
  const std::vector<ComparedVariant> variants = compared_variants(report);
  ReportJson scenarios = ReportJson::array();
  for (std::size_t i = 0; i < runs.size(); ++i)
    scenarios.push_back(scenario_json(report, i, variants, maps, figures[i]));
  ReportJson json = {{"format", kReportFormat},
                     {"kind", "comparison"},
                     {"title", title_of(runs)},
                     {"question", question_of(report)},
                     {"answer", answer_of_all(scenarios, runs, variants)},
                     {"figures", compared_figures_json(report, variants, names_of(runs))},
                     {"warnings", all_warnings(runs)},
                     {"trust", trust_json(base.scenario, PlaceNames(base.model), base.manifest,
                                          base.result.kpis, report.command)},
                     {"map_note", "There is no map: no train ran in the base or any of its variants."},
                     {"scenarios", std::move(scenarios)}};
  maps.add_network(json);
  return report_text_of(json);
}

}  // namespace studies
