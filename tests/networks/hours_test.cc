// Opening hours, possessions, seasons and local timetables: exact times, worked out by hand. Each network is
// drawn at the head of its scenario file.
#include <gtest/gtest.h>

#include <cmath>

#include "tests/networks/trips.h"

namespace networks {
namespace {

constexpr const char* kHours = "scenarios/toys/opening_hours.txtpb";

// In hours UTC from Saturday's midnight, customs are open 7-19 and 30-42, bays 9-12 and 32-35: Sunday
// begins an hour earlier. Train 1 is there at 4, cleared 7-10, lifted 10-12. Train 2 is there at 17.5,
// cleared 17.5-19 and 30-31.5, lifted 32-34. Train 3 is there at 18, cleared 31.5-34.5, lifted 34.5-36.5.
TEST(OpeningHours, WorkRestsOverNightOrIsFinished) {
  const support::Runs runs = support::run(kHours, 1, true);
  EXPECT_EQ(departures(runs, "BORDER"), hours({12, 34, 36.5}));
  const rail::ResourceObservation& customs = runs.replications[0].resources[0];
  EXPECT_EQ(in_hours(customs.hours_wait.seconds), 3 + 11 + 11);
  EXPECT_EQ(customs.hours_wait.visits, 3);
  EXPECT_EQ(customs.hours_wait.container_seconds, 2 * customs.hours_wait.seconds);
  EXPECT_EQ(in_hours(customs.wait.seconds), 0 + 0 + 1 + 1.5);
  EXPECT_EQ(in_hours(customs.busy_seconds), 9);
  const rail::TerminalObservation& bays = runs.replications[0].terminals[0];
  EXPECT_EQ(in_hours(bays.hours_wait.seconds), 0.5);
  EXPECT_EQ(in_hours(bays.bay_wait.seconds), 0);
  EXPECT_EQ(in_hours(bays.busy_seconds), 2 + 2 + 0.5) << "while open";
}

// Train 2 is cleared until 20.5; train 3, there at 18, waits for the server until 19 and for morning from
// then on.
TEST(OpeningHours, CustomsThatFinish) {
  const support::Runs runs =
      support::run_text(with_match(text_of(kHours), "at_closing: PAUSES", "at_closing: FINISHES"), 1, true);
  const rail::ResourceObservation& customs = runs.replications[0].resources[0];
  EXPECT_EQ(in_hours(customs.hours_wait.seconds), 3 + 0 + 11);
  EXPECT_EQ(in_hours(customs.wait.seconds), 1);
  EXPECT_EQ(in_hours(customs.busy_seconds), 3 + 1.5 + 3) << "while open";
  // Train 3 is cleared 30-33; train 2 is lifted 32-34, train 3 34-36.
  EXPECT_EQ(departures(runs, "BORDER"), hours({12, 34, 36}));
}

// Train 3's lift rests from 35 until Monday 10:00, which is 56, and is done at 57.5.
TEST(OpeningHours, LiftsThatPause) {
  const support::Runs runs =
      support::run_text(with_match(text_of(kHours), "at_closing: FINISHES", ""), 1, true);
  EXPECT_EQ(departures(runs, "BORDER"), hours({12, 34, 57.5}));
  EXPECT_EQ(in_hours(runs.replications[0].terminals[0].hours_wait.seconds), 0.5 + 21);
}

// Closed on Sunday, train 2's clearance goes on on Monday at 8:00, which is 54.
TEST(OpeningHours, HolidaysAndDaysOfTheWeek) {
  const std::string daily = "weekly \\{ from: \"08:00\" to: \"20:00\" \\}";
  for (const char* closed_on_sunday :
       {"weekly { from: \"08:00\" to: \"20:00\" } closed { first: \"2017-03-26\" }",
        "weekly { days: SATURDAY days: MONDAY from: \"08:00\" to: \"20:00\" }"}) {
    const support::Runs runs =
        support::run_text(with_match(text_of(kHours), daily, closed_on_sunday), 1, true);
    EXPECT_EQ(departures(runs, "BORDER"), hours({12, 58, 60.5})) << closed_on_sunday;
  }
}

// Two officers by day, one from 19 UTC on: train 3, there at 18, is cleared at once, train 2 likewise; what
// both have begun goes on at night, and only one could begin anew. With one officer all day train 3 waits for
// him.
TEST(Shifts, WorkWithFewerServers) {
  const std::string all_day = "servers: 2 opening_hours { weekly { from: \"08:00\" to: \"20:00\" staffed: ";
  const std::string night = " } weekly { from: \"20:00\" to: \"08:00\" staffed: 1 } }";
  const std::string one = "servers: 1\\s+opening_hours \\{ weekly \\{ from: \"08:00\" to: \"20:00\" \\} \\}";
  const support::Runs two =
      support::run_text(with_match(text_of(kHours), one, all_day + "2" + night), 1, true);
  EXPECT_EQ(in_hours(two.replications[0].resources[0].wait.seconds), 0);
  EXPECT_EQ(in_hours(two.replications[0].resources[0].hours_wait.seconds), 0);
  const support::Runs by_one =
      support::run_text(with_match(text_of(kHours), one, all_day + "1" + night), 1, true);
  EXPECT_EQ(in_hours(by_one.replications[0].resources[0].wait.seconds), 2.5);
  const support::Runs single =
      support::run_text(with_match(text_of(kHours), one,
                                   "servers: 1 opening_hours { weekly { from: \"00:00\" to: \"24:00\" } }"),
                        1, true);
  EXPECT_EQ(departures(by_one, "BORDER"), departures(single, "BORDER")) << "one of two is one";
}

// One and one are two, and what a disruption leaves is the lower one of both.
TEST(Shifts, AddUpAndAreCutAsWell) {
  const std::string one = "servers: 1\\s+opening_hours \\{ weekly \\{ from: \"08:00\" to: \"20:00\" \\} \\}";
  const std::string shift = " weekly { from: \"00:00\" to: \"24:00\" staffed: 1 }";
  const std::string two =
      with_match(text_of(kHours), one, "servers: 3 opening_hours {" + shift + shift + " }");
  EXPECT_EQ(in_hours(support::run_text(two, 1, true).replications[0].resources[0].wait.seconds), 0);
  const std::string cut =
      two +
      " disruptions { disruptions { id: \"ill\" from: \"2017-03-25T00:00\" to: \"2017-03-27T00:00\" "
      "capacity_cut { resource: \"BORDER.customs\" servers: 1 } } }";
  EXPECT_EQ(in_hours(support::run_text(cut, 1, true).replications[0].resources[0].wait.seconds), 2.5);
}

// Open all day, hours make no difference but that they are accounted for.
TEST(OpeningHours, OpenRoundTheClockIsAlwaysOpen) {
  const std::string text = with_match(text_of("tests/oracles/a01_m_m_1.txtpb"), "counted \\{ seconds: [0-9]+",
                                      "counted { seconds: 3600000");
  const std::string open =
      with_match(text, "servers: 1",
                 "servers: 1 opening_hours { time_zone: \"Europe/Warsaw\" weekly { from: "
                 "\"06:00\" to: \"18:00\" } weekly { from: \"18:00\" to: \"06:00\" } }");
  const support::Runs always = support::run_text(text), round = support::run_text(open);
  const rail::ResourceObservation& x = always.replications[0].resources[0];
  const rail::ResourceObservation& y = round.replications[0].resources[0];
  EXPECT_EQ(x.wait.seconds, y.wait.seconds);
  EXPECT_EQ(x.wait_histogram.bins(), y.wait_histogram.bins());
  EXPECT_EQ(x.busy_seconds, y.busy_seconds);
  EXPECT_EQ(y.hours_wait.seconds, 0);
  EXPECT_GT(y.hours_wait.visits, 1000);
}

// In hours UTC: E-M is closed 19.5-23.5, M-W open 25-41.5 and before 17.5. Trains ready at 17, 18.5, 18.5167
// and 18.6667; the second one leaves E-M as it closes, the third would not. On M-W one follows the other.
TEST(Possession, NoTrainEntersThatCouldNotLeaveBefore) {
  const support::Runs runs = support::run("scenarios/toys/possession.txtpb", 1, true);
  const std::int64_t headway = 10 * kMinute;
  Times east = hours({17, 18.5, 23.5, 23.5});
  east.back() += headway;
  EXPECT_EQ(departures(runs, "EAST"), east);
  EXPECT_EQ(departures(runs, "MID"), hours({25, 26, 27, 28}));
  EXPECT_EQ(arrivals(runs, "WEST"), hours({26, 27, 28, 29}));
  const std::vector<rail::LineObservation>& lines = runs.replications[0].lines[0];
  EXPECT_EQ(lines[0].possession_wait.seconds, (299 + 290) * kMinute);
  EXPECT_EQ(lines[0].wait.seconds, headway);
  // There at 18, 19.5, 24.5 and 24.5 + 10 min.
  EXPECT_EQ(lines[1].possession_wait.seconds, (7 * 60 + 330 + 30 + 20) * kMinute);
  EXPECT_EQ(lines[1].wait.seconds, (0 + 60 + 120 + 180) * kMinute);
}

// A possession given once, in local time, does the same as the weekly one of that night.
TEST(Possession, OnceInsteadOfEveryWeek) {
  const std::string text = text_of("scenarios/toys/possession.txtpb");
  const std::string once =
      with_match(text, "possessions \\{ weekly \\{ from: \"00:00\" to: \"04:00\" \\} \\}",
                 "possessions { from: \"2017-06-02T00:00\" to: \"2017-06-02T04:00\" }");
  const std::string dated =
      with_match(text, "possessions \\{ weekly \\{ from: \"00:00\" to: \"04:00\" \\} \\}",
                 "possessions { weekly { from: \"00:00\" to: \"04:00\" } dates { first: "
                 "\"2017-06-02\" last: \"2017-06-03\" } }");
  const Times expected = departures(support::run_text(text, 1, true), "EAST");
  EXPECT_EQ(departures(support::run_text(once, 1, true), "EAST"), expected);
  EXPECT_EQ(departures(support::run_text(dated, 1, true), "EAST"), expected);
  const std::string past = with_match(once, "2017-06-02T", "2017-06-03T");
  EXPECT_EQ(departures(support::run_text(past, 1, true), "EAST"),
            hours({17, 18.5, 18.5 + 1.0 / 6, 18.5 + 2.0 / 6}));
}

// Train 1 runs 18-19 and 19-20. Train 2, ready at 19:05, would be at Q at 20:05: it waits until midnight, and
// holds a track of Q from then on only. The eastbound train is at Q at 21:00, and holds its track until it
// may enter A-Q behind train 2, which has waited longer.
TEST(Possession, NoStationTrackIsReservedMeanwhile) {
  const support::Runs runs = support::run("tests/networks/possession_tracks.txtpb", 1, true);
  const rail::Observations& seen = runs.replications[0];
  EXPECT_EQ(seen.stop, rail::StopReason::kQuiescent);
  EXPECT_EQ(departures(runs, "A"), hours({18, 24}));
  EXPECT_EQ(departures(runs, "Q"), hours({19, 25, 25}));
  EXPECT_EQ(arrivals(runs, "B"), hours({20, 26}));
  EXPECT_EQ(arrivals(runs, "A"), hours({26}));
  // Train 1 18-19, train 2 24-25, the eastbound one 20-25: from leaving B to leaving Q.
  EXPECT_EQ(in_hours(seen.points[point_named(runs, "Q")].held_track_seconds), 1 + 1 + 5);
  EXPECT_EQ(seen.lines[0][0].possession_wait.seconds, 295 * kMinute);
  EXPECT_EQ(seen.lines[0][0].wait.seconds, 0);
  EXPECT_EQ(seen.lines[0][0].track_wait.seconds, 0);
  EXPECT_EQ(seen.points[point_named(runs, "Q")].track_wait.seconds, 0);
  EXPECT_EQ(seen.lines[1][0].possession_wait.seconds, 180 * kMinute);
  EXPECT_EQ(seen.lines[1][0].wait.seconds, 60 * kMinute);
}

// A what-if of a few lines: the night possession of E-M lasts until 5:00, which is 24.5.
TEST(Possession, IsAChangeOfTheLine) {
  const support::Runs runs = support::run_text(
      "name: \"longer\" include: \"scenarios/toys/possession.txtpb\"\n"
      "change { network { lines { id: \"E-M\" possessions { weekly { from: \"00:00\" to: \"05:00\" } } } } }",
      1, true);
  EXPECT_EQ(departures(runs, "EAST"), hours({17, 18.5, 24.5, 24.5 + 1.0 / 6}));
}

// With notice, the track is asked for and given so early that the train leaves as the possession ends: the
// decision about A-Q, which is Q's, takes 5 min.
TEST(Possession, NoticeLosesNoTimeAtItsEnd) {
  const std::string text =
      with_match(text_of("tests/networks/possession_tracks.txtpb"), "station_tracks: BINDING",
                 "station_tracks: BINDING notice { seconds: 300 }");
  const support::Runs runs = support::run_text(text, 1, true);
  const Times from_a = departures(runs, "A"), at_q = arrivals(runs, "Q"), from_q = departures(runs, "Q");
  ASSERT_EQ(from_a.size(), 2u);
  EXPECT_EQ(from_a[1], 24 * kHour);
  ASSERT_EQ(at_q.size(), 3u);
  EXPECT_EQ(from_q[1], 25 * kHour);
  EXPECT_EQ(from_q[2], 25 * kHour);
  // Trains from A have a track of Q 5 min before they leave A; that from B, which asked at 20:00, from 20:05
  // on.
  const std::int64_t held = runs.replications[0].points[point_named(runs, "Q")].held_track_seconds;
  EXPECT_EQ(held, (kHour + 300) + (kHour + 300) + (5 * kHour - 300));
  EXPECT_EQ(runs.replications[0].lines[0][0].possession_wait.seconds, 295 * kMinute);
}

// The same draws make the same containers: as many in the year, at other times.
TEST(Season, LeavesTheSumOfTheYearAlone) {
  const std::string text = text_of("scenarios/toys/season.txtpb");
  const auto released = [](const support::Runs& runs) {
    std::vector<std::int64_t> times;
    for (const rail::ContainerLeg& leg : runs.replications[0].container_legs) times.push_back(leg.ready);
    std::sort(times.begin(), times.end());
    return times;
  };
  const support::Runs even = support::run_text(with_match(text, "season: \"autumn\"", ""), 1, true);
  const support::Runs runs = support::run_text(text, 1, true);
  EXPECT_NEAR(static_cast<double>(even.replications[0].services[0].containers_released), 3650,
              4 * std::sqrt(3650))
      << "from the first day on: trains of a timetable do not wait to be filled";
  EXPECT_EQ(even.replications[0].services[0].containers_released,
            runs.replications[0].services[0].containers_released);
  const std::vector<std::int64_t> times = released(runs);
  EXPECT_LT(times.front(), 2 * 86400)
      << "trains of a timetable do not wait to be filled: demand begins with the run";
  const auto share = [&](int from_day, int to_day) {
    const auto count = std::count_if(times.begin(), times.end(), [&](std::int64_t time) {
      return time >= from_day * 86400 && time < to_day * 86400;
    });
    return static_cast<double>(count) / 3650;
  };
  // Of 18 parts February has one, less 0.8 of a quarter of it, which all others share: 0.8 / 18 of the rest.
  const double all = 18 - 0.2;
  EXPECT_NEAR(share(59, 273), 7 / all, 0.02) << "March to September";
  EXPECT_NEAR(share(273, 334), 6 / all, 0.02) << "October and November";
  EXPECT_NEAR(share(36, 43), 0.2 * 0.25 / all, 0.002) << "the week of the new year";
}

// Sundays at 2:30: 1:30 UTC in winter, 0:30 in summer; at the leap of 26 March at 1:00; on 29 October for the
// first time that the clock shows it, at 0:30.
TEST(Timetable, KeepsLocalTimeOverClockChanges) {
  const support::Runs runs = support::run("scenarios/toys/season.txtpb", 1, true);
  const Times times = departures(runs, "ALPHA");
  ASSERT_EQ(times.size(), 53u);  // 1 January and 31 December 2017 are Sundays
  const auto time_of_day = [&](std::size_t sunday) {
    return in_hours(times[sunday] - static_cast<std::int64_t>(sunday) * 7 * 86400);
  };
  EXPECT_EQ(time_of_day(0), 1.5);
  EXPECT_EQ(time_of_day(11), 1.5) << "19 March";
  EXPECT_EQ(time_of_day(12), 1.0) << "26 March";
  EXPECT_EQ(time_of_day(13), 0.5) << "2 April";
  EXPECT_EQ(time_of_day(43), 0.5) << "29 October";
  EXPECT_EQ(time_of_day(44), 1.5) << "5 November";
}

// Without clock changes, a timetable by a local clock is that of UTC moved.
TEST(Timetable, InAZoneWithoutSummerTimeIsThatOfUtcMoved) {
  const std::string text = text_of("scenarios/toys/season.txtpb");
  const std::string minsk =
      with_match(text, "time_zone: \"Europe/Warsaw\" \\}\n  \\}", "time_zone: \"Europe/Minsk\" }\n  }");
  const std::string utc =
      with_match(with_match(text, "time_zone: \"Europe/Warsaw\" \\}\n  \\}", "}\n  }"),
                 "day: SUNDAY time_of_day \\{ seconds: 9000", "day: SATURDAY time_of_day { seconds: 84600");
  EXPECT_EQ(departures(support::run_text(minsk, 1, true), "ALPHA"),
            departures(support::run_text(utc, 1, true), "ALPHA"));
}

}  // namespace
}  // namespace networks
