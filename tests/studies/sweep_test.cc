#include "studies/sweep.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <set>
#include <thread>

#include "studies/io_error.h"
#include "studies/replications.h"
#include "tests/studies/files.h"
#include "tests/studies/toy_study.h"

namespace studies {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::ThrowsMessage;

constexpr int kPoints = 5;
constexpr int kReplications = 4;

// One at a time: a test has one folder.
class SweepFile {
 public:
  explicit SweepFile(int replications = kReplications)
      : file_(folder_.path() / "s.sqlite", toys::facts(kPoints, replications)) {}
  StudyFile& operator*() { return file_; }
  StudyFile* operator->() { return &file_; }

 private:
  files::TemporaryFolder folder_;
  StudyFile file_;
};

std::string serial_rows() {
  SweepFile file;
  sweep(*file, toys::sweep_options(kReplications, 1, Backend::kSerial));
  return toys::rows(file->database());
}

// Ends later the lower its number: threads finish in the wrong order.
rail::Observations slow_first(const rail::Model& model, const rail::ReplicationOptions& options) {
  std::this_thread::sleep_for(std::chrono::milliseconds(options.replication == 0 ? 20 : 1));
  return rail::run_replication(model, options);
}

// Named after the backend: ThreadSanitizer leaves those of TBB out (CMakePresets.json).
class SweepOnThreads : public testing::TestWithParam<Backend> {};

TEST_P(SweepOnThreads, HasTheSameRowsOnAnyNumber) {
  const std::string reference = serial_rows();
  for (const int threads : {1, 2, 3, 8}) {
    SweepFile file;
    SweepOptions options = toys::sweep_options(kReplications, threads, GetParam());
    options.run_one = slow_first;
    const SweepResult result = sweep(*file, options);
    EXPECT_EQ(result.written, kPoints * kReplications);
    EXPECT_EQ(toys::rows(file->database()), reference) << threads;
  }
}

INSTANTIATE_TEST_SUITE_P(Backends, SweepOnThreads, testing::Values(Backend::kTbb, Backend::kJthread),
                         [](const auto& backend) { return std::string(to_string(backend.param)); });

// What `run` finds for a scenario by itself.
TEST(Sweep, HasTheResultsOfSingleRuns) {
  SweepFile file;
  sweep(*file, toys::sweep_options(kReplications, 2, Backend::kJthread));
  for (int point = 0; point < kPoints; ++point) {
    ReplicationsOptions alone;
    alone.replications = kReplications;
    alone.threads = 1;
    const ReplicationsResult single = run_replications(*toys::at_speed(500 + 50 * point), alone);
    Statement row = file->database().prepare(
        "SELECT hash, value FROM replication JOIN result USING(point, replication) "
        "WHERE point = ? AND kpi = 'total/both/teu_delivered' ORDER BY replication");
    row.bind(point);
    for (const Replication& replication : single.complete) {
      ASSERT_TRUE(row.next());
      EXPECT_EQ(row.text(0), replication.hash);
      const auto kpi = std::find_if(replication.kpis.begin(), replication.kpis.end(),
                                    [](const auto& one) { return one.key == "total/both/teu_delivered"; });
      ASSERT_NE(kpi, replication.kpis.end());
      EXPECT_EQ(row.number(1), kpi->value);
    }
  }
}

TEST(Sweep, KeepsTheKpisThatAreAskedForOnly) {
  SweepFile file;
  sweep(*file, toys::sweep_options(1, 2, Backend::kJthread));
  std::set<std::string> keys;
  Statement row = file->database().prepare("SELECT key FROM kpi");
  while (row.next()) keys.insert(row.text(0));
  EXPECT_EQ(keys,
            (std::set<std::string>{"total/both/trains_departed", "total/both/teu_delivered",
                                   "total/both/containers_delivered", "line/AB/westbound/trains_per_day",
                                   "line/AB/eastbound/trains_per_day"}));
}

// The key is pressed as the model of point 2 is begun: what the points before it have is kept, and nobody is
// told of an error.
TEST(Sweep, IsInterruptedWhileAModelIsBuilt) {
  const std::string reference = serial_rows();
  SweepFile file;
  std::atomic<bool> interrupt{false};
  SweepOptions options = toys::sweep_options(kReplications, 1, Backend::kSerial);
  options.interrupt = &interrupt;
  options.build = [&interrupt, build = options.build](int point) {
    if (point == 2) interrupt = true;
    return build(point);
  };
  const SweepResult result = sweep(*file, options);
  EXPECT_GT(result.written, 0);
  EXPECT_LT(result.written, 2 * kReplications + 1);
  interrupt = false;
  options.build = toys::sweep_options(kReplications, 1, Backend::kSerial).build;
  sweep(*file, options);
  EXPECT_EQ(toys::rows(file->database()), reference);
}

TEST(Sweep, ShardsAreThePartsOfTheWhole) {
  const std::string reference = serial_rows();
  SweepFile file;
  int written = 0;
  for (int index : {2, 0, 1}) {
    SweepOptions options = toys::sweep_options(kReplications, 2, Backend::kJthread);
    options.shard = {index, 3};
    const SweepResult result = sweep(*file, options);
    EXPECT_EQ(result.asked, kReplications * (index == 2 ? 1 : 2));
    written += result.written;
  }
  EXPECT_EQ(written, kPoints * kReplications);
  EXPECT_EQ(toys::rows(file->database()), reference);
}

TEST(Sweep, GoesOnWhereItWasInterrupted) {
  const std::string reference = serial_rows();
  SweepFile file;
  SweepOptions options = toys::sweep_options(kReplications, 2, Backend::kJthread);
  int written = 0, rounds = 0;
  for (; written < kPoints * kReplications && rounds < 100; ++rounds) {
    std::atomic<bool> interrupt{false};
    std::atomic<int> runs{0};
    options.interrupt = &interrupt;
    options.run_one = [&](const rail::Model& model, const rail::ReplicationOptions& one) {
      rail::Observations seen = rail::run_replication(model, one);
      if (++runs == 3) interrupt = true;  // this one is complete; the first may be one that the file has
      return seen;
    };
    const SweepResult result = sweep(*file, options);
    EXPECT_EQ(result.found, written);
    EXPECT_GE(result.written, std::min(2, result.asked - result.found)) << "what has ended is written";
    written += result.written;
  }
  EXPECT_GT(rounds, 2);
  EXPECT_EQ(toys::rows(file->database()), reference);
}

TEST(Sweep, AsksForMoreReplicationsLater) {
  const std::string reference = serial_rows();
  SweepFile file;
  sweep(*file, toys::sweep_options(1, 2, Backend::kJthread));
  const SweepResult rest = sweep(*file, toys::sweep_options(kReplications, 2, Backend::kJthread));
  EXPECT_EQ(rest.found, kPoints);
  EXPECT_EQ(rest.written, kPoints * (kReplications - 1));
  EXPECT_EQ(toys::rows(file->database()), reference);
  int built = 0;
  SweepOptions again = toys::sweep_options(kReplications, 2, Backend::kJthread);
  again.build = [&](int) -> PointModel { throw std::logic_error(std::to_string(++built)); };
  EXPECT_EQ(sweep(*file, again).written, 0) << "nothing to do, nothing read";
}

TEST(Sweep, KeepsWhatHasEndedWhenADesignPointFails) {
  SweepFile file;
  SweepOptions options = toys::sweep_options(kReplications, 1, Backend::kSerial);
  const PointModels::Build build = options.build;
  options.build = [&](int point) {
    if (point == 3) throw std::invalid_argument("no route");
    return build(point);
  };
  EXPECT_THAT([&] { sweep(*file, options); }, ThrowsMessage<std::invalid_argument>("no route"));
  EXPECT_EQ(file->finished(), 8) << "point 3 is built four replications before its first";
}

TEST(Sweep, RefusesADesignPointThatHasChanged) {
  SweepFile file;
  sweep(*file, toys::sweep_options(2, 2, Backend::kJthread));
  SweepOptions options = toys::sweep_options(3, 2, Backend::kJthread);
  options.build = [](int point) {
    return PointModel{toys::at_speed(500), point == 4 ? "edited" : "scenario " + std::to_string(point)};
  };
  EXPECT_THAT([&] { sweep(*file, options); },
              ThrowsMessage<StudyMismatch>(HasSubstr("design point 4 is another scenario")));
}

TEST(Sweep, RefusesToGoOnWithAnotherProgram) {
  SweepFile file;
  sweep(*file, toys::sweep_options(2, 2, Backend::kJthread));
  SweepOptions options = toys::sweep_options(3, 2, Backend::kJthread);
  options.run_one = [](const rail::Model& model, rail::ReplicationOptions one) {
    ++one.seed;  // as if it drew otherwise
    return rail::run_replication(model, one);
  };
  EXPECT_THAT(
      [&] { sweep(*file, options); },
      ThrowsMessage<StudyMismatch>(HasSubstr("replication 0 of design point 0 gives other results now")));
  EXPECT_EQ(file->finished(), 2 * kPoints);
}

TEST(Sweep, EndsWhereItCannotWrite) {
  SweepFile file;
  SweepOptions options = toys::sweep_options(500, 2, Backend::kJthread);
  options.kpis = {"*/*", "*/*/*", "*/*/*/*"};
  file->database().run("PRAGMA max_page_count = 60");
  EXPECT_THAT([&] { sweep(*file, options); }, ThrowsMessage<IoError>(HasSubstr("the disk is full")));
  file->database().run("PRAGMA max_page_count = 1000000");
  EXPECT_GT(file->finished(), 0);
  Statement check = file->database().prepare("PRAGMA integrity_check");
  ASSERT_TRUE(check.next());
  EXPECT_EQ(check.text(0), "ok");
}

// While one thread builds, the other has replications of the point before; few models are there at once.
TEST(Sweep, HoldsFewModels) {
  SweepFile file(30);
  const SweepResult result = sweep(*file, toys::sweep_options(30, 1, Backend::kJthread));
  EXPECT_EQ(result.written, 30 * kPoints);
  EXPECT_LE(result.most_models, 2) << "that at work, and the next";
}

// One thread may be held up in a point while the other one works on the next and builds the one after it.
TEST(Sweep, HoldsOneModelMoreForAnotherThread) {
  SweepFile file(30);
  const SweepResult result = sweep(*file, toys::sweep_options(30, 2, Backend::kJthread));
  EXPECT_EQ(result.written, 30 * kPoints);
  EXPECT_LE(result.most_models, 3);
}

TEST(InTurn, BuildsAheadOfFirstReplications) {
  using Task = SweepTask;
  EXPECT_THAT(
      in_turn({{0, 1, 2}, {}, {1, 2}}, 2),
      ElementsAre(Task{0, -1}, Task{0, 0}, Task{2, -1}, Task{0, 1}, Task{0, 2}, Task{2, 1}, Task{2, 2}));
  EXPECT_THAT(in_turn({{0}, {0}, {0}}, 1),
              ElementsAre(Task{0, -1}, Task{1, -1}, Task{0, 0}, Task{2, -1}, Task{1, 0}, Task{2, 0}));
  EXPECT_TRUE(in_turn({{}, {}}, 4).empty());
}

TEST(PointModelsTest, BuildsEachOnceHoweverManyAsk) {
  std::atomic<int> built{0};
  PointModels models({4, 4}, [&](int) {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    ++built;
    return PointModel{toys::two_points(), "x"};
  });
  run_jobs(8, 4, Backend::kJthread, nullptr, [&](int i) {
    EXPECT_NE(models.get(i % 2).model, nullptr);
    models.done(i % 2);
  });
  EXPECT_EQ(built, 2);
  EXPECT_EQ(models.most_at_once(), 2);
}

TEST(PointModelsTest, TellsEverybodyThatOneCannotBeBuilt) {
  PointModels models({4}, [](int) -> PointModel {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    throw std::invalid_argument("no route");
  });
  std::atomic<int> told{0};
  run_jobs(4, 4, Backend::kJthread, nullptr, [&](int) {
    try {
      models.get(0);
    } catch (const std::invalid_argument&) {
      ++told;
    }
  });
  EXPECT_EQ(told, 4);
}

}  // namespace
}  // namespace studies
