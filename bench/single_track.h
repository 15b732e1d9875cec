// 900 km of single track at 60 km/h: 50 sections of 18 min, with passing places between them.
#pragma once

#include <cstdint>

#include "models/model_input.h"

namespace bench {

constexpr int kSections = 50;
constexpr double kSection_km = 18;
constexpr std::int64_t kDay_s = 86400;

inline rail::ModelInput single_track(int passing_tracks) {
  rail::ModelInput input;
  input.points = {{"W", "W", "", {}}, {"E", "E", "", {}}};
  input.train_classes.push_back({"freight", 1.0, 0});
  rail::LineInput line;
  line.id = "WE";
  line.from = 0;
  line.to = 1;
  line.tracks = 1;
  line.length_km = kSections * kSection_km;
  line.passing_places = kSections - 1;
  line.passing_tracks = passing_tracks;
  line.speed_km_per_day = 1440;
  line.clearing_s = 120;
  input.lines.push_back(line);
  input.dispatching.tracks_bind = true;
  return input;
}

// From end to end, without a rule of formation. W is the first point: eastbound trains begin there.
inline rail::ServiceInput service_over_single_track(const char* id, rail::Direction direction) {
  rail::ServiceInput service;
  service.id = id;
  service.direction = direction;
  service.origin = direction == rail::Direction::kEastbound ? 0 : 1;
  service.destination = 1 - service.origin;
  service.train_class = 0;
  return service;
}

}  // namespace bench
