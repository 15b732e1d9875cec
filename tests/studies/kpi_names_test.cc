// What KPIs are called in tables for people.
#include "studies/kpi_names.h"

#include <gtest/gtest.h>

#include "tests/studies/toy_models.h"

namespace studies {
namespace {

TEST(KpiNames, ArePeoplesNames) {
  const PlaceNames names(*toys::two_points());
  const std::string pair = names.name("A") + " - " + names.name("B");
  EXPECT_EQ(kpi_name(names, "line/AB/westbound/held_back"), names.name("AB") + ": held back westbound");
  EXPECT_EQ(kpi_name(names, "line/AB/westbound/wait_mean_h"), names.name("AB") + ": wait westbound, mean");
  EXPECT_EQ(kpi_name(names, "crossing/AB/both/trains"), names.name("AB") + ": trains both ways");
  EXPECT_EQ(kpi_name(names, "line/AB/uic406_mean"), names.name("AB") + ": UIC 406, mean");
  EXPECT_EQ(kpi_name(names, "total/both/teu_delivered"), "TEU delivered");
  EXPECT_EQ(kpi_name(names, "total/eastbound/teu_delivered"), "TEU delivered eastbound");
  EXPECT_EQ(kpi_name(names, "total/both/trains_departed"), "Trains from their first origin");
  EXPECT_EQ(kpi_name(names, "total/trains_ratio_east_west"), "Trains eastbound over westbound");
  EXPECT_EQ(kpi_name(names, "waiting_at_end/trains"), "Trains waiting at the end");
  EXPECT_EQ(kpi_name(names, "transit/A-B/p90_days"), "Transit " + pair + ", 90th percentile");
  EXPECT_EQ(kpi_name(names, "total_time/A-B/mean_days"), "Total time " + pair + ", mean");
  EXPECT_EQ(kpi_name(names, "total_time/A-B/bay/mean_days"), "Total time " + pair + ": bay, mean");
  EXPECT_EQ(kpi_name(names, "watch/to_brest/p50_days"), "Watch to brest, median");
  EXPECT_EQ(kpi_name(names, "disruption/brest-closed/time_to_clear_h"),
            "Disruption brest-closed: time to clear");
  EXPECT_EQ(kpi_name(names, "goods/food/westbound/late_total"), "Goods food: late by total time westbound");
}

// A watch of several points has no better name than its id.
TEST(KpiNames, OfWatchesFromOnePointToAnother) {
  rail::ModelInput input = toys::two_points_input();
  input.watches.push_back({"a_to_b", {0}, {1}, {rail::Direction::kWestbound}});
  input.watches.push_back({"to_both", {0}, {0, 1}, {rail::Direction::kWestbound}});
  const PlaceNames names(*rail::Model::build(input));
  EXPECT_EQ(kpi_name(names, "watch/a_to_b/mean_days"),
            "Watch " + names.name("A") + " - " + names.name("B") + ", mean");
  EXPECT_EQ(kpi_name(names, "watch/to_both/mean_days"), "Watch to both, mean");
}

TEST(KpiNames, SayWhatIsWaitedFor) {
  const PlaceNames names(*toys::two_points());
  const std::string place = names.name("AB");
  EXPECT_EQ(kpi_name(names, "wait/B/track/mean_h"), names.name("B") + ": wait for a track, mean");
  EXPECT_EQ(kpi_name(names, "wait/AB/path/container_hours_to_end"), place + ": waiting for a path");
  EXPECT_EQ(kpi_name(names, "wait/AB/path/container_hours"), place + ": waiting for a path that ended");
  EXPECT_EQ(kpi_name(names, "wait/AB/section/waiting_at_end"), place + ": waiting for the line at the end");
}

// Twice the time has twice of it.
TEST(KpiNames, AmountsAddUpOverTime) {
  for (const char* key : {"total/both/teu_delivered", "crossing/AB/westbound/teu", "delivered/A-B/containers",
                          "line/AB/westbound/held_back", "wait/AB/path/container_hours_to_end"})
    EXPECT_TRUE(adds_up_over_time(key)) << key;
  for (const char* key :
       {"line/AB/westbound/trains_per_day", "transit/A-B/mean_days", "waiting_at_end/containers",
        "total/trains_ratio_east_west", "wait/AB/path/waiting_at_end", "resource/x/utilisation"})
    EXPECT_FALSE(adds_up_over_time(key)) << key;
}

TEST(KpiNames, HaveTheirUnitUnlessTheyEndInIt) {
  EXPECT_EQ(name_with_unit("Transit, mean", "days"), "Transit, mean (days)");
  EXPECT_EQ(name_with_unit("TEU delivered", "TEU"), "TEU delivered");
  EXPECT_EQ(name_with_unit("East: wait", "h"), "East: wait (h)");
  EXPECT_EQ(name_with_unit("East: wait", "container-h"), "East: wait (container-hours)");
}

// Of a place of formation: point, gauge and direction.
TEST(KpiNames, OfPlacesWithNamesOfSeveralParts) {
  const PlaceNames names(*toys::two_points());
  const std::string id = "A/1435/westbound";
  ASSERT_NE(names.name(id), id);
  EXPECT_EQ(kpi_name(names, "formed/" + id + "/trains"), names.name(id) + ": trains");
  EXPECT_EQ(kpi_name(names, "wait/" + id + "/formation/mean_h"),
            names.name(id) + ": wait for a train to be formed, mean");
}

}  // namespace
}  // namespace studies
