#include "studies/comparison.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "studies/published_facts.h"

namespace studies {
namespace {

constexpr double kNormal95 = 1.959963984540054;  // two-sided

Summary scaled(Summary summary, double factor) {
  summary.mean *= factor;
  summary.sd *= std::abs(factor);
  if (summary.half_width) summary.half_width = *summary.half_width * std::abs(factor);
  return summary;
}

// Half a unit of the last digit that is not a trailing zero: "11 days" says 10.5 to 11.5, "257,000"
// says 256,500 to 257,500. Of larger numbers at least two digits are believed: "10 days" says 9.5 to
// 10.5, never 5 to 15.
double rounding_of(double value) {
  const std::string text = fmt::format("{:.12e}", value);  // d.dddddddddddde+xx
  const std::size_t e = text.find('e');
  const std::size_t point = text.find('.');
  const std::size_t last = text.find_last_not_of('0', e - 1);
  const int decimals = last > point ? static_cast<int>(last - point) : 0;
  const int exponent = std::stoi(text.substr(e + 1));
  return 0.5 * std::pow(10.0, exponent - std::max(decimals, exponent >= 1 ? 1 : 0));
}

bool overlaps(const scenarios::PublishedFigure& figure, double low, double high) {
  const Believed range = believed(figure);
  return low <= range.high && range.low <= high;
}

// `spread`: how far from the mean 95 % of single replications are. Of two or three, the mean's own interval
// would be wider, and few replications would be a merit.
Verdict verdict_of(const scenarios::PublishedFigure& figure, const Summary& simulated, double spread) {
  const double of_the_mean = std::min(simulated.half_width.value_or(0), spread);
  if (overlaps(figure, simulated.mean - of_the_mean, simulated.mean + of_the_mean)) return Verdict::kAgrees;
  const bool close = overlaps(figure, simulated.mean - spread, simulated.mean + spread);
  return close ? Verdict::kClose : Verdict::kMiss;
}

ComparedFigure compare(const scenarios::PublishedFigure& figure, const KpiTable& kpis) {
  ComparedFigure compared;
  compared.figure = figure;
  if (figure.kpi.empty()) return compared;
  const Summary summary = kpis.find(figure.kpi);
  if (summary.count == 0) {
    compared.verdict = Verdict::kNotObserved;
    return compared;
  }
  compared.simulated = scaled(summary, figure.factor);
  if (figure.value != 0) compared.deviation = (compared.simulated->mean - figure.value) / figure.value;
  const double spread = kNormal95 * compared.simulated->sd;
  compared.single_low = compared.simulated->mean - spread;
  compared.single_high = compared.simulated->mean + spread;
  compared.verdict = verdict_of(figure, *compared.simulated, spread);
  return compared;
}

}  // namespace

Believed believed(const scenarios::PublishedFigure& figure) {
  const bool alone = !figure.low && !figure.high && !figure.tolerance;
  const double around = alone ? rounding_of(figure.value) : figure.tolerance.value_or(0);
  return {std::min(figure.low.value_or(figure.value), figure.value - around),
          std::max(figure.high.value_or(figure.value), figure.value + around)};
}

const char* to_string(Verdict verdict) {
  switch (verdict) {
    case Verdict::kAgrees:
      return "agrees";
    case Verdict::kClose:
      return "close";
    case Verdict::kMiss:
      return "miss";
    case Verdict::kNotSimulated:
      return "not simulated";
    case Verdict::kNotObserved:
      return "not observed";
  }
  return "";
}

const char* to_string(scenarios::FigureRole role) {
  switch (role) {
    case scenarios::FigureRole::kInput:
      return "input";
    case scenarios::FigureRole::kCalibrated:
      return "calibrated";
    case scenarios::FigureRole::kCompared:
      return "compared";
  }
  return "";
}

std::vector<ComparedFigure> compare_with_published(const std::vector<scenarios::PublishedFigure>& published,
                                                   const KpiTable& kpis) {
  std::vector<ComparedFigure> all;
  for (const scenarios::PublishedFigure& figure : published) all.push_back(compare(figure, kpis));
  return all;
}

std::vector<ComparedFigure> compare_with_published(const scenarios::Scenario& scenario,
                                                   const KpiTable& kpis) {
  std::vector<ComparedFigure> all = compare_with_published(scenario.published(), kpis);
  const int year = year_of(scenario);
  for (ComparedFigure& one : all) one.of_the_year = is_of_year(one.figure, year);
  return all;
}

bool is_of_the_map(const scenarios::PublishedFigure& figure) { return figure.kpi.ends_with("/route_km"); }

bool is_judged(const scenarios::PublishedFigure& figure) {
  return figure.role == scenarios::FigureRole::kCompared && figure.same_as.empty() && !figure.kpi.empty() &&
         !is_of_the_map(figure);
}

bool is_held_back(const ComparedFigure& compared) { return compared.simulated && is_judged(compared.figure); }

bool counts_in_a_run(const ComparedFigure& compared) {
  return compared.of_the_year && is_held_back(compared);
}

}  // namespace studies
