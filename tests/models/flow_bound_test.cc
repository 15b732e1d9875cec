// Max-flow: the oracle A17 (docs/verification.md), and cuts of random networks.
#include "models/flow_bound.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <numeric>
#include <string>

namespace rail {
namespace {

using Cut = std::vector<std::size_t>;

// Vertices S A H M E K R W B L P C T by their places in this text.
std::size_t vertex(char name) { return std::string("SAHMEKRWBLPCT").find(name); }

std::vector<FlowArc> a17_arcs() {
  const auto arc = [](const char* ends, std::int64_t capacity) {
    return FlowArc{vertex(ends[0]), vertex(ends[1]), capacity};
  };
  return {arc("SA", 24), arc("SH", 14), arc("SM", 18), arc("SE", 10), arc("AK", 20), arc("HK", 12),
          arc("MR", 16), arc("ER", 9),  arc("KW", 28), arc("RW", 22), arc("KC", 3),  arc("CT", 3),
          arc("WB", 32), arc("BP", 20), arc("WL", 9),  arc("LP", 7),  arc("PT", 25)};
}

TEST(Oracle, A17MaxFlow) {
  const std::vector<FlowArc> arcs = a17_arcs();
  const FlowBound bound = highest_flow(13, arcs, vertex('S'), vertex('T'));
  EXPECT_EQ(bound.value, 28);
  EXPECT_EQ(bound.cut, (Cut{10, 16})) << "K-C and P-T, not the break of gauge B-P";
}

TEST(FlowBound, IsNothingWithoutAWay) {
  const FlowBound bound = highest_flow(3, {{0, 1, 5}, {2, 1, 5}}, 0, 2);
  EXPECT_EQ(bound.value, 0);
  EXPECT_TRUE(bound.cut.empty());
}

TEST(FlowBound, AddsUpParallelArcsAndIgnoresOpposedOnes) {
  EXPECT_EQ(highest_flow(2, {{0, 1, 5}, {0, 1, 4}, {1, 0, 7}}, 0, 1).value, 9);
}

// The least capacity over all ways to divide the vertices between source 0 and target 1.
std::int64_t least_cut(std::size_t vertices, const std::vector<FlowArc>& arcs) {
  std::int64_t least = -1;
  for (std::size_t side = 1; side < (std::size_t{1} << vertices); side += 4) {  // with 0, without 1
    std::int64_t cut = 0;
    for (const FlowArc& arc : arcs) {
      if ((side >> arc.from & 1U) != 0 && (side >> arc.to & 1U) == 0) cut += arc.capacity;
    }
    if (least < 0 || cut < least) least = cut;
  }
  return least;
}

RC_GTEST_PROP(FlowBound, EqualsTheLeastCut, ()) {
  const auto vertices = *rc::gen::inRange<std::size_t>(2, 8);
  std::vector<FlowArc> arcs(*rc::gen::inRange<std::size_t>(0, 20));
  for (FlowArc& arc : arcs) {
    arc = {*rc::gen::inRange<std::size_t>(0, vertices), *rc::gen::inRange<std::size_t>(0, vertices),
           *rc::gen::inRange<std::int64_t>(0, 20)};
  }
  const FlowBound bound = highest_flow(vertices, arcs, 0, 1);
  RC_ASSERT(bound.value == least_cut(vertices, arcs));
  const std::int64_t cut =
      std::accumulate(bound.cut.begin(), bound.cut.end(), std::int64_t{0},
                      [&](std::int64_t sum, std::size_t arc) { return sum + arcs[arc].capacity; });
  RC_ASSERT(cut == bound.value);
}

}  // namespace
}  // namespace rail
