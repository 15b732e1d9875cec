#include "models/graph_capacity.h"

#include <algorithm>
#include <cmath>

#include "models/durations.h"
#include "models/line_traffic.h"
#include "models/model_tables.h"

namespace rail {
namespace {

std::uint32_t slowest(const ModelInput& input, const std::vector<std::uint32_t>& classes) {
  return *std::min_element(classes.begin(), classes.end(), [&](std::uint32_t x, std::uint32_t y) {
    return input.train_classes[x].speed_factor < input.train_classes[y].speed_factor;
  });
}

// Trains of one way take turns with those of the other one by one where none may follow another.
SectionGraph single_track(const Model& model, std::uint32_t index, std::uint32_t train_class) {
  const LineInput& line = model.input().lines[index];
  const std::int64_t run_s = std::llround(mean_run_s(model.input(), line, train_class));
  SectionGraph section{run_s, run_s, line.clearing_s, line.clearing_s};
  const std::int64_t headway_s = model.tables().headway_s(index, train_class, train_class);
  if (line.fleeting == 0 || headway_s == kOneAtATime) return section;
  section.in_a_row = line.fleeting;
  section.headway_there_s = section.headway_back_s = headway_s;
  return section;
}

// Of the counted time, as far as the line's own hours go; disruptions are no part of a timetable.
double open_share(const ModelInput& input, const LineInput& line) {
  const Closing closing = input.closing(line.hours, line.closures);
  if (closing.hours == nullptr || input.counted_s == 0) return 1;
  const ClosedTime closed = closing.between(input.spin_up_s, input.spin_up_s + input.counted_s);
  return 1 - static_cast<double>(closed.hours_s) / static_cast<double>(input.counted_s);
}

}  // namespace

std::int64_t graph_period_s(const SectionGraph& section) {
  return section.there_s + section.back_s + section.interval_a_s + section.interval_b_s +
         (section.in_a_row - 1) * (section.headway_there_s + section.headway_back_s);
}

double periods_a_day(std::int64_t period_s, double reliability) {
  return kSecondsPerDay * reliability / static_cast<double>(period_s);
}

std::vector<LineGraph> line_graphs(const Model& model, double reliability) {
  const std::vector<std::vector<std::uint32_t>> classes = classes_by_line(model);
  std::vector<LineGraph> graphs(classes.size());
  for (std::uint32_t i = 0; i < classes.size(); ++i) {
    if (classes[i].empty() || model.input().lines[i].tracks == 0) continue;
    const LineInput& line = model.input().lines[i];
    const std::uint32_t train_class = slowest(model.input(), classes[i]);
    SectionGraph section;
    if (line.tracks == 1) section = single_track(model, i, train_class);
    const std::int64_t period_s =
        line.tracks == 1 ? graph_period_s(section) : model.tables().headway_s(i, train_class, train_class);
    const double open = open_share(model.input(), line);
    graphs[i] = {period_s,
                 open * periods_a_day(period_s, reliability) * static_cast<double>(section.in_a_row)};
  }
  return graphs;
}

}  // namespace rail
