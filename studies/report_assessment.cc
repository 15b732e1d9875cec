// Several past years beside what was published of them, and beside naive forecasts.
#include <fmt/format.h>

#include <algorithm>

#include "studies/assessment_words.h"
#include "studies/digits.h"
#include "studies/report_parts.h"
#include "studies/results_hash.h"

namespace studies {
namespace {

constexpr std::size_t kFewestFigures = 4, kMostFigures = 6;

ReportJson figure_row(const AssessedFigure& one, const PlaceNames& names) {
  ReportJson row = published_json(one.compared, names, one.is_scored());
  row["year"] = one.year;
  row["scored_in"] = one.scored_in ? ReportJson(*one.scored_in) : ReportJson(nullptr);
  row["of_the_year"] = one.compared.of_the_year;
  row["of_the_map"] = is_of_the_map(one.compared.figure);
  row["same_as"] = one.compared.figure.same_as;
  row["single"] = one.compared.simulated
                      ? ReportJson::array({number(one.compared.single_low), number(one.compared.single_high)})
                      : ReportJson(nullptr);
  row["as_it_was"] = one.as_it_was ? number(one.as_it_was->value) : ReportJson(nullptr);
  row["as_it_was_year"] = one.as_it_was ? ReportJson(one.as_it_was->year) : ReportJson(nullptr);
  row["without_waiting"] = number(one.without_waiting);
  return row;
}

ReportJson beside_json(const Beside& both) {
  if (both.figures == 0) return nullptr;
  return {{"figures", both.figures},
          {"nearer", both.nearer},
          {"simulated", number(both.simulated)},
          {"naive", number(both.naive)}};
}

ReportJson scores_json(const std::vector<AssessmentScore>& scores) {
  ReportJson list = ReportJson::array();
  for (const AssessmentScore& score : scores)
    list.push_back({{"of", score.of},
                    {"figures", score.figures},
                    {"of_other_years", score.of_other_years},
                    {"hits", score.hits},
                    {"error", number(score.error)},
                    {"as_it_was", beside_json(score.as_it_was)},
                    {"without_waiting", beside_json(score.without_waiting)}});
  return list;
}

void add_beside(const Beside& both, const std::string& naive, ReportJson& list) {
  if (both.figures == 0) return;
  list.push_back(figure_json("Mean error where " + naive, "share", without_interval(both.simulated),
                             fmt::format("against {} of that forecast; nearer in {} of {}",
                                         whole_percent(both.naive), both.nearer, both.figures)));
}

// Where nothing, or little, is scored.
void fill(const AssessmentReport& report, const std::vector<AssessedFigure>& figures, ReportJson& list) {
  const auto simulated = std::count_if(figures.begin(), figures.end(), [](const AssessedFigure& one) {
    return one.compared.simulated.has_value();
  });
  const auto counted = [&](const char* label, std::size_t count, const std::string& note) {
    if (list.size() < kFewestFigures)
      list.push_back(figure_json(label, "", without_interval(static_cast<double>(count)), note));
  };
  counted("Published figures", figures.size(), "all are listed, misses too");
  counted("Of these simulated", static_cast<std::size_t>(simulated), "others have no KPI beside them");
  counted("Replications", report.runs.front().result.complete.size(), "of each year");
  counted("Years", report.runs.size(), "one scenario each");
}

ReportJson figures_json(const AssessmentReport& report, const std::vector<AssessedFigure>& figures,
                        const std::vector<AssessmentScore>& scores) {
  ReportJson list = ReportJson::array();
  if (!scores.empty()) {
    const AssessmentScore& all = scores.back();
    list.push_back(figure_json("Figures that agree or are close", fmt::format("of {}", all.figures),
                               without_interval(all.hits), "held back, never fitted"));
    list.push_back(figure_json("Mean error", "share", without_interval(all.error), "of what was published"));
    add_beside(all.as_it_was, "\"as it was\" is known", list);
    add_beside(all.without_waiting, "\"no waits\" is known", list);
    if (scores.size() > 2)  // several kinds, and all
      for (std::size_t i = 0; i + 1 < scores.size(); ++i)
        list.push_back(
            figure_json("Mean error of " + scores[i].of, "share", without_interval(scores[i].error),
                        fmt::format("{} of {} agree or are close", scores[i].hits, scores[i].figures)));
  }
  fill(report, figures, list);
  if (list.size() > kMostFigures) list.erase(list.begin() + kMostFigures, list.end());
  return list;
}

std::vector<const scenarios::Scenario*> scenarios_of(const std::vector<RunReport>& runs) {
  std::vector<const scenarios::Scenario*> all;
  for (const RunReport& run : runs) all.push_back(&run.scenario);
  return all;
}

// Of every figure, in the order of the years.
ReportJson rows_json(const std::vector<RunReport>& runs, const std::vector<AssessedFigure>& figures) {
  std::vector<PlaceNames> names;
  for (const RunReport& run : runs) names.emplace_back(run.model);
  ReportJson rows = ReportJson::array();
  for (const AssessedFigure& one : figures) rows.push_back(figure_row(one, names[one.scenario]));
  return rows;
}

ReportJson years_json(const std::vector<RunReport>& runs, const StudyMaps& maps,
                      const std::vector<MapFigures>& figures) {
  ReportJson list = ReportJson::array();
  for (std::size_t i = 0; i < runs.size(); ++i)
    list.push_back({{"year", year_of(runs[i].scenario)},
                    {"name", runs[i].scenario.name()},
                    {"replications", runs[i].result.complete.size()},
                    {"on_map", maps.on_map(figures[i])},
                    {"scenario_sha256", sha256(runs[i].scenario.canonical_bytes())},
                    {"results_hash", runs[i].result.results_hash}});
  return list;
}

std::string years_text(const std::vector<RunReport>& runs) {
  std::vector<int> years;
  for (const RunReport& run : runs) years.push_back(year_of(run.scenario));
  return fmt::format("{}", fmt::join(years, ", "));
}

ReportJson all_warnings(const std::vector<RunReport>& runs) {
  ReportJson list = ReportJson::array();
  for (const RunReport& run : runs) add_troubles(list, run.result, run.scenario.name());
  return list;
}

}  // namespace

std::string assessment_report_json(const AssessmentReport& report) {
  const RunReport& first = report.runs.front();
  std::vector<AssessedYear> years;
  for (const RunReport& run : report.runs) years.push_back({run.scenario, run.result.kpis});
  const std::vector<AssessedFigure> figures = assess(years);
  const std::vector<AssessmentScore> all = scores(figures);
  const std::vector<std::string> sentences = assessment_sentences(figures);
  const std::vector<MapFigures> on_maps = map_figures(report.runs);
  const StudyMaps maps(report.runs, on_maps);
  ReportJson json = {
      {"format", kReportFormat},
      {"kind", "assessment"},
      {"title", "Assessment of " + years_text(report.runs)},
      {"question", fmt::format("How near does the simulation of {} come to what was published, and "
                               "nearer than can be said without?",
                               years_text(report.runs))},
      {"answer", sentences.front()},
      {"figures", figures_json(report, figures, all)},
      {"warnings", all_warnings(report.runs)},
      {"trust", trust_json(scenarios_of(report.runs), first.manifest, report.command)},
      {"notes", std::vector<std::string>(sentences.begin() + 1, sentences.end())},
      {"map_note", "There is no map: no train ran in any of the years."},
      {"years", years_json(report.runs, maps, on_maps)},
      {"scores", scores_json(all)},
      {"rows", rows_json(report.runs, figures)}};
  maps.add_network(json);
  return report_text_of(json);
}

}  // namespace studies
