// What a train's containers pay for themselves, by hand.
#include "models/billing.h"

#include <gtest/gtest.h>

namespace rail {
namespace {

class Lifts : public testing::Test {
 protected:
  Lifts() {
    leg_.cents_per_lift[0] = 4000;
    leg_.cents_per_lift[1] = 3000;
    container_.teu = 2;
    train_.cargo.push_back(&container_);
  }

  std::int64_t cents() const {
    return item(bills_of({}, leg_, train_, 0, 0).containers.at(0), BillItem::kHandling);
  }

  LegCosts leg_;
  Container container_;
  Train train_;
};

TEST_F(Lifts, OneAtEachEnd) { EXPECT_EQ(cents(), 7000); }

// From wagons to wagons in one lift, which was the last one of the leg before.
TEST_F(Lifts, OfATrainLiftedAsItWasOnlyTheLast) {
  train_.kept = true;
  EXPECT_EQ(cents(), 3000);
}

}  // namespace
}  // namespace rail
