// Trains that wait for a path, a quota, or the end of a closure take no tracks and locomotives that others
// need.
#include <gtest/gtest.h>

#include "models/replication.h"
#include "tests/networks/trips.h"

namespace networks {
namespace {

constexpr std::int64_t kDay = 24 * kHour;

// A1 has tracks as well: it decides about the section to B then, and B gives the tracks.
//
//   A1--`limit`--B (`tracks`)==C     a train every 6 h
//   A2----------/                    a train every 3 h
std::string merging(const std::string& limit, int tracks, bool tracks_at_a1, int notice_s,
                    const std::string& disruption = "") {
  return R"(# proto-file: landbridge/v1/scenario.proto
# proto-message: landbridge.v1.Scenario
name: "merging"
network {
  dispatching { station_tracks: BINDING ageing { seconds: 86400 } notice { seconds: )" +
         std::to_string(notice_s) + R"( } }
  points { id: "A1" country: "XX" gauges_mm: 1520 time_zone: "UTC" )" +
         (tracks_at_a1 ? "tracks { gauge_mm: 1520 count: 100 usable_length_m: 1000 }" : "") + R"( }
  points { id: "A2" country: "XX" gauges_mm: 1520 }
  points { id: "B" country: "YY" gauges_mm: 1520 time_zone: "UTC" tracks { gauge_mm: 1520 usable_length_m: 1000 count: )" +
         std::to_string(tracks) + R"( } }
  points { id: "C" country: "YY" gauges_mm: 1520 }
  lines { id: "1" from: "A1" to: "B" gauge_mm: 1520 length_km: 60 speed_km_per_day: 1440 tracks: 1 )" +
         limit + R"( }
  lines { id: "2" from: "A2" to: "B" gauge_mm: 1520 length_km: 60 speed_km_per_day: 1440 tracks: 1 }
  lines { id: "3" from: "B" to: "C" gauge_mm: 1520 length_km: 60 speed_km_per_day: 1440 tracks: 2 }
}
services {
  services {
    id: "1" origin: "A1" destination: "C" direction: WESTBOUND
    formation { rule: RATE train_feu: 1 own_containers: 1 interval { unit: HOURS constant: 6 } }
  }
  services {
    id: "2" origin: "A2" destination: "C" direction: WESTBOUND
    formation { rule: RATE train_feu: 1 own_containers: 1 interval { unit: HOURS constant: 3 } }
  }
}
)" + disruption +
         R"(
experiment { counted { seconds: 8640000 } replications: 1 }
)";
}

// Of trains, on the tenth day or soon after.
std::string ten_at_once(int seconds = 864100) {
  std::string times;
  for (int i = 0; i < 10; ++i) times += "times { seconds: " + std::to_string(seconds) + " } ";
  return times;
}

std::string cut_of_ten_days(const std::string& cut, const std::string& from) {
  return "disruptions { disruptions { id: \"x\" from: \"1970-01-11T" + from +
         "\" to: \"1970-01-21T00:00\" time_zone: \"UTC\" capacity_cut { line: \"1\" " + cut + " } } }";
}

std::string with_trains_at(const std::string& text, const std::string& times) {
  return with(text, "rule: RATE train_feu: 1 own_containers: 1 interval { unit: HOURS constant: 6 }",
              "rule: LIST train_feu: 1 own_containers: 1 " + times);
}

std::int64_t between(const std::vector<std::int64_t>& times, std::int64_t from, std::int64_t to) {
  return std::count_if(times.begin(), times.end(),
                       [&](std::int64_t time) { return time >= from && time < to; });
}

// 400 trains for 100 places of the quota, or 100 paths; they stand at A1, and those from A2 run as if there
// were none of them.
TEST(TrackGate, TrainsThatWaitForAPathHoldNoTracks) {
  for (const char* limit : {"accepted_at_to_per_day: 1", "paths_per_day: 1"}) {
    for (const bool tracks_at_a1 : {false, true}) {
      for (const int notice_s : {0, 300}) {
        for (const int tracks : {1, 4}) {
          const support::Runs runs =
              support::run_text(merging(limit, tracks, tracks_at_a1, notice_s), 1, true);
          const std::string which = limit + std::string(tracks_at_a1 ? ", A1 decides, " : ", B decides, ") +
                                    std::to_string(notice_s) + " s, " + std::to_string(tracks) + " tracks";
          EXPECT_GE(departures(runs, "A2").size(), 795U) << which;
          EXPECT_GE(departures(runs, "A1").size(), 99U) << which;
          EXPECT_LE(departures(runs, "A1").size(), 101U) << which;
          const rail::Observations& seen = runs.replications[0];
          const rail::WaitSum &path = seen.lines[0][0].path_wait, &track = seen.points[2].track_wait;
          EXPECT_GT(path.seconds + path.open_seconds, 100 * (track.seconds + track.open_seconds)) << which;
          // Nine trains a day take an hour to come, and some minutes of messages before.
          EXPECT_LT(static_cast<double>(seen.points[2].held_track_seconds), 8640000 * 11.5 / 24) << which;
        }
      }
    }
  }
}

// A path costs no capacity: 12 of them a day, every other hour, and each is used whoever decides.
TEST(TrackGate, EachPathIsUsed) {
  for (const bool tracks_at_a1 : {false, true}) {
    for (const int notice_s : {0, 300, 1800}) {
      std::string text = merging("paths_per_day: 12", 2, tracks_at_a1, notice_s);
      text = with(text, "interval { unit: HOURS constant: 6 }", "interval { unit: MINUTES constant: 100 }");
      text = with(text, "interval { unit: HOURS constant: 3 }", "interval { unit: HOURS constant: 12 }");
      const Times left = departures(support::run_text(text, 1, true), "A1");
      EXPECT_GE(left.size(), 1195U) << tracks_at_a1 << ' ' << notice_s;
      for (std::size_t i = 1; i < left.size(); ++i) EXPECT_GE(left[i] - left[i - 1], 2 * kHour) << i;
      for (std::size_t i = 600; i < left.size(); ++i)
        EXPECT_EQ(left[i] - left[i - 1], 2 * kHour) << tracks_at_a1 << ' ' << notice_s;
    }
  }
}

// A cut to one train a day begins on the tenth day, while a train runs from A1 to B, and then ten come to A1
// at once: they get no tracks of B for paths that they do not have yet; and if it begins half an hour later,
// those that have some by then give them back. So they hold tracks for less time than without the cut, when
// the next ones have theirs while one runs; three that waited for their paths with tracks would hold them for
// 144 h.
TEST(TrackGate, ACutLetsNoMoreTrainsHoldTracks) {
  for (const char* cut : {"paths_per_day: 1", "accepted_at_to_per_day: 1"}) {
    for (const bool tracks_at_a1 : {false, true}) {
      for (const int notice_s : {0, 300}) {
        const auto run = [&](const std::string& disruption) {
          const std::string text = merging("", 4, tracks_at_a1, notice_s, disruption);
          return support::run_text(with_trains_at(text, "times { seconds: 863000 } " + ten_at_once()), 1,
                                   true);
        };
        const support::Runs usual = run("");
        for (const char* begin : {"00:00", "00:30"}) {
          const support::Runs runs = run(cut_of_ten_days(cut, begin));
          const std::string which = cut + std::string(tracks_at_a1 ? ", A1 decides, " : ", B decides, ") +
                                    std::to_string(notice_s) + " s, from " + begin;
          EXPECT_EQ(between(departures(runs, "A1"), 10 * kDay, 20 * kDay), 10) << which;
          EXPECT_EQ(between(departures(usual, "A1"), 10 * kDay, 11 * kDay), 10) << which;
          EXPECT_LE(runs.replications[0].points[2].held_track_seconds,
                    usual.replications[0].points[2].held_track_seconds)
              << which;
        }
      }
    }
  }
}

// Ten trains are made at A1 at the instant at which the cut begins. Without a notice B hears of it before it
// gives them tracks: every train has one for the hour of its run, to the second, and the ten for ten minutes
// more, the headway behind a train from A2 that comes to B with them.
TEST(TrackGate, WithoutNoticeACutIsHeardOfAtOnce) {
  for (const char* cut : {"paths_per_day: 1", "accepted_at_to_per_day: 1"}) {
    for (const bool tracks_at_a1 : {false, true}) {
      const std::string text = merging("", 4, tracks_at_a1, 0, cut_of_ten_days(cut, "00:00"));
      const support::Runs runs = support::run_text(with_trains_at(text, ten_at_once(864000)), 1, true);
      const auto trains =
          static_cast<std::int64_t>(departures(runs, "A1").size() + departures(runs, "A2").size());
      EXPECT_LE(runs.replications[0].points[2].held_track_seconds, trains * kHour + 10 * 10 * kMinute)
          << cut << tracks_at_a1;
    }
  }
}

// Two trains a day may go, four want to, and from half an hour past midnight on the tenth day one may. The
// second of that day has waited for days, has its track by then, since the first one runs, and gives it back:
// it has waited for its path all the same.
TEST(TrackGate, WhoGivesATrackBackHasWaitedForItsPath) {
  for (const bool tracks_at_a1 : {false, true}) {
    for (const int notice_s : {0, 300}) {
      const std::string cut = cut_of_ten_days("accepted_at_to_per_day: 1", "00:30");
      const support::Runs runs =
          support::run_text(merging("accepted_at_to_per_day: 2", 4, tracks_at_a1, notice_s, cut), 1, true);
      EXPECT_EQ(between(departures(runs, "A1"), 10 * kDay, 11 * kDay), 1);
      const rail::WaitSum& track = runs.replications[0].points[2].track_wait;
      EXPECT_LT(track.seconds + track.open_seconds, kDay) << tracks_at_a1 << ' ' << notice_s;
    }
  }
}

// Line 1 closes on the tenth day for ten days. A train that has its track at B by then and cannot enter in
// time gives it back, whenever the closure begins.
TEST(TrackGate, AClosedLineHoldsNoTracks) {
  for (const bool tracks_at_a1 : {false, true}) {
    for (const int notice_s : {0, 300}) {
      for (const char* minute : {"00", "10", "20", "30", "40", "50"}) {
        const std::string closure =
            "disruptions { disruptions { id: \"x\" from: \"1970-01-11T00:" + std::string(minute) +
            "\" to: \"1970-01-21T00:00\" time_zone: \"UTC\" closure { lines: \"1\" } } }";
        std::string text = merging("clearing { seconds: 300 }", 1, tracks_at_a1, notice_s, closure);
        text = with(text, "interval { unit: HOURS constant: 6 }", "interval { unit: MINUTES constant: 65 }");
        const support::Runs runs = support::run_text(text, 1, true);
        EXPECT_GE(between(departures(runs, "A2"), 10 * kDay + kHour, 20 * kDay), 79)
            << minute << ' ' << tracks_at_a1 << ' ' << notice_s;
        EXPECT_EQ(between(departures(runs, "A1"), 10 * kDay, 20 * kDay), 0);
        EXPECT_GE(between(departures(runs, "A1"), 20 * kDay, 20 * kDay + 3 * kHour), 1) << "as it opens";
      }
    }
  }
}

// The bays at M rest for twelve days. Trains that are to be lifted stand on tracks of 1435 mm and leave those
// of 1520 mm to trains from D, which need no bay.
TEST(TrackGate, ClosedBaysHoldNoTracksBeyondThem) {
  const support::Runs runs = support::run_text(R"(# proto-file: landbridge/v1/scenario.proto
# proto-message: landbridge.v1.Scenario
name: "closed-bays"
network {
  dispatching { station_tracks: BINDING }
  points { id: "A" country: "CN" gauges_mm: 1435 }
  points { id: "D" country: "KZ" gauges_mm: 1520 }
  points {
    id: "M" country: "KZ" gauges_mm: 1435 gauges_mm: 1520
    tracks { gauge_mm: 1435 count: 4 usable_length_m: 1000 } tracks { gauge_mm: 1520 count: 4 usable_length_m: 1000 }
  }
  points { id: "E" country: "RU" gauges_mm: 1520 }
  lines { id: "AM" from: "A" to: "M" gauge_mm: 1435 length_km: 60 speed_km_per_day: 1440 tracks: 1 }
  lines { id: "DM" from: "D" to: "M" gauge_mm: 1520 length_km: 60 speed_km_per_day: 1440 tracks: 1 }
  lines { id: "ME" from: "M" to: "E" gauge_mm: 1520 length_km: 60 speed_km_per_day: 1440 tracks: 2 }
}
processes { gauge_changes { id: "w" point: "M" from_gauge_mm: 1435 to_gauge_mm: 1520 bays: 1 lifts_per_hour: 20 yard_teu: 5000 } }
services {
  services { id: "W" origin: "A" destination: "E" direction: WESTBOUND formation { rule: RATE own_containers: 20 train_feu: 20 interval { unit: HOURS constant: 3 } } }
  services { id: "T" origin: "D" destination: "E" direction: WESTBOUND formation { rule: RATE own_containers: 20 train_feu: 20 interval { unit: HOURS constant: 6 } } }
}
disruptions { disruptions { id: "c" from: "1970-01-11T00:00" to: "1970-01-23T00:00" time_zone: "UTC" closure { gauge_changes: "w" } } }
experiment { counted { seconds: 8640000 } replications: 1 }
)",
                                               1, true);
  EXPECT_EQ(between(departures(runs, "D"), 11 * kDay, 21 * kDay), 40);
  const rail::Observations& seen = runs.replications[0];
  EXPECT_GT(seen.terminals[0].closure_wait.seconds, 3 * 11 * kDay) << "of those that stand at M";
}

// One district, eight locomotives, a train every 6 h each way on AB and AC; AB is closed for twelve days.
// Those for B wait without locomotives.
TEST(TrackGate, AClosedLineHoldsNoLocomotives) {
  const support::Runs runs = support::run_text(R"(# proto-file: landbridge/v1/scenario.proto
# proto-message: landbridge.v1.Scenario
name: "closed-line"
network {
  points { id: "A" country: "CN" gauges_mm: 1520 }
  points { id: "B" country: "CN" gauges_mm: 1520 }
  points { id: "C" country: "CN" gauges_mm: 1520 }
  lines { id: "AB" from: "A" to: "B" gauge_mm: 1520 length_km: 120 speed_km_per_day: 1440 tracks: 2 }
  lines { id: "AC" from: "A" to: "C" gauge_mm: 1520 length_km: 120 speed_km_per_day: 1440 tracks: 2 }
}
fleets { traction_districts { id: "d" lines: "AB" lines: "AC" stock { point: "A" units: 4 } stock { point: "B" units: 2 } stock { point: "C" units: 2 } } }
services {
  services { id: "AB" origin: "A" destination: "B" direction: WESTBOUND formation { rule: RATE own_containers: 1 train_feu: 20 interval { unit: HOURS constant: 6 } } }
  services { id: "BA" origin: "B" destination: "A" direction: EASTBOUND formation { rule: RATE own_containers: 1 train_feu: 20 interval { unit: HOURS constant: 6 } } }
  services { id: "AC" origin: "A" destination: "C" direction: WESTBOUND formation { rule: RATE own_containers: 1 train_feu: 20 interval { unit: HOURS constant: 6 } } }
  services { id: "CA" origin: "C" destination: "A" direction: EASTBOUND formation { rule: RATE own_containers: 1 train_feu: 20 interval { unit: HOURS constant: 6 } } }
}
disruptions { disruptions { id: "c" from: "1970-01-11T00:00" to: "1970-01-23T00:00" time_zone: "UTC" closure { lines: "AB" } } }
experiment { counted { seconds: 8640000 } replications: 1 }
)",
                                               1, true);
  EXPECT_EQ(between(departures(runs, "C"), 11 * kDay, 21 * kDay), 40);
  const rail::LineObservation& closed = runs.replications[0].lines[0][0];
  EXPECT_GT(closed.closure_wait.seconds, 48 * 6 * kDay * 9 / 10) << "48 trains, six days each";
  EXPECT_EQ(between(departures(runs, "B"), 11 * kDay, 22 * kDay), 0);
}

// Runs take an hour, and have to end by 10:00. The first train of B enters at 8:49:51, so that the one of A,
// which is next, cannot go before 9:50:01. As it can go no more at all, by a second after 9:00, a fast one of
// B may follow the first; until then it was not its turn.
TEST(TrackGate, WhoIsKeptOutLeavesTheSectionToTheOtherSide) {
  const auto train = [](const std::string& id, const std::string& from, const std::string& to, int seconds) {
    return "services { id: \"" + id + "\" origin: \"" + from + "\" destination: \"" + to +
           "\" direction: WESTBOUND train_class: \"" + (id == "fast" ? "fast" : "") +
           "\" formation { rule: LIST train_feu: 1 own_containers: 1 times { seconds: " +
           std::to_string(seconds) + " } } }\n";
  };
  const std::string text = R"(# proto-file: landbridge/v1/scenario.proto
# proto-message: landbridge.v1.Scenario
name: "kept out"
network {
  dispatching { station_tracks: BINDING }
  train_classes { id: "fast" speed_factor: 2 }
  points { id: "A" country: "XX" gauges_mm: 1520 time_zone: "UTC" tracks { gauge_mm: 1520 count: 4 usable_length_m: 1000 } }
  points { id: "B" country: "XX" gauges_mm: 1520 tracks { gauge_mm: 1520 count: 4 usable_length_m: 1000 } }
  lines { id: "AB" from: "A" to: "B" gauge_mm: 1520 length_km: 60 speed_km_per_day: 1440 tracks: 1 headway { seconds: 600 }
    clearing { seconds: 0 } possessions { from: "1970-01-01T10:00" to: "1970-01-01T14:00" } }
}
services {
)" + train("first", "B", "A", 31790) +
                           train("next", "A", "B", 32000) + train("fast", "B", "A", 32100) + R"(}
experiment { counted { seconds: 864000 } replications: 1 }
)";
  const support::Runs runs = support::run_text(text, 1, true);
  const Times at_b = departures(runs, "B");
  ASSERT_EQ(at_b.size(), 2U);
  EXPECT_NEAR(static_cast<double>(at_b[1]), 9 * kHour + 1, 1);
  EXPECT_EQ(departures(runs, "A"), (Times{14 * kHour}));
}

// News of paths and tracks that are given back reach the other end in the same order however stations are
// shared out.
TEST(TrackGate, TheSameBitsOnAnyNumberOfThreads) {
  const std::string closure =
      "disruptions { disruptions { id: \"x\" from: \"1970-01-04T00:20\" to: \"1970-01-06T00:00\" time_zone: "
      "\"UTC\" "
      "closure { lines: \"1\" } } disruptions { id: \"y\" from: \"1970-01-09T00:30\" to: "
      "\"1970-01-12T10:00\" time_zone: \"UTC\" capacity_cut { line: \"1\" accepted_at_to_per_day: 3 } } }";
  std::string text =
      merging("paths_per_day: 20 accepted_at_to_per_day: 15 passing_places: 1 passing_tracks: 2", 2, true,
              300, closure);
  text = with(text, "interval { unit: HOURS constant: 6 }", "interval { unit: MINUTES constant: 65 }");
  text = with(text, "seconds: 8640000", "seconds: 1728000");
  const support::Runs runs = support::run_text(text);
  const auto bits = [&](int threads, std::uint64_t shuffle_seed) {
    rail::ReplicationOptions options;
    options.record_trains = true;
    const auto choice = threads == 0 ? rail::EngineChoice::kSequential : rail::EngineChoice::kParallel;
    options.engine = {choice, std::max(1, threads), des::Backend::kJthread, shuffle_seed};
    const rail::Observations seen = rail::run_replication(*runs.model, options);
    return canonical_bytes(*runs.model, seen) + canonical_record_bytes(seen);
  };
  const std::string sequential = bits(0, 0);
  for (const int threads : {1, 2, 3, 8}) {
    for (std::uint64_t seed = 1; seed <= 5; ++seed)
      EXPECT_EQ(bits(threads, seed), sequential) << threads << ' ' << seed;
  }
}

// A cut on a line that no train runs over is news to nobody, who could hear of it over no channel.
TEST(TrackGate, NobodyIsToldOfALineThatNoTrainRunsOver) {
  const std::string text = R"(name: "unused"
network {
  points { id: "A" country: "XX" gauges_mm: 1520 time_zone: "UTC" tracks { gauge_mm: 1520 count: 4 usable_length_m: 1500 } }
  points { id: "B" country: "XX" gauges_mm: 1520 time_zone: "UTC" tracks { gauge_mm: 1520 count: 4 usable_length_m: 1500 } }
  points { id: "C" country: "XX" gauges_mm: 1520 time_zone: "UTC" tracks { gauge_mm: 1520 count: 4 usable_length_m: 1500 } }
  lines { id: "AB" from: "A" to: "B" gauge_mm: 1520 length_km: 200 speed_km_per_day: 960 tracks: 1 }
  lines { id: "AC" from: "A" to: "C" gauge_mm: 1520 length_km: 200 speed_km_per_day: 960 tracks: 1 }
  dispatching { station_tracks: BINDING notice { seconds: 300 } }
}
services {
  services { id: "only" origin: "A" destination: "B" direction: WESTBOUND
    formation { rule: LIST train_feu: 1 own_containers: 1 times { seconds: 0 } } }
}
disruptions { disruptions { id: "cut" from: "1970-01-03T00:00" to: "1970-01-04T00:00" time_zone: "UTC"
  capacity_cut { line: "AC" accepted_at_to_per_day: 2 } } }
experiment { counted { seconds: 864000 } replications: 1 }
)";
  rail::ReplicationOptions options;
  options.engine.check_channels = true;
  const rail::Observations seen = rail::run_replication(*support::run_text(text).model, options);
  EXPECT_EQ(seen.services[0].containers_delivered, 1);
}

}  // namespace
}  // namespace networks
