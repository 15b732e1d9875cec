#include "studies/published_cells.h"

#include <fmt/format.h>

namespace studies {

std::vector<std::string> published_columns() {
  return {"id",
          "observable",
          "scope",
          "period",
          "of_the_year",
          "unit",
          "role",
          "published",
          "published_low",
          "published_high",
          "tolerance",
          "same_as",
          "simulated",
          "simulated_ci95",
          "replications95_low",
          "replications95_high",
          "deviation",
          "verdict",
          "kpi",
          "factor",
          "why_not",
          "sources",
          "confidence"};
}

void add_published_cells(CsvRows& rows, const ComparedFigure& one) {
  const scenarios::PublishedFigure& figure = one.figure;
  rows.text(figure.id).text(figure.observable).text(figure.scope).text(figure.period);
  rows.number(std::int64_t{one.of_the_year ? 1 : 0}).text(figure.unit);
  rows.text(to_string(figure.role)).number(figure.value);
  rows.number_or_empty(figure.low).number_or_empty(figure.high).number_or_empty(figure.tolerance);
  rows.text(figure.same_as);
  rows.mean_and_half_width(one.simulated.value_or(Summary{}));
  if (one.simulated) {
    rows.number(one.single_low).number(one.single_high);
  } else {
    rows.empty().empty();
  }
  rows.number_or_empty(one.deviation).text(to_string(one.verdict));
  rows.text(figure.kpi).number(figure.factor).text(figure.why_not);
  rows.text(fmt::format("{}", fmt::join(figure.sources, "; "))).text(std::string(1, figure.confidence));
}

}  // namespace studies
