#include "studies/forecasts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

#include "models/free_flow.h"

namespace studies {
namespace {

using scenarios::PublishedFigure;
using Points = std::vector<std::uint32_t>;

// What stands between `head` and "/mean_days" in a key; empty for other keys.
std::string name_in(const std::string& key, const std::string& head) {
  static const std::string kTail = "/mean_days";
  if (!key.starts_with(head) || !key.ends_with(kTail) || key.size() <= head.size() + kTail.size()) return "";
  return key.substr(head.size(), key.size() - head.size() - kTail.size());
}

std::string ends_of(const rail::ModelInput& input, const rail::ServiceInput& service) {
  return fmt::format("{}-{}", input.points[service.origin].id, input.points[service.destination].id);
}

std::optional<double> from_end_to_end(const rail::ModelInput& input, std::uint32_t service) {
  const rail::ServiceInput& rule = input.services[service];
  return rail::free_flow_h(input, service, {rule.origin}, {rule.destination});
}

std::optional<double> watched(const rail::ModelInput& input, std::uint32_t service,
                              const rail::WatchInput& watch) {
  const auto& directions = watch.directions;
  if (std::find(directions.begin(), directions.end(), input.services[service].direction) == directions.end())
    return std::nullopt;
  return rail::free_flow_h(input, service, watch.from, watch.to);
}

// Hours by one service of those that `key` is about; nothing if it is none of them.
std::optional<double> hours_of(const std::string& key, const rail::ModelInput& input, std::uint32_t service) {
  const rail::ServiceInput& rule = input.services[service];
  if (name_in(key, "service/") == rule.id || name_in(key, "transit/") == ends_of(input, rule))
    return from_end_to_end(input, service);
  for (const rail::WatchInput& watch : input.watches) {
    if (name_in(key, "watch/") == watch.id) return watched(input, service, watch);
  }
  return std::nullopt;
}

}  // namespace

std::optional<EarlierFigure> as_it_was(const PublishedFigure& figure, int year,
                                       const std::vector<PublishedYear>& published) {
  std::optional<EarlierFigure> latest;
  if (figure.kpi.empty()) return latest;
  for (const PublishedYear& before : published) {
    if (before.year >= year || (latest && before.year <= latest->year)) continue;
    const auto known = std::find_if(
        before.figures.begin(), before.figures.end(),
        [&](const PublishedFigure& one) { return one.kpi == figure.kpi && one.same_as.empty(); });
    // As the KPI would be, and from that as this figure would be.
    if (known != before.figures.end())
      latest = EarlierFigure{known->id, before.year, known->value / known->factor * figure.factor};
  }
  return latest;
}

std::optional<double> without_waiting(const PublishedFigure& figure, const rail::ModelInput& input) {
  double sum = 0;
  int services = 0;
  for (std::uint32_t service = 0; service < input.services.size(); ++service) {
    const std::optional<double> hours = hours_of(figure.kpi, input, service);
    if (!hours) continue;
    sum += *hours;
    ++services;
  }
  if (services == 0) return std::nullopt;
  constexpr double kHoursPerDay = 24;
  return sum / services / kHoursPerDay * figure.factor;
}

}  // namespace studies
