#include "scenarios/nearest_name.h"

#include <gtest/gtest.h>

namespace {

using scenarios::did_you_mean;

TEST(NearestName, OneSlipAway) {
  EXPECT_EQ(did_you_mean("PL_MAI", {"BY_BRE", "PL_MAL", "PL_WAW"}), "did you mean `PL_MAL`?");
  EXPECT_EQ(did_you_mean("Malaszewize", {"Malaszewicze", "Malbork"}), "did you mean `Malaszewicze`?");
  EXPECT_EQ(did_you_mean("fulload", {"FULL_LOAD", "RATE"}), "did you mean `FULL_LOAD`?");
}

TEST(NearestName, NothingNear) {
  EXPECT_EQ(did_you_mean("PL_MAI", {}), "");
  EXPECT_EQ(did_you_mean("", {"A"}), "");
  EXPECT_EQ(did_you_mean("AB", {"XY"}), "") << "a distance of the whole name";
  EXPECT_EQ(did_you_mean("KZ_DOSTYK", {"PL"}), "");
  EXPECT_EQ(did_you_mean(std::string(100000, 'x'), {"xx", "PL_MAL"}), "");
}

TEST(NearestName, TiesGoToTheEarlier) {
  EXPECT_EQ(did_you_mean("abc", {"abd", "abe"}), "did you mean `abd`?");
}

}  // namespace
