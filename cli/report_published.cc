// Simulated against published: every figure, misses included.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "cli/figure_text.h"
#include "cli/numbers.h"
#include "cli/report.h"
#include "cli/terminal.h"
#include "cli/text_table.h"
#include "studies/comparison.h"

namespace cli {
namespace {

using scenarios::FigureRole;
using studies::ComparedFigure;
using studies::Verdict;

std::vector<ComparedFigure> compared(const Report& report) {
  return studies::compare_with_published(report.scenario, report.result.kpis);
}

std::string years_section(const std::vector<ComparedFigure>& all, FigureRole role, bool of_the_year,
                          const std::string& heading) {
  std::vector<std::string> titles{"", "published", "simulated", "<unit", "off by", "<"};
  if (!of_the_year) titles.insert(titles.begin() + 1, "<of");
  TextTable table(titles);
  for (const ComparedFigure& one : all) {
    if (!one.simulated || one.figure.role != role || one.of_the_year != of_the_year) continue;
    std::vector<std::string> cells{what(one.figure),
                                   published_text(one.figure),
                                   with_interval(*one.simulated, decimals_for(one.simulated->mean)),
                                   one.figure.unit,
                                   deviation_text(one),
                                   verdict_text(one)};
    if (!of_the_year) cells.insert(cells.begin() + 1, one.figure.period);
    table.add(std::move(cells));
  }
  return table.empty() ? "" : section(heading.c_str(), table, 0);
}

// A run by itself is judged by figures of its own year; those of others stand apart.
std::string role_section(const std::vector<ComparedFigure>& all, FigureRole role, const std::string& how) {
  const std::string heading = "Simulated against published: " + how;
  return years_section(all, role, true, heading) +
         years_section(all, role, false, heading + "; of other years, not counted");
}

// Figures under the reason why nothing stands beside them, in order of first appearance.
std::string not_simulated(const std::vector<ComparedFigure>& all) {
  std::vector<std::pair<std::string, std::string>> reasons;
  for (const ComparedFigure& one : all) {
    if (one.simulated) continue;
    const std::string why = fmt::format("{} ({})", why_missing(one), studies::to_string(one.figure.role));
    auto place =
        std::find_if(reasons.begin(), reasons.end(), [&](const auto& known) { return known.first == why; });
    if (place == reasons.end()) place = reasons.insert(place, {why, ""});
    if (!place->second.empty()) place->second += "; ";
    place->second += fmt::format("{} {} {}", what(one.figure), published_text(one.figure), one.figure.unit);
  }
  if (reasons.empty()) return "";
  std::string text = bold("Published, with nothing simulated beside it") + "\n";
  for (const auto& [why, figures] : reasons)
    text += wrapped(why + ":", kScreenWidth, 2) + wrapped(figures, kScreenWidth, 4);
  return text;
}

}  // namespace

std::string published_section(const Report& report) {
  const std::vector<ComparedFigure> all = compared(report);
  if (all.empty()) return "";
  return role_section(all, FigureRole::kCompared, "held back for comparison, never fitted") +
         role_section(all, FigureRole::kCalibrated, "set aside to fit parameters") +
         role_section(all, FigureRole::kInput, "went into the scenario") + kVerdictLegend + "\n" +
         not_simulated(all);
}

std::string published_summary(const Report& report) {
  int agree = 0, miss = 0, others_miss = 0, missing = 0, of_other_years = 0;
  for (const ComparedFigure& one : compared(report)) {
    if (!one.figure.same_as.empty()) continue;         // the same fact again
    if (studies::is_of_the_map(one.figure)) continue;  // no outcome of traffic
    const bool differs = one.verdict == Verdict::kMiss;
    if (!one.simulated) {
      ++missing;
    } else if (!one.of_the_year) {
      ++of_other_years;
    } else if (one.figure.role == FigureRole::kCompared) {
      ++(differs ? miss : agree);
    } else {
      others_miss += differs ? 1 : 0;
    }
  }
  if (agree + miss + others_miss + missing + of_other_years == 0) return "";
  const std::string elsewhere =
      of_other_years == 0 ? "" : fmt::format("  {:<10} not counted: {} of other years\n", "", of_other_years);
  return fmt::format(
             "  {:<10} of {} figures held back for comparison {} agree or are close, {} miss; of the others "
             "{} miss\n",
             "published", agree + miss, agree, miss, others_miss) +
         elsewhere;
}

}  // namespace cli
