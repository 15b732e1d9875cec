// `landbridge capacity` as people call it.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/cli/program.h"

namespace {

using program::Result;
using testing::HasSubstr;
using Capacity = program::Program;

const std::string kBorder = "'" LANDBRIDGE_ROOT "/scenarios/toys/one_border.txtpb'";

// Four times its demand is what the toy carries, and is tried on the way: of a queue at capacity nobody can
// say whether it grows, so that the interval is that wide on either side of it.
TEST_F(Capacity, AnswersInASentence) {
  const std::string quick = " --precision 20% --max-replications 20 --steps 1";
  const Result text = run("capacity " + kBorder + quick);
  EXPECT_EQ(text.code, 0) << text.err;
  EXPECT_THAT(text.out, HasSubstr("one-border carries "));
  EXPECT_THAT(program::in_one_line(text.out), HasSubstr("times its demand for good, but not "));
  EXPECT_THAT(program::in_one_line(text.out), HasSubstr("Above that binds BORDER: lift (bay, 100 %"));
  const auto json = nlohmann::json::parse(run("capacity " + kBorder + quick + " --json").out);
  const auto& step = json.at("steps").at(0);
  EXPECT_LE(step.at("carried").get<double>(), json.at("bounds").at(0).at("times_demand").get<double>());
  EXPECT_GE(step.at("carried").get<double>(), 4 / 1.2);
  EXPECT_GT(step.at("not_carried").get<double>(), 4);
  EXPECT_LE(step.at("not_carried").get<double>(), 4 * 1.2);
  EXPECT_FALSE(step.at("is_precise").get<bool>());
  EXPECT_THAT(program::in_one_line(text.out), HasSubstr("4.000 "));
}

TEST_F(Capacity, SaysWhatItCannotScale) {
  const Result none = run("capacity " + kBorder + " --flows 'nobody/*'");
  EXPECT_EQ(none.code, 2);
  EXPECT_THAT(none.err, HasSubstr("--flows nobody/*: no flow"));
  EXPECT_EQ(none.out, "");
  EXPECT_EQ(run("capacity not_there.txtpb").code, 4);
  EXPECT_EQ(run("capacity " + kBorder + " --precision 0%").code, 2);
}

// One train of 40 FEU a day.
constexpr const char* kDailyTrain = R"(name: "daily"
network {
  points { id: "A" gauges_mm: 1435 }
  points { id: "B" gauges_mm: 1435 }
  lines { id: "A-B" from: "A" to: "B" gauge_mm: 1435 length_km: 500 tracks: 2 speed_km_per_day: 1000 }
}
services { services { id: "DAILY" origin: "A" destination: "B" direction: WESTBOUND formation {
  rule: TIMETABLE train_feu: 40 departures { time_of_day { seconds: 43200 } } } } }
)";

// Nothing, any number of times.
TEST_F(Capacity, RefusesDemandOfNone) {
  const std::string railway = fmt::format(
      "{}{}\n", kDailyTrain, "experiment { spin_up { seconds: 864000 } counted { seconds: 2592000 } }");
  const std::string none = R"(flows { id: "none" service: "DAILY" containers_per_year: 0 })";
  write("none.txtpb", railway + "demand { " + none + " }\n");
  const Result all = run("capacity none.txtpb");
  EXPECT_EQ(all.code, 3);
  EXPECT_THAT(all.err, testing::AllOf(HasSubstr("no demand that could grow"), HasSubstr("0 a year")));
  EXPECT_EQ(all.out, "");
  write("some.txtpb", railway + "demand { " + none +
                          R"( flows { id: "some" service: "DAILY" containers_per_year: 7300 } }
)");
  const Result of_none = run("capacity some.txtpb --flows none");
  EXPECT_EQ(of_none.code, 3);
  EXPECT_THAT(of_none.err, HasSubstr("no demand of `none` that could grow"));
  EXPECT_EQ(run("capacity some.txtpb --flows som").code, 2) << "that is no name";
  EXPECT_EQ(run("capacity some.txtpb --steps 1 --precision 20% --max-replications 5").code, 0);
}

// A post that takes two hours for a train; one of three clerks is there all the time, the others are away for
// years. Where they are for a month only, that is no usual day. Nobody goes round by D then, where most wait.
std::string cut_post(const char* from, const char* to) {
  return fmt::format(R"(
name: "cut"
network {{
  points {{ id: "A" gauges_mm: 1435 time_zone: "UTC" }}
  points {{ id: "B" gauges_mm: 1435 time_zone: "UTC" }}
  points {{ id: "D" gauges_mm: 1435 time_zone: "UTC" }}
  lines {{ id: "AB" from: "A" to: "B" gauge_mm: 1435 length_km: 1 tracks: 2 speed_km_per_day: 1000 headway {{}} }}
  lines {{ id: "AD" from: "A" to: "D" gauge_mm: 1435 length_km: 1 tracks: 2 speed_km_per_day: 1000 headway {{}} paths_per_day: 3 }}
  lines {{ id: "DB" from: "D" to: "B" gauge_mm: 1435 length_km: 1 tracks: 2 speed_km_per_day: 1000 headway {{}} }}
}}
processes {{
  resources {{ id: "post" point: "B" servers: 3 }}
  processes {{ id: "B.w" point: "B" role: DESTINATION direction: WESTBOUND
    stages {{ name: "d" resource: "post" duration {{ unit: HOURS exponential {{ mean: 2 }} }} }} }}
}}
services {{
  services {{ id: "TO-B" origin: "A" destination: "B" direction: WESTBOUND
    formation {{ rule: RATE train_feu: 40 own_containers: 40 interval {{ unit: HOURS exponential {{ mean: 4 }} }} }} }}
  services {{ id: "TO-D" origin: "A" destination: "D" direction: WESTBOUND
    formation {{ rule: RATE train_feu: 40 own_containers: 40 interval {{ unit: HOURS exponential {{ mean: 4 }} }} }} }}
}}
disruptions {{
  disruptions {{ id: "cut" from: "{}T00:00" to: "{}T00:00" time_zone: "UTC" capacity_cut {{ resource: "post" servers: 1 }}
    provenance {{ assumption: true note: "a toy" }} }}
  disruptions {{ id: "works" from: "2017-02-01T00:00" to: "2017-02-02T00:00" time_zone: "UTC" closure {{ lines: "AB" }}
    provenance {{ assumption: true note: "a toy" }} }}
  rerouting {{ tolerance {{ seconds: 3600 }} provenance {{ assumption: true note: "a toy" }} }}
}}
experiment {{ spin_up {{ seconds: 2419200 }} count_from {{ seconds: 1483228800 }} counted {{ seconds: 31449600 }} }}
)",
                     from, to);
}

TEST_F(Capacity, IsOfTheUsualDay) {
  const auto step_of = [&](const char* from, const char* to) {
    write("cut.txtpb", cut_post(from, to));
    const Result result =
        run("capacity cut.txtpb --flows TO-B --steps 1 --precision 10% --max-replications 5 --json");
    EXPECT_EQ(result.code, 0) << result.err;
    return nlohmann::json::parse(result.out).at("steps").at(0);
  };
  const auto always = step_of("2016-01-01", "2030-01-01"), month = step_of("2017-03-01", "2017-04-01");
  EXPECT_LE(always.at("carried").get<double>(), 2) << "twelve trains a day, of which six come";
  EXPECT_GT(always.at("carried").get<double>(), 1.6);
  EXPECT_GT(month.at("carried").get<double>(), 5) << "36 trains a day";
  for (const auto& step : {always, month}) {
    EXPECT_EQ(step.at("binding").at("place"), "post");
    EXPECT_GT(step.at("binding").at("share").get<double>(), 0.99)
        << "the others wait for AD, which is no way of it";
  }
}

// And 20 containers a day: twice as many fill it, whatever the railway could carry.
TEST_F(Capacity, SaysThatTrainsOfATimetableAreFull) {
  write("tt.txtpb", std::string(kDailyTrain) +
                        R"(demand { flows { id: "goods" service: "DAILY" containers_per_year: 7300 } }
experiment { spin_up { seconds: 864000 } counted { seconds: 31536000 } }
)");
  const Result text = run("capacity tt.txtpb --precision 20% --max-replications 10");
  EXPECT_EQ(text.code, 0) << text.err;
  EXPECT_THAT(program::in_one_line(text.out),
              testing::AllOf(HasSubstr("Above that the trains of DAILY are full"),
                             HasSubstr(": more or longer trains of DAILY would carry more.")));
  const auto step =
      nlohmann::json::parse(run("capacity tt.txtpb --precision 20% --max-replications 10 --json").out)
          .at("steps")
          .at(0);
  EXPECT_EQ(step.at("full_trains").at(0), "DAILY");
  EXPECT_TRUE(step.at("binding").is_null());
  EXPECT_LE(step.at("carried").get<double>(), 2.01);
}

// A train a week of 200 FEU, a bay that lifts a container an hour: 168 of a train's 200 a week, so that
// trains leave with room. With two bays they are full first.
TEST_F(Capacity, SaysThatABayBindsWhereTrainsHaveRoom) {
  write("weekly.txtpb", R"(
name: "weekly"
network {
  points { id: "EAST" gauges_mm: 1435 }
  points { id: "BORDER" gauges_mm: 1435 gauges_mm: 1520 }
  points { id: "WEST" gauges_mm: 1520 }
  lines { id: "N" from: "EAST" to: "BORDER" gauge_mm: 1435 length_km: 500 tracks: 2 speed_km_per_day: 800 }
  lines { id: "B" from: "BORDER" to: "WEST" gauge_mm: 1520 length_km: 1000 tracks: 2 speed_km_per_day: 1000 }
}
processes {
  processes { id: "BORDER.westbound" point: "BORDER" role: CHANGE_OF_GAUGE direction: WESTBOUND
    stages { name: "lift" kind: GAUGE_CHANGE } }
  gauge_changes { id: "BORDER.lift" point: "BORDER" from_gauge_mm: 1435 to_gauge_mm: 1520 bays: 1 lifts_per_hour: 1 }
}
services { services { id: "WEEKLY" origin: "EAST" destination: "WEST" direction: WESTBOUND formation {
  rule: TIMETABLE train_feu: 200 departures { day: MONDAY time_of_day { seconds: 9000 } } time_zone: "UTC" } } }
demand { flows { id: "goods" service: "WEEKLY" containers_per_year: 3650 } }
experiment { spin_up { seconds: 4838400 } count_from { seconds: 1483228800 } counted { seconds: 31536000 } }
)");
  const Result text = run("capacity weekly.txtpb");
  EXPECT_EQ(text.code, 0) << text.err;
  const std::string line = program::in_one_line(text.out);
  EXPECT_THAT(
      line,
      testing::AllOf(HasSubstr("2.40 times, which is above the bound. Above that binds BORDER: lift (bay, "),
                     HasSubstr("With 2 bays instead of 1 (BORDER: lift) it carries 2."),
                     HasSubstr("Above that the trains of WEEKLY are full")));
  EXPECT_THAT(line, testing::Not(HasSubstr("may be higher"))) << "the bound excludes more";
}

// Of two desks the one with small trains is too slow; more containers wait for the other one, which is not.
TEST_F(Capacity, NamesWhatTheLinearProgramSaysWhereOthersWaitLonger) {
  write("two.txtpb", R"(
name: "two"
network {
  points { id: "Y" gauges_mm: 1435 }
  points { id: "S" gauges_mm: 1435 }
  points { id: "B" gauges_mm: 1435 }
  lines { id: "YS" from: "Y" to: "S" gauge_mm: 1435 length_km: 1 headway { seconds: 0 } tracks: 2 speed_km_per_day: 1000 }
  lines { id: "YB" from: "Y" to: "B" gauge_mm: 1435 length_km: 1 headway { seconds: 0 } tracks: 2 speed_km_per_day: 1000 }
}
processes {
  resources { id: "S.desk" point: "S" servers: 1 }
  resources { id: "B.desk" point: "B" servers: 1 }
  processes { id: "S.w" point: "S" role: DESTINATION direction: WESTBOUND
    stages { name: "d" resource: "S.desk" duration { unit: HOURS exponential { mean: 1.8 } } } }
  processes { id: "B.w" point: "B" role: DESTINATION direction: WESTBOUND
    stages { name: "d" resource: "B.desk" duration { unit: HOURS exponential { mean: 1.6 } } } }
}
services {
  services { id: "SMALL" origin: "Y" destination: "S" direction: WESTBOUND formation { rule: RATE train_feu: 5
    own_containers: 5 interval { unit: HOURS exponential { mean: 2 } } } }
  services { id: "BIG" origin: "Y" destination: "B" direction: WESTBOUND formation { rule: RATE train_feu: 60
    own_containers: 60 interval { unit: HOURS exponential { mean: 2 } } } }
}
experiment { spin_up { seconds: 8640000 } counted { seconds: 5184000 } }
)");
  const auto ask = [this](const char* more) {
    const std::string words = "capacity two.txtpb --precision 20% --max-replications 10 --steps 1 ";
    return run(words + more);
  };
  const auto step = nlohmann::json::parse(ask("--json").out).at("steps").at(0);
  EXPECT_EQ(step.at("binding").at("place"), "S.desk");
  EXPECT_EQ(step.at("binding").at("cause"), "server");
  EXPECT_TRUE(step.at("binding").at("by_bound").get<bool>());
  EXPECT_LT(step.at("binding").at("share").get<double>(), 0.5);
  EXPECT_THAT(
      program::in_one_line(ask("--flows SMALL").out),
      testing::AllOf(HasSubstr("its demand of SMALL"), HasSubstr("no queue of a service asked about grows")));
}

std::string daily(const char* line, const char* formation, const char* demand) {
  return fmt::format(R"(
name: "daily"
network {{
  points {{ id: "A" gauges_mm: 1435 }}
  points {{ id: "B" gauges_mm: 1435 }}
  lines {{ id: "A-B" from: "A" to: "B" gauge_mm: 1435 length_km: 500 tracks: 2 speed_km_per_day: 1000 {} }}
}}
services {{ services {{ id: "S" origin: "A" destination: "B" direction: WESTBOUND formation {{
  rule: TIMETABLE train_feu: 40 departures {{ time_of_day {{ seconds: 43200 }} }} {} }} }} }}
demand {{ flows {{ id: "goods" service: "S" {} }} }}
experiment {{ spin_up {{ seconds: 2592000 }} counted {{ seconds: 31536000 }} }}
)",
                     line, formation, demand);
}

// Ten plugs on a train of 40 places, five refrigerated containers a day: it leaves with 30 places to spare.
TEST_F(Capacity, SaysThatPlugsBindWhereTrainsHaveRoom) {
  write("plugs.txtpb", daily("", "reefer_plugs: 10", "containers_per_year: 1825 kind: REEFER_LADEN"));
  const Result found = run("capacity plugs.txtpb --precision 20% --max-replications 10 --steps 1 --json");
  EXPECT_EQ(found.code, 0) << found.err;
  const auto step = nlohmann::json::parse(found.out).at("steps").at(0);
  EXPECT_TRUE(step.at("full_trains").empty());
  EXPECT_EQ(step.at("binding").at("cause"), "plug");
  EXPECT_LE(step.at("carried").get<double>(), 2.01);
}

// Two trains a day, one path: less demand makes no fewer trains.
TEST_F(Capacity, SaysThatATimetableHasAsManyTrainsAtAnyDemand) {
  write("twice.txtpb", daily("paths_per_day: 1", "departures { time_of_day { seconds: 3600 } }",
                             "containers_per_year: 7300"));
  const Result text = run("capacity twice.txtpb --precision 20% --max-replications 5");
  EXPECT_EQ(text.code, 0) << text.err;
  EXPECT_THAT(
      program::in_one_line(text.out),
      testing::AllOf(
          HasSubstr("does not even carry 0.02 times its demand for good. Even then binds A - B (path"),
          HasSubstr("trains by a timetable, a list or a rate are as many at any demand")));
}

}  // namespace
