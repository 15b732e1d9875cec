#include "cli/assess_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "cli/figure_text.h"
#include "cli/numbers.h"
#include "cli/terminal.h"
#include "cli/text_table.h"
#include "studies/assessment_words.h"
#include "studies/digits.h"

namespace cli {
namespace {

using Json = nlohmann::ordered_json;
using scenarios::FigureRole;
using studies::AssessedFigure;
using studies::AssessmentScore;
using studies::Beside;
using studies::whole_percent;

constexpr std::size_t kTableWidth = 150;
constexpr const char* kNotesLegend =
    "  (scored in 2018): the same figure counts once, in the year of its period; shown here\n"
    "  (of 2019): of a year that is not assessed; it counts in the nearest one, which is this\n"
    "  (map): a length, which follows from the map and not from traffic; not scored\n";

std::string source_text(const scenarios::PublishedFigure& figure) {
  return figure.sources.empty() ? "-" : figure.sources.front();
}

std::string earlier_text(const AssessedFigure& one) {
  if (!one.as_it_was) return "-";
  const double value = one.as_it_was->value;
  return fmt::format("{} in {}", grouped(value, decimals_for(value)), one.as_it_was->year);
}

std::string no_waits_text(const AssessedFigure& one) {
  if (!one.without_waiting) return "-";
  return grouped(*one.without_waiting, decimals_for(*one.without_waiting));
}

// Beside the verdict: why it does not count here, or that the figure is of another year.
std::string note_of(const AssessedFigure& one) {
  if (studies::is_of_the_map(one.compared.figure)) return " (map)";
  if (one.scored_in && *one.scored_in != one.year) return fmt::format(" (scored in {})", *one.scored_in);
  if (one.scored_in && !one.compared.of_the_year) return fmt::format(" (of {})", one.compared.figure.period);
  return "";
}

// Of one scenario and role.
std::string section(const std::vector<AssessedFigure>& figures, std::size_t scenario, FigureRole role,
                    const std::string& heading) {
  // Wider than a screen: to scroll is better than to guess which figure it is.
  TextTable table({"", "<source", "published", "simulated", "<unit", "off by", "<", "as it was", "no waits"},
                  kTableWidth);
  for (const AssessedFigure& one : figures) {
    if (one.scenario != scenario || one.compared.figure.role != role || !one.compared.simulated) continue;
    const scenarios::PublishedFigure& figure = one.compared.figure;
    table.add({what(figure), source_text(figure), published_text(figure),
               with_interval(*one.compared.simulated, decimals_for(one.compared.simulated->mean)),
               figure.unit, deviation_text(one.compared), verdict_text(one.compared) + note_of(one),
               earlier_text(one), no_waits_text(one)});
  }
  return table.empty() ? "" : bold(heading) + "\n" + table.text() + "\n";
}

std::string no_data(const std::vector<AssessedFigure>& figures, std::size_t scenario) {
  std::string names;
  for (const AssessedFigure& one : figures) {
    if (one.scenario == scenario && !one.compared.simulated)
      names += (names.empty() ? "" : ", ") + one.compared.figure.id;
  }
  if (names.empty()) return "";
  return wrapped("No data to set beside (`landbridge run` says why): " + names, kScreenWidth, 2) + "\n";
}

std::string beside_text(const Beside& both) {
  if (both.figures == 0) return "-";
  return fmt::format("{} : {} ({})", whole_percent(both.simulated), whole_percent(both.naive), both.figures);
}

std::string score_table(const std::vector<AssessmentScore>& scores) {
  TextTable table({"", "figures", "agree or close", "off by", "against as it was", "against no waits"});
  for (const AssessmentScore& score : scores) {
    table.add({score.of, std::to_string(score.figures), std::to_string(score.hits),
               whole_percent(score.error), beside_text(score.as_it_was), beside_text(score.without_waiting)});
  }
  return bold("Score, over the figures held back") + "\n" + table.text() +
         "  off by: mean of absolute errors, as a share of what was published. Against: the simulation's "
         "error : "
         "the\n"
         "  naive forecast's, over the (so many) figures that it can be made for. As it was: what was "
         "published of\n"
         "  the same series for the latest time before; no waits: running and handling at their means\n\n";
}

Json beside_json(const Beside& both) {
  if (both.figures == 0) return nullptr;
  return {{"figures", both.figures},
          {"nearer", both.nearer},
          {"simulated_error", both.simulated},
          {"naive_error", both.naive}};
}

Json score_json(const AssessmentScore& score) {
  return {{"of", score.of},
          {"figures", score.figures},
          {"of_other_years", score.of_other_years},
          {"hits", score.hits},
          {"error", score.error},
          {"as_it_was", beside_json(score.as_it_was)},
          {"without_waiting", beside_json(score.without_waiting)}};
}

Json figure_json(const scenarios::Scenario& scenario, const AssessedFigure& one) {
  const scenarios::PublishedFigure& figure = one.compared.figure;
  Json json = {{"scenario", scenario.name()},
               {"year", one.year},
               {"id", figure.id},
               {"observable", figure.observable},
               {"scope", figure.scope},
               {"period", figure.period},
               {"sources", figure.sources},
               {"unit", figure.unit},
               {"kpi", figure.kpi},
               {"role", studies::to_string(figure.role)},
               {"published", figure.value},
               {"verdict", studies::to_string(one.compared.verdict)},
               {"scored", one.is_scored()},
               {"of_the_year", one.compared.of_the_year},
               {"of_the_map", studies::is_of_the_map(figure)}};
  if (one.scored_in) json["scored_in"] = *one.scored_in;
  if (figure.low) json["published_low"] = *figure.low;
  if (figure.high) json["published_high"] = *figure.high;
  if (figure.tolerance) json["tolerance"] = *figure.tolerance;
  if (!figure.same_as.empty()) json["same_as"] = figure.same_as;
  if (one.compared.simulated) {
    json["simulated"] = one.compared.simulated->mean;
    json["replications95_low"] = one.compared.single_low;
    json["replications95_high"] = one.compared.single_high;
    if (one.compared.simulated->half_width) json["ci95_half_width"] = *one.compared.simulated->half_width;
  }
  if (!figure.why_not.empty()) json["why_not"] = figure.why_not;
  if (one.as_it_was)
    json["as_it_was"] = {
        {"id", one.as_it_was->id}, {"year", one.as_it_was->year}, {"value", one.as_it_was->value}};
  if (one.without_waiting) json["without_waiting"] = *one.without_waiting;
  return json;
}

}  // namespace

std::string assessment_text(const std::vector<scenarios::Scenario>& scenarios,
                            const std::vector<AssessedFigure>& figures) {
  const std::vector<AssessmentScore> all = studies::scores(figures);
  const std::string answer = fmt::format("{}", fmt::join(studies::assessment_sentences(figures), " "));
  std::string text = wrapped(answer, kScreenWidth, 0) + "\n";
  for (std::size_t s = 0; s < scenarios.size(); ++s) {
    const std::string name = scenarios[s].name();
    text += section(figures, s, FigureRole::kCompared, name + ": held back, never fitted") +
            section(figures, s, FigureRole::kCalibrated, name + ": set aside to fit parameters") +
            section(figures, s, FigureRole::kInput, name + ": went into the scenario") + no_data(figures, s);
  }
  return text + kVerdictLegend + kNotesLegend + "\n" + (all.empty() ? "" : score_table(all));
}

std::string assessment_json(const std::vector<scenarios::Scenario>& scenarios,
                            const std::vector<AssessedFigure>& figures, int replications,
                            std::uint64_t seed) {
  Json document = {{"replications", replications}, {"seed", seed}};
  document["scores"] = Json::array();
  for (const AssessmentScore& score : studies::scores(figures))
    document["scores"].push_back(score_json(score));
  const std::string why_not = studies::why_no_as_it_was(figures);
  document["as_it_was_why_not"] = why_not.empty() ? Json(nullptr) : Json(why_not);
  document["figures"] = Json::array();
  for (const AssessedFigure& one : figures)
    document["figures"].push_back(figure_json(scenarios[one.scenario], one));
  return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace cli
