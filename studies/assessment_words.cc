#include "studies/assessment_words.h"

#include <fmt/format.h>

#include <algorithm>

#include "studies/digits.h"

namespace studies {
namespace {

std::string elsewhere_words(const AssessmentScore& score) {
  if (score.of_other_years == 0) return "";
  return fmt::format("{} of the {} {} of a year that is not assessed and stand{} beside the nearest one.",
                     score.of_other_years, score.figures, score.of_other_years == 1 ? "is" : "are",
                     score.of_other_years == 1 ? "s" : "");
}

std::string beside_words(const Beside& both, const char* naive) {
  if (both.figures == 0) return "";
  return fmt::format("Of {} figures the simulation is nearer than {} in {}: {} off against {}.", both.figures,
                     naive, both.nearer, whole_percent(both.simulated), whole_percent(both.naive));
}

}  // namespace

std::vector<std::string> assessment_sentences(const std::vector<AssessedFigure>& figures) {
  const std::vector<AssessmentScore> all = scores(figures);
  if (all.empty()) return {"No figure that was held back is simulated: there is nothing to judge by."};
  const AssessmentScore& score = all.back();
  std::vector<std::string> sentences{
      fmt::format("{} of {} figures held back agree or are close; the mean error is {}.", score.hits,
                  score.figures, whole_percent(score.error)),
      elsewhere_words(score), beside_words(score.as_it_was, "\"as it was\""),
      beside_words(score.without_waiting, "\"no waits\""), why_no_as_it_was(figures)};
  std::erase(sentences, "");
  return sentences;
}

}  // namespace studies
