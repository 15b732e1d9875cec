// What-ifs beside their base.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "studies/binding_words.h"
#include "studies/capacity_rows.h"
#include "studies/compared_kpis.h"
#include "studies/digits.h"
#include "studies/growing_queues.h"
#include "studies/kpi_names.h"
#include "studies/paired.h"
#include "studies/relative_text.h"
#include "studies/report_parts.h"
#include "studies/results_hash.h"

namespace studies {
namespace {

constexpr std::size_t kMostChanges = 100, kMostFigures = 6;
constexpr const char* kDelivered = "total/both/teu_delivered";

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

// As in the page's figures.
const char* sign_of(double difference) { return difference < 0 ? "−" : "+"; }

std::string relative_text(const PairedKpi& kpi) {
  if (kpi.difference.mean == 0) return "";
  const std::string text = studies::relative_text(kpi.base.mean, kpi.difference.mean);
  return fmt::format(" ({})", text.starts_with('-') ? fmt::format("−{}", text.substr(1)) : text);
}

Summary absolute(Summary summary) {
  summary.mean = std::abs(summary.mean);
  return summary;
}

std::string delivered_text(const std::vector<PairedKpi>& kpis) {
  const auto found =
      std::find_if(kpis.begin(), kpis.end(), [](const PairedKpi& kpi) { return kpi.key == kDelivered; });
  if (found == kpis.end()) return "";
  const Summary& difference = found->difference;
  if (difference.mean == 0 && difference.sd == 0) return "As many TEU are delivered, in every replication";
  const std::string amount = with_interval(absolute(difference), "");
  if (difference.count < 2)
    return fmt::format("Of one pair of replications nothing can be said surely: {}{} TEU delivered{}",
                       sign_of(difference.mean), amount, relative_text(*found));
  if (!differs(*found))
    return fmt::format("TEU delivered do not differ surely: {}{}{}", sign_of(difference.mean), amount,
                       relative_text(*found));
  return fmt::format("{} TEU {} delivered{}", amount, difference.mean > 0 ? "more" : "fewer",
                     relative_text(*found));
}

std::string binds_text(const RunReport& base, const RunReport& variant) {
  const auto before = first_places(base.result), now = first_places(variant.result);
  if (now.empty()) return before.empty() ? "nothing binds, as before" : "nothing binds now";
  return fmt::format(
      "{} {}", are_same_places(now, before) ? "binds as before:" : "binds now:",
      places_text(PlaceNames(variant.model), now, variant.result.complete.size(), Shares::kLeave));
}

std::optional<BindingResource> binding_of(const RunReport& run) {
  std::vector<BindingResource> all = binding_resources(run.result.kpis);
  return all.empty() ? std::nullopt : std::optional(std::move(all.front()));
}

// Those beside it that the replications do not tell apart from it.
ReportJson rivals_json(const RunReport& run) {
  const PlaceNames names(run.model);
  const std::vector<BindingResource> places = first_places(run.result);
  ReportJson list = ReportJson::array();
  for (std::size_t i = 1; i < places.size(); ++i) list.push_back(binding_json(names, places[i]));
  return list;
}

std::string answer_of(const RunReport& base, const RunReport& variant, const std::vector<PairedKpi>& kpis) {
  const std::string delivered = delivered_text(kpis), binds = binds_text(base, variant);
  return delivered.empty() ? binds + "." : fmt::format("{}; {}.", delivered, binds);
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
                    {"differs", kpi.difference.count >= 2 && differs(kpi)}});
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

// A variant may have a line otherwise than its base, or not at all.
std::optional<double> use_of(const RunReport& run, const std::string& line) {
  const std::vector<rail::LineInput>& lines = run.model.input().lines;
  const auto found =
      std::find_if(lines.begin(), lines.end(), [&](const rail::LineInput& one) { return one.id == line; });
  return found == lines.end() ? std::nullopt : line_use(*found, run.result.kpis);
}

double trains_a_day(const RunReport& run, const std::string& line) {
  const auto mean_of = [&](const char* direction) {
    return run.result.kpis.find(fmt::format("line/{}/{}/trains_per_day", line, direction)).mean;
  };
  return mean_of("westbound") + mean_of("eastbound");
}

void add_lines(ReportJson& json, const ListedNetwork& network, const RunReport& run) {
  json["line_utilisation"] = json["line_teu"] = json["line_trains"] = ReportJson::array();
  for (const std::uint32_t index : network.lines()) {
    const std::string& id = network.model().input().lines[index].id;
    json["line_utilisation"].push_back(number(use_of(run, id)));
    json["line_teu"].push_back(mean(run.result.kpis.find(fmt::format("crossing/{}/both/teu", id))));
    json["line_trains"].push_back(number(trains_a_day(run, id)));
  }
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

// A run beside the base; the base itself is compared with nothing.
ReportJson scenario_json(const RunReport& base, const RunReport& run,
                         const std::vector<std::string>& patterns, const ListedNetwork& network) {
  const bool is_base = &base == &run;
  const std::vector<PairedKpi> kpis =
      is_base ? std::vector<PairedKpi>{} : paired(base.result, run.result, patterns);
  const PlaceNames names(run.model);
  ReportJson json = {{"name", shown_name(base, run)},
                     {"question", run.scenario.description()},
                     {"changes", is_base ? ReportJson::array() : changes_json(base.scenario, run.scenario)},
                     {"replications", run.result.complete.size()},
                     {"scenario_sha256", sha256(run.scenario.canonical_bytes())},
                     {"results_hash", run.result.results_hash},
                     {"answer", is_base ? std::string() : answer_of(base, run, kpis)},
                     {"binding", binding_json(names, binding_of(run))},
                     {"binding_rivals", rivals_json(run)},
                     {"kpis", paired_json(names, kpis)},
                     {"unpaired", is_base ? ReportJson::array() : unpaired_json(base, run, patterns)}};
  add_lines(json, network, run);
  return json;
}

ReportJson figure_json(const std::string& label, const PairedKpi& kpi) {
  return {{"label", label},
          {"unit", kpi.unit},
          {"value", estimate(kpi.difference)},
          {"note", fmt::format("base {}, variant {}{}", grouped(kpi.base.mean), grouped(kpi.variant.mean),
                               relative_text(kpi))},
          {"key", kpi.key}};
}

// KPIs that say most, by name.
std::vector<std::pair<std::string, std::string>> leading_figures(const std::vector<RunReport>& runs) {
  std::vector<ComparedSide> sides;
  for (const RunReport& run : runs) sides.push_back({run.model, run.result.kpis});
  std::vector<std::string> keys = {kDelivered, "total/both/trains_departed"};
  for (std::string& key : first_asked_kpis(sides.front(), {sides.begin() + 1, sides.end()}))
    keys.push_back(std::move(key));
  const PlaceNames names(runs.front().model);
  std::vector<std::pair<std::string, std::string>> figures;
  for (const std::string& key : keys) figures.emplace_back(kpi_name(names, key), key);
  return figures;
}

ReportJson figures_json(const std::vector<RunReport>& runs) {
  ReportJson list = ReportJson::array();
  const bool single = runs.size() == 2;
  for (const auto& [label, key] : leading_figures(runs)) {
    for (std::size_t v = 1; v < runs.size() && list.size() < kMostFigures; ++v) {
      const std::vector<PairedKpi> found = paired(runs.front().result, runs[v].result, {key});
      if (found.empty()) continue;
      const std::string name = shown_name(runs.front(), runs[v]);
      list.push_back(
          figure_json(single ? label + ", difference" : fmt::format("{}: {}", name, label), found.front()));
    }
  }
  return list;
}

bool has_one_pair(const RunReport& base, const RunReport& variant) {
  return std::min(base.result.complete.size(), variant.result.complete.size()) < 2;
}

bool differs_in(const ReportJson& row) { return row["differs"].get<bool>(); }

// False where it is not compared, too: then nothing can be said of it.
bool leaves_delivered(const ReportJson& scenario) {
  const ReportJson& kpis = scenario["kpis"];
  const auto found =
      std::find_if(kpis.begin(), kpis.end(), [](const ReportJson& row) { return row["key"] == kDelivered; });
  return found != kpis.end() && !differs_in(*found);
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

// Of several variants that which changes what is delivered most is told.
std::string answer_of_all(const ReportJson& scenarios, const std::vector<RunReport>& runs) {
  if (runs.size() == 2) return scenarios[1]["answer"];
  const RunReport& base = runs.front();
  if (std::all_of(runs.begin() + 1, runs.end(),
                  [&](const RunReport& run) { return has_one_pair(base, run); }))
    return fmt::format("Of one pair of replications each nothing can be said surely of {} variants.",
                       runs.size() - 1);
  if (std::all_of(scenarios.begin() + 1, scenarios.end(), leaves_delivered))
    return answer_without_delivered(scenarios);
  const double before = base.result.kpis.find(kDelivered).mean;
  const auto change = [&](const RunReport& run) {
    return std::abs(run.result.kpis.find(kDelivered).mean - before);
  };
  std::size_t most = 1;
  for (std::size_t v = 2; v < runs.size(); ++v) {
    if (change(runs[v]) > change(runs[most])) most = v;
  }
  return fmt::format("Of {} variants {} changes the TEU delivered most: {}", runs.size() - 1,
                     scenarios[most]["name"].get<std::string>(),
                     scenarios[most]["answer"].get<std::string>());
}

std::string question_of(const std::vector<RunReport>& runs) {
  const scenarios::Scenario& base = runs.front().scenario;
  std::vector<std::string> names;
  for (std::size_t v = 1; v < runs.size(); ++v) names.push_back(variant_name(base, runs[v].scenario));
  return fmt::format("What differs from {} with {}? The same random numbers in all of them.", base.name(),
                     fmt::join(names, ", "));
}

}  // namespace

std::string comparison_report_json(const ComparisonReport& report) {
  const RunReport& base = report.runs.front();
  std::vector<const KpiTable*> tables;
  for (const RunReport& run : report.runs) tables.push_back(&run.result.kpis);
  const ListedNetwork network(base.model, tables, FirstRecords{});
  ReportJson scenarios = ReportJson::array(), warnings = ReportJson::array();
  for (const RunReport& run : report.runs) {
    scenarios.push_back(scenario_json(base, run, report.kpis, network));
    for (ReportJson& warning : warnings_json(run.result, run.scenario.name()))
      warnings.push_back(std::move(warning));
    if (!run.growing) continue;
    const std::string growing = growing_text(shown_name(base, run), PlaceNames(run.model), *run.growing);
    if (!growing.empty()) warnings.push_back(growing);
  }
  if (std::any_of(report.runs.begin(), report.runs.end(), [](const RunReport& run) { return !run.growing; }))
    warnings.push_back(
        "Whether queues grow with the length of the run is not known: an older program wrote this folder, "
        "which did not look");
  ReportJson json = {
      {"format", kReportFormat},
      {"kind", "comparison"},
      {"title", fmt::format("{} and {}", base.scenario.name(),
                            report.runs.size() == 2 ? shown_name(base, report.runs[1])
                                                    : fmt::format("{} variants", report.runs.size() - 1))},
      {"question", question_of(report.runs)},
      {"answer", answer_of_all(scenarios, report.runs)},
      {"figures", figures_json(report.runs)},
      {"warnings", std::move(warnings)},
      {"trust", trust_json(base.scenario, base.manifest, base.result.kpis, report.command)},
      {"network", network_json(network, base.scenario, base.result.kpis, nullptr)},
      {"scenarios", std::move(scenarios)}};
  return report_text_of(json);
}

}  // namespace studies
