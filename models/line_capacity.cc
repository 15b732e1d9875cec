#include "models/line_capacity.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "models/durations.h"
#include "models/line_traffic.h"
#include "models/uic406.h"

namespace rail {
namespace {

// Trains that the line's paths let in a day, in the mean of the counted time: as one more at once when the
// line closes and opens again, or when a cut begins or ends. 0: no limit at some time.
double spaced_per_day(const ModelInput& input, const LineInput& line) {
  const OpenTime all = open_time(input, line.hours);
  const double usual = line.paths_per_day.value_or(0);
  if (input.counted_s == 0 || line.path_cuts.empty())
    return usual > 0 ? all.share * kSecondsPerDay / std::round(kSecondsPerDay / usual) + all.closings_per_day
                     : 0;
  const OpeningHours* open = input.hours_of(line.hours);
  const std::int64_t to = input.spin_up_s + input.counted_s;
  double trains = 0;
  for (std::int64_t from = input.spin_up_s, end = from; from < to; from = end) {
    end = std::min(to, line.path_cuts.next_change(from));
    const double paths = line.path_cuts.at(from, usual);
    if (paths <= 0) return 0;
    const std::int64_t open_s = open == nullptr ? end - from : open->open_seconds(from, end);
    trains += static_cast<double>(open_s) / std::round(kSecondsPerDay / paths) + (end < to ? 1 : 0);
  }
  return trains * kSecondsPerDay / static_cast<double>(input.counted_s) + all.closings_per_day;
}

// The most that are accepted at any time of the day: later ones count those before.
double accepted_on(const TimedValues& cuts, std::int64_t from, std::int64_t to, double usual) {
  double most = 0;
  for (std::int64_t time = from; time < to; time = cuts.next_change(time))
    most = std::max(most, cuts.at(time, usual));
  return most;
}

// Trains that the railway beyond accepts in a day, in the mean of the days of the counted time; 0: no limit
// on some of them.
double accepted_per_day(const ModelInput& input, const LineInput& line, std::uint8_t side) {
  const double usual = line.accepted_per_day[side];
  const TimedValues& cuts = line.acceptance_cuts[side];
  if (cuts.empty() || input.counted_s == 0) return usual;
  const double otherwise = usual > 0 ? usual : std::numeric_limits<double>::infinity();
  const std::vector<std::int64_t>& days = line.acceptance_days[side];
  const std::int64_t from = input.spin_up_s, to = from + input.counted_s;
  double trains = 0;
  for (std::size_t day = 0; day < days.size() && days[day] < to; ++day) {
    const std::int64_t end = day + 1 < days.size() ? std::min(to, days[day + 1]) : to;
    trains += accepted_on(cuts, std::max(from, days[day]), end, otherwise);
  }
  return std::isinf(trains) ? 0 : trains * kSecondsPerDay / static_cast<double>(input.counted_s);
}

SectionRules rules_of(const Model& model, std::uint32_t line) {
  const ModelTables& tables = model.tables();
  return section_rules(tables, model.input().lines[line], tables.tracks[tables.first_track[line]]);
}

SectionTrain train_of(const Model& model, std::uint32_t line, std::uint8_t side, std::uint32_t train_class) {
  const double run_s = mean_run_s(model.input(), model.input().lines[line], train_class);
  return {side, static_cast<std::uint8_t>(train_class), std::max<std::int64_t>(1, std::llround(run_s))};
}

// That it is kept for: where the order of trains counts, by whoever may follow.
double most_section_s(const Model& model, std::uint32_t line, std::uint32_t train_class,
                      const std::vector<std::uint32_t>& followers) {
  double most = least_section_s(model, line, train_class, followers);
  if (!order_matters(model, line, followers)) return most;
  for (const std::uint32_t follower : followers) {
    for (const bool turned : {false, true})
      most = std::max(most, gap_s(model, line, train_class, follower, turned));
  }
  return most;
}

}  // namespace

OpenTime open_time(const ModelInput& input, std::uint32_t hours) {
  const OpeningHours* open = input.hours_of(hours);
  if (open == nullptr || input.counted_s == 0) return {};
  const std::int64_t from = input.spin_up_s, to = from + input.counted_s;
  const auto closings =
      std::count_if(open->intervals().begin(), open->intervals().end(),
                    [&](const OpenInterval& interval) { return from < interval.to && interval.to < to; });
  const auto counted_s = static_cast<double>(input.counted_s);
  return {static_cast<double>(open->open_seconds(from, to)) / counted_s,
          static_cast<double>(closings) * kSecondsPerDay / counted_s};
}

double gap_s(const Model& model, std::uint32_t index, std::uint32_t leader, std::uint32_t follower,
             bool turned) {
  return static_cast<double>(least_gap_s(rules_of(model, index), train_of(model, index, 0, leader),
                                         train_of(model, index, turned ? 1 : 0, follower)));
}

bool order_matters(const Model& model, std::uint32_t index, const std::vector<std::uint32_t>& classes) {
  return std::any_of(classes.begin(), classes.end(), [&](std::uint32_t leader) {
    return std::any_of(classes.begin(), classes.end(), [&](std::uint32_t follower) {
      return model.tables().headway_s(index, leader, follower) !=
             model.tables().headway_s(index, leader, classes.front());
    });
  });
}

double least_section_s(const Model& model, std::uint32_t index, std::uint32_t train_class,
                       const std::vector<std::uint32_t>& followers) {
  auto least =
      static_cast<double>(own_time_s(rules_of(model, index), train_of(model, index, 0, train_class)));
  for (const std::uint32_t follower : followers) {
    for (const bool turned : {false, true})
      least = std::min(least, gap_s(model, index, train_class, follower, turned));
  }
  return least;
}

double section_s_per_day(const Model& model, std::uint32_t index, const std::vector<std::uint32_t>& classes) {
  const ModelInput& input = model.input();
  const LineInput& line = input.lines[index];
  const OpeningHours* open = input.hours_of(line.hours);
  if (open == nullptr || classes.empty() || input.counted_s == 0) return kSecondsPerDay;
  double beyond_s = -kSecondsPerDay;
  for (const std::uint32_t one : classes)
    beyond_s = std::max(beyond_s, most_section_s(model, index, one, classes) - mean_run_s(input, line, one));
  const std::int64_t from = input.spin_up_s, to = from + input.counted_s;
  double seconds = 0;
  for (const OpenInterval& interval : open->intervals()) {
    const std::int64_t length = std::min(to, interval.to) - std::max(from, interval.from);
    if (length <= 0) continue;
    seconds += std::max(0.0, static_cast<double>(length) + (interval.to < to ? beyond_s : 0.0));
  }
  return seconds * kSecondsPerDay / static_cast<double>(input.counted_s);
}

double paths_per_day(const ModelInput& input, const LineInput& line, std::uint8_t side) {
  if (line.tracks == 0) return 0;
  const double spaced = spaced_per_day(input, line);
  const double accepted = accepted_per_day(input, line, side);
  return spaced > 0 && accepted > 0 ? std::min(spaced, accepted) : std::max(spaced, accepted);
}

}  // namespace rail
