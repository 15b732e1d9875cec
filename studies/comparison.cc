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

bool overlap(const scenarios::PublishedFigure& figure, const Summary& simulated) {
  const double low = figure.low.value_or(figure.value);
  const double high = figure.high.value_or(figure.value);
  // Half width of the mean's interval times sqrt(n + 1): that of a single further observation.
  const double spread = simulated.half_width.value_or(0) * std::sqrt(simulated.count + 1.0);
  return simulated.mean - spread <= high && low <= simulated.mean + spread;
}

ComparedFigure compare(const scenarios::PublishedFigure& figure, const ReplicationsResult& result) {
  ComparedFigure compared;
  compared.figure = figure;
  if (figure.kpi.empty()) return compared;
  const Summary* summary = result.find(figure.kpi);
  if (summary == nullptr) {
    compared.verdict = Verdict::kNotObserved;
    return compared;
  }
  compared.simulated = scaled(*summary, figure.factor);
  if (figure.value != 0) compared.deviation = (compared.simulated->mean - figure.value) / figure.value;
  compared.verdict = overlap(figure, *compared.simulated) ? Verdict::kAgrees : Verdict::kDiffers;
  return compared;
}

}  // namespace

const char* to_string(Verdict verdict) {
  switch (verdict) {
    case Verdict::kAgrees: return "agrees";
    case Verdict::kDiffers: return "differs";
    case Verdict::kNotSimulated: return "not simulated";
    case Verdict::kNotObserved: return "not observed";
  }
  return "";
}

const char* to_string(scenarios::FigureRole role) {
  switch (role) {
    case scenarios::FigureRole::kInput: return "input";
    case scenarios::FigureRole::kCalibrated: return "calibrated";
    case scenarios::FigureRole::kCompared: return "compared";
  }
  return "";
}

std::vector<ComparedFigure> compare_with_published(const std::vector<scenarios::PublishedFigure>& published,
                                                   const ReplicationsResult& result) {
  std::vector<ComparedFigure> all;
  for (const scenarios::PublishedFigure& figure : published) all.push_back(compare(figure, result));
  return all;
}

}  // namespace studies
