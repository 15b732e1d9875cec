#include "studies/factor_effects.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/statistics/bivariate_statistics.hpp>
#include <cmath>
#include <functional>
#include <numeric>
#include <optional>
#include <utility>

#include "studies/digits.h"
#include "studies/kpi_names.h"
#include "studies/paired.h"

namespace studies {
namespace {

constexpr double kLevel = 0.05;
constexpr std::size_t kFewestPoints = 20;

// From 0; equal numbers share the mean of theirs.
std::vector<double> ranks(const std::vector<double>& values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return values[a] < values[b]; });
  std::vector<double> result(values.size());
  for (std::size_t i = 0; i < order.size();) {
    std::size_t end = i;
    while (end < order.size() && values[order[end]] == values[order[i]]) ++end;
    for (std::size_t k = i; k < end; ++k) result[order[k]] = static_cast<double>(i + end - 1) / 2;
    i = end;
  }
  return result;
}

bool are_equal(const std::vector<double>& values) {
  return std::adjacent_find(values.begin(), values.end(), std::not_equal_to<>()) == values.end();
}

double p_of(double correlation, std::size_t points) {
  const double freedom = static_cast<double>(points) - 2;
  if (std::abs(correlation) >= 1) return 0;
  const double t = std::abs(correlation) * std::sqrt(freedom / (1 - correlation * correlation));
  return 2 * boost::math::cdf(boost::math::complement(boost::math::students_t(freedom), t));
}

// Values of a factor, and the KPI's means, of the points that have both.
struct Pairs {
  std::vector<double> settings, means;
  bool left_out = false;  // a value is no number
};

Pairs pairs_of(const StudyFacts& facts, std::size_t factor, const std::vector<Summary>& means) {
  Pairs pairs;
  for (std::size_t p = 0; p < means.size(); ++p) {
    const std::optional<double> value = setting_number(facts.points[p][factor]);
    pairs.left_out |= !value;
    if (!value || means[p].count == 0) continue;
    pairs.settings.push_back(*value);
    pairs.means.push_back(means[p].mean);
  }
  return pairs;
}

FactorEffect effect_of(const std::string& factor, const Pairs& pairs) {
  FactorEffect effect{factor, rank_correlation(pairs.settings, pairs.means)};
  effect.p = p_of(effect.rank_correlation, pairs.settings.size());
  std::vector<std::size_t> order(pairs.settings.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](auto a, auto b) { return pairs.settings[a] < pairs.settings[b]; });
  const std::size_t quarter = order.size() / 4;
  for (std::size_t i = 0; i < quarter; ++i) {
    effect.low_mean += pairs.means[order[i]] / static_cast<double>(quarter);
    effect.high_mean += pairs.means[order[order.size() - 1 - i]] / static_cast<double>(quarter);
  }
  effect.low_until = pairs.settings[order[quarter - 1]];
  effect.high_from = pairs.settings[order[order.size() - quarter]];
  return effect;
}

std::string effect_text(const FactorEffect& effect) {
  return fmt::format("{} ({} with the lowest quarter, up to {}; {} with the highest, from {})", effect.factor,
                     grouped(effect.low_mean), grouped(effect.low_until), grouped(effect.high_mean),
                     grouped(effect.high_from));
}

}  // namespace

bool points_are_drawn(const StudyFacts& facts) {
  return std::any_of(facts.identity.begin(), facts.identity.end(), [](const auto& fact) {
    return fact.first == "design" && fact.second.starts_with(to_string(scenarios::Design::kLatinHypercube));
  });
}

double rank_correlation(const std::vector<double>& x, const std::vector<double>& y) {
  if (are_equal(x) || are_equal(y)) return 0;  // two constants would be taken for correlated
  return boost::math::statistics::correlation_coefficient(ranks(x), ranks(y));
}

std::vector<FactorEffect> factor_effects(const StudyFacts& facts, const std::vector<Summary>& means,
                                         std::size_t kpis) {
  std::vector<FactorEffect> all;
  if (!points_are_drawn(facts)) return all;
  std::vector<double> p;
  for (std::size_t f = 0; f < facts.factors.size(); ++f) {
    const Pairs pairs = pairs_of(facts, f, means);
    if (pairs.settings.size() < kFewestPoints || pairs.left_out) continue;
    all.push_back(effect_of(facts.factors[f].name, pairs));
    p.push_back(all.back().p);
  }
  const std::vector<double> corrected = holm(p);
  const auto looked_at = static_cast<double>(std::max<std::size_t>(kpis, 1));
  for (std::size_t i = 0; i < all.size(); ++i) all[i].p = std::min(1.0, corrected[i] * looked_at);
  std::erase_if(all, [](const FactorEffect& one) { return one.p >= kLevel; });
  std::stable_sort(all.begin(), all.end(), [](const FactorEffect& x, const FactorEffect& y) {
    return std::abs(x.rank_correlation) > std::abs(y.rank_correlation);
  });
  return all;
}

std::vector<KpiEffects> first_effects(const StudyFacts& facts, const std::vector<StudyKpi>& kpis) {
  std::vector<const StudyKpi*> looked_at;
  for (const StudyKpi& kpi : kpis)
    if (looked_at.size() < kMostEffectKpis && !is_zero_everywhere(kpi)) looked_at.push_back(&kpi);
  std::vector<KpiEffects> found;
  for (const StudyKpi* kpi : looked_at) {
    std::vector<FactorEffect> effects = factor_effects(facts, kpi->at, looked_at.size());
    if (!effects.empty()) found.push_back({kpi->key, kpi->name, kpi->unit, std::move(effects)});
  }
  return found;
}

std::vector<std::string> factors_not_looked_at(const StudyFacts& facts) {
  std::vector<std::string> names;
  if (!points_are_drawn(facts) || facts.points.size() < kFewestPoints) return names;
  for (std::size_t f = 0; f < facts.factors.size(); ++f) {
    if (std::any_of(facts.points.begin(), facts.points.end(),
                    [f](const DesignPoint& point) { return !setting_number(point[f]); }))
      names.push_back(facts.factors[f].name);
  }
  return names;
}

std::string not_looked_at_text(const std::vector<std::string>& factors) {
  return fmt::format("Whether KPIs answer to {} is not known: {} values are no numbers.",
                     fmt::join(factors, ", "), factors.size() == 1 ? "its" : "their");
}

std::string effects_text(const KpiEffects& kpi) {
  std::vector<std::string> effects;
  for (const FactorEffect& effect : kpi.effects) effects.push_back(effect_text(effect));
  return fmt::format("{} answers most to {}.", name_with_unit(kpi.name, kpi.unit),
                     fmt::join(effects, ", then to "));
}

}  // namespace studies
