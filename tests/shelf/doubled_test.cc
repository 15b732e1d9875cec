// Twice the demand of 2024, and the works that are published: which places are full, and which are helped.
// Over some months, in which the queues before those that are full only begin to grow.
#include <gtest/gtest.h>

#include "tests/shelf/shelf_kpis.h"

namespace shelf {
namespace {

constexpr const char* kNarrowest = "line/L048/occupancy";  // Tobol - Aktobe
constexpr const char* kDostyk = "line/L036/westbound/trains_per_day";

class Doubled : public testing::Test {
 protected:
  const Kpis base = short_kpis_of("eurasia-2024", 30, 40);
  const Kpis doubled = short_kpis_of("whatif/doubled-2024", 30, 40);
  const Kpis works = short_kpis_of("whatif/doubled-works-2024", 30, 40);

  double arrive(const Kpis& seen) const {
    return seen.at("total/westbound/teu_delivered") + seen.at("total/eastbound/teu_delivered");
  }
};

TEST_F(Doubled, DoesNotFitAndTheWorksHelpLittle) {
  EXPECT_NEAR(doubled.at("total/westbound/trains_departed"), 2 * base.at("total/westbound/trains_departed"),
              0.05 * doubled.at("total/westbound/trains_departed"));
  EXPECT_LT(arrive(doubled), 1.85 * arrive(base));
  EXPECT_GT(arrive(works), arrive(doubled));
  EXPECT_LT(arrive(works), 1.06 * arrive(doubled));

  EXPECT_LT(base.at(kNarrowest), 0.65);
  EXPECT_GT(doubled.at(kNarrowest), 0.99);
  EXPECT_GT(works.at(kNarrowest), 0.99);
  EXPECT_NEAR(doubled.at(kDostyk), 12, 0.05);  // C:L036
  EXPECT_NEAR(works.at(kDostyk), 12, 0.05);
  EXPECT_LT(doubled.at("line/L125/westbound/path_use"), 0.95);

  EXPECT_GT(doubled.at("line/L040/westbound/wait_mean_h"), 1.5);
  EXPECT_LT(works.at("line/L040/westbound/wait_mean_h"), 0.05);
  EXPECT_GT(doubled.at("point/RU_ZAB/trains_mean"), 3 * works.at("point/RU_ZAB/trains_mean"));
}

// Over some months, in which queues reach the trunk: trains that are not loaded stand in nobody's way.
TEST(DoubledTracks, LoadingLimitsKeepTheOtherWayOpen) {
  const Kpis limits = short_kpis_of("whatif/doubled-tracks-2024", 60, 120);
  const Kpis none = means_of(support::run_text(
      "name: \"no limits\" include: \"scenarios/whatif/doubled-2024.txtpb\"\n"
      "network { dispatching { station_tracks: BINDING notice { seconds: 600 } } }\n"
      "change { experiment { spin_up { seconds: 5184000 } counted { seconds: 10368000 } } }\n"));
  const std::string east = "total/eastbound/teu_delivered", west = "total/westbound/teu_delivered";
  EXPECT_GT(limits.at(east), 1.3 * none.at(east));
  EXPECT_NEAR(limits.at(west), none.at(west), 0.03 * none.at(west));
}

}  // namespace
}  // namespace shelf
