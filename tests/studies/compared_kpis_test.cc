// What a comparison looks at unless told otherwise.
#include "studies/compared_kpis.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "studies/usual_kpis.h"
#include "tests/studies/toy_models.h"

namespace studies {
namespace {

using testing::ElementsAre;

KpiTable table(double containers, const std::string& place, double hours) {
  return KpiTable({{"delivered/A-B/containers", "containers", {2, containers, 0, 0}},
                   {"wait/" + place + "/container_hours", "container-h", {2, hours, 0, 0}},
                   {"wait/" + place + "/container_hours_to_end", "container-h", {2, hours, 0, 0}}});
}

TEST(ComparedKpis, AreTransitTimesAndWaitsAtWhatBinds) {
  const auto model = toys::two_points();
  const KpiTable base = table(100, "AB/path", 50), same = table(90, "AB/path", 5),
                 other = table(1, "B/track", 7);
  EXPECT_THAT(first_asked_kpis({*model, base}, {{*model, same}, {*model, other}}),
              ElementsAre("transit/A-B/mean_days", "transit/A-B/p90_days",
                          "wait/AB/path/container_hours_to_end", "wait/B/track/container_hours_to_end"));
  EXPECT_THAT(first_asked_kpis({*model, table(0, "AB/path", 0)}, {{*model, same}}),
              ElementsAre("wait/AB/path/container_hours_to_end"))
      << "nothing came, nothing was waited for";
}

TEST(ComparedKpis, AreThoseThatAreAskedForAlone) {
  const auto model = toys::two_points();
  const KpiTable kpis = table(100, "AB/path", 50);
  EXPECT_THAT(compared_kpis({"x/*"}, {*model, kpis}, {{*model, kpis}}), ElementsAre("x/*"));
  EXPECT_EQ(compared_kpis({}, {*model, kpis}, {{*model, kpis}}).size(), usual_kpis().size() + 3);
}

}  // namespace
}  // namespace studies
