// Sentences on trains that went another way.
#include "studies/another_way.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace studies {
namespace {

using testing::HasSubstr;

Summary of(double mean, double half_width) { return {10, mean, half_width, half_width}; }

ShiftedCrossing crossing(const std::string& line, const Summary& trains, const Summary& teu) {
  ShiftedCrossing one;
  one.line = line;
  one.trains.difference = trains;
  one.teu.difference = teu;
  return one;
}

std::string text_of(const AnotherWay& way) { return another_way_text(way, PlaceNames(), "before"); }

TEST(AnotherWay, TellsTrainsAndTeuEachWithItsOwnSign) {
  AnotherWay way;
  way.rerouted = {of(35, 0), {}};
  way.diverted = {of(4, 0), of(3, 0)};
  way.crossings = {crossing("L1", of(47, 2), of(-4332, 232)), crossing("L2", of(-1, 0), of(70, 0))};
  EXPECT_EQ(
      text_of(way),
      "Trains that went another way than planned: 35 re-routed at their origin, 4 diverted under way (3 "
      "in the base). Over borders against before: L1 47 ± 2 trains more, 4,332 ± 232 TEU fewer; L2 1 "
      "train fewer, 70 TEU more.");
}

TEST(AnotherWay, NamesTheFirstSixCrossings) {
  AnotherWay way;
  for (int i = 0; i < 7; ++i) way.crossings.push_back(crossing("L", of(9, 0), of(90, 0)));
  EXPECT_THAT(text_of(way), HasSubstr("; and 1 other crossing."));
  way.crossings.push_back(way.crossings.front());
  EXPECT_THAT(text_of(way), HasSubstr("; and 2 other crossings."));
}

}  // namespace
}  // namespace studies
