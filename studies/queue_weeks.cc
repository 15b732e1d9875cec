#include "studies/queue_weeks.h"

#include <algorithm>
#include <numeric>

#include "studies/queue_growth.h"
#include "studies/statistics.h"

namespace studies {
namespace {

constexpr std::int64_t kDay_s = 86400;

double in(const Queue& queue, const std::vector<double>& week) {
  const auto first = week.begin() + static_cast<std::ptrdiff_t>(queue.first),
             end = week.begin() + static_cast<std::ptrdiff_t>(queue.end);
  return std::accumulate(first, end, 0.0);
}

}  // namespace

QueueWeeks::QueueWeeks(const rail::ModelInput& input, const std::vector<QueuesByWeek>& by_replication)
    : input_(input), weeks_(watched_weeks(input)), by_replication_(by_replication) {}

bool QueueWeeks::stands_all_the_time(const rail::DisruptionInput& one) const {
  return one.from < input_.spin_up_s + (weeks_.from.front() + weeks_.days) * kDay_s &&
         one.to > input_.spin_up_s + weeks_.from.back() * kDay_s;
}

bool QueueWeeks::is_used(const Queue& queue) const {
  return std::any_of(by_replication_.begin(), by_replication_.end(), [&](const QueuesByWeek& weeks) {
    return std::any_of(weeks.begin(), weeks.end(), [&](const auto& week) { return in(queue, week) > 0; });
  });
}

std::vector<double> QueueWeeks::grown(const Queue& queue, std::size_t from, std::size_t week) const {
  std::vector<double> grown;
  for (const QueuesByWeek& weeks : by_replication_)
    grown.push_back(in(queue, weeks[week]) - in(queue, weeks[from]));
  return grown;
}

double QueueWeeks::trains(const Queue& queue, std::size_t from, std::size_t week) const {
  return summarise(grown(queue, from, week)).mean / queue.one_train;
}

double QueueWeeks::mean_trains(const Queue& queue, std::size_t watched) const {
  double sum = 0;
  for (const QueuesByWeek& weeks : by_replication_) sum += in(queue, weeks[watched]);
  return sum / static_cast<double>(by_replication_.size()) / queue.one_train;
}

double QueueWeeks::fewest_since(const Queue& queue, std::size_t week) const {
  double fewest = mean_trains(queue, week);
  for (std::size_t w = week + 1; w <= last(); ++w) fewest = std::min(fewest, mean_trains(queue, w));
  for (std::size_t i = 0; i < weeks_.last_days.size(); ++i) {
    if (weeks_.last_days[i] >= weeks_.from[week])
      fewest = std::min(fewest, mean_trains(queue, weeks_.from.size() + i));
  }
  return fewest;
}

bool QueueWeeks::grows(const Queue& queue, std::size_t from, std::size_t week, std::int64_t empty_s,
                       std::size_t looks) const {
  if (week == from) return false;
  QueueGrowth growth;
  growth.grown = summarise(grown(queue, from, week));
  growth.untold = queue.one_train * queue.step;
  growth.small = growth.untold;
  const auto empty = static_cast<double>(empty_s);
  growth.critical = critical_growth(middle_s(from) - empty, middle_s(week) - empty);
  return judge(growth, {looks, 1}) == Carried::kNot;
}

std::size_t QueueWeeks::main_place(const Queue& queue) const {
  std::vector<double> sum(queue.end - queue.first, 0);
  for (const QueuesByWeek& weeks : by_replication_)
    for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += weeks[last()][queue.first + i];
  return queue.first + static_cast<std::size_t>(std::max_element(sum.begin(), sum.end()) - sum.begin());
}

double QueueWeeks::middle_s(std::size_t week) const {
  return static_cast<double>(input_.spin_up_s) +
         static_cast<double>(kDay_s) *
             (static_cast<double>(weeks_.from[week]) + 0.5 * static_cast<double>(weeks_.days));
}

}  // namespace studies
