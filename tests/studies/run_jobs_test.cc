#include "studies/run_jobs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <stdexcept>
#include <string>
#include <vector>

namespace studies {
namespace {

class Executor : public testing::TestWithParam<Backend> {};

TEST_P(Executor, RunsEveryJobOnce) {
  std::vector<int> runs(1000, 0);
  run_jobs(1000, 4, GetParam(), nullptr, [&](int i) { ++runs[static_cast<std::size_t>(i)]; });
  EXPECT_THAT(runs, testing::Each(1));
}

TEST_P(Executor, HasNothingToDoForNoJobs) {
  run_jobs(0, 4, GetParam(), nullptr, [](int) { FAIL(); });
}

TEST_P(Executor, ThrowsWhatTheFirstFailingJobThrew) {
  const auto job = [](int i) {
    if (i >= 5) throw std::runtime_error(std::to_string(i));
  };
  try {
    run_jobs(100, 4, GetParam(), nullptr, job);
    FAIL() << "nothing was thrown";
  } catch (const std::runtime_error& error) {
    EXPECT_STREQ(error.what(), "5");
  }
}

TEST_P(Executor, BeginsNothingAfterAnInterruption) {
  std::atomic<bool> interrupt{false};
  std::atomic<int> begun{0};
  run_jobs(1000, 4, GetParam(), &interrupt, [&](int) {
    if (++begun == 10) interrupt = true;
  });
  EXPECT_GE(begun.load(), 10);
  EXPECT_LE(begun.load(), 14) << "at most one more per thread";
}

TEST_P(Executor, BeginsJobsInOrder) {
  // What has begun by the time of an interruption is a list of the first jobs.
  std::atomic<bool> interrupt{false};
  std::vector<int> runs(1000, 0);
  run_jobs(1000, 3, GetParam(), &interrupt, [&](int i) {
    runs[static_cast<std::size_t>(i)] = 1;
    if (i == 100) interrupt = true;
  });
  for (int i = 0; i <= 100; ++i) EXPECT_EQ(runs[static_cast<std::size_t>(i)], 1) << i;
  for (std::size_t i = 104; i < runs.size(); ++i) EXPECT_EQ(runs[i], 0) << i;
}

INSTANTIATE_TEST_SUITE_P(Backends, Executor,
                         testing::Values(Backend::kTbb, Backend::kJthread, Backend::kSerial),
                         [](const auto& backend) { return std::string(to_string(backend.param)); });

TEST(Threads, AreThoseAskedForOrAllOfTheMachine) {
  EXPECT_EQ(threads_to_use(8, Backend::kTbb), 8);
  EXPECT_EQ(threads_to_use(8, Backend::kSerial), 1);
  EXPECT_GE(threads_to_use(0, Backend::kTbb), 1);
}

TEST(BackendFromEnvironment, KnowsItsNames) {
  const char* before = std::getenv("LANDBRIDGE_EXECUTOR");
  const std::string saved = before == nullptr ? "" : before;
  ::setenv("LANDBRIDGE_EXECUTOR", "serial", 1);
  EXPECT_EQ(backend_from_environment(), Backend::kSerial);
  ::setenv("LANDBRIDGE_EXECUTOR", "cuda", 1);
  EXPECT_THROW(backend_from_environment(), std::invalid_argument);
  ::setenv("LANDBRIDGE_EXECUTOR", "", 1);
  EXPECT_EQ(backend_from_environment(), Backend::kTbb) << "empty is unset";
  ::unsetenv("LANDBRIDGE_EXECUTOR");
  EXPECT_EQ(backend_from_environment(), Backend::kTbb);
  if (before != nullptr) ::setenv("LANDBRIDGE_EXECUTOR", saved.c_str(), 1);
}

}  // namespace
}  // namespace studies
