#include "studies/paired.h"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <numeric>
#include <set>
#include <unordered_map>
#include <utility>

#include "studies/kpi_pattern.h"

namespace studies {
namespace {

using ByKey = std::unordered_map<std::string, const rail::Kpi*>;  // looked up only, never walked

ByKey by_key(const Replication& replication) {
  ByKey result;
  for (const rail::Kpi& kpi : replication.kpis) result.emplace(kpi.key, &kpi);
  return result;
}

std::vector<double> differences_of(const std::vector<double>& first, const std::vector<double>& second) {
  std::vector<double> differences;
  for (std::size_t i = 0; i < first.size(); ++i) differences.push_back(second[i] - first[i]);
  return differences;
}

// Of the numbers that a difference is taken of: what is less comes from their rounding.
constexpr double kRounding = 1e-12;

// Where all pairs differ by the same it has no variance, and no mean where they do not differ.
Summary difference_of(const std::vector<double>& first, const std::vector<double>& second) {
  Summary difference = summarise(differences_of(first, second));
  const double rounding =
      kRounding * std::max(std::abs(summarise(first).mean), std::abs(summarise(second).mean));
  if (difference.sd > rounding) return difference;
  if (std::abs(difference.mean) <= rounding) difference.mean = 0;
  difference.sd = 0;
  if (difference.half_width) difference.half_width = 0;
  return difference;
}

double variance(const Summary& summary) { return summary.sd * summary.sd; }

PairedKpi paired_kpi(const rail::Kpi& kpi, const std::vector<double>& base,
                     const std::vector<double>& variant) {
  PairedKpi result{kpi.key, kpi.unit, summarise(base), summarise(variant), difference_of(base, variant)};
  result.p = p_of_equal_means(base, variant);
  const double independent = variance(result.base) + variance(result.variant);
  if (independent > 0) result.variance_left = variance(result.difference) / independent;
  return result;
}

// What was observed of those KPIs, in the order in which they come.
struct Observed {
  std::vector<std::string> keys;
  std::unordered_map<std::string, std::pair<std::string, std::vector<double>>> values;  // with the unit
};

// All replications have the same KPIs in one order, so that patterns are looked at once.
Observed observed(const ReplicationsResult& result, const std::vector<std::string>& patterns) {
  Observed all;
  if (result.complete.empty()) return all;
  std::vector<std::size_t> asked;
  const std::vector<rail::Kpi>& known = result.complete.front().kpis;
  for (std::size_t k = 0; k < known.size(); ++k)
    if (matches(known[k].key, patterns)) asked.push_back(k);
  for (const Replication& replication : result.complete) {
    for (const std::size_t k : asked) {
      const rail::Kpi& kpi = replication.kpis[k];
      if (!kpi.observed) continue;
      const auto [found, is_new] = all.values.try_emplace(kpi.key, kpi.unit, std::vector<double>());
      if (is_new) all.keys.push_back(kpi.key);
      found->second.second.push_back(kpi.value);
    }
  }
  return all;
}

void correct(std::vector<PairedKpi>& kpis) {
  std::vector<double> p;
  for (const PairedKpi& kpi : kpis) p.push_back(kpi.p);
  const std::vector<double> corrected = holm(p);
  for (std::size_t i = 0; i < kpis.size(); ++i) kpis[i].p_holm = corrected[i];
}

}  // namespace

bool differs(const PairedKpi& kpi) { return kpi.p_holm < kDiffersLevel; }

double p_of_zero_mean(const Summary& summary) {
  if (summary.count < 2) return 1;
  if (summary.mean == 0) return 1;
  // Counts may differ by the same in each of a few pairs. That all have one sign is as likely as that by
  // chance.
  if (summary.sd == 0) return std::exp2(1 - summary.count);
  const double t = std::abs(summary.mean) / summary.sd * std::sqrt(static_cast<double>(summary.count));
  return 2 * boost::math::cdf(boost::math::complement(boost::math::students_t(summary.count - 1), t));
}

double p_of_equal_means(const std::vector<double>& first, const std::vector<double>& second) {
  const Summary difference = difference_of(first, second);
  const bool neither_varies = first.size() > 1 && summarise(first).sd == 0 && summarise(second).sd == 0;
  if (neither_varies) return difference.mean == 0 ? 1 : 0;
  return p_of_zero_mean(difference);
}

std::vector<double> holm(const std::vector<double>& p) {
  std::vector<std::size_t> order(p.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return p[a] < p[b]; });
  std::vector<double> corrected(p.size());
  double greatest = 0;
  for (std::size_t rank = 0; rank < order.size(); ++rank) {
    const double factor = static_cast<double>(p.size() - rank);
    greatest = std::max(greatest, std::min(1.0, factor * p[order[rank]]));
    corrected[order[rank]] = greatest;
  }
  return corrected;
}

std::vector<PairedKpi> paired(const ReplicationsResult& base, const ReplicationsResult& variant,
                              const std::vector<std::string>& patterns) {
  std::vector<PairedKpi> result;
  const std::size_t pairs = std::min(base.complete.size(), variant.complete.size());
  if (pairs == 0) return result;
  std::vector<ByKey> of_variant;
  for (std::size_t i = 0; i < pairs; ++i) of_variant.push_back(by_key(variant.complete[i]));
  for (std::size_t k = 0; k < base.complete[0].kpis.size(); ++k) {
    const rail::Kpi& kpi = base.complete[0].kpis[k];
    if (!matches(kpi.key, patterns)) continue;
    std::vector<double> before, after;
    for (std::size_t i = 0; i < pairs; ++i) {
      const rail::Kpi& one = base.complete[i].kpis[k];
      const auto other = of_variant[i].find(kpi.key);
      if (!one.observed || other == of_variant[i].end() || !other->second->observed) continue;
      before.push_back(one.value);
      after.push_back(other->second->value);
    }
    if (!before.empty()) result.push_back(paired_kpi(kpi, before, after));
  }
  correct(result);
  return result;
}

std::vector<UnpairedKpi> unpaired(const ReplicationsResult& base, const ReplicationsResult& variant,
                                  const std::vector<std::string>& patterns) {
  std::set<std::string> known;
  for (const PairedKpi& kpi : paired(base, variant, patterns)) known.insert(kpi.key);
  const Observed before = observed(base, patterns), after = observed(variant, patterns);
  std::vector<UnpairedKpi> result;
  for (const Observed* side : {&before, &after}) {
    for (const std::string& key : side->keys) {
      if (!known.insert(key).second) continue;
      UnpairedKpi one{key, side->values.at(key).first, {}, {}};
      if (const auto found = before.values.find(key); found != before.values.end())
        one.base = summarise(found->second.second);
      if (const auto found = after.values.find(key); found != after.values.end())
        one.variant = summarise(found->second.second);
      result.push_back(std::move(one));
    }
  }
  return result;
}

}  // namespace studies
