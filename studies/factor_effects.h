// What a sweep says of each factor by itself: how a KPI answers to it while all others vary, too.
#pragma once

#include <string>
#include <vector>

#include "studies/statistics.h"
#include "studies/study_facts.h"
#include "studies/study_kpi.h"

namespace studies {

// Of one factor whose values are numbers, and one KPI.
struct FactorEffect {
  std::string factor;
  double rank_correlation = 0;  // Spearman's, over design points
  double p = 1;                 // of none, by Student's t; corrected for all that is looked at
  // Means of the KPI over the quarter of the points with the least values, and with the greatest.
  double low_mean = 0, high_mean = 0;
  // Up to, and from where these quarters reach.
  double low_until = 0, high_from = 0;
};

// Of the points that have `means`: those that surely have an effect (5 %), the strongest first. Points have
// to be drawn, so that factors do not hang on each other, and be 20 or more: else nothing. `kpis`: that are
// looked at; the 5 % hold for all of them (Bonferroni), and for the factors of each (Holm). An effect that
// rises and falls again is not found.
std::vector<FactorEffect> factor_effects(const StudyFacts& facts, const std::vector<Summary>& means,
                                         std::size_t kpis = 1);

// Whether points are drawn (a Latin hypercube): of others nothing is said.
bool points_are_drawn(const StudyFacts& facts);

// Of 20 drawn points or more: those with a value that is no number.
std::vector<std::string> factors_not_looked_at(const StudyFacts& facts);
// "Whether KPIs answer to rule is not known: its values are no numbers." `factors`: one at least.
std::string not_looked_at_text(const std::vector<std::string>& factors);

constexpr std::size_t kMostEffectKpis = 6;  // of which it is said what they answer to
constexpr std::size_t kMostLookedAt = 40;   // KPIs, for some that are not 0 everywhere

// What a KPI surely answers to, the strongest first.
struct KpiEffects {
  std::string key, name, unit;
  std::vector<FactorEffect> effects;
};
// Of the first kMostEffectKpis of `kpis` that are not 0 everywhere; those that answer to nothing surely are
// left out.
std::vector<KpiEffects> first_effects(const StudyFacts& facts, const std::vector<StudyKpi>& kpis);
// "TEU delivered answers most to demand (45 with the lowest quarter, up to 9; 345 with the highest, from
// 30)."
std::string effects_text(const KpiEffects& kpi);

// Spearman's rank correlation; equal numbers share their ranks.
double rank_correlation(const std::vector<double>& x, const std::vector<double>& y);

}  // namespace studies
