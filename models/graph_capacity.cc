#include "models/graph_capacity.h"

#include <algorithm>
#include <cmath>

#include "models/line_traffic.h"
#include "models/model_tables.h"

namespace rail {
namespace {

constexpr std::int64_t kDay = 86400;

double available_s(const GraphParameters& parameters) {
  return static_cast<double>(kDay - parameters.maintenance_s) * parameters.reliability;
}

std::uint32_t slowest(const ModelInput& input, const std::vector<std::uint32_t>& classes) {
  return *std::min_element(classes.begin(), classes.end(), [&](std::uint32_t x, std::uint32_t y) {
    return input.train_classes[x].speed_factor < input.train_classes[y].speed_factor;
  });
}

LineGraph line_graph(const Model& model, std::uint32_t index, std::uint32_t train_class,
                     const GraphParameters& parameters) {
  const LineInput& line = model.input().lines[index];
  const std::int64_t headway = model.tables().headway_s(index, train_class, train_class);
  if (line.tracks != 1) return {headway, trains_a_day(headway, parameters)};
  SectionGraph section;
  section.there_s = section.back_s = std::llround(mean_run_s(model.input(), line, train_class));
  section.interval_a_s = section.interval_b_s = line.clearing_s;
  const std::int64_t one_at_a_time = section.there_s + line.clearing_s;
  section.headway_there_s = section.headway_back_s = headway == kOneAtATime ? one_at_a_time : headway;
  return {graph_period_s(section, parameters), pairs_a_day(section, parameters)};
}

}  // namespace

std::int64_t graph_period_s(const SectionGraph& section, const GraphParameters& parameters) {
  return section.there_s + section.back_s + section.interval_a_s + section.interval_b_s +
         parameters.start_and_stop_s +
         (parameters.group - 1) * (section.headway_there_s + section.headway_back_s);
}

double pairs_a_day(const SectionGraph& section, const GraphParameters& parameters) {
  return available_s(parameters) * parameters.group /
         static_cast<double>(graph_period_s(section, parameters));
}

double trains_a_day(std::int64_t headway_s, const GraphParameters& parameters) {
  return available_s(parameters) / static_cast<double>(headway_s);
}

std::vector<LineGraph> line_graphs(const Model& model, const GraphParameters& parameters) {
  const std::vector<std::vector<std::uint32_t>> classes = classes_by_line(model);
  std::vector<LineGraph> graphs(classes.size());
  for (std::uint32_t i = 0; i < classes.size(); ++i) {
    if (classes[i].empty() || model.input().lines[i].tracks == 0) continue;
    graphs[i] = line_graph(model, i, slowest(model.input(), classes[i]), parameters);
  }
  return graphs;
}

}  // namespace rail
