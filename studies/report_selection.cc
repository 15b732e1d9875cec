// Which of several scenarios is best, and how far ahead.
#include <fmt/format.h>

#include <algorithm>

#include "studies/digits.h"
#include "studies/kpi_names.h"
#include "studies/report_parts.h"
#include "studies/results_hash.h"
#include "studies/selection_words.h"

namespace studies {
namespace {

constexpr std::size_t kFewestFigures = 4, kMostFigures = 6;

class Selecting {
 public:
  explicit Selecting(const SelectionReport& report)
      : report_(report),
        facts_(report.facts),
        outcome_(selected_again(facts_.score, facts_.plan, results_of(report))),
        kpi_(kpi_name(PlaceNames(report.runs.front().model), facts_.score.kpi)),
        map_figures_(map_figures(report.runs)),
        maps_(report.runs, map_figures_) {}

  std::string json() const {
    const RunReport& first = report_.runs.front();
    ReportJson json = {
        {"format", kReportFormat},
        {"kind", "selection"},
        {"title", fmt::format("Best of {} by {}", facts_.names.size(), kpi_)},
        {"question", question()},
        {"answer", selection_answer(facts_, outcome_, is_interrupted(), {"zone", "replications"})},
        {"figures", figures()},
        {"warnings", warnings()},
        {"trust", trust_json({&first.scenario}, first.manifest, facts_.command)},
        {"kpi", {{"key", facts_.score.kpi}, {"name", kpi_}, {"unit", outcome_.unit}}},
        {"less_is_better", facts_.score.less_is_better},
        {"currency", facts_.currency},
        {"worth", costs() ? number(facts_.score.worth) : ReportJson(nullptr)},
        {"zone", number(facts_.plan.zone)},
        {"score_unit", score_unit(facts_, outcome_)},
        {"probability", number(facts_.plan.probability)},
        {"end", to_string(outcome_.end)},
        {"best", outcome_.best},
        {"map_note", "There is no map: no train ran in any of the candidates."},
        {"candidates", candidates()}};
    maps_.add_network(json);
    return report_text_of(json);
  }

 private:
  static std::vector<const ReplicationsResult*> results_of(const SelectionReport& report) {
    std::vector<const ReplicationsResult*> results;
    for (const RunReport& run : report.runs) results.push_back(&run.result);
    return results;
  }

  bool costs() const { return !facts_.currency.empty(); }

  bool is_interrupted() const {
    return std::any_of(report_.runs.begin(), report_.runs.end(),
                       [](const RunReport& run) { return run.result.interrupted; });
  }

  std::string question() const {
    const std::string by =
        fmt::format("{} ({} is better){}", kpi_, facts_.score.less_is_better ? "less" : "more",
                    costs() ? ", what they cost taken into account" : "");
    const std::string names = fmt::format("{}", fmt::join(facts_.names, ", "));
    if (!facts_.question.empty())
      return fmt::format("{} Of {}, by {}, with the same random numbers.", facts_.question, names, by);
    return fmt::format("Which of {} is best by {}? The same random numbers in all of them.", names, by);
  }

  // The one that is least behind the best; there are two or more.
  std::size_t next() const {
    std::size_t next = outcome_.best == 0 ? 1 : 0;
    for (std::size_t i = 0; i < facts_.names.size(); ++i) {
      if (i == outcome_.best) continue;
      if (outcome_.candidates[i].behind.mean < outcome_.candidates[next].behind.mean) next = i;
    }
    return next;
  }

  void add_gain(ReportJson& list) const {
    if (outcome_.best == 0) return;
    const std::size_t best = outcome_.best;
    const std::string& unit = outcome_.unit;
    list.push_back(figure_json("Better than " + facts_.names.front(), difference_unit(unit),
                               estimate(told_difference(outcome_.candidates[best].gain, unit)),
                               kpi_ + ", in pairs of replications", facts_.score.kpi));
    if (const std::optional<Summary> gain = bought(facts_, outcome_, best))
      list.push_back(figure_json("Better per million " + facts_.currency, difference_unit(unit),
                                 estimate(told_difference(times(*gain, 1000), unit)),
                                 "for what it costs more than " + facts_.names.front()));
  }

  void add_binding(ReportJson& list) const {
    const RunReport& best = report_.runs[outcome_.best];
    const std::vector<BindingResource> binding = binding_resources(best.result.kpis);
    if (binding.empty()) return;
    list.push_back(
        figure_json("Waiting for what binds: " + PlaceNames(best.model).name(binding.front().wait.place),
                    "share", without_interval(binding.front().share),
                    fmt::format("of the waiting for resources with {}", facts_.names[outcome_.best])));
  }

  // Of the best: its KPI, how far it is ahead, how sure that is.
  ReportJson figures() const {
    const Candidate& best = outcome_.candidates[outcome_.best];
    const std::string &name = facts_.names[outcome_.best], &unit = score_unit(facts_, outcome_);
    const std::size_t second = next();
    ReportJson list = ReportJson::array();
    list.push_back(figure_json(fmt::format("{}, {}", kpi_, name), outcome_.unit, estimate(best.kpi),
                               fmt::format("{} replications", best.kpi.count), facts_.score.kpi));
    const char* label = outcome_.end == SelectionEnd::kTie ? "Difference to " : "Ahead of ";
    list.push_back(figure_json(label + facts_.names[second], difference_unit(unit),
                               estimate(told_difference(outcome_.candidates[second].behind, unit)),
                               candidate_words(outcome_, second)));
    if (outcome_.end == SelectionEnd::kDecided)
      list.push_back(figure_json(
          "Probability of a correct selection", "share", without_interval(facts_.plan.probability),
          fmt::format("or more, if the best is ahead by {}", zone_text(facts_, outcome_))));
    add_gain(list);
    add_binding(list);
    list.push_back(figure_json("Replications of those that stayed in", "",
                               without_interval(outcome_.replications),
                               fmt::format("of {} at most; {} before anything is decided",
                                           grouped(facts_.most), grouped(facts_.plan.first))));
    if (list.size() < kFewestFigures)
      list.push_back(figure_json("Candidates", "", without_interval(static_cast<double>(facts_.names.size())),
                                 "with the same random numbers"));
    if (list.size() > kMostFigures) list.erase(list.begin() + kMostFigures, list.end());
    return list;
  }

  ReportJson warnings() const {
    ReportJson list = ReportJson::array();
    for (std::size_t i = 0; i < report_.runs.size(); ++i)
      add_troubles(list, report_.runs[i].result, facts_.names[i]);
    return list;
  }

  ReportJson candidate(std::size_t i) const {
    const Candidate& one = outcome_.candidates[i];
    const RunReport& run = report_.runs[i];
    const std::optional<Summary> gain = bought(facts_, outcome_, i);
    return {
        {"name", facts_.names[i]},
        {"question", run.scenario.description()},
        {"changes", i == 0 ? ReportJson::array() : changes_json(report_.runs.front().scenario, run.scenario)},
        {"kpi", estimate(one.kpi)},
        {"score", estimate(one.score)},
        {"behind", i == outcome_.best ? ReportJson(nullptr) : estimate(one.behind)},
        {"gain", i == 0 ? ReportJson(nullptr) : estimate(one.gain)},
        {"cost", costs() ? number(facts_.score.costs[i]) : ReportJson(nullptr)},
        {"cost_a_year", costs() ? number(facts_.costs_a_year[i]) : ReportJson(nullptr)},
        {"better_per_1000", gain ? estimate(*gain) : ReportJson(nullptr)},
        {"replications", one.kpi.count},
        {"out_after", one.out_after > 0 ? ReportJson(one.out_after) : ReportJson(nullptr)},
        {"state", candidate_words(outcome_, i)},
        {"gridlocks", gridlocks(run.result)},
        {"binding", first_binding_json(run)},
        {"binding_rivals", rivals_json(run)},
        {"on_map", maps_.on_map(map_figures_[i])},
        {"scenario_sha256", sha256(run.scenario.canonical_bytes())},
        {"results_hash", run.result.results_hash}};
  }

  ReportJson candidates() const {
    ReportJson list = ReportJson::array();
    for (std::size_t i = 0; i < report_.runs.size(); ++i) list.push_back(candidate(i));
    return list;
  }

  const SelectionReport& report_;
  const SelectionFacts& facts_;
  const SelectionOutcome outcome_;
  const std::string kpi_;
  const std::vector<MapFigures> map_figures_;  // of the candidates
  const StudyMaps maps_;
};

}  // namespace

std::string selection_report_json(const SelectionReport& report) { return Selecting(report).json(); }

}  // namespace studies
