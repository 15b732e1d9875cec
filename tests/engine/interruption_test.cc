// Long preparations end where their thread was told to look, and nowhere else.
#include "engine/interruption.h"

#include <gtest/gtest.h>

#include <thread>

namespace des {
namespace {

TEST(Interruption, IsLookedForWhereItWasSaid) {
  std::atomic<bool> flag{false};
  const InterruptedBy by(&flag);
  EXPECT_NO_THROW(stop_if_interrupted());
  flag.store(true);
  EXPECT_THROW(stop_if_interrupted(), Interrupted);
}

TEST(Interruption, IsOfOneThreadAndOfOneTime) {
  std::atomic<bool> set{true}, clear{false};
  EXPECT_NO_THROW(stop_if_interrupted()) << "nobody said what to look at";
  const InterruptedBy by(&set);
  {
    const InterruptedBy other(&clear);
    EXPECT_NO_THROW(stop_if_interrupted());
  }
  EXPECT_THROW(stop_if_interrupted(), Interrupted) << "as before";
  std::thread([] { EXPECT_NO_THROW(stop_if_interrupted()); }).join();
}

}  // namespace
}  // namespace des
