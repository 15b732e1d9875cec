// What else holds trains of random networks back, slows them, or says who goes first: classes, paths, quotas,
// cuts of these, possessions, slow orders, turns on single track, headways; trains without containers; a line
// that no train runs over; and wagons and locomotives, as many as trains could take, so that none waits for
// one for ever.
#pragma once

#include <rapidcheck.h>

#include <cstdint>
#include <utility>
#include <vector>

#include "models/model_input.h"
#include "tests/networks/units.h"

namespace networks {

// One in `so_many`.
inline bool now_and_then(int so_many) { return *rc::gen::inRange(0, so_many) == 0; }

inline void add_classes(rail::ModelInput& input) {
  input.train_classes.push_back({"fast", 1.3, -1});
  input.train_classes.push_back({"slow", 0.7, 1});
  for (rail::ServiceInput& service : input.services)
    service.train_class = *rc::gen::inRange<std::uint32_t>(0, 3);
  if (*rc::gen::arbitrary<bool>()) input.dispatching.ageing_s = 2 * kHour;
}

// Of some services, but not of the first one.
inline void add_trains_without_containers(rail::ModelInput& input) {
  for (std::size_t s = 1; s < input.services.size(); ++s) {
    if (now_and_then(6)) input.services[s].own_containers = 0;
  }
}

// For up to four hours of each day, besides the closures that there may be.
inline void add_possessions(rail::ModelInput& input, rail::LineInput& line) {
  const std::int64_t from = *rc::gen::inRange<std::int64_t>(0, 20 * kHour);
  const std::int64_t length = *rc::gen::inRange<std::int64_t>(kHour, 4 * kHour);
  std::vector<rail::OpenInterval> closed;
  for (std::int64_t day = 0; day < input.counted_s; day += kDay)
    closed.push_back({day + from, day + from + length});
  const rail::OpeningHours possessions(std::move(closed));
  const rail::OpeningHours always({{0, rail::kNever}});
  const bool has_closures = line.closures != rail::kNone;
  const rail::OpeningHours open = has_closures ? input.hours[line.closures] : always;
  line.hours = static_cast<std::uint32_t>(input.hours.size());
  input.hours.push_back(open.without(possessions));
  if (!has_closures) return;
  line.usual_hours = static_cast<std::uint32_t>(input.hours.size());
  input.hours.push_back(always.without(possessions));
}

inline void add_quota(const rail::ModelInput& input, rail::LineInput& line, std::size_t side) {
  line.accepted_per_day[side] = *rc::gen::inRange(8, 16);
  for (std::int64_t day = -kDay; day < input.counted_s + 2 * kDay; day += kDay)
    line.acceptance_days[side].push_back(day);
}

// From some hour of the first two days on, for so long.
inline rail::OpenInterval some_hours(std::int64_t most_hours) {
  const std::int64_t from = *rc::gen::inRange<std::int64_t>(0, 2 * kDay);
  return {from, from + *rc::gen::inRange<std::int64_t>(1, most_hours + 1) * kHour};
}

inline void add_cuts(const rail::ModelInput& input, rail::LineInput& line, std::size_t side) {
  if (line.acceptance_days[side].empty()) add_quota(input, line, side);
  line.acceptance_cuts[side] = rail::TimedValues({{some_hours(48), *rc::gen::element(1.0, 2.0)}});
  if (line.paths_per_day) line.path_cuts = rail::TimedValues({{some_hours(48), *line.paths_per_day / 4}});
}

// No train runs over it, and it has a cut all the same.
inline void add_line_of_nobody(rail::ModelInput& input) {
  rail::LineInput line = input.lines.front();
  line.id = "nobody's";
  line.length_km = 5000;
  line.tracks = 1;
  line.passing_places = *rc::gen::inRange(0, 3);
  line.passing_tracks = 2;
  add_cuts(input, line, *rc::gen::element<std::size_t>(0, 1));
  input.lines.push_back(std::move(line));
}

inline void add_slow_order(rail::LineInput& line) {
  const std::int64_t from = *rc::gen::inRange<std::int64_t>(0, kDay);
  const std::int64_t to = from + *rc::gen::inRange<std::int64_t>(kHour, kDay);
  line.slow_orders = rail::TimedValues({{{from, to}, *rc::gen::element(1.5, 2.0)}});
}

inline void add_rules(rail::ModelInput& input, rail::LineInput& line) {
  if (now_and_then(4)) line.paths_per_day = *rc::gen::element(16.0, 24.0, 48.0);
  if (now_and_then(4)) add_quota(input, line, *rc::gen::element<std::size_t>(0, 1));
  if (now_and_then(5)) add_cuts(input, line, *rc::gen::element<std::size_t>(0, 1));
  if (now_and_then(3)) add_possessions(input, line);
  if (now_and_then(4)) add_slow_order(line);
  if (now_and_then(3)) line.headway_s = *rc::gen::inRange(300, 900);
  if (line.tracks == 1 && now_and_then(4)) line.fleeting = *rc::gen::inRange(1, 4);
}

// Of some lines, and of all trains.
inline void add_ample_fleets(rail::ModelInput& input) {
  std::vector<rail::StockInput> everywhere;
  for (std::uint32_t point = 0; point < input.points.size(); ++point) everywhere.push_back({point, 400});
  rail::TractionDistrictInput district;
  district.id = "district";
  for (std::uint32_t line = 0; line < input.lines.size(); ++line) {
    if (*rc::gen::arbitrary<bool>()) district.lines.push_back(line);
  }
  district.stock = everywhere;
  if (!district.lines.empty()) input.traction_districts.push_back(std::move(district));
  if (!*rc::gen::arbitrary<bool>()) return;
  rail::WagonPoolInput& pool = input.wagon_pools.emplace_back();
  pool.id = "wagons";
  pool.gauge_mm = 1435;
  pool.stock = std::move(everywhere);
}

// Once its services, and its closures, are there.
inline void add_rules(rail::ModelInput& input) {
  add_classes(input);
  add_trains_without_containers(input);
  for (rail::LineInput& line : input.lines) add_rules(input, line);
  if (now_and_then(3)) add_line_of_nobody(input);
  if (*rc::gen::arbitrary<bool>()) add_ample_fleets(input);
}

}  // namespace networks
