// What may be said of a run whose queues are short of nothing.
#include "studies/near_capacity.h"

#include <gtest/gtest.h>

namespace studies {
namespace {

BindingResource used(double share, const char* cause = "section") {
  BindingResource one;
  one.wait.cause = cause;
  one.utilisation.count = 1;
  one.utilisation.mean = share;
  return one;
}

// Of a quota or a permit.
BindingResource of_unknown_use(double share) {
  BindingResource one = used(0, "path");
  one.utilisation.count = 0;
  one.share = share;
  return one;
}

ReplicationsResult ran(rail::StopReason stop = rail::StopReason::kHorizon) {
  ReplicationsResult result;
  result.complete.resize(2);
  result.complete[1].stop = stop;
  return result;
}

TEST(NearCapacity, TheMostUsedIsRoundedUp) {
  EXPECT_EQ(far_from_capacity_text(ran(), {used(0.2), used(0.351)}),
            "nothing that trains wait for is used more than 36 %");
}

TEST(NearCapacity, NothingIsSaidOfWhatIsNearItsCapacityOrNotKnown) {
  EXPECT_EQ(far_from_capacity_text(ran(), {used(0.2), used(0.6)}), "");
  EXPECT_EQ(far_from_capacity_text(ran(), {}), "");
}

// Open for 2 h a day and full then, a line is occupied for 4 % of all time.
TEST(NearCapacity, NothingIsSaidWhereALineIsWaitedForToBeGivenBack) {
  BindingResource line = used(0.04, "possession");
  line.share = 0.9;
  EXPECT_EQ(far_from_capacity_text(ran(), {line, used(0.2)}), "");
  line.share = 0.009;
  EXPECT_EQ(far_from_capacity_text(ran(), {used(0.2), line}),
            "nothing that trains wait for is used more than 20 %");
}

TEST(NearCapacity, NothingIsSaidWhereAQuotaIsWaitedFor) {
  EXPECT_EQ(far_from_capacity_text(ran(), {of_unknown_use(0.9), used(0.04)}), "");
  EXPECT_EQ(far_from_capacity_text(ran(), {used(0.04), of_unknown_use(0.01)}), "");
  EXPECT_NE(far_from_capacity_text(ran(), {used(0.04), of_unknown_use(0.009)}), "");
}

TEST(NearCapacity, NothingIsSaidWhereAClosureOrAGridlockShutSomething) {
  EXPECT_EQ(far_from_capacity_text(ran(), {used(0.2), used(0, "closure")}), "");
  EXPECT_EQ(far_from_capacity_text(ran(rail::StopReason::kGridlock), {used(0.2)}), "");
}

}  // namespace
}  // namespace studies
