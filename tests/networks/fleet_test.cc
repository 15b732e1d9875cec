// Wagons and locomotives: who waits for them, and how they come back. Each network is drawn at the head of
// its scenario file.
#include <gtest/gtest.h>

#include "models/model_tables.h"
#include "tests/networks/trips.h"

namespace networks {
namespace {

const rail::StockObservation& stock_of(const support::Runs& runs, const std::string& fleet,
                                       const std::string& point) {
  const rail::ModelTables& tables = runs.model->tables();
  for (std::size_t s = 0; s < tables.stocks.size(); ++s) {
    if (runs.model->fleets()[tables.stocks[s].fleet].id == fleet &&
        tables.stocks[s].station == point_named(runs, point))
      return runs.replications.at(0).stocks.at(s);
  }
  throw std::runtime_error("no stock of " + fleet + " at " + point);
}

Times fleet_waits_at(const support::Runs& runs, const std::string& id) {
  Times waits;
  for (const rail::TrainStop& stop : runs.replications.at(0).train_stops) {
    if (stop.point == point_named(runs, id) && stop.departed >= 0)
      waits.push_back(stop.wait[static_cast<std::size_t>(rail::Cause::kFleet)]);
  }
  return waits;
}

// The set is at B from 1:00, ready at 1:30; back at A at 2:30, ready at 3:00; and so on, 90 min each way.
TEST(Fleet, OneWagonSetGoesToAndFro) {
  const support::Runs runs = support::run("tests/networks/wagon_sets.txtpb", 1, true);
  EXPECT_EQ(departures(runs, "A"), (Times{0, 3 * kHour, 6 * kHour}));
  EXPECT_EQ(departures(runs, "B"), (Times{90 * kMinute, 270 * kMinute}));
  EXPECT_EQ(fleet_waits_at(runs, "A"), (Times{0, 170 * kMinute, 340 * kMinute}));
  const rail::StockObservation& at_a = stock_of(runs, "sets", "A");
  EXPECT_EQ(at_a.wait.visits, 3);
  EXPECT_EQ(at_a.wait.visits_waiting, 2);
  EXPECT_EQ(at_a.wait.seconds, (170 + 340) * kMinute);
  EXPECT_EQ(at_a.waiting_seconds, (170 + 340) * kMinute);
  EXPECT_EQ(at_a.longest_queue, 2);
  EXPECT_EQ(at_a.turning_seconds, 2 * 30 * kMinute);
  EXPECT_EQ(at_a.idle_seconds, 0);
  EXPECT_EQ(stock_of(runs, "sets", "B").wait.seconds, (90 + 90) * kMinute);
  // After the last train, at 7:30.
  EXPECT_EQ(stock_of(runs, "sets", "B").idle_at_end, 1);
}

// Sets come to B at 1:00 and 1:10, and leave two hours later each; train 3 gets the one that is back at 4:00,
// train 4 the one of 4:10. So they do once more, from 5:00 and 5:10 on.
TEST(Fleet, IdleWagonsReturnEmpty) {
  const support::Runs runs = support::run("tests/networks/empty_wagons.txtpb", 1, true);
  EXPECT_EQ(departures(runs, "A"), (Times{0, 10 * kMinute, 240 * kMinute, 250 * kMinute}));
  EXPECT_EQ(departures(runs, "B"), (Times{180 * kMinute, 190 * kMinute, 420 * kMinute, 430 * kMinute}));
  EXPECT_EQ(arrivals(runs, "A"), (Times{240 * kMinute, 250 * kMinute, 480 * kMinute, 490 * kMinute}));
  EXPECT_EQ(runs.replications[0].services[1].trains_departed, 4);
  EXPECT_EQ(stock_of(runs, "sets", "A").idle_at_end, 2);
  EXPECT_EQ(stock_of(runs, "sets", "A").wait.seconds, (220 + 70) * kMinute);
}

// Six wagons: three leave at 0:00, two at 0:10. One is left: too few for the third train, and the fourth does
// not overtake it. The train back takes three at 4:00; then four are at A, for three and one.
TEST(Fleet, WagonsAreTakenOneByOneInOrder) {
  const support::Runs runs = support::run("tests/networks/counted_wagons.txtpb", 1, true);
  EXPECT_EQ(departures(runs, "A"), (Times{0, 10 * kMinute, 5 * kHour, 5 * kHour}));
  EXPECT_EQ(departures(runs, "B"), (Times{4 * kHour}));
  EXPECT_EQ(stock_of(runs, "wagons", "A").idle_at_end, 0);
  EXPECT_EQ(stock_of(runs, "wagons", "B").idle_at_end, 2 + 3 + 1);
}

// West: at P from 1:00, ready at 1:20, gone at 2:00, at A at 2:50, when train 2 leaves; at P again at 3:50,
// ready for the eastbound train at 4:10. East: at B from 1:30; with the eastbound train to P at 3:30, ready
// for train 2 at 3:50.
TEST(Fleet, LocomotivesServeTheirDistrictAndComeBack) {
  const support::Runs runs = support::run("tests/networks/locomotives.txtpb", 1, true);
  EXPECT_EQ(departures(runs, "A"), (Times{0, 170 * kMinute}));
  EXPECT_EQ(departures(runs, "P"), (Times{1 * kHour, 230 * kMinute, 250 * kMinute}));
  EXPECT_EQ(departures(runs, "B"), (Times{3 * kHour}));
  EXPECT_EQ(arrivals(runs, "A"), (Times{310 * kMinute}));
  EXPECT_EQ(stock_of(runs, "west", "A").wait.seconds, 160 * kMinute);
  EXPECT_EQ(stock_of(runs, "west", "P").wait.seconds, 40 * kMinute);
  EXPECT_EQ(stock_of(runs, "west", "P").sent_light, 1);
  EXPECT_EQ(stock_of(runs, "east", "P").wait.seconds, 0);
  EXPECT_EQ(fleet_waits_at(runs, "P"), (Times{0, 0, 40 * kMinute}));
}

// Train 1 is lifted 1:00-2:00 and at C at 3:00; its set is back at 4:00. Train 2 has ended at 2:10, its
// containers wait in the yard until then, and are loaded by 5:00.
TEST(Fleet, ATrainWithoutWagonsBeyondIsUnloadedAndFreesItsTrack) {
  const support::Runs runs = support::run("tests/networks/wagons_beyond.txtpb", 1, true);
  EXPECT_EQ(departures(runs, "B"), (Times{2 * kHour, 5 * kHour}));
  EXPECT_EQ(arrivals(runs, "C"), (Times{3 * kHour, 6 * kHour}));
  const rail::Observations& seen = runs.replications[0];
  EXPECT_EQ(seen.terminals[0].trains_kept, 2);
  EXPECT_EQ(seen.terminals[0].trains_reformed, 0);
  EXPECT_EQ(seen.terminals[0].lifts, 3 * 41);
  EXPECT_EQ(stock_of(runs, "broad", "B").wait.seconds, 110 * kMinute);
  EXPECT_EQ(stock_of(runs, "broad", "B").wait.container_seconds, 41 * 110 * kMinute);
  // 1:00-2:00 and 1:10-2:10 on the tracks of 1435 mm, 4:00-5:00 on that of 1520 mm; the empty set not at all.
  EXPECT_EQ(seen.points[point_named(runs, "B")].occupancy_seconds, 3 * kHour);
  for (const rail::TrainStop& stop : seen.train_stops) {
    if (stop.arrived < 0) continue;
    EXPECT_EQ(stop.wait[static_cast<std::size_t>(rail::Cause::kFleet)], 0);
  }
}

}  // namespace
}  // namespace networks
