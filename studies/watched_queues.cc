#include "studies/watched_queues.h"

#include <algorithm>
#include <set>

#include "studies/dated_closings.h"

namespace studies {
namespace {

constexpr std::int64_t kDay_s = 86400, kWeek_days = 7;

// Of the first `days` days the last ones that `width` days fit in, whole weeks after the beginning.
std::int64_t last_weeks(std::int64_t days, std::int64_t width) {
  return (days - width) / kWeek_days * kWeek_days;
}

// The first day, whole weeks after the beginning, that lies a week after a time since the counted time began.
std::int64_t a_week_after(std::int64_t counted_s) {
  const std::int64_t week_s = kWeek_days * kDay_s;
  return counted_s <= -week_s ? 0 : (counted_s + week_s + week_s - 1) / week_s * kWeek_days;
}

std::vector<std::int64_t> instants(const WatchedWeeks& weeks, std::int64_t spin_up_s) {
  std::set<std::int64_t> days;
  for (const std::int64_t from : weeks.from) {
    for (std::int64_t day = from; day < from + weeks.days; ++day) days.insert(day);
  }
  days.insert(weeks.last_days.begin(), weeks.last_days.end());
  std::vector<std::int64_t> at;
  for (const std::int64_t day : days) at.push_back(spin_up_s + day * kDay_s);
  return at;
}

std::vector<double> mean_of(const std::vector<std::int64_t>& at, const std::vector<rail::WaitingNow>& waiting,
                            std::int64_t from_s, std::int64_t days) {
  const auto first = static_cast<std::size_t>(std::lower_bound(at.begin(), at.end(), from_s) - at.begin());
  std::vector<double> mean(waiting.front().size(), 0);
  for (std::size_t i = first; i < first + static_cast<std::size_t>(days); ++i) {
    for (std::size_t place = 0; place < mean.size(); ++place)
      mean[place] += static_cast<double>(waiting[i][place]) / static_cast<double>(days);
  }
  return mean;
}

}  // namespace

bool differs_by_weekday(const rail::ModelInput& input) {
  const auto any_has_hours = [](const auto& all) {
    return std::any_of(all.begin(), all.end(),
                       [](const auto& one) { return one.usual_hours != rail::kNone; });
  };
  return any_has_hours(input.resources) || any_has_hours(input.gauge_changes) || any_has_hours(input.lines) ||
         std::any_of(input.services.begin(), input.services.end(), [](const rail::ServiceInput& service) {
           return service.rule == rail::FormationRule::kTimetable;
         });
}

std::string why_growth_is_unknown(const rail::ModelInput& input) {
  const std::int64_t days = input.counted_s / kDay_s;
  if (days < 2) return "the counted time is under two days";
  if (days > kWeek_days || !differs_by_weekday(input)) return {};
  return "the counted time is under eight days, and hours or timetables make weekdays differ";
}

WatchedWeeks watched_weeks(const rail::ModelInput& input) {
  const std::int64_t days = input.counted_s / kDay_s;
  if (!why_growth_is_unknown(input).empty()) return {};
  if (days <= kWeek_days) return {{0, days - 1}, 1};
  const std::int64_t width = std::min(kWeek_days, days - kWeek_days);
  std::set<std::int64_t> from = {0, last_weeks(days, width)}, last_days;
  std::vector<rail::DisruptionInput> dated = dated_closings(input);
  dated.insert(dated.end(), input.disruptions.begin(), input.disruptions.end());
  for (const rail::DisruptionInput& one : dated) {
    const std::int64_t before = std::min(days, (one.from - input.spin_up_s) / kDay_s);
    if (before >= kWeek_days + width) from.insert(last_weeks(before, width));
    const std::int64_t after = a_week_after(one.to - input.spin_up_s);
    if (after + width <= last_weeks(days, width)) from.insert(after);
    const std::int64_t last_day = (one.to - input.spin_up_s - 1) / kDay_s;
    if (last_day * kDay_s > std::max<std::int64_t>(0, one.from - input.spin_up_s) && last_day < days)
      last_days.insert(last_day);
  }
  return {{from.begin(), from.end()}, width, {last_days.begin(), last_days.end()}};
}

std::size_t week_before(const WatchedWeeks& weeks, const rail::ModelInput& input, std::int64_t time_s) {
  std::size_t found = 0;
  for (std::size_t w = 0; w < weeks.from.size(); ++w) {
    if (input.spin_up_s + (weeks.from[w] + weeks.days) * kDay_s <= time_s) found = w;
  }
  return found;
}

std::optional<std::size_t> week_after(const WatchedWeeks& weeks, const rail::ModelInput& input,
                                      std::int64_t time_s) {
  const auto found =
      std::lower_bound(weeks.from.begin(), weeks.from.end(), a_week_after(time_s - input.spin_up_s));
  if (found == weeks.from.end() || *found + weeks.days > weeks.from.back()) return std::nullopt;
  return static_cast<std::size_t>(found - weeks.from.begin());
}

rail::Observations WatchedQueues::run_one(const rail::Model& model, const rail::ReplicationOptions& options) {
  const std::int64_t spin_up_s = model.input().spin_up_s;
  const WatchedWeeks weeks = watched_weeks(model.input());
  const std::vector<std::int64_t> at = instants(weeks, spin_up_s);
  rail::CensusedReplication replication = rail::run_censused_replication(model, options, at);
  if (replication.waiting.size() < at.size() || at.empty()) return std::move(replication.seen);
  QueuesByWeek by_week;
  for (const std::int64_t from : weeks.from)
    by_week.push_back(mean_of(at, replication.waiting, spin_up_s + from * kDay_s, weeks.days));
  for (const std::int64_t day : weeks.last_days)
    by_week.push_back(mean_of(at, replication.waiting, spin_up_s + day * kDay_s, 1));
  const std::lock_guard lock(mutex_);
  seen_.insert_or_assign({&model, options.replication}, std::move(by_week));
  return std::move(replication.seen);
}

std::vector<QueuesByWeek> WatchedQueues::of(const rail::Model& model, std::size_t replications) const {
  const std::lock_guard lock(mutex_);
  std::vector<QueuesByWeek> all;
  for (std::uint32_t i = 0; i < replications; ++i) {
    if (const auto found = seen_.find({&model, i}); found != seen_.end()) all.push_back(found->second);
  }
  return all;
}

void WatchedQueues::forget(const rail::Model& model) {
  const std::lock_guard lock(mutex_);
  std::erase_if(seen_, [&](const auto& one) { return one.first.first == &model; });
}

}  // namespace studies
