// Where the first place is chance, all that may be it are named.
#include "studies/first_places.h"

#include <gtest/gtest.h>

#include <string>

namespace studies {
namespace {

// One row a replication: container-hours of waiting at A, B and C.
ReplicationsResult ran(const std::vector<std::vector<double>>& hours) {
  ReplicationsResult result;
  for (const std::vector<double>& row : hours) {
    Replication one;
    const char* const places[] = {"A", "B", "C"};
    for (std::size_t i = 0; i < row.size(); ++i)
      for (const char* end : {"container_hours", "container_hours_to_end"})
        one.kpis.push_back({std::string("wait/") + places[i] + "/track/" + end, "container-h", row[i]});
    result.complete.push_back(std::move(one));
  }
  result.kpis = kpis_over(result.complete);
  return result;
}

// By hand: B less A is 2, -1, 2 (t = 1, p = 0.42); C less A is -8, -9, -7 (t = -13.9, p = 0.005).
TEST(FirstPlaces, AreThoseThatReplicationsDoNotTellApart) {
  const auto places = first_places(ran({{10, 12, 2}, {12, 11, 3}, {11, 13, 4}}));
  ASSERT_EQ(places.size(), 2U);
  EXPECT_EQ(places[0].wait.place, "B");
  EXPECT_EQ(places[1].wait.place, "A");
}

TEST(FirstPlaces, IsOneWhereItIsSure) {
  EXPECT_EQ(first_places(ran({{10, 20, 2}, {12, 23, 3}, {11, 21, 4}})).size(), 1U);
  EXPECT_EQ(first_places(ran({{10, 20, 2}, {10, 20, 2}})).size(), 1U) << "nothing varies";
}

TEST(FirstPlaces, OfOneReplicationIsItsFirst) {
  const auto places = first_places(ran({{10, 12, 2}}));
  ASSERT_EQ(places.size(), 1U);
  EXPECT_EQ(places[0].wait.place, "B");
  EXPECT_TRUE(first_places(ran({{0, 0, 0}, {0, 0, 0}})).empty());
}

}  // namespace
}  // namespace studies
