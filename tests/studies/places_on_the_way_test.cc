// Where trains of a service may wait.
#include "studies/places_on_the_way.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/studies/saturated.h"

namespace studies {
namespace {

using testing::Contains;
using testing::Not;

// The first service ends at C behind a change of gauge at B, "near" already at B.
rail::ModelInput near_and_far() {
  rail::ModelInput input = saturated::two_points();
  saturated::add_inspection(input, 1, saturated::kHour);
  saturated::add_break_of_gauge(input);
  rail::ServiceInput near = input.services[0];
  near.id = "near";
  near.destination = 1;
  input.services.push_back(near);
  return input;
}

TEST(PlacesOnTheWay, AreThoseOfAllItsLinesAndPoints) {
  const auto model = rail::Model::build(near_and_far());
  const std::set<std::string> far = places_on_the_way(*model, {true, false});
  for (const char* place : {"A", "B", "C", "AB", "BC", "post", "B.lift", "A/1435/westbound"})
    EXPECT_THAT(far, Contains(place));
  const std::set<std::string> near = places_on_the_way(*model, {false, true});
  EXPECT_THAT(near, Contains("AB"));
  for (const char* place : {"C", "BC"}) EXPECT_THAT(near, Not(Contains(place)));
  EXPECT_TRUE(places_on_the_way(*model, {false, false}).empty());
}

BindingResource waits_at(const char* place, double hours) {
  BindingResource one;
  one.wait.place = place;
  one.wait.container_hours_to_end.mean = hours;
  return one;
}

TEST(PlacesOnTheWay, ShareTheWaitingThere) {
  const auto binding =
      binding_at({"AB", "post"}, {waits_at("BC", 60), waits_at("AB", 30), waits_at("post", 10)});
  ASSERT_EQ(binding.size(), 2u);
  EXPECT_EQ(binding[0].wait.place, "AB");
  EXPECT_DOUBLE_EQ(binding[0].share, 0.75);
  EXPECT_DOUBLE_EQ(binding[1].share, 0.25);
}

}  // namespace
}  // namespace studies
