// What a scenario leaves out without an error.
#include "cli/notes_text.h"

#include <gtest/gtest.h>

namespace cli {
namespace {

using rail::ModelInput;

rail::LineInput line(std::uint32_t from, std::uint32_t to, int gauge_mm, int tracks) {
  rail::LineInput one;
  one.from = from;
  one.to = to;
  one.gauge_mm = gauge_mm;
  one.tracks = tracks;
  return one;
}

// (AA)--electric--(BB)--half diesel--(CC)--ships--(DD), and nothing that costs or waits.
ModelInput four_countries() {
  ModelInput input;
  for (const char* country : {"AA", "BB", "CC", "DD"}) {
    rail::PointInput point;
    point.id = point.country = country;
    input.points.push_back(point);
  }
  input.lines = {line(0, 1, 1520, 2), line(1, 2, 1520, 2), line(2, 3, 0, 0)};
  return input;
}

ModelInput priced() {
  ModelInput input = four_countries();
  input.costs.emplace();
  input.costs->electric_share = {1, 0.5, 0};
  return input;
}

TEST(Notes, NothingWithoutCostsAndPriorities) { EXPECT_EQ(notes_text(four_countries()), ""); }

// Countries of electric lines only, by their own rates or by those of all others.
TEST(Notes, WhatIsFreeOfEmissions) {
  ModelInput input = priced();
  EXPECT_EQ(notes_text(input),
            "emissions are 0 g, as stated or by default, of electricity in AA, BB, CC "
            "(electricity_g_per_kwh), diesel (diesel_g_per_kg), ships (g_per_tkm)\n");
  input.costs->sea_g_per_tkm = 9;
  input.costs->energy.diesel_g_per_kg = 3200;
  input.costs->rates = {{"AA", 0, 0, 0.1, 0}, {"", 0, 0, 0, 500}, {"BB", 0, 0, 0, 700}};
  EXPECT_EQ(notes_text(input),
            "emissions are 0 g, as stated or by default, of electricity in AA (electricity_g_per_kwh)\n");
  input.costs->rates[0].electricity_g_per_kwh = 1;
  EXPECT_EQ(notes_text(input), "");
  input.costs->reefer_kw = 3;
  EXPECT_EQ(notes_text(input), "emissions are 0 g, as stated or by default, of refrigeration (g_per_kwh)\n");
}

TEST(Notes, NoDieselWhereAllRunsByElectricity) {
  ModelInput input = priced();
  input.costs->rates = {{"", 0, 0, 0, 500}};
  input.costs->sea_g_per_tkm = 9;
  EXPECT_EQ(notes_text(input), "emissions are 0 g, as stated or by default, of diesel (diesel_g_per_kg)\n");
  input.costs->electric_share[1] = 1;
  EXPECT_EQ(notes_text(input), "");
}

ModelInput with_classes(int tracks) {
  ModelInput input = four_countries();
  input.lines[1].tracks = tracks;
  input.train_classes = {{"mail", 1, 1}, {"slow", 1, 3}, {"unused", 1, 7}};
  for (const std::uint32_t one : {1U, 0U, 1U}) input.services.emplace_back().train_class = one;
  return input;
}

TEST(Notes, WhoMayWaitWithoutEnd) {
  const std::string note =
      "trains of class slow may wait without end behind those that go first (network.dispatching.ageing is "
      "not set)\n";
  EXPECT_EQ(notes_text(with_classes(1)), note);
  EXPECT_EQ(notes_text(with_classes(2)), "");
  ModelInput input = with_classes(2);
  input.dispatching.tracks_bind = true;
  EXPECT_EQ(notes_text(input), note);
  input.dispatching.ageing_s = 3600;
  EXPECT_EQ(notes_text(input), "");
  input = with_classes(2);
  input.resources.emplace_back().priority = true;
  EXPECT_EQ(notes_text(input), note);
  for (rail::ServiceInput& service : input.services) service.train_class = 1;
  EXPECT_EQ(notes_text(input), "") << "all of one class";
}

// Only where tracks bind, and some point has any.
TEST(Notes, RulesThatDoLessWhereTracksBind) {
  ModelInput input = four_countries();
  input.disruptions.resize(3);
  for (const std::size_t d : {0, 1, 2}) input.disruptions[d].id = std::string(1, static_cast<char>('a' + d));
  input.disruptions[0].turns = input.disruptions[1].turns = input.disruptions[2].diverts = true;
  EXPECT_EQ(notes_text(input), "");
  input.dispatching.tracks_bind = true;
  EXPECT_EQ(notes_text(input), "");
  input.points[0].tracks.push_back({1520, 2, 900});
  EXPECT_EQ(
      notes_text(input),
      "by the rule TURN (a, b) a train at a point with tracks, since these bind, turns back once those of "
      "the "
      "other way have not all that they may\n"
      "by the rule DIVERT (c) trains at a point with tracks, since these bind, take only a way that runs "
      "up, or down, as theirs does\n");
}

// A run of 2 h in openings of 3 h: twice as slow it takes 4 h, half as slow again it fits.
TEST(Notes, SlowOrdersThatNoTrainFitsInto) {
  ModelInput input = four_countries();
  rail::LineInput& slow = input.lines[0];
  slow.id = "AB";
  slow.length_km = 80;
  slow.speed_km_per_day = 960;
  std::vector<rail::OpenInterval> openings;
  for (std::int64_t hour = 0; hour < 100; hour += 4) openings.push_back({hour * 3600, (hour + 3) * 3600});
  input.hours = {rail::OpeningHours(openings)};
  input.disruptions.resize(1);
  input.disruptions[0].id = "order";
  input.disruptions[0].from = 20 * 3600;
  input.disruptions[0].to = 60 * 3600;
  input.disruptions[0].lines = {0};
  const auto with_factor = [&](double factor) {
    slow.slow_orders = rail::TimedValues({{{20 * 3600, 60 * 3600}, factor}});
    return notes_text(input);
  };
  EXPECT_EQ(with_factor(2), "") << "it is open all day";
  slow.hours = 0;
  EXPECT_EQ(
      with_factor(2),
      "while the slow order order lasts no train fits into the hours and possessions of AB: it is as good "
      "as closed\n");
  EXPECT_EQ(with_factor(1.5), "");
  input.train_classes = {{"slow", 1, 0}, {"fast", 1.5, 0}};
  EXPECT_EQ(with_factor(2), "") << "80 min, 160 min slow: some trains fit";
}

}  // namespace
}  // namespace cli
