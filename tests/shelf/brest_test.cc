// Brest closed for 12 days: how many trains stand, and how many fewer if some go another way.
#include <gtest/gtest.h>

#include "tests/shelf/shelf_kpis.h"

namespace shelf {
namespace {

// From 40 days before 10 September 2024, two days before the closure, to 45 days after.
Kpis autumn_of(const std::string& name) {
  return means_of(support::run_text("name: \"autumn\" include: \"scenarios/whatif/" + name +
                                    ".txtpb\"\n"
                                    "experiment { count_from { seconds: 1725926400 } "
                                    "spin_up { seconds: 3456000 } counted { seconds: 3888000 } }\n"));
}

TEST(BrestClosed, FewerTrainsStandIfSomeGoAnotherWay) {
  const Kpis closed = autumn_of("brest-closed-2024");
  const Kpis rerouted = autumn_of("brest-rerouted-2024");
  const std::string held = "disruption/brest-closed/trains_held";
  const std::string clear = "disruption/brest-closed/time_to_clear_h";
  EXPECT_NEAR(closed.at(held), 237, 25);
  EXPECT_NEAR(rerouted.at(held), 168, 25);
  EXPECT_NEAR(closed.at(clear), 17 * 24, 4 * 24);
  EXPECT_LT(rerouted.at(clear), closed.at(clear) - 2 * 24);
  const double elsewhere =
      rerouted.at("rerouting/trains_rerouted") + rerouted.at("rerouting/trains_diverted");
  EXPECT_NEAR(elsewhere, 41 + 35, 25);
  // Those that go another way do not stand.
  EXPECT_NEAR(closed.at(held) - rerouted.at(held), elsewhere, 25);
}

// With tracks that hold trains back few reach the crossing, the others stand behind each other: as many at
// once as without, but for those that stand there as usual. They come through as soon as without, and as
// many.
TEST(BrestClosed, HoldsTrainsBackBeyondMinsk) {
  const Kpis closed = autumn_of("brest-closed-2024");
  const Kpis tracks = autumn_of("brest-closed-tracks-2024");
  const std::string waiting = "disruption/brest-closed/most_waiting";
  EXPECT_NEAR(tracks.at(waiting), closed.at(waiting), 35);
  EXPECT_GT(tracks.at("disruption/brest-closed/trains_held"), tracks.at(waiting))
      << "whoever waited for a track on the way";
  EXPECT_NEAR(tracks.at("disruption/brest-closed/time_to_clear_h"),
              closed.at("disruption/brest-closed/time_to_clear_h"), 3 * 24);
  const std::string over_the_border = "line/L125/westbound/trains_per_day";
  EXPECT_NEAR(tracks.at(over_the_border), closed.at(over_the_border), 0.05);
  EXPECT_GT(tracks.at("wait/BY_MSQ/track/container_hours"), 50'000);
}

}  // namespace
}  // namespace shelf
