#include "models/line_traffic.h"

#include <algorithm>
#include <limits>
#include <set>

#include "models/model_tables.h"

namespace rail {
namespace {

void add_lines(const ModelTables& tables, const RouteTable& route, std::uint32_t train_class,
               std::vector<std::set<std::uint32_t>>& classes) {
  for (std::uint32_t i = route.first; i < route.first + route.legs; ++i) {
    const LegTable& leg = tables.legs[tables.route_legs[i].leg];
    for (std::uint32_t s = leg.first_step; s < leg.first_step + leg.steps; ++s)
      classes[tables.tracks[tables.steps[s].track].line].insert(train_class);
  }
}

constexpr int kCells = 1000;

// Of run times that are cut off at the longest: over a grid of probabilities, or the draws of a trace.
double mean_up_to(double longest_s, double run_s, const Distribution& factor) {
  double sum = 0;
  for (int i = 0; i < kCells; ++i)
    sum += std::min(longest_s, run_s * factor.value((i + 0.5) / kCells, static_cast<std::uint64_t>(i)));
  return sum / kCells;
}

}  // namespace

std::vector<std::vector<std::uint32_t>> classes_by_line(const Model& model) {
  const ModelTables& tables = model.tables();
  std::vector<std::set<std::uint32_t>> classes(model.input().lines.size());
  for (std::size_t s = 0; s < tables.services.size(); ++s) {
    const ServiceTable& service = tables.services[s];
    for (std::uint32_t r = service.first_route; r < service.end_of_routes(); ++r)
      add_lines(tables, tables.routes[r], model.input().services[s].train_class, classes);
  }
  std::vector<std::vector<std::uint32_t>> lists;
  for (const std::set<std::uint32_t>& one : classes) lists.emplace_back(one.begin(), one.end());
  return lists;
}

std::vector<std::vector<std::uint32_t>> classes_by_route_leg(const Model& model) {
  const ModelTables& tables = model.tables();
  const auto class_of = [&](std::size_t service) { return model.input().services[service].train_class; };
  std::vector<std::set<std::uint32_t>> of_pool(tables.pools.size());
  std::vector<std::vector<std::uint32_t>> of_leg(tables.route_legs.size());
  const auto for_each_route = [&](const auto& visit) {
    for (std::size_t s = 0; s < tables.services.size(); ++s) {
      const ServiceTable& service = tables.services[s];
      for (std::uint32_t r = service.first_route; r < service.end_of_routes(); ++r)
        visit(s, tables.routes[r]);
    }
  };
  for_each_route([&](std::size_t s, const RouteTable& route) {
    for (std::uint32_t i = route.first; i + 1 < route.first + route.legs; ++i)
      of_pool[tables.route_legs[i].pool].insert(class_of(s));
  });
  for_each_route([&](std::size_t s, const RouteTable& route) {
    std::set<std::uint32_t> classes{class_of(s)};
    for (std::uint32_t i = route.first; i < route.first + route.legs; ++i) {
      of_leg[i].assign(classes.begin(), classes.end());
      if (i + 1 < route.first + route.legs) classes.merge(std::set(of_pool[tables.route_legs[i].pool]));
    }
  });
  return of_leg;
}

double mean_run_s(const ModelInput& input, const LineInput& line, std::uint32_t train_class) {
  const double factor = line.run_time_factor ? line.run_time_factor->mean() : 1.0;
  const double run_s = section_run_s(line) / input.train_classes[train_class].speed_factor;
  if (line.longest_run_s == kNever) return run_s * factor;
  const auto longest_s = static_cast<double>(line.longest_run_s);
  return line.run_time_factor ? mean_up_to(longest_s, run_s, *line.run_time_factor)
                              : std::min(longest_s, run_s);
}

double least_run_s(const ModelInput& input, const LineInput& line,
                   const std::vector<std::uint32_t>& classes) {
  double least_s = std::numeric_limits<double>::infinity();
  for (const std::uint32_t one : classes) least_s = std::min(least_s, mean_run_s(input, line, one));
  return least_s;
}

}  // namespace rail
