// What KPIs are called in tables for people.
#include "studies/kpi_names.h"

#include <gtest/gtest.h>

#include "tests/studies/toy_models.h"

namespace studies {
namespace {

TEST(KpiNames, ArePeoplesNames) {
  const PlaceNames names(*toys::two_points());
  EXPECT_EQ(kpi_name(names, "line/AB/westbound/held_back"), names.name("AB") + ": westbound held back");
  EXPECT_EQ(kpi_name(names, "total/both/teu_delivered"), "total both: teu delivered");
  EXPECT_EQ(kpi_name(names, "total_time/A-B/mean_days"),
            "total time " + names.name("A") + " - " + names.name("B") + ": mean days");
  EXPECT_EQ(kpi_name(names, "watch/to_brest/mean_days"), "watch to brest: mean days");
}

// Of a place of formation: point, gauge and direction.
TEST(KpiNames, OfPlacesWithNamesOfSeveralParts) {
  const PlaceNames names(*toys::two_points());
  const std::string id = "A/1435/westbound";
  ASSERT_NE(names.name(id), id);
  EXPECT_EQ(kpi_name(names, "formed/" + id + "/trains"), names.name(id) + ": trains");
  EXPECT_EQ(kpi_name(names, "wait/" + id + "/formation/mean_h"), names.name(id) + ": formation mean h");
}

}  // namespace
}  // namespace studies
