// Queues that grow at design points: the same however often a sweep is interrupted, and as of single runs.
#include "studies/point_queues.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>

#include "studies/growth_words.h"
#include "studies/study_merge.h"
#include "studies/study_tables.h"
#include "tests/studies/files.h"
#include "tests/studies/saturated.h"
#include "tests/studies/toy_study.h"

namespace studies {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr int kPoints = 3;
constexpr int kReplications = 5;

// 2.4 trains a day to a post that passes 24 a day, but of point 1 one a day.
std::shared_ptr<const rail::Model> at_point(int point) {
  rail::ModelInput input = toys::two_points_input();
  input.services[0].interval = rail::Distribution::uniform(9.0 * saturated::kHour, 11.0 * saturated::kHour);
  saturated::add_inspection(input, 1, (point == 1 ? 24 : 1) * saturated::kHour);
  return rail::Model::build(std::move(input));
}

SweepOptions options(int replications = kReplications, int threads = 2) {
  SweepOptions options = toys::sweep_options(replications, threads, Backend::kJthread);
  options.build = [](int point) { return PointModel{at_point(point), fmt::format("scenario {}", point)}; };
  return options;
}

std::string text_of(Database& database) {
  std::string text;
  for (const std::optional<PointGrowth>& one : read_growths(database, kPoints)) {
    if (one) text += fmt::format("of {} ({}):", one->replications, one->unknown);
    for (const GrowingQueue& queue : one ? one->queues : std::vector<GrowingQueue>())
      text += fmt::format(" {} {} {} {} {}", queue.place, queue.cause, queue.waiting_at_end.mean,
                          queue.added.mean, queue.added.half_width.value_or(-1));
    text += "\n";
  }
  return text;
}

class PointQueuesOfAStudy : public testing::Test {
 protected:
  fs::path path(const std::string& name) const { return folder_.path() / name; }

  std::string swept(const std::string& name, const std::vector<SweepOptions>& in_turn) {
    StudyFile file(path(name), toys::facts(kPoints, kReplications));
    for (const SweepOptions& one : in_turn) sweep(file, one);
    return text_of(file.database());
  }
  std::vector<std::string> notes(const std::string& name) const {
    Database database(path(name), Database::Access::kRead);
    return growth_notes(database, read_facts(database), PlaceNames(), read_growths(database, kPoints));
  }

  files::TemporaryFolder folder_;
};

TEST_F(PointQueuesOfAStudy, GrowAsThoseOfSingleRuns) {
  StudyFile file(path("s.sqlite"), toys::facts(kPoints, kReplications));
  sweep(file, options());
  const auto growths = read_growths(file.database(), kPoints);
  ASSERT_TRUE(growths[0] && growths[1] && growths[2]);
  EXPECT_THAT(growths[0]->queues, IsEmpty());
  EXPECT_EQ(growths[0]->unknown, "");
  ASSERT_EQ(growths[1]->queues.size(), 1U);

  const auto model = at_point(1);
  WatchedQueues watched;
  ReplicationsOptions alone;
  alone.replications = kReplications;
  alone.run_one = [&](const rail::Model& one, const rail::ReplicationOptions& how) {
    return watched.run_one(one, how);
  };
  const ReplicationsResult result = run_replications(*model, alone);
  const std::vector<GrowingQueue> expected =
      growing_queues(*model, result, watched.of(*model, kReplications));
  ASSERT_EQ(expected.size(), 1U);
  const GrowingQueue& found = growths[1]->queues[0];
  EXPECT_EQ(found.place, "post");
  EXPECT_EQ(found.cause, expected[0].cause);
  EXPECT_EQ(found.waiting_at_end.mean, expected[0].waiting_at_end.mean);
  EXPECT_EQ(found.waiting_at_end.sd, expected[0].waiting_at_end.sd);
  EXPECT_EQ(found.waiting_at_end.half_width, expected[0].waiting_at_end.half_width);
  EXPECT_EQ(found.added.mean, expected[0].added.mean);
  EXPECT_EQ(growing_text("base", PlaceNames(), growths[1]->queues),
            growing_text("base", PlaceNames(), expected));
}

TEST_F(PointQueuesOfAStudy, HangOnNoThreadAndNoInterruption) {
  const std::string reference = swept("whole.sqlite", {options(kReplications, 1)});
  EXPECT_THAT(reference, HasSubstr("post server"));
  EXPECT_EQ(swept("threads.sqlite", {options(kReplications, 3)}), reference);
  EXPECT_EQ(swept("more.sqlite", {options(2), options()}), reference) << "two replications were there before";
  for (const int after : {1, 3, 6}) {
    std::atomic<bool> interrupt{false};
    SweepOptions interrupted = options(kReplications, 1);
    interrupted.interrupt = &interrupt;
    interrupted.written = [&](int written) { interrupt = interrupt || written >= after; };
    EXPECT_EQ(swept(fmt::format("{}.sqlite", after), {interrupted, options()}), reference) << after;
  }
}

TEST_F(PointQueuesOfAStudy, AreToldInTheWordsOfCompare) {
  swept("s.sqlite", {options()});
  EXPECT_THAT(notes("s.sqlite"),
              ElementsAre(testing::AllOf(HasSubstr("In design point 1 a queue grows at post (server, "),
                                         HasSubstr("grow with the length of the run, and differences"))));
  EXPECT_EQ(point_growth_text(0, PlaceNames(), PointGrowth{5, ""}), "");
  EXPECT_EQ(point_growth_text(0, PlaceNames(), std::nullopt), "");
}

// Three points are told of, of the others how many there are: a queue that a closure left, or a season may
// have made, does not grow.
TEST_F(PointQueuesOfAStudy, ThatDoNotGrowForGoodAreCountedApart) {
  GrowingQueue grows;
  grows.place = "post";
  grows.cause = "server";
  GrowingQueue left = grows, seasonal = grows;
  left.disruptions = {"shut"};
  seasonal.is_seasonal = true;
  const PointGrowth for_good{4, "", {left, grows}}, closed{4, "", {left}}, season{4, "", {seasonal}};
  EXPECT_TRUE(grows_for_good(for_good));
  EXPECT_FALSE(grows_for_good(closed));
  EXPECT_FALSE(grows_for_good(season));
  swept("s.sqlite", {options()});
  Database database(path("s.sqlite"), Database::Access::kRead);
  const std::vector<std::string> told = growth_notes(database, read_facts(database), PlaceNames(),
                                                     {closed, closed, closed, for_good, closed, season});
  ASSERT_EQ(told.size(), 5U);
  EXPECT_EQ(told[3], "Queues grow in 1 more design point, too.");
  EXPECT_EQ(told[4],
            "In 2 more design points queues that are longer at the end may be a disruption's or a season's.");
}

TEST_F(PointQueuesOfAStudy, OfOlderProgramsAreNotKnown) {
  swept("s.sqlite", {options()});
  Database(path("s.sqlite"), Database::Access::kWrite).run("DROP TABLE growth; DROP TABLE growing_queue");
  EXPECT_THAT(notes("s.sqlite"), ElementsAre("Whether queues grow is not known of 3 design points: an older "
                                             "program ran them, which did not look."));
  StudyFile again(path("s.sqlite"), toys::facts(kPoints, kReplications));
  sweep(again, options());
  EXPECT_EQ(text_of(again.database()), "\n\n\n") << "nothing is run anew for it";
}

TEST_F(PointQueuesOfAStudy, OfOneReplicationAreNotKnown) {
  const std::string text = swept("s.sqlite", {options(1)});
  EXPECT_THAT(text, HasSubstr("of 1 (of one replication nothing can be said):"));
  EXPECT_THAT(notes("s.sqlite"), IsEmpty());
}

TEST_F(PointQueuesOfAStudy, OfFewReplicationsAreKnownWhereSomeGrow) {
  const std::string text = swept("s.sqlite", {options(3)});
  EXPECT_THAT(text, testing::AllOf(HasSubstr("of 3 (): post server "),
                                   HasSubstr("of 3 (of 3 replications only growth")));
  EXPECT_THAT(notes("s.sqlite"),
              ElementsAre(HasSubstr("In design point 1 a queue grows at post"),
                          HasSubstr("not known of 2 design points: of 3 replications only growth that is")));
}

TEST_F(PointQueuesOfAStudy, AreMergedFromWhoeverHasMostReplications) {
  const std::string whole = swept("whole.sqlite", {options()});
  SweepOptions first = options(2), second = options(), third = options();
  first.shard = {1, 3};
  second.shard = {1, 3};
  third.shard = {0, 3};
  swept("few.sqlite", {first});
  swept("1.sqlite", {second});
  swept("0.sqlite", {third});
  merge_studies({path("few.sqlite"), path("1.sqlite"), path("0.sqlite")}, path("merged.sqlite"));
  Database merged(path("merged.sqlite"), Database::Access::kRead);
  const std::string text = text_of(merged);
  EXPECT_EQ(text.substr(0, text.size() - 1), whole.substr(0, text.size() - 1)) << "the last point is missing";
}

}  // namespace
}  // namespace studies
