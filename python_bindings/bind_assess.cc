#include <nanobind/stl/shared_ptr.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/vector.h>

#include "python_bindings/bind.h"
#include "python_bindings/run_result.h"
#include "python_bindings/summary_columns.h"
#include "studies/assessment.h"

namespace nb = nanobind;

namespace python {
namespace {

using Figures = std::vector<studies::AssessedFigure>;

void add_texts(Table& table, const std::string& name, const Figures& figures,
               const std::function<std::string(const studies::AssessedFigure&)>& text) {
  std::vector<std::string> texts;
  for (const studies::AssessedFigure& one : figures) texts.push_back(text(one));
  table.texts(name, texts);
}

void add_numbers(Table& table, const std::string& name, const Figures& figures,
                 const std::function<double(const studies::AssessedFigure&)>& number) {
  std::vector<double>& column = table.numbers(name);
  for (const studies::AssessedFigure& one : figures) column.push_back(number(one));
}

// Of compared.figure: what was published.
void add_published(Table& table, const Figures& figures) {
  using One = studies::AssessedFigure;
  add_texts(table, "id", figures, [](const One& one) { return one.compared.figure.id; });
  add_texts(table, "observable", figures, [](const One& one) { return one.compared.figure.observable; });
  add_texts(table, "scope", figures, [](const One& one) { return one.compared.figure.scope; });
  add_texts(table, "period", figures, [](const One& one) { return one.compared.figure.period; });
  add_texts(table, "unit", figures, [](const One& one) { return one.compared.figure.unit; });
  add_texts(table, "role", figures,
            [](const One& one) { return studies::to_string(one.compared.figure.role); });
  add_texts(table, "kpi", figures, [](const One& one) { return one.compared.figure.kpi; });
  add_texts(table, "same_as", figures, [](const One& one) { return one.compared.figure.same_as; });
  add_texts(table, "why_not", figures, [](const One& one) { return one.compared.figure.why_not; });
  add_numbers(table, "published", figures, [](const One& one) { return one.compared.figure.value; });
  add_numbers(table, "published_low", figures,
              [](const One& one) { return one.compared.figure.low.value_or(kNoNumber); });
  add_numbers(table, "published_high", figures,
              [](const One& one) { return one.compared.figure.high.value_or(kNoNumber); });
  add_numbers(table, "tolerance", figures,
              [](const One& one) { return one.compared.figure.tolerance.value_or(kNoNumber); });
}

std::shared_ptr<const Table> figure_table(const Figures& figures) {
  using One = studies::AssessedFigure;
  Table table;
  add_published(table, figures);
  std::vector<std::int32_t>& year = table.small_integers("year");
  std::vector<std::int32_t>& scenario = table.small_integers("scenario");
  std::vector<std::int32_t>& of_the_year = table.small_integers("of_the_year");
  std::vector<std::int32_t>& scored = table.small_integers("scored");
  std::vector<studies::Summary> simulated;
  for (const One& one : figures) {
    year.push_back(one.year);
    scenario.push_back(static_cast<std::int32_t>(one.scenario));
    of_the_year.push_back(one.compared.of_the_year ? 1 : 0);
    scored.push_back(one.is_scored() ? 1 : 0);
    simulated.push_back(one.compared.simulated.value_or(studies::Summary{}));
  }
  add_summaries(table, "simulated_", simulated);
  add_texts(table, "verdict", figures, [](const One& one) { return to_string(one.compared.verdict); });
  add_numbers(table, "deviation", figures,
              [](const One& one) { return one.compared.deviation.value_or(kNoNumber); });
  add_numbers(table, "as_it_was", figures,
              [](const One& one) { return one.as_it_was ? one.as_it_was->value : kNoNumber; });
  add_numbers(table, "without_waiting", figures,
              [](const One& one) { return one.without_waiting.value_or(kNoNumber); });
  return std::move(table).finish();
}

std::shared_ptr<const Table> score_table(const Figures& figures) {
  const std::vector<studies::AssessmentScore> scores = studies::scores(figures);
  std::vector<std::string> of;
  for (const studies::AssessmentScore& one : scores) of.push_back(one.of);
  Table table;
  table.texts("of", of);
  std::vector<std::int32_t>& count = table.small_integers("figures");
  std::vector<std::int32_t>& other_years = table.small_integers("of_other_years");
  std::vector<std::int32_t>& hits = table.small_integers("hits");
  std::vector<double>& error = table.numbers("error");
  std::vector<std::int32_t>& was_count = table.small_integers("as_it_was_figures");
  std::vector<std::int32_t>& was_nearer = table.small_integers("as_it_was_nearer");
  std::vector<double>& was_simulated = table.numbers("as_it_was_simulated_error");
  std::vector<double>& was_naive = table.numbers("as_it_was_error");
  std::vector<std::int32_t>& free_count = table.small_integers("without_waiting_figures");
  std::vector<std::int32_t>& free_nearer = table.small_integers("without_waiting_nearer");
  std::vector<double>& free_simulated = table.numbers("without_waiting_simulated_error");
  std::vector<double>& free_naive = table.numbers("without_waiting_error");
  for (const studies::AssessmentScore& one : scores) {
    count.push_back(one.figures);
    other_years.push_back(one.of_other_years);
    hits.push_back(one.hits);
    error.push_back(one.error);
    was_count.push_back(one.as_it_was.figures);
    was_nearer.push_back(one.as_it_was.nearer);
    was_simulated.push_back(one.as_it_was.simulated);
    was_naive.push_back(one.as_it_was.naive);
    free_count.push_back(one.without_waiting.figures);
    free_nearer.push_back(one.without_waiting.nearer);
    free_simulated.push_back(one.without_waiting.simulated);
    free_naive.push_back(one.without_waiting.naive);
  }
  return std::move(table).finish();
}

// Of runs that are complete.
nb::tuple assess(const std::vector<std::shared_ptr<RunResult>>& runs) {
  std::vector<studies::AssessedYear> years;
  for (const auto& run : runs) years.push_back({run->scenario->scenario(), run->result.kpis});
  const Figures figures = studies::assess(years);
  return nb::make_tuple(table_object(figure_table(figures)), table_object(score_table(figures)),
                        studies::why_no_as_it_was(figures));
}

}  // namespace

void bind_assess(nb::module_& module) {
  module.def("assess", &assess, nb::arg("runs"),
             nb::sig("def assess(runs: collections.abc.Sequence[RunResult]) -> tuple[Table, Table, str]"));
}

}  // namespace python
