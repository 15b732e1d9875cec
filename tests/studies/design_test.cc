#include "studies/design.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace studies {
namespace {

using scenarios::Design;
using scenarios::Factor;
using scenarios::Study;
using testing::ElementsAre;

Factor factor(const std::string& name, std::vector<std::string> values) {
  return {name, "f/" + name, false, std::move(values), {}};
}

Study study_of(Design design, std::vector<Factor> factors, int points = 0) {
  Study study;
  study.design = design;
  study.factors = std::move(factors);
  study.points = points;
  return study;
}

TEST(Design, GridHasEveryCombination) {
  const Study study = study_of(Design::kGrid, {factor("a", {"1", "2"}), factor("b", {"x", "y", "z"})});
  EXPECT_THAT(design_points(study),
              ElementsAre(DesignPoint{"1", "x"}, DesignPoint{"1", "y"}, DesignPoint{"1", "z"},
                          DesignPoint{"2", "x"}, DesignPoint{"2", "y"}, DesignPoint{"2", "z"}));
}

TEST(Design, ListGoesThroughAllFactorsAtOnce) {
  const Study study = study_of(Design::kList, {factor("a", {"1", "2"}), factor("b", {"x", "y"})});
  EXPECT_THAT(design_points(study), ElementsAre(DesignPoint{"1", "x"}, DesignPoint{"2", "y"}));
}

TEST(Design, ChangesAreTypedOnes) {
  Study study = study_of(Design::kGrid, {factor("a", {"1"}), factor("b", {"1.1"})});
  study.factors[1].scale = true;
  study.changes = {"remove lines/L036"};
  EXPECT_THAT(changes_at(study, design_points(study).front()),
              ElementsAre("remove lines/L036", "f/a = 1", "f/b *= 1.1"));
  EXPECT_EQ(settings_text(study, {"1", "1.1"}), "a = 1, b *= 1.1");
}

TEST(Design, LatinHypercubeMeetsEveryPartOfARangeOnce) {
  Factor x{"x", "f/x", false, {}, scenarios::FactorRange{10, 30, false, false}};
  Factor log{"y", "f/y", false, {}, scenarios::FactorRange{0.01, 100, true, false}};
  const std::vector<DesignPoint> points = design_points(study_of(Design::kLatinHypercube, {x, log}, 40));
  std::map<int, int> parts_of_x, parts_of_y;
  for (const DesignPoint& point : points) {
    ++parts_of_x[static_cast<int>(std::floor((std::stod(point[0]) - 10) / 0.5))];
    ++parts_of_y[static_cast<int>(std::floor((std::log10(std::stod(point[1])) + 2) * 10))];
  }
  ASSERT_EQ(points.size(), 40u);
  EXPECT_EQ(parts_of_x.size(), 40u);
  EXPECT_EQ(parts_of_y.size(), 40u);
  EXPECT_EQ(parts_of_x.begin()->first, 0);
  EXPECT_EQ(parts_of_y.rbegin()->first, 39);
}

TEST(Design, LatinHypercubeTakesValuesAndWholeNumbersEquallyOften) {
  const Factor whole{"n", "f/n", false, {}, scenarios::FactorRange{1, 4, false, true}};
  const std::vector<DesignPoint> points =
      design_points(study_of(Design::kLatinHypercube, {whole, factor("rule", {"A", "B", "C"})}, 12));
  std::map<std::string, int> counts;
  for (const DesignPoint& point : points) {
    ++counts[point[0]];
    ++counts[point[1]];
  }
  EXPECT_EQ(counts, (std::map<std::string, int>{
                        {"1", 3}, {"2", 3}, {"3", 3}, {"4", 3}, {"A", 4}, {"B", 4}, {"C", 4}}));
}

TEST(Design, AFurtherFactorShiftsNoOther) {
  const Factor x{"x", "f/x", false, {}, scenarios::FactorRange{0, 1, false, false}};
  const Factor y{"y", "f/y", false, {}, scenarios::FactorRange{0, 1, false, false}};
  const auto alone = design_points(study_of(Design::kLatinHypercube, {x}, 20));
  const auto both = design_points(study_of(Design::kLatinHypercube, {y, x}, 20));
  for (std::size_t i = 0; i < alone.size(); ++i) EXPECT_EQ(alone[i][0], both[i][1]);
}

TEST(PointsToCheck, MeetEveryValueOfAGrid) {
  const Study study = study_of(
      Design::kGrid, {factor("a", {"1", "2", "3"}), factor("b", {"1", "2", "3", "4"}), factor("c", {"1"})});
  const std::vector<DesignPoint> points = design_points(study);
  std::map<std::string, int> met;
  const std::vector<int> chosen = points_to_check(points);
  for (const int i : chosen) {
    const DesignPoint& point = points[static_cast<std::size_t>(i)];
    ++met["a" + point[0]];
    ++met["b" + point[1]];
  }
  EXPECT_EQ(met.size(), 7u);
  EXPECT_LE(chosen.size(), 6u) << "of 12";
}

TEST(PointsToCheck, AreTheEndsOfALongRange) {
  const Factor x{"x", "f/x", false, {}, scenarios::FactorRange{9, 1001, false, false}};
  const std::vector<DesignPoint> points = design_points(study_of(Design::kLatinHypercube, {x}, 300));
  const std::vector<int> chosen = points_to_check(points);
  ASSERT_EQ(chosen.size(), 2u);
  std::vector<double> all, some;
  for (const DesignPoint& point : points) all.push_back(std::stod(point[0]));
  for (const int i : chosen) some.push_back(all[static_cast<std::size_t>(i)]);
  EXPECT_EQ(*std::min_element(some.begin(), some.end()), *std::min_element(all.begin(), all.end()));
  EXPECT_EQ(*std::max_element(some.begin(), some.end()), *std::max_element(all.begin(), all.end()));
}

}  // namespace
}  // namespace studies
