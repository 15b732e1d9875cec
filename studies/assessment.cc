#include "studies/assessment.h"

#include <fmt/format.h>

#include <cmath>
#include <set>

namespace studies {
namespace {

bool is_time(const std::string& unit) { return unit == "days" || unit == "h" || unit == "min"; }

bool is_traffic(const std::string& unit) {
  return unit.starts_with("trains") || unit.starts_with("TEU") || unit.starts_with("containers");
}

const char* kind_of(const std::string& unit) {
  return is_time(unit) ? "times" : is_traffic(unit) ? "trains and TEU" : "other";
}

double error_of(double value, double published) { return std::abs(value - published) / std::abs(published); }

// Adds up; means are taken at the end.
void add(const AssessedFigure& one, AssessmentScore& score) {
  const double published = one.compared.figure.value;
  const double error = error_of(one.compared.simulated->mean, published);
  ++score.figures;
  score.of_other_years += one.compared.of_the_year ? 0 : 1;
  score.hits += one.compared.verdict == Verdict::kMiss ? 0 : 1;
  score.error += error;
  const auto beside = [&](Beside& both, double naive) {
    const double naive_error = error_of(naive, published);
    ++both.figures;
    both.nearer += error < naive_error ? 1 : 0;
    both.simulated += error;
    both.naive += naive_error;
  };
  if (one.as_it_was) beside(score.as_it_was, one.as_it_was->value);
  if (one.without_waiting) beside(score.without_waiting, *one.without_waiting);
}

void take_means(AssessmentScore& score) {
  if (score.figures > 0) score.error /= score.figures;
  for (Beside* both : {&score.as_it_was, &score.without_waiting}) {
    if (both->figures == 0) continue;
    both->simulated /= both->figures;
    both->naive /= both->figures;
  }
}

}  // namespace

bool AssessedFigure::is_scored() const {
  return is_held_back(compared) && scored_in == year && compared.figure.value != 0;
}

std::optional<std::pair<std::size_t, std::size_t>> of_one_year(
    const std::vector<scenarios::Scenario>& scenarios) {
  for (std::size_t i = 0; i < scenarios.size(); ++i) {
    for (std::size_t j = i + 1; j < scenarios.size(); ++j) {
      if (year_of(scenarios[i]) == year_of(scenarios[j])) return std::pair{i, j};
    }
  }
  return std::nullopt;
}

std::vector<AssessedFigure> assess(const std::vector<AssessedYear>& years) {
  std::vector<PublishedYear> published;
  for (const AssessedYear& one : years)
    published.push_back({year_of(one.scenario), one.scenario.published()});
  std::vector<AssessedFigure> figures;
  for (std::size_t y = 0; y < years.size(); ++y) {
    const rail::ModelInput input = years[y].scenario.model_input();
    for (const ComparedFigure& compared : compare_with_published(years[y].scenario, years[y].kpis)) {
      const scenarios::PublishedFigure& figure = compared.figure;
      figures.push_back({compared, y, published[y].year, scored_in(figure, published),
                         as_it_was(figure, published[y], published), without_waiting(figure, input)});
    }
  }
  return figures;
}

std::string why_no_as_it_was(const std::vector<AssessedFigure>& figures) {
  std::set<int> years;
  bool any_scored = false;
  for (const AssessedFigure& one : figures) {
    years.insert(one.year);
    if (!one.is_scored()) continue;
    any_scored = true;
    if (one.as_it_was) return {};
  }
  if (!any_scored) return {};
  const std::string why = "There is no \"as it was\" to set them against: ";
  if (years.size() > 1) return why + "nothing of the same series was published for an earlier time.";
  return why + fmt::format(
                   "the scenario of {} shows nothing that was published of the same series for an "
                   "earlier time; name scenarios of earlier years too.",
                   *years.begin());
}

std::vector<AssessmentScore> scores(const std::vector<AssessedFigure>& figures) {
  std::vector<AssessmentScore> all;
  for (const char* kind : {"times", "trains and TEU", "other", "all"}) {
    AssessmentScore score;
    score.of = kind;
    for (const AssessedFigure& one : figures) {
      if (one.is_scored() && (score.of == "all" || score.of == kind_of(one.compared.figure.unit)))
        add(one, score);
    }
    take_means(score);
    if (score.figures > 0) all.push_back(score);
  }
  return all;
}

}  // namespace studies
