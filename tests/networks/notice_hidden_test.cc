// Requests ahead of time where a train is lifted, takes a locomotive, or may choose its way: a notice
// (Dispatching.notice) costs no capacity there either.
#include <gtest/gtest.h>

#include <string>

#include "tests/networks/trips.h"

namespace networks {
namespace {

std::string dispatching(int notice_s) {
  return "dispatching { station_tracks: BINDING notice { seconds: " + std::to_string(notice_s) + " } }";
}

// From A over double track to B, where trains are lifted as they are, or re-formed, in an hour, and over
// `beyond` to C. At B two tracks of 1520 limit them: one train an hour each.
std::string border(int notice_s, const std::string& beyond, const std::string& service) {
  return R"(name: "notice"
  network {
    points { id: "A" country: "XX" gauges_mm: 1435 }
    points { id: "B" country: "XX" gauges_mm: 1435 gauges_mm: 1520 time_zone: "UTC"
      tracks { gauge_mm: 1435 count: 4 usable_length_m: 1500 } tracks { gauge_mm: 1520 count: 2 usable_length_m: 1500 } }
    points { id: "C" country: "XX" gauges_mm: 1520 }
    lines { id: "AB" from: "A" to: "B" gauge_mm: 1435 length_km: 60 speed_km_per_day: 1440 tracks: 2 headway { seconds: 60 } }
    lines { id: "BC" from: "B" to: "C" gauge_mm: 1520 length_km: 60 speed_km_per_day: 1440 )" +
         beyond + R"( headway { seconds: 60 } }
    )" + dispatching(notice_s) +
         R"(
  }
  processes { gauge_changes { id: "lift" point: "B" from_gauge_mm: 1435 to_gauge_mm: 1520 bays: 4 lifts_per_hour: 1
    reformation { latest_departure { seconds: 1 } } } }
  services { services { id: "s" origin: "A" destination: "C" direction: WESTBOUND )" +
         service + R"( } }
  experiment { count_from { seconds: 1496275200 } counted { seconds: 864000 } })";
}

constexpr const char* kEvery20Min =
    "formation { rule: RATE train_feu: 1 own_containers: 1 interval { unit: MINUTES constant: 20 } }";

// A day, over ten days.
double trains_a_day(const std::string& text) {
  return static_cast<double>(support::run_text(text).replications[0].services[0].containers_delivered) / 10;
}

// The end of a lift is known as it begins, so that a train asks before it. Each track takes a train an hour.
TEST(Notice, CostsNoTracksBehindALift) {
  for (const int notice_min : {0, 1, 5, 10, 15, 20}) {
    const std::string text = border(notice_min * 60, "tracks: 1", kEvery20Min);
    EXPECT_NEAR(trains_a_day(text), 48, 0.7) << notice_min;
  }
}

// Of a train that is loaded, too: one bay, which unloads and loads for an hour each, limits them.
TEST(Notice, IsHiddenBehindLoading) {
  const std::string service =
      "reformed_share: 1 formation { rule: LIST train_feu: 1 own_containers: 1 times { seconds: 0 } }";
  for (const int notice_min : {0, 5, 15, 20}) {
    const support::Runs runs = support::run_text(border(notice_min * 60, "tracks: 1", service), 1, true);
    EXPECT_EQ(departures(runs, "B"), hours({3})) << notice_min;
  }
}

// Bays are open from 0 to 1.30 and from 4 on: a lift that begins at 1 ends at 4.30, and not before then does
// the train leave. It is another train by then, which takes 60 min as the one before.
TEST(Notice, IsHiddenBehindALiftThatPauses) {
  const std::string service = "formation { rule: LIST train_feu: 1 own_containers: 1 times { seconds: 0 } }";
  for (const int notice_min : {0, 5, 15, 20}) {
    const std::string text = with(border(notice_min * 60, "tracks: 1", service), "bays: 4",
                                  "bays: 4 opening_hours { weekly { from: \"00:00\" to: \"01:30\" } weekly { "
                                  "from: \"04:00\" to: \"24:00\" } }");
    const support::Runs runs = support::run_text(text, 1, true);
    EXPECT_EQ(departures(runs, "B"), hours({4.5})) << notice_min;
    EXPECT_EQ(arrivals(runs, "C"), hours({5.5})) << notice_min;
  }
}

// From A over 20 min of single track to B, where two tracks take a dwell of 30 min, and on to C over 20 min
// `beyond`. At B two tracks limit them: one train in 50 min each.
std::string dwell(int notice_s, const std::string& beyond, const std::string& more) {
  return R"(name: "notice"
  network {
    points { id: "A" country: "XX" gauges_mm: 1520 }
    points { id: "B" country: "XX" gauges_mm: 1520 tracks { gauge_mm: 1520 count: 2 usable_length_m: 1500 } }
    points { id: "C" country: "XX" gauges_mm: 1520 }
    lines { id: "AB" from: "A" to: "B" gauge_mm: 1520 length_km: 20 speed_km_per_day: 1440 tracks: 1 headway { seconds: 60 } }
    lines { id: "BC" from: "B" to: "C" gauge_mm: 1520 length_km: 20 speed_km_per_day: 1440 )" +
         beyond + R"( headway { seconds: 60 } }
    )" + dispatching(notice_s) +
         R"(
  }
  processes { resources { id: "r" point: "B" servers: 9 }
    processes { id: "p" point: "B" role: PASS direction: WESTBOUND
      stages { name: "x" resource: "r" duration { unit: MINUTES constant: 30 } } } }
  services { services { id: "s" origin: "A" destination: "C" direction: WESTBOUND )" +
         kEvery20Min + R"( } }
  experiment { count_from { seconds: 1496275200 } counted { seconds: 864000 } })" +
         more;
}

// Onto double track B lets the trains itself, and promises it ahead of time. Where A decides about the
// section between, B's tracks have to be given on two notices ahead.
TEST(Notice, CostsNoTracksBeforeDoubleTrack) {
  for (const int notice_min : {0, 1, 5, 10, 15}) {
    const std::string text = dwell(notice_min * 60, "tracks: 2", "");
    EXPECT_NEAR(trains_a_day(text), 57.6, 0.6) << notice_min;
    const std::string decided_at_a = with(
        text, "id: \"A\" country: \"XX\" gauges_mm: 1520",
        "id: \"A\" country: \"XX\" gauges_mm: 1520 tracks { gauge_mm: 1520 count: 9 usable_length_m: 1500 }");
    EXPECT_NEAR(trains_a_day(decided_at_a), 57.6, 0.6) << notice_min << " min, decided about at A";
  }
}

// So does C, which is no passing place: B's trains may have to stand before it.
TEST(Notice, CostsNoTracksBeforeDoubleTrackWithTracksAtItsEnd) {
  for (const int notice_min : {0, 1, 5, 10, 15}) {
    const std::string text = with(
        dwell(notice_min * 60, "tracks: 2", ""), "id: \"C\" country: \"XX\" gauges_mm: 1520",
        "id: \"C\" country: \"XX\" gauges_mm: 1520 tracks { gauge_mm: 1520 count: 2 usable_length_m: 1500 }");
    EXPECT_NEAR(trains_a_day(text), 57.6, 0.6) << notice_min;
  }
}

// Over single track to C, which has tracks as well: B works on trains, C does not, so B decides about the
// section, wherever it stands in the list. It asks C for a track, so that three notices have to fit into the
// dwell.
TEST(Notice, CostsNoTracksBeforeSingleTrackWithTracksAtItsEnd) {
  const std::string c = "points { id: \"C\" country: \"XX\" gauges_mm: 1520 }";
  const std::string with_tracks =
      with(c, "1520 }", "1520 tracks { gauge_mm: 1520 count: 9 usable_length_m: 1500 } }");
  for (const int notice_min : {0, 1, 5, 10}) {
    const std::string text = dwell(notice_min * 60, "tracks: 1", "");
    EXPECT_NEAR(trains_a_day(with(text, c, with_tracks)), 57.6, 0.6) << notice_min;
    const std::string listed_first = with(with(text, c, ""), "network {", "network { " + with_tracks);
    EXPECT_NEAR(trains_a_day(listed_first), 57.6, 0.6) << notice_min << " min, C listed first";
  }
}

// A train is through with its dwell at B after an hour or so, and has its entry promised. Over double track
// another one comes to B, without a stage, so many seconds before that, and goes on at once if the first one
// can follow at the headway of 10 min, which also does; else as soon behind it. Without notice it goes first.
TEST(Notice, LetsTrainsWithoutAStageGoBeforeWhereTheyFit) {
  const auto leave_b = [](int notice_s, std::int64_t times_s) {
    std::string text = with(dwell(notice_s, "tracks: 2", ""), kEvery20Min,
                            "formation { rule: LIST train_feu: 1 own_containers: 1 times { seconds: 0 } }");
    text = with_match(text, "headway \\{ seconds: 60 \\}", "headway { seconds: 600 }");
    text = with(text, "points { id: \"C\"", R"(points { id: "D" country: "XX" gauges_mm: 1520 }
    lines { id: "DB" from: "D" to: "B" gauge_mm: 1520 length_km: 20 speed_km_per_day: 1440 tracks: 2 }
    points { id: "C")");
    const std::string other =
        R"(services { id: "x" origin: "D" destination: "C" direction: EASTBOUND formation { rule: LIST train_feu: 1 own_containers: 1 times { seconds: )" +
        std::to_string(times_s) + " } } }\n  services { id: \"s\"";
    return departures(support::run_text(with(text, "services { id: \"s\"", other), 1, true), "B");
  };
  constexpr std::int64_t kHeadway = 10 * kMinute, kLater = 100 * kHour;
  for (const int notice_s : {0, 60, 600, 900}) {
    const std::int64_t alone = leave_b(notice_s, kLater).front();
    const std::int64_t comes = alone - 20 * kMinute;
    EXPECT_EQ(leave_b(notice_s, comes - kHeadway), (Times{alone - kHeadway, alone})) << notice_s;
    // One second less: no promise has been made before a notice ahead.
    const bool promised = notice_s >= kHeadway;
    EXPECT_EQ(leave_b(notice_s, comes - kHeadway + 1),
              promised ? (Times{alone, alone + kHeadway}) : (Times{alone - kHeadway + 1, alone + 1}))
        << notice_s;
    EXPECT_EQ(leave_b(notice_s, comes - 30),
              notice_s > 30 ? (Times{alone, alone + kHeadway}) : (Times{alone - 30, alone - 30 + kHeadway}))
        << notice_s;
  }
}

// Locomotives of B take them on.
std::string district(int notice_s, int locomotives) {
  return dwell(notice_s, "tracks: 1",
               R"( fleets { traction_districts { id: "t" lines: "BC" stock { point: "B" units: )" +
                   std::to_string(locomotives) + R"( }
    light_runs { from: "C" to: "B" run_time { seconds: 1200 } } } })");
}

// A train that is going to be ready takes a locomotive that stands idle, and asks.
TEST(Notice, CostsNoTracksWhereLocomotivesStandIdle) {
  for (const int notice_min : {0, 1, 5, 10, 15})
    EXPECT_NEAR(trains_a_day(district(notice_min * 60, 400)), 57.6, 0.6) << notice_min;
}

// One locomotive, 20 min out and 20 min back: trains wait for it, and it for the decision about the section.
// None is set aside for a train that is not ready before one that is.
TEST(Notice, SetsNoLocomotiveAsideThatTrainsWaitFor) {
  for (const int notice_min : {0, 1, 5, 10})
    EXPECT_NEAR(trains_a_day(district(notice_min * 60, 1)), 1440.0 / (40 + notice_min), 0.3) << notice_min;
}

// Four sections of 30 min, two tracks at each place between, both ends saturated.
std::string chain(int notice_s, const std::string& more_network, const std::string& more) {
  const std::string line =
      "gauge_mm: 1520 length_km: 60 speed_km_per_day: 1440 tracks: 1 passing_places: 1 clearing { seconds: "
      "180 } }";
  const std::string text = R"(name: "notice"
  network {
    points { id: "A" country: "XX" gauges_mm: 1520 time_zone: "UTC" }
    points { id: "M" country: "XX" gauges_mm: 1520 time_zone: "UTC" tracks { gauge_mm: 1520 count: 2 usable_length_m: 1500 } }
    points { id: "B" country: "XX" gauges_mm: 1520 time_zone: "UTC" }
    lines { id: "AM" from: "A" to: "M" )" +
                           line + R"( lines { id: "MB" from: "M" to: "B" )" + line + dispatching(notice_s) +
                           more_network + R"(
  }
  services {
    services { id: "w" origin: "A" destination: "B" direction: WESTBOUND )" +
                           kEvery20Min + R"( }
    services { id: "e" origin: "B" destination: "A" direction: EASTBOUND )" +
                           kEvery20Min + R"( }
  }
  experiment { count_from { seconds: 1496275200 } spin_up { seconds: 86400 } counted { seconds: 864000 } })";
  return text + more;
}

double pairs_a_day(const std::string& text) {
  const rail::Observations seen = support::run_text(text).replications[0];
  return static_cast<double>(seen.services[0].containers_delivered + seen.services[1].containers_delivered) /
         20;
}

// M changes locomotives, without a stage: it hears a notice after a train has set out that it comes, and asks
// for it, so that four notices have to fit into the run.
TEST(Notice, CostsNoCapacityWhereLocomotivesAreChanged) {
  const std::string districts = R"( fleets {
    traction_districts { id: "t" lines: "AM" stock { point: "A" units: 200 } stock { point: "M" units: 200 } }
    traction_districts { id: "u" lines: "MB" stock { point: "M" units: 200 } stock { point: "B" units: 200 } } })";
  const double at_once = pairs_a_day(chain(0, "", districts));
  EXPECT_NEAR(at_once, pairs_a_day(chain(0, "", "")), 0.01);
  for (const int notice_s : {60, 300, 450})
    EXPECT_NEAR(pairs_a_day(chain(notice_s, "", districts)), at_once, 0.01 * at_once) << notice_s;
}

// MB is closed, and another way leads round it.
std::string round_a_closure(int notice_s, const std::string& until, int tolerance_h) {
  const std::string round =
      R"( points { id: "X" country: "XX" gauges_mm: 1520 time_zone: "UTC" tracks { gauge_mm: 1520 count: 4 usable_length_m: 1500 } }
    lines { id: "MX" from: "M" to: "X" gauge_mm: 1520 length_km: 120 speed_km_per_day: 1440 tracks: 1 headway { seconds: 600 } }
    lines { id: "XB" from: "X" to: "B" gauge_mm: 1520 length_km: 120 speed_km_per_day: 1440 tracks: 1 headway { seconds: 600 } })";
  return chain(notice_s, round,
               R"( disruptions {
    disruptions { id: "d" from: "2017-06-08T04:00" to: "2017-06-)" +
                   until + R"(" time_zone: "UTC"
      closure { lines: "MB" } rule: DIVERT provenance { assumption: true note: "a test" } }
    rerouting { tolerance { seconds: )" +
                   std::to_string(tolerance_h * 3600) +
                   R"( } provenance { assumption: true note: "a test" } } })");
}

// M asks for trains that keep to their way by what it knows then.
TEST(Notice, CostsNoCapacityWhereTrainsMayChoose) {
  const double at_once = pairs_a_day(round_a_closure(0, "08T07:00", 240));
  for (const int notice_s : {60, 300, 450})
    EXPECT_NEAR(pairs_a_day(round_a_closure(notice_s, "08T07:00", 240)), at_once, 0.02 * at_once) << notice_s;
}

// Nor where they may turn back: at M and at each passing place on the way to it.
TEST(Notice, CostsNoCapacityWhereTrainsMayTurnBack) {
  const auto turning = [](int notice_s) {
    return pairs_a_day(with(round_a_closure(notice_s, "08T07:00", 240), "rule: DIVERT", "rule: TURN"));
  };
  const double at_once = turning(0);
  for (const int notice_s : {60, 300, 450})
    EXPECT_NEAR(turning(notice_s), at_once, 0.02 * at_once) << notice_s;
}

// They still go round. Whoever has asked for the closed line by the time at which word of the closure comes
// to M has chosen: one train at most, as the others are 90 min apart. AM is four times as long, and M has
// room.
TEST(Notice, LetsTrainsChoose) {
  const auto diverted = [](int notice_s) {
    std::string text = round_a_closure(notice_s, "10T04:00", 2);
    text = with(with(text, "length_km: 60", "length_km: 240"), "passing_places: 1", "passing_places: 7");
    text = with_match(with(text, "count: 2", "count: 12"), "constant: 20", "constant: 90");
    return support::run_text(text).replications[0].rerouted[0].under_way;
  };
  const std::int64_t at_once = diverted(0);
  EXPECT_GE(at_once, 2);
  for (const int notice_s : {60, 300, 600}) {
    EXPECT_GE(diverted(notice_s), at_once - 1) << notice_s;
    EXPECT_LE(diverted(notice_s), at_once) << notice_s;
  }
}

}  // namespace
}  // namespace networks
