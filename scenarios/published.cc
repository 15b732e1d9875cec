#include "scenarios/published.h"

#include "scenarios/provenance.h"

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;

FigureRole role_of(v1::PublishedFigure::Role role) {
  if (role == v1::PublishedFigure::INPUT) return FigureRole::kInput;
  return role == v1::PublishedFigure::CALIBRATED ? FigureRole::kCalibrated : FigureRole::kCompared;
}

PublishedFigure plain(const v1::PublishedFigure& message) {
  PublishedFigure figure;
  figure.id = message.id();
  figure.observable = message.observable();
  figure.scope = message.scope();
  figure.period = message.period();
  figure.value = message.value();
  if (message.has_low()) figure.low = message.low();
  if (message.has_high()) figure.high = message.high();
  if (message.has_tolerance()) figure.tolerance = message.tolerance();
  figure.same_as = message.same_as();
  figure.unit = message.unit();
  figure.role = role_of(message.role());
  figure.kpi = message.kpi();
  if (message.has_factor()) figure.factor = message.factor();
  figure.why_not = message.why_not();
  const v1::Provenance* provenance = provenance_of(message, "value", nullptr);
  if (provenance != nullptr)
    figure.sources.assign(provenance->sources().begin(), provenance->sources().end());
  figure.confidence = confidence_mark(provenance);
  return figure;
}

}  // namespace

std::vector<PublishedFigure> published_figures(const v1::Scenario& scenario) {
  std::vector<PublishedFigure> figures;
  for (const v1::PublishedFigure& message : scenario.experiment().published())
    figures.push_back(plain(message));
  return figures;
}

}  // namespace scenarios
