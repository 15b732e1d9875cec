// Where gridlock is not ruled out, and why, as the program says it.
#include "cli/guarantee_text.h"

#include <gtest/gtest.h>

#include "tests/networks/ring_network.h"

namespace cli {
namespace {

using networks::Network;
using networks::Ring;

TEST(GuaranteeText, ARingIsNamedWithWhatHelps) {
  Ring ring;
  EXPECT_EQ(guarantee_text(ring.input),
            "gridlock of tracks and yards is ruled out but at 3 of 6 points: A, B, C\n"
            "  trains may wait for each other in a circle at A, B, C (see `cap_rings`)\n");
  ring.input.dispatching.cap_rings = true;
  EXPECT_EQ(guarantee_text(ring.input), "at most 3 trains at a time under way through the ring of A, B, C\n");
}

// X is narrow gauge: trains begin at A behind a change of gauge, where none could wait for a permit.
TEST(GuaranteeText, ARingThatNoCapHelpsIsNamedWithoutThatHint) {
  Ring ring;
  ring.input.dispatching.cap_rings = true;
  ring.input.lines[3].gauge_mm = 1520;
  ring.change("in", 0, 1520, 1435, 0);
  ring.change("out", 0, 1435, 1520, 0);
  const std::string expected =
      "gridlock of tracks and yards is ruled out but at 3 of 6 points: A, B, C\n"
      "  trains may wait for each other in a circle at A, B, C, and no cap can rule it out: it leads through "
      "yards, or trains that begin behind a change of gauge are in it\n";
  EXPECT_EQ(guarantee_text(ring.input), expected);
  ring.input.dispatching.cap_rings = false;
  EXPECT_EQ(guarantee_text(ring.input), expected);
}

// A train each way takes two TEU of the yard at Y.
TEST(GuaranteeText, AYardTooSmallIsNamedAsSuch) {
  Network network(true);
  const std::uint32_t a = network.point("A"), y = network.point("Y"), b = network.point("B");
  network.line(a, y, 1435);
  network.line(y, b, 1520);
  network.change("west", y, 1435, 1520, 3).latest_departure_s = 3600;
  network.change("east", y, 1520, 1435, 3).latest_departure_s = 3600;
  network.trains("there", a, b, {0});
  network.trains("back", b, a, {0});
  EXPECT_EQ(
      guarantee_text(network.input),
      "gridlock of tracks and yards is ruled out but at 1 of 3 points: Y\n"
      "  the yard at Y has no room for a train of each way, or fills with containers that wait for a full "
      "train\n");
  for (rail::GaugeChangeInput& change : network.input.gauge_changes) change.yard_teu = 4;
  EXPECT_EQ(guarantee_text(network.input), "");
}

// Whoever waits for a locomotive keeps its wagons, and where tracks bind its track.
TEST(GuaranteeText, TrainsThatWaitForUnitsAreNotCovered) {
  for (const bool tracks_bind : {true, false}) {
    Network network(tracks_bind);
    const std::uint32_t a = network.point("A"), b = network.point("B");
    const std::uint32_t line = network.line(a, b);
    network.trains("there", a, b, {0});
    EXPECT_EQ(guarantee_text(network.input), "");
    network.district("D", line, {{a, 1}});
    const std::string expected = "gridlock of trains that wait for wagons or locomotives is not ruled out\n";
    EXPECT_EQ(guarantee_text(network.input), expected);
    EXPECT_EQ(guarantee_text(*rail::Model::build(network.input)), expected);
  }
}

}  // namespace
}  // namespace cli
