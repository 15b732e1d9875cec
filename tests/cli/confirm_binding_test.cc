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
