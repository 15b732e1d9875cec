// A study of the toy of two points that needs no scenario file.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "studies/map_tables.h"
#include "studies/sqlite.h"
#include "studies/study_facts.h"
#include "studies/sweep.h"
#include "tests/studies/toy_models.h"

namespace toys {

// Speeds from 500 km a day on, in steps of 50.
inline scenarios::Study study(int points) {
  scenarios::Study study;
  study.name = "speeds";
  study.base = "two_points.txtpb";
  scenarios::Factor factor{"speed", "lines/AB/speed_km_per_day", false, {}, {}};
  for (int p = 0; p < points; ++p) factor.values.push_back(std::to_string(500 + 50 * p));
  study.factors.push_back(std::move(factor));
  return study;
}

inline const std::vector<std::string>& kept() {
  static const std::vector<std::string> kKeys = {"total/both/*", "line/*/*/trains_per_day"};
  return kKeys;
}

inline studies::StudyFacts facts(int points, int replications) {
  return studies::study_facts(study(points), "hash of the base", replications, 1, kept());
}

inline std::shared_ptr<const rail::Model> at_speed(int km_per_day) {
  rail::ModelInput input = two_points_input();
  input.lines[0].speed_km_per_day = km_per_day;
  return rail::Model::build(std::move(input));
}

inline studies::SweepOptions sweep_options(int replications, int threads, studies::Backend backend) {
  studies::SweepOptions options;
  options.replications = replications;
  options.threads = threads;
  options.backend = backend;
  options.kpis = kept();
  options.build = [](int point) {
    return studies::PointModel{at_speed(500 + 50 * point), "scenario " + std::to_string(point)};
  };
  return options;
}

// All results, in order, as text: equal texts, equal results.
inline std::string rows(studies::Database& database) {
  std::string text;
  studies::Statement replication = database.prepare(
      "SELECT point, replication, stop, end_time_s, events, hash, scenario_hash FROM replication JOIN point "
      "USING(point) "
      "ORDER BY point, replication");
  while (replication.next()) {
    for (int column = 0; column < 7; ++column) text += replication.text(column) + " ";
    text += "\n";
  }
  studies::Statement result = database.prepare("SELECT * FROM result ORDER BY point, replication, kpi");
  while (result.next()) {
    for (int column = 0; column < 5; ++column) text += result.text(column) + " ";
    text += "\n";
  }
  const std::vector<studies::MapFigures> maps = studies::read_maps(database, 100);
  for (std::size_t p = 0; p < maps.size(); ++p) {
    for (const studies::MapFigures::Line& line : maps[p].lines)
      text += std::to_string(p) + " " + line.line + " " + std::to_string(line.trains_per_day) + "\n";
  }
  return text;
}

}  // namespace toys
