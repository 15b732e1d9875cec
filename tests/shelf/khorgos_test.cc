// Khorgos with one to six gantry cranes: published 45 to 50 containers in 55 min with three (P028, P031), and
// 19 to 20 trains a day (P030).
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/shelf/shelf_kpis.h"

namespace shelf {
namespace {

constexpr double kTrainsADay = 19.5, kContainers = 50;
constexpr double kLiftsPerGantryHour = 47.5 / (55.0 / 60) / 3;

double hours_of_work(int cranes) { return kContainers / (kLiftsPerGantryHour * cranes); }
double offered_load(int cranes) { return kTrainsADay / 24 * hours_of_work(cranes); }

// Pollaczek-Khinchine; the work varies by a triangular factor of mean 1 (0.8, 0.95, 1.25).
double expected_wait_h(int cranes) {
  const double squared_variation = 0.1575 / 18, load = offered_load(cranes);
  return load / (1 - load) * hours_of_work(cranes) / 2 * (1 + squared_variation);
}

Kpis with(int cranes) { return kpis_of(fmt::format("khorgos-cranes-{}", cranes), 2); }

TEST(Khorgos, OneOrTwoCranesAreTooFew) {
  for (const int cranes : {1, 2}) {
    const Kpis seen = with(cranes);
    EXPECT_GT(offered_load(cranes), 1.1);
    EXPECT_NEAR(seen.at("terminal/KZ_ALT.lift/utilisation"), 1, 0.001);
    EXPECT_NEAR(seen.at("line/L088/westbound/trains_per_day"), 24 / hours_of_work(cranes), 0.1) << cranes;
    EXPECT_GT(seen.at("terminal/KZ_ALT.lift/queue_longest"), 900);
  }
}

TEST(Khorgos, ThreeCranesLiftTheTrainsThatAreStated) {
  const Kpis seen = with(3);
  EXPECT_NEAR(seen.at("line/L088/westbound/trains_per_day"), kTrainsADay, 0.5);
  EXPECT_NEAR(seen.at("terminal/KZ_ALT.lift/utilisation"), offered_load(3), 0.03);
  EXPECT_NEAR(seen.at("wait/KZ_ALT.lift/bay/mean_h"), expected_wait_h(3), 0.25);
}

// Trains come a little more evenly than at random, since each takes its time over the section before.
TEST(Khorgos, TheFourthCraneIsTheLastThatMatters) {
  double before_h = with(3).at("wait/KZ_ALT.lift/bay/mean_h"), on_line_h = 0;
  EXPECT_GT(before_h, 1.4);
  for (const int cranes : {4, 5, 6}) {
    const Kpis seen = with(cranes);
    const double wait_h = seen.at("wait/KZ_ALT.lift/bay/mean_h");
    EXPECT_LT(wait_h, cranes == 4 ? before_h / 3 : before_h);
    EXPECT_LT(wait_h, 1.05 * expected_wait_h(cranes));
    EXPECT_GT(wait_h, 0.75 * expected_wait_h(cranes));
    before_h = wait_h;
    on_line_h = seen.at("line/L088/westbound/wait_mean_h");
  }
  EXPECT_GT(on_line_h, before_h);  // with six the queue stands on the single track beyond
}

}  // namespace
}  // namespace shelf
