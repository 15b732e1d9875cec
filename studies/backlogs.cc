#include "studies/backlogs.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

#include "studies/train_groups.h"
#include "studies/watched_queues.h"

namespace studies {
namespace {

constexpr std::int64_t kDay_s = 86400;
constexpr std::int64_t kWeek_days = 7, kLeastWeeks = 4, kLeastDays = 3, kLeastDaysIfUnlike = 14;
constexpr double kFewTrains = 2;

}  // namespace

Backlogs::Backlogs(const rail::Model& model, std::vector<bool> asked_about, double tolerated)
    : asked_about_(std::move(asked_about)), tolerated_(tolerated) {
  const rail::ModelInput& input = model.input();
  tells_growth_ = input.counted_s >= kWeek_days * kDay_s || !differs_by_weekday(input);
  const auto from_s = static_cast<double>(input.spin_up_s);
  const double until_s = from_s + static_cast<double>(input.counted_s);
  critical_of_services_ = critical_growth(from_s, until_s);
  const std::vector<double> steps = steps_of_services(model);
  for (std::size_t s = 0; s < input.services.size(); ++s) {
    const rail::ServiceInput& service = input.services[s];
    const double full_train = std::max(1.0, service.train_feu + service.own_containers);
    services_.push_back({"service/" + service.id, full_train, steps[s]});
  }
  if (!looks_at_points(input, asked_about_)) return;
  find_windows(input);
  for (std::uint32_t p = 0; p < input.points.size(); ++p)
    points_.push_back({"point/" + input.points[p].id, 1, step_of_point(input, p)});
}

bool Backlogs::looks_at_points(const rail::ModelInput& input, const std::vector<bool>& asked_about) {
  const bool all_asked = std::find(asked_about.begin(), asked_about.end(), false) == asked_about.end();
  return all_asked &&
         input.counted_s >= (differs_by_weekday(input) ? kLeastDaysIfUnlike : kLeastDays) * kDay_s;
}

// The census of day i is the i-th one, counted from 1: there is none as the run begins.
void Backlogs::find_windows(const rail::ModelInput& input) {
  const std::int64_t counted_days = input.counted_s / kDay_s;
  const std::int64_t window = counted_days >= kLeastWeeks * kWeek_days ? kWeek_days : 1;
  const std::int64_t first = input.spin_up_s / kDay_s;
  const auto end = static_cast<std::int64_t>(input.census_s.size());
  const std::int64_t apart = end - window - first;
  const bool by_weekday = window < kWeek_days && differs_by_weekday(input);
  const std::int64_t last = first + (by_weekday ? apart / kWeek_days * kWeek_days : apart);
  window_days_ = static_cast<std::size_t>(window);
  first_census_ = static_cast<std::size_t>(first);
  last_census_ = static_cast<std::size_t>(last);
  const double half_window_s = static_cast<double>(window) * kDay_s / 2;
  const auto from_s = static_cast<double>(input.spin_up_s);
  const double until_s = from_s + static_cast<double>(input.counted_s - (end - window - last) * kDay_s);
  critical_of_points_ = critical_growth(from_s + half_window_s, until_s - half_window_s);
}

void Backlogs::add(const rail::Observations& seen) {
  double came = 0, left = 0;
  for (std::size_t s = 0; s < services_.size(); ++s) {
    const rail::ServiceObservation& service = seen.services[s];
    const auto released = static_cast<double>(service.containers_released);
    services_[s].grown.push_back(released - static_cast<double>(service.containers_delivered));
    services_[s].came += released;
    services_[s].trains += static_cast<double>(service.trains_departed);
    if (!asked_about_[s]) continue;
    came += released;
    left += services_[s].grown.back();
  }
  shares_.push_back(came > 0 ? left / came : 0);
  for (std::size_t p = 0; p < points_.size(); ++p) {
    const auto trains = static_cast<double>(std::max(seen.points[p].arrived, seen.points[p].departed));
    points_[p].grown.push_back(standing_more(seen.points[p]));
    points_[p].came += trains;
    points_[p].trains += trains;
  }
}

double Backlogs::standing_more(const rail::PointObservation& point) const {
  const auto in_window = [&](std::size_t first) {
    const auto begin = point.census.begin() + static_cast<std::ptrdiff_t>(first);
    return std::accumulate(begin, begin + static_cast<std::ptrdiff_t>(window_days_), 0.0);
  };
  return (in_window(last_census_) - in_window(first_census_)) / static_cast<double>(window_days_);
}

double Backlogs::per_train(const Queue& queue) {
  return queue.trains > 0 && queue.came > 0 ? queue.came / queue.trains : queue.full_train;
}

// Of all that comes: a train of each service may be filling, whatever comes.
double Backlogs::tolerated_of_all() const {
  double filling = 0, came = 0;
  for (std::size_t s = 0; s < services_.size(); ++s) {
    if (!asked_about_[s] || services_[s].came <= 0) continue;
    filling += per_train(services_[s]);
    came += services_[s].came / static_cast<double>(replications());
  }
  return came > 0 ? std::max(tolerated_, filling / came) : tolerated_;
}

QueueGrowth Backlogs::growth(const Queue& queue, double critical) const {
  const double per_train = Backlogs::per_train(queue);
  const double trains = queue.came / per_train / static_cast<double>(replications());
  std::vector<double> grown = queue.grown;
  for (double& one : grown) one /= per_train;
  return {queue.name, summarise(grown), queue.step, std::max(kFewTrains, tolerated_ * trains), critical};
}

std::vector<QueueGrowth> Backlogs::growths() const {
  const double tolerated = tolerated_of_all();
  std::vector<QueueGrowth> all = {{"", left_behind(), tolerated, tolerated, critical_of_services_}};
  for (std::size_t s = 0; s < services_.size(); ++s) {
    if (asked_about_[s] && services_[s].came > 0) all.push_back(growth(services_[s], critical_of_services_));
  }
  for (const Queue& point : points_) all.push_back(growth(point, critical_of_points_));
  if (tells_growth_) return all;
  for (QueueGrowth& one : all) one.untold = std::numeric_limits<double>::infinity();
  return all;
}

}  // namespace studies
