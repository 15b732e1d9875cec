// Departures and arrivals at a point, in order of time, from the records of a single run.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <initializer_list>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include "tests/networks/units.h"
#include "tests/support/scenario_runs.h"

namespace networks {

// `path` from the repository root.
inline std::string text_of(const std::string& path) {
  std::ifstream file(std::string(NETWORKS_ROOT) + "/" + path);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

// With one text in place of another, which must be there.
inline std::string with(std::string text, const std::string& before, const std::string& after) {
  const std::size_t place = text.find(before);
  EXPECT_NE(place, std::string::npos) << before;
  return place == std::string::npos ? text : text.replace(place, before.size(), after);
}

// With another text wherever the pattern fits, which it must.
inline std::string with_match(const std::string& text, const std::string& pattern, const std::string& after) {
  EXPECT_TRUE(std::regex_search(text, std::regex(pattern))) << pattern;
  return std::regex_replace(text, std::regex(pattern), after);
}

inline std::uint32_t point_named(const support::Runs& runs, const std::string& id) {
  const auto& points = runs.model->input().points;
  for (std::uint32_t p = 0; p < points.size(); ++p) {
    if (points[p].id == id) return p;
  }
  return rail::kNone;
}

inline std::vector<std::int64_t> departures(const support::Runs& runs, const std::string& id) {
  std::vector<std::int64_t> times;
  for (const rail::TrainStop& stop : runs.replications.at(0).train_stops) {
    if (stop.point == point_named(runs, id) && stop.departed >= 0) times.push_back(stop.departed);
  }
  std::sort(times.begin(), times.end());
  return times;
}

inline std::vector<std::int64_t> arrivals(const support::Runs& runs, const std::string& id) {
  std::vector<std::int64_t> times;
  for (const rail::TrainStop& stop : runs.replications.at(0).train_stops) {
    if (stop.point == point_named(runs, id) && stop.arrived >= 0) times.push_back(stop.arrived);
  }
  std::sort(times.begin(), times.end());
  return times;
}

// Of the first replication; 0 where nothing was observed.
inline double kpi(const support::Runs& runs, const std::string& key) {
  for (const rail::Kpi& one : rail::kpis(*runs.model, runs.replications.at(0))) {
    if (one.key == key) return one.value;
  }
  ADD_FAILURE() << "no KPI " << key;
  return 0;
}

inline std::int64_t of(const rail::Account& account, rail::Cause cause) {
  return account[static_cast<std::size_t>(cause)];
}

using Times = std::vector<std::int64_t>;

inline Times hours(std::initializer_list<double> values) {
  Times times;
  for (const double value : values) times.push_back(std::llround(value * kHour));
  return times;
}

inline double in_hours(std::int64_t seconds) { return static_cast<double>(seconds) / kHour; }

}  // namespace networks
