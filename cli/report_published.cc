// Simulated against published: every figure, misses included.
#include <fmt/format.h>

#include "cli/numbers.h"
#include "cli/report.h"
#include "cli/terminal.h"
#include "cli/text_table.h"
#include "studies/comparison.h"

namespace cli {
namespace {

using studies::ComparedFigure;
using studies::Verdict;

std::vector<ComparedFigure> compared(const Report& report) {
  return studies::compare_with_published(report.scenario.published(), report.result.kpis);
}

std::string published_text(const scenarios::PublishedFigure& figure) {
  std::string text = grouped(figure.value, decimals_for(figure.value));
  if (figure.low || figure.high) {
    const double low = figure.low.value_or(figure.value);
    const double high = figure.high.value_or(figure.value);
    text += fmt::format(" ({}..{})", grouped(low, decimals_for(low)), grouped(high, decimals_for(high)));
  }
  return text;
}

std::string what(const scenarios::PublishedFigure& figure) {
  return fmt::format("{} {}, {}, {}", figure.id, figure.observable, figure.scope, figure.unit);
}

std::string deviation_text(const ComparedFigure& one) {
  return one.deviation ? fmt::format("{:+.0f} %", 100 * *one.deviation) : "-";
}

std::string verdict_text(const ComparedFigure& one) {
  if (one.verdict == Verdict::kDiffers) return "MISS";
  return one.verdict == Verdict::kAgrees && one.in_mean_interval ? "agrees closely" : to_string(one.verdict);
}

std::string simulated_table(const std::vector<ComparedFigure>& all) {
  TextTable table({"", "<role", "published", "simulated", "off by", "<verdict"});
  for (const ComparedFigure& one : all) {
    if (!one.simulated) continue;
    const int decimals = decimals_for(one.simulated->mean);
    table.add({what(one.figure), studies::to_string(one.figure.role), published_text(one.figure),
               with_interval(*one.simulated, decimals), deviation_text(one), verdict_text(one)});
  }
  return section("Simulated against published", table, 0);
}

std::string not_simulated(const std::vector<ComparedFigure>& all) {
  std::string text;
  for (const ComparedFigure& one : all) {
    if (one.simulated) continue;
    const std::string why = one.verdict == Verdict::kNotObserved
                                ? fmt::format("never observed in this run ({})", one.figure.kpi)
                                : one.figure.why_not;
    text += wrapped(fmt::format("{}: published {} ({}), {}", what(one.figure), published_text(one.figure),
                                studies::to_string(one.figure.role), why),
                    kScreenWidth, 2);
  }
  return text.empty() ? text : bold("Published, but with no simulated figure beside it") + "\n" + text + "\n";
}

constexpr const char* kLegend =
    "input: went into the scenario; calibrated: fitted; compared: held back, never fitted. agrees: the\n"
    "published value or range lies in the 95 % prediction interval of one replication; closely: in the\n"
    "95 % confidence interval of the mean; MISS: outside both.\n\n";

}  // namespace

std::string published_section(const Report& report) {
  const std::vector<ComparedFigure> all = compared(report);
  if (all.empty()) return "";
  return simulated_table(all) + kLegend + not_simulated(all);
}

std::string published_summary(const Report& report) {
  int agree = 0, miss = 0, inputs_miss = 0, other = 0;
  for (const ComparedFigure& one : compared(report)) {
    const bool differs = one.verdict == Verdict::kDiffers;
    if (!one.simulated) {
      ++other;
    } else if (one.figure.role != scenarios::FigureRole::kCompared) {
      inputs_miss += differs ? 1 : 0;
    } else {
      ++(differs ? miss : agree);
    }
  }
  if (agree + miss + inputs_miss + other == 0) return "";
  return fmt::format(
      "  {:<10} {} of {} figures held back for comparison agree, {} miss; {} inputs miss; {} not simulated\n",
      "published", agree, agree + miss, miss, inputs_miss, other);
}

}  // namespace cli
