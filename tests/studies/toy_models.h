// The smallest models, built without a scenario file.
#pragma once

#include <memory>
#include <utility>

#include "models/model.h"

namespace toys {

// Trains of `service` leave A for B at random times; 400 km at 800 km a day. A and B lie in different
// countries and have names that a CSV file must quote.
inline rail::ModelInput two_points_input() {
  rail::ModelInput input;
  input.points = {{"A", "Alpha, \"the first\"", "XX", {}}, {"B", "Beta (Main)", "YY", {}}};
  input.train_classes = {{"freight", 1.0, 0}};
  rail::LineInput line;
  line.id = "AB";
  line.from = 0;
  line.to = 1;
  line.length_km = 400;
  line.speed_km_per_day = 800;
  input.lines = {line};
  rail::ServiceInput service;
  service.id = "A-B";
  service.origin = 0;
  service.destination = 1;
  service.train_class = 0;
  service.rule = rail::FormationRule::kRate;
  service.own_containers = 10;
  service.interval = rail::Distribution::exponential(36000.0);
  input.services = {service};
  input.counted_s = 86400 * 30;
  return input;
}

inline std::shared_ptr<const rail::Model> two_points() { return rail::Model::build(two_points_input()); }

}  // namespace toys
