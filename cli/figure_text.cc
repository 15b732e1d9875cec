#include "cli/figure_text.h"

#include <fmt/format.h>

#include "studies/digits.h"

namespace cli {

using studies::as_published;
using studies::ComparedFigure;
using studies::Verdict;

std::string published_text(const scenarios::PublishedFigure& figure) {
  if (figure.tolerance && !figure.low && !figure.high)
    return fmt::format("{} ± {}", as_published(figure.value), as_published(*figure.tolerance));
  if (!figure.low && !figure.high) return as_published(figure.value);
  return fmt::format("{}..{}", as_published(figure.low.value_or(figure.value)),
                     as_published(figure.high.value_or(figure.value)));
}

std::string what(const scenarios::PublishedFigure& figure) {
  return fmt::format("{} {}: {}", figure.id, figure.scope, figure.observable);
}

std::string deviation_text(const ComparedFigure& one) {
  return one.deviation ? fmt::format("{:+.0f} %", 100 * *one.deviation) : "-";
}

std::string verdict_text(const ComparedFigure& one) {
  const std::string verdict = one.verdict == Verdict::kMiss ? "MISS" : to_string(one.verdict);
  return one.figure.same_as.empty() ? verdict : fmt::format("{} (= {})", verdict, one.figure.same_as);
}

std::string why_missing(const ComparedFigure& one) {
  if (one.verdict == Verdict::kNotObserved) return "never observed in this run";
  return one.figure.why_not;
}

}  // namespace cli
