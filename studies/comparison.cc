#include "studies/comparison.h"

#include <cmath>

namespace studies {
namespace {

Summary scaled(Summary summary, double factor) {
  summary.mean *= factor;
  summary.sd *= std::abs(factor);
  if (summary.half_width) summary.half_width = *summary.half_width * std::abs(factor);
  return summary;
}

bool overlaps(const scenarios::PublishedFigure& figure, double low, double high) {
  return low <= figure.high.value_or(figure.value) && figure.low.value_or(figure.value) <= high;
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
  compared.in_mean_interval = overlaps(figure, compared.simulated->low(), compared.simulated->high());
  // Half width of the mean's interval times sqrt(n + 1): that of a single further observation.
  const double spread = compared.simulated->half_width.value_or(0) * std::sqrt(summary.count + 1.0);
  compared.prediction_low = compared.simulated->mean - spread;
  compared.prediction_high = compared.simulated->mean + spread;
  const bool agrees = overlaps(figure, compared.prediction_low, compared.prediction_high);
  compared.verdict = agrees ? Verdict::kAgrees : Verdict::kDiffers;
  return compared;
}

}  // namespace

const char* to_string(Verdict verdict) {
  switch (verdict) {
    case Verdict::kAgrees:
      return "agrees";
    case Verdict::kDiffers:
      return "differs";
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

}  // namespace studies
