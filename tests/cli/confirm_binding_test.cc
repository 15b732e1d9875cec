// `--confirm-binding` as people call it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/cli/program.h"

namespace {

using nlohmann::json;
using program::in_one_line;
using program::Result;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using ConfirmBinding = program::Program;

const std::string kQueue = "'" LANDBRIDGE_ROOT "/scenarios/toys/one_queue.txtpb'";
const std::string kClosure = "'" LANDBRIDGE_ROOT "/scenarios/toys/closure.txtpb'";

TEST_F(ConfirmBinding, RunsWithATenthMore) {
  const Result result = run("run " + kQueue + " -n 3 --confirm-binding");
  EXPECT_EQ(result.code, 0) << result.err;
  EXPECT_THAT(in_one_line(result.out),
              AllOf(HasSubstr("Confirmed for DESK: clerk by a paired run with 2 servers instead of 1: -"),
                    HasSubstr(" (-95 %) container-hours of waiting there, -"), HasSubstr(" (-95 %) in all; "),
                    HasSubstr("TEU delivered. It still binds.")));
  const json with = json::parse(run("run " + kQueue + " -n 3 --confirm-binding --json").out);
  const json& confirmation = with.at("binding_confirmation");
  EXPECT_EQ(confirmation.at("verdict"), "confirmed");
  EXPECT_EQ(confirmation.at("tried"), "2 servers instead of 1");
  EXPECT_EQ(confirmation.at("pairs"), 3);
  const json without = json::parse(run("run " + kQueue + " -n 3 --json").out);
  EXPECT_FALSE(without.contains("binding_confirmation"));
  EXPECT_EQ(with.at("manifest").at("results_hash"), without.at("manifest").at("results_hash"));
}

TEST_F(ConfirmBinding, SaysNothingOfARunThatStandsStill) {
  const Result result = run("run '" LANDBRIDGE_ROOT "/scenarios/toys/gridlock.txtpb' -n 2 --confirm-binding");
  EXPECT_THAT(in_one_line(result.out), AllOf(HasSubstr("Not tried with more of "),
                                             HasSubstr(": trains wait for each other for ever, and hours "),
                                             Not(HasSubstr("Confirmed"))));
}

// In the folder and on the page of a run, in the words that are printed; the run itself is the same.
TEST_F(ConfirmBinding, IsKept) {
  const std::string command = "run " + kQueue + " -n 3 --out ";
  const Result result = run(command + "with --confirm-binding");
  ASSERT_EQ(run(command + "without").code, 0);
  const json with = json::parse(files::content(file("with/manifest.json")));
  const json without = json::parse(files::content(file("without/manifest.json")));
  const json& kept = with.at("binding_confirmation");
  EXPECT_EQ(kept.at("name"), "DESK: clerk");
  EXPECT_EQ(kept.at("verdict"), "confirmed");
  EXPECT_NEAR(kept.at("container_hours_there").at("mean").get<double>() /
                  kept.at("container_hours_there").at("before").get<double>(),
              -0.952, 0.01)
      << "by Erlang's formula";
  EXPECT_THAT(in_one_line(result.out), HasSubstr(kept.at("text").get<std::string>()));
  EXPECT_FALSE(without.contains("binding_confirmation"));
  EXPECT_EQ(with.at("results_hash"), without.at("results_hash"));
  ASSERT_EQ(run("report with -o with.html").code, 0);
  ASSERT_EQ(run("report without -o without.html").code, 0);
  const std::string page = files::content(file("with.html"));
  EXPECT_THAT(page, HasSubstr("\"confirmation\":\"" + kept.at("text").get<std::string>()));
  EXPECT_THAT(page, HasSubstr(" --seed 1 --confirm-binding\""));
  EXPECT_THAT(files::content(file("without.html")), HasSubstr("\"confirmation\":null"));
}

TEST_F(ConfirmBinding, IsKeptOfEachVariant) {
  const std::string changed = " -c 'resources/DESK.clerk/servers = 2'";
  const Result result = run("compare " + kQueue + changed + " -n 3 --confirm-binding --json --out c");
  const json printed = json::parse(result.out).at(0).at("variant_binding_confirmation");
  EXPECT_EQ(printed.at("tried"), "3 servers instead of 2");
  EXPECT_EQ(json::parse(files::content(file("c/variant-1/manifest.json"))).at("binding_confirmation"),
            printed);
  EXPECT_FALSE(json::parse(files::content(file("c/base/manifest.json"))).contains("binding_confirmation"));
  EXPECT_THAT(json::parse(files::content(file("c/manifest.json"))).at("command").get<std::string>(),
              HasSubstr(" --confirm-binding"));
  ASSERT_EQ(run("report c -o c.html").code, 0);
  const std::string page = files::content(file("c.html"));
  EXPECT_THAT(page, HasSubstr("\"confirmation\":null"));
  EXPECT_THAT(page, HasSubstr("\"confirmation\":\"" + printed.at("text").get<std::string>()));
}

// Killed as soon as that of the first variant is there, while twenty replications of the second one are to
// come.
TEST_F(ConfirmBinding, LosesNothingThatIsThereWhenKilled) {
  write("two.txtpb", "include: \"" LANDBRIDGE_ROOT
                     "/scenarios/toys/one_queue.txtpb\"\nchange { set { field: "
                     "\"resources/DESK.clerk/servers\" to: \"2\" } }\n");
  shell("{ '" LANDBRIDGE_PROGRAM "' compare " + kQueue +
        " two.txtpb two.txtpb -n 20 -t 1 --confirm-binding --out c & "
        "while kill -0 $! && ! grep -q binding_confirmation c/variant-1/manifest.json; do sleep 0.01; done; "
        "kill -9 $!; wait; }");
  const json first = json::parse(files::content(file("c/variant-1/manifest.json")));
  const json second = json::parse(files::content(file("c/variant-2/manifest.json")));
  EXPECT_EQ(first.at("binding_confirmation").at("verdict"), "confirmed");
  EXPECT_EQ(second.at("replications_complete"), 20);
  EXPECT_FALSE(second.contains("binding_confirmation")) << "it was killed before that";
  EXPECT_EQ(run("report c -o c.html").code, 0);
}

TEST_F(ConfirmBinding, SaysWhatCannotBeWidened) {
  const Result result = run("run " + kClosure + " --confirm-binding");
  EXPECT_EQ(result.code, 0) << result.err;
  EXPECT_THAT(in_one_line(result.out),
              HasSubstr("Not tried with more of EAST - WEST: a closure is no resource"));
}

TEST_F(ConfirmBinding, OfEachVariant) {
  write("as_long.txtpb", "include: \"" LANDBRIDGE_ROOT
                         "/scenarios/toys/one_border.txtpb\"\n"
                         "change { set { field: \"experiment/counted\" to: \"315360000 s\" } }\n");
  const Result result = run("compare as_long.txtpb " + kQueue + " -n 3 --confirm-binding");
  EXPECT_THAT(in_one_line(result.out),
              HasSubstr("Confirmed for DESK: clerk by a paired run with 2 servers instead of 1"));
  const json list =
      json::parse(run("compare as_long.txtpb " + kQueue + " -n 3 --confirm-binding --json").out);
  EXPECT_EQ(list.at(0).at("variant_binding_confirmation").at("place"), "DESK.clerk");
  EXPECT_THAT(run("compare as_long.txtpb " + kQueue + " -n 3").out, Not(HasSubstr("paired run")));
}

TEST_F(ConfirmBinding, OfAScenarioBesideItself) {
  const Result result = run("compare " + kQueue + " " + kQueue + " -n 3 --confirm-binding");
  EXPECT_THAT(in_one_line(result.out), AllOf(HasSubstr("Nothing differs: all results are equal"),
                                             HasSubstr("Confirmed for DESK: clerk by a paired run with")));
}

}  // namespace
