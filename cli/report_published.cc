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
  return studies::compare_with_published(report.scenario.published(), report.result.kpis);
}

std::string role_section(const std::vector<ComparedFigure>& all, FigureRole role, const char* heading) {
  TextTable table({"", "published", "simulated", "<unit", "off by", "<"});
  for (const ComparedFigure& one : all) {
    if (!one.simulated || one.figure.role != role) continue;
    table.add({what(one.figure), published_text(one.figure),
               with_interval(*one.simulated, decimals_for(one.simulated->mean)), one.figure.unit,
               deviation_text(one), verdict_text(one)});
  }
  return table.empty() ? "" : section(heading, table, 0);
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
  return role_section(all, FigureRole::kCompared,
                      "Simulated against published: held back for comparison, never fitted") +
         role_section(all, FigureRole::kCalibrated,
                      "Simulated against published: set aside to fit parameters") +
         role_section(all, FigureRole::kInput, "Simulated against published: went into the scenario") +
         kVerdictLegend + "\n" + not_simulated(all);
}

std::string published_summary(const Report& report) {
  int agree = 0, miss = 0, others_miss = 0, missing = 0;
  for (const ComparedFigure& one : compared(report)) {
    if (!one.figure.same_as.empty()) continue;         // the same fact again
    if (studies::is_of_the_map(one.figure)) continue;  // no outcome of traffic
    const bool differs = one.verdict == Verdict::kMiss;
    if (!one.simulated) {
      ++missing;
    } else if (one.figure.role == FigureRole::kCompared) {
      ++(differs ? miss : agree);
    } else {
      others_miss += differs ? 1 : 0;
    }
  }
  if (agree + miss + others_miss + missing == 0) return "";
  return fmt::format(
      "  {:<10} of {} figures held back for comparison {} agree or are close, {} miss; of the others {} "
      "miss\n",
      "published", agree + miss, agree, miss, others_miss);
}

}  // namespace cli
