// Trains from a yard to two desks, whose queues grow or are left by closures, and what is told of them.
#pragma once

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "scenarios/scenario.h"
#include "studies/growing_queues.h"

namespace desks {

struct Seen {
  std::shared_ptr<const rail::Model> model;
  std::vector<studies::GrowingQueue> growing;
};

inline Seen seen_of(std::shared_ptr<const rail::Model> simulated, int replications, std::uint64_t seed) {
  Seen seen{std::move(simulated), {}};
  studies::WatchedQueues watched;
  studies::ReplicationsOptions options;
  options.replications = replications;
  options.seed = seed;
  options.run_one = [&watched](const rail::Model& model, const rail::ReplicationOptions& one) {
    return watched.run_one(model, one);
  };
  const studies::ReplicationsResult result = studies::run_replications(*seen.model, options);
  seen.growing =
      studies::growing_queues(*seen.model, result, watched.of(*seen.model, result.complete.size()));
  return seen;
}

inline Seen seen_of(const std::string& text, int replications = 10, std::uint64_t seed = 1) {
  const scenarios::LoadResult loaded =
      scenarios::Scenario::parse(text, scenarios::Format::kText, "toy.txtpb");
  for (const scenarios::Problem& problem : loaded.problems) ADD_FAILURE() << problem.message;
  return seen_of(rail::Model::build(loaded.scenario.value().model_input()), replications, seed);
}

inline std::vector<std::string> places(const Seen& seen) {
  std::vector<std::string> ids;
  for (const studies::GrowingQueue& one : seen.growing) ids.push_back(one.place);
  return ids;
}

inline constexpr const char* kYard = R"(name: "toy"
network {
  points { id: "YARD" country: "CN" gauges_mm: 1435 time_zone: "UTC" }
  points { id: "DESK" country: "CN" gauges_mm: 1435 time_zone: "UTC" }
  points { id: "SHED" country: "CN" gauges_mm: 1435 time_zone: "UTC" }
  lines { id: "Y-D" from: "YARD" to: "DESK" gauge_mm: 1435 length_km: 1 tracks: 2 speed_km_per_day: 1000 headway {} }
  lines { id: "Y-S" from: "YARD" to: "SHED" gauge_mm: 1435 length_km: 1 tracks: 2 speed_km_per_day: 1000 headway {} }
}
)";

struct Trains {
  const char* place;
  int containers;
  double hours;
  const char* more = "";  // of the clerk
};

// Trains of so many containers, every two hours at random, to a place where each takes so many hours.
inline std::string trains(const std::vector<Trains>& all) {
  std::string processes, services;
  for (const Trains& one : all) {
    processes += fmt::format(
        R"(  resources {{ id: "{0}.clerk" point: "{0}" servers: 1 {2} }}
  processes {{ id: "{0}.w" point: "{0}" role: DESTINATION direction: WESTBOUND
    stages {{ name: "d" resource: "{0}.clerk" duration {{ unit: HOURS exponential {{ mean: {1} }} }} }} }}
)",
        one.place, one.hours, one.more);
    services += fmt::format(
        R"(  services {{ id: "TO-{0}" origin: "YARD" destination: "{0}" direction: WESTBOUND
    formation {{ rule: RATE train_feu: {1} own_containers: {1} interval {{ unit: HOURS exponential {{ mean: 2 }} }} }} }}
)",
        one.place, one.containers);
  }
  return fmt::format("{}processes {{\n{}}}\nservices {{\n{}}}\n", kYard, processes, services);
}

// From 2017-01-01, a Sunday; so many days.
inline std::string counted(int days, int spin_up_days = 28) {
  return fmt::format(
      "experiment {{ spin_up {{ seconds: {} }} count_from {{ seconds: 1483228800 }} counted {{ seconds: {} "
      "}} }}\n",
      spin_up_days * 86400, days * 86400);
}

inline std::string shut(const char* from, const char* to) {
  return fmt::format(R"(disruptions {{ disruptions {{ id: "shut" from: "{}" to: "{}" time_zone: "UTC"
  closure {{ resources: "DESK.clerk" }} provenance {{ assumption: true note: "a toy" }} }} }}
)",
                     from, to);
}

}  // namespace desks
