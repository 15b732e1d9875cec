#include "studies/dated_growth.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace studies {
namespace {

constexpr double kNamedShare = 0.1;  // what has brought less of it is not named

}  // namespace

GrowthCause DatedGrowth::of(const Queue& queue, QueueCauses::Disruptions dated) const {
  QueueCauses::Disruptions untold;  // no stretch lies before it, nor after it
  for (const rail::DisruptionInput* one : dated)
    if (weeks_.week_before(one->from) == 0 && !weeks_.week_after(one->to)) untold.push_back(one);
  if (!untold.empty()) return {GrowthCause::Kind::kNotKnown, std::move(untold)};
  std::stable_sort(dated.begin(), dated.end(),
                   [](const auto* x, const auto* y) { return x->from < y->from; });
  const std::vector<Stretch> all = stretches(dated);
  const std::vector<Gap> others = gaps(all);
  const std::size_t looks = looked_at_.size() * others.size();
  if (std::any_of(others.begin(), others.end(), [&](const Gap& gap) { return grows_in(gap, queue, looks); }))
    return {};
  std::vector<double> brought_by;
  std::int64_t days = 0;
  for (const Stretch& one : all) {
    brought_by.push_back(brought(one, queue));
    days += weeks_.days_between(one.before, one.after);
  }
  const double sum = std::accumulate(brought_by.begin(), brought_by.end(), 0.0);
  const double usual = usual_growth(others, queue) * static_cast<double>(days);
  if (sum - usual <= weeks_.trains(queue, 0, weeks_.last()) / 2) return {};
  GrowthCause cause{GrowthCause::Kind::kDated};
  for (std::size_t i = 0; i < all.size(); ++i)
    if (brought_by[i] >= kNamedShare * sum)
      cause.dated.insert(cause.dated.end(), all[i].dated.begin(), all[i].dated.end());
  return cause;
}

std::vector<DatedGrowth::Stretch> DatedGrowth::stretches(const QueueCauses::Disruptions& dated) const {
  std::vector<Stretch> all;
  for (const rail::DisruptionInput* one : dated) {
    const std::size_t before = weeks_.week_before(one->from),
                      after = weeks_.week_after(one->to).value_or(weeks_.last());
    if (all.empty() || before >= all.back().after) {
      all.push_back({{one}, before, after, one->to});
      continue;
    }
    Stretch& stretch = all.back();
    stretch.dated.push_back(one);
    stretch.after = std::max(stretch.after, after);
    stretch.to = std::max(stretch.to, one->to);
  }
  return all;
}

std::vector<DatedGrowth::Gap> DatedGrowth::gaps(const std::vector<Stretch>& stretches) const {
  std::vector<Gap> all;
  Gap next;
  for (const Stretch& one : stretches) {
    next.until = one.before;
    if (next.until > next.from) all.push_back(next);
    next = {one.after, one.after, std::max<std::int64_t>(0, one.to), true};
  }
  next.until = weeks_.last();
  if (next.until > next.from) all.push_back(next);
  return all;
}

// What is worked off elsewhere may come here: after something dated all of them together grow, too, by half
// as much at least.
bool DatedGrowth::grows_in(const Gap& gap, const Queue& queue, std::size_t looks) const {
  if (!weeks_.grows(queue, gap.from, gap.until, gap.empty_s, looks)) return false;
  if (!gap.is_after) return true;
  double all = 0;
  for (const Queue& one : looked_at_) all += weeks_.trains(one, gap.from, gap.until);
  return all > weeks_.trains(queue, gap.from, gap.until) / 2;
}

// Trains a day, in stretches in which nothing dated lies; 0 where it becomes shorter.
double DatedGrowth::usual_growth(const std::vector<Gap>& gaps, const Queue& queue) const {
  double trains = 0;
  std::int64_t days = 0;
  for (const Gap& gap : gaps) {
    trains += weeks_.trains(queue, gap.from, gap.until);
    days += weeks_.days_between(gap.from, gap.until);
  }
  return days > 0 ? std::max(0.0, trains / static_cast<double>(days)) : 0;
}

// And what is left of it: as many as wait less before it than ever after it. What was worked off later, if
// only while something else shut, has left nothing. So these add up to no more than what the queue grew by.
double DatedGrowth::brought(const Stretch& stretch, const Queue& queue) const {
  return weeks_.fewest_since(queue, stretch.after) - weeks_.fewest_since(queue, stretch.before);
}

}  // namespace studies
