// The flow oracles A17 and A18 (docs/verification.md) as railways that run, beside their linear programs.
#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "tests/studies/saturated.h"

namespace studies {
namespace {

using saturated::kContainers;
using saturated::kHour;
using saturated::kMinute;

// A path every `seconds` s: as many a day as there are whole seconds for.
double spaced(double per_day) { return 86400 / std::round(86400 / per_day); }

// Points are named by a letter, lines by two.
class Railway {
 public:
  Railway() : input(saturated::two_points()) {
    input.points.clear();
    input.lines.clear();
    input.services.clear();
  }

  std::uint32_t point(char name) {
    for (std::uint32_t i = 0; i < input.points.size(); ++i) {
      if (input.points[i].id[0] == name) return i;
    }
    input.points.push_back({std::string(1, name), std::string(1, name), "XX", {}});
    return static_cast<std::uint32_t>(input.points.size() - 1);
  }

  void line(const char* ends, double paths_per_day) {
    rail::LineInput line = saturated::two_points().lines[0];
    line.id = ends;
    line.from = point(ends[0]);
    line.to = point(ends[1]);
    line.length_km = 100;
    line.paths_per_day = paths_per_day;
    input.lines.push_back(line);
  }

  void service(const char* way, double trains_per_day) {
    rail::ServiceInput service = saturated::two_points().services[0];
    const std::string points(way);
    service.id = points;
    service.origin = point(points.front());
    service.destination = point(points.back());
    for (const char via : points.substr(1, points.size() - 2)) service.via.push_back(point(via));
    service.interval = rail::Distribution::constant(86400 / trains_per_day);
    input.services.push_back(service);
  }

  rail::ModelInput input;
};

Railway a17(double times) {
  Railway a17;
  for (const auto& [ends, paths] : {std::pair<const char*, double>{"SA", 24},
                                    {"SH", 14},
                                    {"SM", 18},
                                    {"SE", 10},
                                    {"AK", 20},
                                    {"HK", 12},
                                    {"MR", 16},
                                    {"ER", 9},
                                    {"KW", 28},
                                    {"RW", 22},
                                    {"KC", 3},
                                    {"CT", 3},
                                    {"WB", 32},
                                    {"BP", 20},
                                    {"WL", 9},
                                    {"LP", 7},
                                    {"PT", 25}})
    a17.line(ends, paths);
  // One of the highest flows, by hand: 28 in all.
  a17.service("SAKCT", 3 * times);
  a17.service("SAKWBPT", 17 * times);
  a17.service("SHKWBPT", 3 * times);
  a17.service("SMRWLPT", 5 * times);
  return a17;
}

TEST(Oracle, A17RunsAsManyTrainsAsFlow) {
  const auto model = rail::Model::build(a17(1).input);
  const double simulated = saturated::simulated(*model);
  EXPECT_GE(simulated, 0.99 * 28);
  EXPECT_LE(simulated, 28 * 1.001);
}

// Half as many again: what arrives is still what P-T and K-C let through, in whole seconds.
TEST(Oracle, A17RunsNoMoreThanTheCut) {
  const auto model = rail::Model::build(a17(1.5).input);
  const double cut = spaced(25) + spaced(3);
  const double simulated = saturated::simulated(*model);
  EXPECT_LE(simulated, cut + 2 / saturated::kDays);
  EXPECT_GE(simulated, 0.98 * cut);
  EXPECT_NEAR(network_cut(*model, rail::Direction::kWestbound).teu_per_day, cut * 2 * kContainers, 0.1);
}

// A pair of trains takes 55 min of single track, 4.5 h of a bay, 13.5 days of a set and 1.9 of a locomotive.
// Hardly more set out than can run: bays and sets are within 6 % of their limits as well, and with more,
// trains would find no sets, be lifted twice, and carry less.
rail::ModelInput a18(int locomotives, double pairs_per_day) {
  Railway a18;
  a18.line("AB", 1000);
  a18.line("BC", 1000);
  for (rail::LineInput& line : a18.input.lines) {
    line.paths_per_day.reset();
    line.length_km = 25;
    line.speed_km_per_day = 1440;  // 25 min
  }
  a18.input.train_classes = {{"25 min", 1, 0}};
  a18.input.lines[0].headway_s = kMinute;
  rail::LineInput& broad = a18.input.lines[1];
  broad.gauge_mm = 1520;
  broad.tracks = 1;
  broad.clearing_s = 150;  // 25 + 2.5 min, twice
  const auto change = [&](const char* id, int from_mm, int to_mm, double bay_h) {
    rail::GaugeChangeInput one;
    one.id = id;
    one.point = 1;
    one.from_gauge_mm = from_mm;
    one.to_gauge_mm = to_mm;
    one.bay_pool = "bays";
    one.bays = 4;
    one.lifts_per_hour = kContainers / bay_h;
    a18.input.gauge_changes.push_back(one);
  };
  change("west", 1435, 1520, 2.5);
  change("east", 1520, 1435, 2);
  rail::WagonPoolInput sets;
  sets.id = "sets";
  sets.gauge_mm = 1520;
  sets.stock = {{1, 150}, {2, 150}};
  sets.turnaround = rail::Distribution::constant((13.5 * 86400 - 4.5 * kHour - 50 * kMinute) / 2);
  a18.input.wagon_pools = {sets};
  rail::TractionDistrictInput district;
  district.id = "locomotives";
  district.lines = {1};
  district.stock = {{1, locomotives / 2}, {2, locomotives / 2}};
  district.turnaround = rail::Distribution::constant((1.9 * 86400 - 50 * kMinute) / 2);
  // Else they could stand idle at one end, and at the other trains that hold all the sets.
  district.light_runs = {{1, 2, 2, kHour, 25 * kMinute}, {2, 1, 2, kHour, 25 * kMinute}};
  a18.input.traction_districts = {district};
  a18.service("ABC", pairs_per_day);
  saturated::add_way_back(a18.input);
  a18.input.spin_up_s = 86400 * 60;
  return a18.input;
}

TEST(Oracle, A18RunsAsManyPairsAsThereAreLocomotivesFor) {
  saturated::expect_reached(a18(40, 21.1), {2 * 40 / 1.9, "locomotives", "locomotives"});
}

// With more of them the bays bind: 4 * 24 / 4.5 pairs.
TEST(Oracle, A18RunsAsManyPairsAsTheBaysLift) {
  saturated::expect_reached(a18(60, 21.3), {2 * 4 * 24 / 4.5, "bays", "B.bays"});
}

}  // namespace
}  // namespace studies
