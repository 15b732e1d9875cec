// Published figures to compare with.
#include <cmath>

#include "scenarios/validate.h"

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;

constexpr Range kAnyNumber{-1e15, 1e15};

void check_bounds(Checks& checks, const v1::PublishedFigure& figure) {
  for (const char* field : {"value", "low", "high"}) {
    if (!checks.number(figure, field, kAnyNumber)) return;
  }
  if (figure.has_low() && figure.has_high() && figure.low() > figure.high()) {
    checks.report(figure, "high", fmt::format("`high` is {}, below `low`, {}", figure.high(), figure.low()));
  }
}

void check_kpi(Checks& checks, const v1::PublishedFigure& figure) {
  if (figure.kpi().empty()) {
    if (figure.why_not().empty()) {
      checks.report_missing(figure, "kpi",
                            "name the simulated figure, or say in `why_not` why there is none");
    }
    return;
  }
  const KeyProblem problem = check_kpi_key(figure.kpi(), checks);
  if (!problem.message.empty()) checks.report(figure, "kpi", problem.message, problem.hint);
}

void check_same_as(Checks& checks, const v1::PublishedFigure& figure,
                   const NameTable<v1::PublishedFigure>& all) {
  const v1::PublishedFigure* other = checks.known(figure, "same_as", figure.same_as(), all);
  if (other == nullptr || (other != &figure && other->same_as().empty())) return;
  checks.report(figure, "same_as",
                other == &figure ? fmt::format("`{}` names itself", other->id())
                                 : fmt::format("`{}` itself names another figure", other->id()),
                "name the one figure that all the others are the same as");
}

}  // namespace

void validate_published(Checks& checks) {
  const auto& published = checks.scenario().experiment().published();
  const NameTable<v1::PublishedFigure> all("published figure", published);
  for (const v1::PublishedFigure& figure : published) {
    checks.number(figure, "tolerance", {0, 1e15, "", true});
    check_same_as(checks, figure, all);
    checks.text(figure, "observable");
    checks.text(figure, "unit");
    if (figure.role() == v1::PublishedFigure::ROLE_UNSPECIFIED) {
      checks.report_missing(figure, "role", "INPUT, CALIBRATED or COMPARED");
    }
    check_bounds(checks, figure);
    check_kpi(checks, figure);
    checks.number(figure, "factor", {0, 1e9, "", true});
  }
}

}  // namespace scenarios
