// Waits that are under way at the end of a run. Each run also checks that every train runs, is in work or
// waits, and that the causes of those that wait add up (models/open_waits.h).
#include <gtest/gtest.h>

#include <array>

#include "tests/networks/trips.h"

namespace networks {
namespace {

constexpr const char* kToy = "scenarios/toys/closure.txtpb";

// The toy with its closure to 5 June, beyond the end, cut after so many hours.
std::string closed_for_good(int hours) {
  const std::string text = with(text_of(kToy), "to: \"2017-06-02T00:00\"", "to: \"2017-06-05T00:00\"");
  return with(text, "seconds: 259200", "seconds: " + std::to_string(hours * kHour));
}

rail::Observations seen(const std::string& text) { return support::run_text(text).replications[0]; }

// Trains of 14, 18 ... 46 h stand until 72 h: 58 + 54 + ... + 26 h.
TEST(OpenWaits, OfAClosureBeyondTheEnd) {
  const support::Runs runs = support::run_text(closed_for_good(72));
  const rail::Observations& end = runs.replications[0];
  const rail::WaitSum& closure = end.lines[0][0].closure_wait;
  EXPECT_EQ(closure.still_waiting, 9);
  EXPECT_EQ(in_hours(closure.open_seconds), 378);
  EXPECT_EQ(closure.open_container_seconds, closure.open_seconds) << "one container each";
  EXPECT_EQ(closure.seconds, 0) << "none has ended";
  EXPECT_EQ(end.open_waits.trains, 9);
  EXPECT_EQ(end.open_waits.containers, 9);
  EXPECT_EQ(kpi(runs, "wait/E-W/closure/container_hours"), 0);
  EXPECT_EQ(kpi(runs, "wait/E-W/closure/container_hours_to_end"), 378);
  EXPECT_EQ(kpi(runs, "wait/E-W/closure/waiting_at_end"), 9);
  EXPECT_EQ(kpi(runs, "waiting_at_end/trains"), 9);
  EXPECT_EQ(kpi(runs, "waiting_at_end/container_hours"), 378);
}

// At 25 h the closure has been over for an hour, and the next path is at 26 h: the trains of 18 and 22 h have
// waited 6 and 2 h for the end, and an hour each for a path.
TEST(OpenWaits, FallToTheirCausesAndCountAtTheLast) {
  const rail::Observations end = seen(with(text_of(kToy), "seconds: 259200", "seconds: 90000"));
  const rail::LineObservation& line = end.lines[0][0];
  EXPECT_EQ(in_hours(line.closure_wait.seconds), 10) << "of the train of 14 h, which has left";
  EXPECT_EQ(in_hours(line.closure_wait.open_seconds), 8);
  EXPECT_EQ(line.closure_wait.still_waiting, 0);
  EXPECT_EQ(in_hours(line.path_wait.open_seconds), 2);
  EXPECT_EQ(line.path_wait.still_waiting, 2);
  EXPECT_EQ(line.wait.open_seconds, 0);
  EXPECT_EQ(end.open_waits.trains, 2);
}

constexpr const char* kDesk = R"(processes {
  resources { id: "desk" point: "EAST" servers: 1 }
  processes { id: "p" point: "EAST" role: ORIGIN direction: WESTBOUND stages { name: "check" resource: "desk" duration { unit: HOURS constant: 6 } } }
}
services {)";

// A train every 4 h from 2 h on, 6 h each at the desk. By 40 h seven have begun after 0, 2 ... 12 h; those of
// 30, 34 and 38 h wait.
TEST(OpenWaits, OfADeskThatIsTooSlow) {
  const std::string text = with(text_of(kToy), "services {", kDesk);
  const rail::Observations end = seen(with(text, "seconds: 259200", "seconds: 144000"));
  const rail::ResourceObservation& desk = end.resources[0];
  EXPECT_EQ(in_hours(desk.wait.seconds), 42);
  EXPECT_EQ(in_hours(desk.wait.open_seconds), 10 + 6 + 2);
  EXPECT_EQ(desk.wait.still_waiting, 3);
  EXPECT_EQ(desk.queue_seconds, desk.wait.seconds + desk.wait.open_seconds);
}

// M/M/1 with 2 trains an hour and one served: about 100 of 200 h wait at the end. Little's law as an
// identity: what waits cost is the integral of the queue.
TEST(OpenWaits, OfAnOverloadedQueueAreItsIntegral) {
  std::string text = with(text_of("tests/oracles/a01_m_m_1.txtpb"), "mean: 24", "mean: 60");
  text = with(with(text, "seconds: 3600000", "seconds: 0"), "seconds: 23400000", "seconds: 720000");
  const support::Runs runs = support::run_text(text, 20);
  for (const rail::Observations& end : runs.replications) {
    const rail::ResourceObservation& bay = end.resources[0];
    EXPECT_GT(bay.wait.still_waiting, 100);
    EXPECT_GT(bay.wait.open_seconds, bay.wait.seconds / 2);
    EXPECT_EQ(bay.queue_seconds, bay.wait.seconds + bay.wait.open_seconds);
    EXPECT_EQ(bay.wait.still_waiting + 1, end.points[0].present_at_end) << "one is served";
  }
}

// Customs close at 8:00 UTC for good, after the first of three hours of work at train 1: it rests. Trains 2
// and 3 come at 17:30 and 18:00 UTC. At 20:00 UTC they have waited 12, 2.5 and 2 h.
TEST(OpenWaits, OfWorkThatRests) {
  const std::string text =
      with(text_of("scenarios/toys/opening_hours.txtpb"), "seconds: 432000", "seconds: 72000") +
      "disruptions { disruptions { id: \"d\" from: \"2017-03-25T08:00\" to: \"2017-04-25T08:00\" time_zone: "
      "\"UTC\" closure { resources: \"BORDER.customs\" } } }";
  const rail::Observations end = seen(text);
  const rail::ResourceObservation& customs = end.resources[0];
  EXPECT_EQ(in_hours(customs.closure_wait.open_seconds), 12 + 2.5 + 2);
  EXPECT_EQ(customs.closure_wait.still_waiting, 3);
  EXPECT_EQ(customs.wait.open_seconds, 0);
  EXPECT_EQ(in_hours(customs.hours_wait.seconds), 3) << "of train 1, until 7:00 UTC, when it was let in";
  EXPECT_EQ(customs.hours_wait.open_seconds, 0);
}

// The one way round of a ring is full: each train's track is another's wish.
TEST(OpenWaits, OfAGridlockAreForTracks) {
  const rail::Observations end = support::run("scenarios/toys/gridlock.txtpb").replications[0];
  ASSERT_EQ(end.stop, rail::StopReason::kGridlock);
  std::int64_t for_tracks = 0;
  for (const rail::PointObservation& point : end.points) for_tracks += point.track_wait.still_waiting;
  for (const auto& lines : end.lines) {
    for (const rail::LineObservation& line : lines) for_tracks += line.track_wait.still_waiting;
  }
  EXPECT_GE(for_tracks, static_cast<std::int64_t>(end.gridlock.size()));
  EXPECT_GT(end.open_waits.trains, 0);
}

using Held = std::array<double, 3>;  // trains, train-hours, still waiting

Held held(const support::Runs& runs, const std::string& place_and_cause) {
  const std::string key = "held/" + place_and_cause + "/";
  return {kpi(runs, key + "trains"), kpi(runs, key + "train_hours"), kpi(runs, key + "waiting_at_end")};
}

// At 25 h the toy has held trains of 14, 18 and 22 h at EAST for the closure, 10, 7 and 3 h; two of them
// stand there still, for a path by now.
TEST(HeldBack, WhereTheyStandAndByWhat) {
  const support::Runs runs = support::run_text(with(text_of(kToy), "seconds: 259200", "seconds: 90000"));
  EXPECT_EQ(held(runs, "EAST/closure"), (Held{3, 18, 0}));
  EXPECT_EQ(held(runs, "EAST/path"), (Held{2, 2, 2}));
  EXPECT_EQ(kpi(runs, "held/EAST/path/standing_mean"), 2.0 / 25);
}

// Of seven trains from 12 h on, one every 2 h, two a day are taken over from 18:00 UTC on: those of 12 and 14
// h leave at once, the next two at 18 h, when a day begins there, after 2 h and 0, and so on.
TEST(HeldBack, ByAQuotaAsTheLineCountsThem) {
  const support::Runs runs = support::run("scenarios/toys/quota.txtpb");
  const rail::WaitSum& of_line = runs.replications[0].lines[0][0].path_wait;
  ASSERT_GT(of_line.seconds, 0);
  EXPECT_EQ(held(runs, "A/path"),
            (Held{static_cast<double>(of_line.visits_waiting), in_hours(of_line.seconds), 0}));
  EXPECT_EQ(held(runs, "B/path"), (Held{0, 0, 0})) << "nobody is held the other way";
}

// Of the toy, whose trains wait for permits at A and P; those before P-B stand at P.
TEST(HeldBack, ByALoadingLimitAtTheirOrigins) {
  const support::Runs runs = support::run("scenarios/toys/loading_limit.txtpb");
  const rail::Observations& end = runs.replications[0];
  EXPECT_EQ(held(runs, "A/path"), (Held{5, in_hours(end.points[0].loading_wait.seconds), 0}));
  const rail::WaitSum& at_p = end.points[1].loading_wait;
  const rail::WaitSum& of_line = end.lines[0][1].path_wait;
  ASSERT_GT(at_p.seconds, 0);
  ASSERT_GT(of_line.visits_waiting, 0);
  EXPECT_EQ(held(runs, "P/path"), (Held{static_cast<double>(1 + of_line.visits_waiting),
                                        in_hours(at_p.seconds + of_line.seconds), 0}));
}

// The train of 16 h is held by the quota until 18 h, and from 17:30 to 24 h the line is closed: nobody enters
// after 16:30. Half an hour is the quota's, the rest the closure's, of the train that has left and of those
// of 18, 20 and 22 h that follow it.
TEST(HeldBack, ByAQuotaAndThenAClosure) {
  const std::string text =
      text_of("scenarios/toys/quota.txtpb") +
      "disruptions { disruptions { id: \"d\" from: \"1970-01-01T17:30\" to: \"1970-01-02T00:00\" time_zone: "
      "\"UTC\" closure { lines: \"AB\" } provenance { assumption: true note: \"a test\" } } }";
  const rail::Observations end =
      seen(with(text, "seconds: 864000", "seconds: " + std::to_string(24 * kHour + kMinute)));
  const rail::LineObservation& line = end.lines[0][0];
  EXPECT_EQ(in_hours(line.path_wait.seconds), 0.5);
  EXPECT_EQ(in_hours(line.closure_wait.seconds), 7.5);
  EXPECT_EQ(line.wait.seconds, 0);
  EXPECT_EQ(in_hours(line.closure_wait.open_seconds), 6 + 4 + 2);
}

// All of the gridlock's trains wait for tracks: as many where they stand as for what they wait.
TEST(HeldBack, ByAFullStationAheadStandBehindIt) {
  const support::Runs runs = support::run("scenarios/toys/gridlock.txtpb");
  double standing = 0, waiting = 0;
  for (const rail::Kpi& one : rail::kpis(*runs.model, runs.replications[0])) {
    if (one.key.starts_with("held/") && one.key.ends_with("/track/waiting_at_end")) standing += one.value;
    if (one.key.starts_with("wait/") && one.key.ends_with("/track/waiting_at_end")) waiting += one.value;
  }
  EXPECT_EQ(standing, waiting);
  EXPECT_EQ(standing, static_cast<double>(runs.replications[0].open_waits.trains));
}

std::int64_t of_line(const rail::LineObservation& line) {
  std::int64_t sum = 0;
  for (const rail::WaitSum* wait :
       {&line.wait, &line.path_wait, &line.track_wait, &line.possession_wait, &line.closure_wait})
    sum += wait->seconds + wait->open_seconds;
  return sum;
}

class CutShort : public testing::TestWithParam<const char*> {};

// Where trains do nothing at points but wait for a line, all their presence there is waiting, whenever one
// looks: ended waits and those under way are the integral of the trains present.
TEST_P(CutShort, WaitsAreTheIntegralOfTrainsPresent) {
  std::string text = text_of(GetParam());
  const std::size_t counted = text.find("counted { seconds: ");
  ASSERT_NE(counted, std::string::npos);
  text = text.substr(0, counted) + "counted { seconds: CUT } }";
  std::int64_t most_open = 0;
  const bool disrupted = text.find("disruptions {") != std::string::npos;  // from 12 h on
  for (std::int64_t cut = disrupted ? 13 * kHour : 7 * kMinute; cut < 40 * kHour; cut += 37 * kMinute) {
    const rail::Observations end = seen(with(text, "CUT", std::to_string(cut)));
    std::int64_t present = 0, waited = 0;
    for (const rail::PointObservation& point : end.points) present += point.occupancy_seconds;
    for (const auto& lines : end.lines) {
      for (const rail::LineObservation& line : lines) waited += of_line(line);
    }
    EXPECT_EQ(waited, present) << cut;
    most_open = std::max(most_open, end.open_waits.trains);
  }
  EXPECT_GT(most_open, 0);
}

INSTANTIATE_TEST_SUITE_P(By, CutShort,
                         testing::Values("tests/networks/paths.txtpb", "tests/networks/fleeting.txtpb",
                                         "scenarios/toys/closure.txtpb", "scenarios/toys/quota.txtpb"));

}  // namespace
}  // namespace networks
