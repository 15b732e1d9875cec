#include "studies/forecasts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <utility>

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

using Statements = std::vector<const PublishedFigure*>;

// The surest by any of the statements of a fact; none if `known` is that fact itself.
SameSeries series_of(const Statements& fact, const PublishedFigure& known) {
  SameSeries surest = SameSeries::kNo;
  for (const PublishedFigure* one : fact) {
    if (is_same_fact(*one, known)) return SameSeries::kNo;
    surest = std::max(surest, same_series(*one, known));
  }
  return surest;
}

// As the KPI would be, and from that as `figure` would be.
EarlierFigure in_the_unit_of(const PublishedFigure& figure, const PublishedFigure& known, int year) {
  return {known.id, year, known.value / known.factor * figure.factor};
}

}  // namespace

std::optional<EarlierFigure> as_it_was(const PublishedFigure& figure, const PublishedYear& of,
                                       const std::vector<PublishedYear>& published) {
  if (figure.kpi.empty()) return std::nullopt;
  const Statements fact = statements_of(figure, of);
  const int begin = first_year(years_of(figure, of.year));
  std::optional<EarlierFigure> latest;
  std::pair<int, SameSeries> best{0, SameSeries::kNo};  // its last year, and how surely it is of the series
  for (const PublishedYear& before : published) {
    for (const PublishedFigure& known : before.figures) {
      const SameSeries how = known.kpi == figure.kpi ? series_of(fact, known) : SameSeries::kNo;
      const std::pair<int, SameSeries> here{last_year(years_of(known, before.year)), how};
      if (how == SameSeries::kNo || here.first >= begin || (latest && here <= best)) continue;
      best = here;
      latest = in_the_unit_of(figure, known, here.first);
    }
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
