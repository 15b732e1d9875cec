// A border closed as a whole: nothing moves there, and it is the same as with all that it has named one by
// one.
#include <gtest/gtest.h>

#include "tests/networks/trips.h"

namespace networks {
namespace {

constexpr const char* kNetwork = "tests/networks/closed_border.txtpb";
constexpr const char* kByName = "closure { points: \"BORDER\" }";

std::string ruled(const std::string& rule) { return with(text_of(kNetwork), "rule: HOLD", "rule: " + rule); }

std::string bytes_of(const support::Runs& runs) {
  const rail::Observations& seen = runs.replications[0];
  return rail::canonical_bytes(*runs.model, seen) + rail::canonical_record_bytes(seen);
}

bool is_same(const std::string& one, const std::string& other) {
  return bytes_of(support::run_text(one, 1, true)) == bytes_of(support::run_text(other, 1, true));
}

constexpr std::int64_t day(std::int64_t number) { return number * 24 * kHour; }

std::int64_t count_between(const Times& times, std::int64_t from, std::int64_t to) {
  return std::count_if(times.begin(), times.end(),
                       [&](std::int64_t time) { return time > from && time < to; });
}

TEST(PointClosure, NoTrainComesOrLeaves) {
  for (const char* rule : {"HOLD", "DIVERT", "TURN"}) {
    const support::Runs runs = support::run_text(ruled(rule), 1, true);
    const Times in = arrivals(runs, "BORDER"), out = departures(runs, "BORDER");
    EXPECT_EQ(count_between(in, day(5), day(10)), 0) << rule;
    EXPECT_EQ(count_between(out, day(5), day(10)), 0) << rule;
    EXPECT_GT(count_between(in, 0, day(5)), 20) << rule;
    EXPECT_GT(count_between(out, day(10), day(20)), 40) << rule;
  }
}

// Counted is the time of the closure alone. Whatever is begun there has its wait, if only one of no length.
TEST(PointClosure, NoWorkBegins) {
  const std::string text =
      with(text_of(kNetwork), "count_from { seconds: 1496275200 } counted { seconds: 1728000 }",
           "spin_up { seconds: 432000 } count_from { seconds: 1496707200 } counted { seconds: 432000 }");
  const auto begun = [](const support::Runs& runs) {
    const rail::Observations& seen = runs.replications[0];
    return seen.resources[0].wait.visits + seen.terminals[0].bay_wait.visits;
  };
  EXPECT_EQ(begun(support::run_text(text)), 0);
  const std::string later =
      with(with(text, "from: \"2017-06-06", "from: \"2017-06-10"), "to: \"2017-06-11", "to: \"2017-06-12");
  EXPECT_GT(begun(support::run_text(later)), 0);
}

TEST(PointClosure, IsThatOfAllItHas) {
  const std::string named =
      "closure { gauge_changes: \"BORDER.west\" gauge_changes: \"BORDER.east\" resources: \"BORDER.customs\" "
      "lines: \"B-W\" lines: \"M-B\" ";
  const std::string hours = "hours { from: \"06:00\" to: \"18:00\" }";
  for (const char* rule : {"HOLD", "DIVERT"}) {
    EXPECT_TRUE(is_same(ruled(rule), with(ruled(rule), kByName, named + "}"))) << rule;
    EXPECT_TRUE(is_same(with(ruled(rule), "\"BORDER\" }", "\"BORDER\" " + hours + " }"),
                        with(ruled(rule), kByName, named + hours + "}")))
        << rule;
    EXPECT_TRUE(is_same(ruled(rule), with(ruled(rule), kByName, named + "points: \"BORDER\" }")))
        << rule << ": named twice it is closed once";
  }
  EXPECT_FALSE(is_same(ruled("HOLD"), ruled("DIVERT")));
  const std::string less = with(named, " lines: \"M-B\" ", " }");
  EXPECT_FALSE(is_same(ruled("HOLD"), with(ruled("HOLD"), kByName, less)));
  EXPECT_FALSE(is_same(ruled("HOLD"), ruled("TURN")));
}

// Trains turn before lines: what else the point has is closed by a disruption of its own.
TEST(PointClosure, TurnsTrainsBeforeItsLines) {
  const std::string apart =
      with(ruled("TURN"), kByName,
           R"(closure { lines: "M-B" lines: "B-W" } provenance { assumption: true note: "a test" } }
  disruptions {
    id: "inside" from: "2017-06-06T00:00" to: "2017-06-11T00:00" time_zone: "UTC"
    closure { resources: "BORDER.customs" gauge_changes: "BORDER.east" gauge_changes: "BORDER.west" })");
  const support::Runs whole = support::run_text(ruled("TURN"), 1, true),
                      parts = support::run_text(apart, 1, true);
  EXPECT_GT(whole.replications[0].rerouted[0].turned, 0);
  EXPECT_EQ(rail::canonical_record_bytes(whole.replications[0]),
            rail::canonical_record_bytes(parts.replications[0]));
}

// Both ends of a line: it is closed once.
TEST(PointClosure, OfNeighbours) {
  const std::string both = with(ruled("HOLD"), kByName, "closure { points: \"BORDER\" points: \"MID\" }");
  const std::string named =
      with(ruled("HOLD"), kByName, "closure { lines: \"E-M\" lines: \"M-S\" points: \"BORDER\" }");
  EXPECT_TRUE(is_same(both, named));
}

}  // namespace
}  // namespace networks
