#include "studies/queue_causes.h"

#include <algorithm>
#include <functional>

namespace studies {
namespace {

constexpr std::int64_t kDay_s = 86400;
constexpr double kYear_s = 365.0 * kDay_s;

bool any(const Services& services) {
  return std::find(services.begin(), services.end(), true) != services.end();
}

void add(const Services& more, Services& services) {
  std::transform(more.begin(), more.end(), services.begin(), services.begin(), std::logical_or());
}

// By how many seconds of the mean the clock runs ahead at most, from some day of the counted time to a later
// one.
double most_ahead_s(const rail::SeasonClock& clock, const rail::ModelInput& input) {
  double most = 0, least = 0;
  for (std::int64_t at = input.spin_up_s; at <= input.spin_up_s + input.counted_s; at += kDay_s) {
    const double ahead = clock.even_time(static_cast<double>(at)) - static_cast<double>(at);
    least = at == input.spin_up_s ? ahead : std::min(least, ahead);
    most = std::max(most, ahead - least);
  }
  return most;
}

}  // namespace

QueueCauses::QueueCauses(const rail::Model& model)
    : input_(model.input()),
      passing_(passing_services(model, Ways::kUsual)),
      points_(place_points(model)),
      surplus_(input_.services.size(), 0) {
  for (std::uint32_t i = 0; i < input_.lines.size(); ++i) lines_.emplace(input_.lines[i].id, i);
  for (const rail::FlowInput& one : input_.flows)
    add_demand(one.service, one.containers_per_year, one.season);
  for (const rail::BalancedFlow& one : model.balanced_flows())
    add_demand(one.service, one.containers_per_year, input_.matrices[one.matrix].season);
  for (const rail::PartLoadInput& one : input_.part_loads)
    add_demand(one.service, one.loads_per_year * one.mean_share(), one.season);
}

void QueueCauses::add_demand(std::uint32_t service, double containers_per_year, std::uint32_t season) {
  const rail::SeasonClock* const clock = input_.season(season);
  if (clock == nullptr) return;
  surplus_[service] += containers_per_year / kYear_s * most_ahead_s(*clock, input_);
}

// What is not known, as wagons, is everybody's.
Services QueueCauses::past(const std::string& place) const {
  if (const auto point = points_.find(place); point != points_.end()) return passing_.points[point->second];
  if (const auto line = lines_.find(place); line != lines_.end()) return passing_.lines[line->second];
  return Services(input_.services.size(), true);
}

Services QueueCauses::met_by(const rail::DisruptionInput& disruption) const {
  const bool is_anywhere = !disruption.has_queue() && disruption.services.empty();
  Services met(input_.services.size(), is_anywhere);
  for (const std::uint32_t line : disruption.lines) add(passing_.lines[line], met);
  for (const std::uint32_t one : disruption.resources) add(passing_.points[input_.resources[one].point], met);
  for (const std::uint32_t one : disruption.gauge_changes)
    add(passing_.points[input_.gauge_changes[one].point], met);
  for (const std::uint32_t service : disruption.services) met[service] = true;
  return met;
}

QueueCauses::Disruptions QueueCauses::of(const Disruptions& disruptions, const std::string& place) const {
  const Services here = past(place);
  Disruptions all;
  for (const rail::DisruptionInput* one : disruptions) {
    const Services met = met_by(*one);
    const bool go_round = one->diverts || input_.rerouting.has_value();
    Services both(met.size());
    std::transform(met.begin(), met.end(), here.begin(), both.begin(), std::logical_and());
    if (any(go_round ? met : both)) all.push_back(one);
  }
  return all;
}

double QueueCauses::surplus_containers(const std::string& place) const {
  const Services here = past(place);
  double sum = 0;
  for (std::size_t s = 0; s < here.size(); ++s) sum += here[s] ? surplus_[s] : 0;
  return sum;
}

double QueueCauses::surplus_trains(const std::string& place) const {
  const Services here = past(place);
  double sum = 0;
  for (std::size_t s = 0; s < here.size(); ++s)
    sum += here[s] ? surplus_[s] / std::max(1.0, input_.services[s].train_feu) : 0;
  return sum;
}

}  // namespace studies
