// `landbridge capacity` as people call it.
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
  const std::string quick = " --precision 20% --max-replications 10 --steps 1";
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

// One train of 40 FEU a day, and 20 containers: twice as many fill it, whatever the railway could carry.
TEST_F(Capacity, SaysThatTrainsOfATimetableAreFull) {
  write("tt.txtpb", R"(
name: "tt"
network {
  points { id: "A" gauges_mm: 1435 }
  points { id: "B" gauges_mm: 1435 }
  lines { id: "A-B" from: "A" to: "B" gauge_mm: 1435 length_km: 500 tracks: 2 speed_km_per_day: 1000 }
}
services { services { id: "DAILY" origin: "A" destination: "B" direction: WESTBOUND formation {
  rule: TIMETABLE train_feu: 40 departures { time_of_day { seconds: 43200 } } } } }
demand { flows { id: "goods" service: "DAILY" containers_per_year: 7300 } }
experiment { spin_up { seconds: 864000 } counted { seconds: 31536000 } }
)");
  const Result text = run("capacity tt.txtpb --precision 20% --max-replications 10");
  EXPECT_EQ(text.code, 0) << text.err;
  EXPECT_THAT(program::in_one_line(text.out),
              testing::AllOf(HasSubstr("Above that the trains of DAILY are full"),
                             HasSubstr("a timetable with more or longer trains of DAILY would carry more")));
  const auto step =
      nlohmann::json::parse(run("capacity tt.txtpb --precision 20% --max-replications 10 --json").out)
          .at("steps")
          .at(0);
  EXPECT_EQ(step.at("full_trains").at(0), "DAILY");
  EXPECT_TRUE(step.at("binding").is_null());
  EXPECT_LE(step.at("carried").get<double>(), 2.01);
}

}  // namespace
