// What an executor does when things go wrong: a task throws, or the machine has no more threads to give.
#include "engine/executor.h"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <string>
#include <system_error>
#include <thread>
#include <tuple>
#include <vector>

#include "engine/thread_team.h"

namespace des {
namespace {

using Case = std::tuple<Backend, int>;

class ExecutorOn : public testing::TestWithParam<Case> {
 protected:
  std::unique_ptr<Executor> executor_ = make_executor(std::get<0>(GetParam()), std::get<1>(GetParam()));
};

// Which of several exceptions comes through is left open, but none gets lost, and nothing hangs.
TEST_P(ExecutorOn, PassesOnWhatATaskThrew) {
  for (const int failing : {0, 1, 7}) {
    try {
      executor_->run(8, [failing](int i) {
        if (i == failing) throw std::runtime_error(std::to_string(i));
      });
      ADD_FAILURE() << "task " << failing << " threw, and nobody heard of it";
    } catch (const std::runtime_error& error) {
      EXPECT_EQ(error.what(), std::to_string(failing));
    }
  }
}

TEST_P(ExecutorOn, WorksOnAfterAnException) {
  const auto fail = [](int) { throw std::runtime_error("all of them"); };
  for (int round = 0; round < 100; ++round) {
    EXPECT_THROW(executor_->run(4, fail), std::runtime_error);
    std::vector<int> runs(9, 0);
    executor_->run(9, [&](int i) { ++runs[static_cast<std::size_t>(i)]; });
    EXPECT_EQ(runs, std::vector<int>(9, 1));
  }
}

// Each waits until all that can be have begun, so one thread alone could never end two of them. The limit is
// for a failure only.
TEST_P(ExecutorOn, TwoTasksAreUnderWayAtOnce) {
  const int at_once = std::min(2, executor_->threads());
  std::atomic<int> begun{0};
  std::array<std::thread::id, 2> threads;
  const auto give_up = std::chrono::steady_clock::now() + std::chrono::minutes(5);
  executor_->run(2, [&](int i) {
    threads[static_cast<std::size_t>(i)] = std::this_thread::get_id();
    ++begun;
    while (begun < at_once && std::chrono::steady_clock::now() < give_up) std::this_thread::yield();
  });
  EXPECT_EQ(threads[0] != threads[1], at_once == 2);
}

std::string case_name(const testing::TestParamInfo<Case>& tested) {
  // TBB has no more threads than the machine.
  static const char* const kNames[] = {"tbb_at_most", "jthread", "serial"};
  return std::string(kNames[static_cast<int>(std::get<0>(tested.param))]) + "_" +
         std::to_string(std::get<1>(tested.param));
}

INSTANTIATE_TEST_SUITE_P(Backends, ExecutorOn,
                         testing::Values(Case{Backend::kSerial, 1}, Case{Backend::kJthread, 2},
                                         Case{Backend::kJthread, 8}, Case{Backend::kTbb, 2}),
                         case_name);

// As the system sees it: 'R' while it runs or would like to, 'S' while it waits for something.
char state_of(pid_t thread) {
  std::ifstream file("/proc/self/task/" + std::to_string(thread) + "/stat");
  const std::string line((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  const std::size_t name_end = line.rfind(") ");
  return name_end == std::string::npos ? '?' : line[name_end + 2];
}

bool falls_asleep(pid_t thread) {
  const auto give_up = std::chrono::steady_clock::now() + std::chrono::minutes(1);
  while (state_of(thread) != 'S') {
    if (std::chrono::steady_clock::now() > give_up) return false;
    std::this_thread::yield();
  }
  return true;
}

// Whoever waits for long leaves the processor to others: a helper for the next batch, the caller for a
// helper. And it wakes again, or this would hang.
TEST(ThreadTeam, SleepsWhenItHasSpunForAWhile) {
  ThreadTeam team(2);
  std::array<pid_t, 2> threads{};
  std::atomic<int> begun{0};
  const auto meet = [&](int i) {
    threads[static_cast<std::size_t>(i)] = gettid();
    for (++begun; begun < 2;) std::this_thread::yield();
  };
  team.run(2, meet);
  const auto [caller, helper] = threads;
  ASSERT_NE(caller, helper);
  EXPECT_TRUE(falls_asleep(helper));
  begun = 0;
  bool caller_slept = false;
  team.run(2, [&, waiting = caller](int i) {
    meet(i);
    if (i == 1) caller_slept = falls_asleep(waiting);
  });
  EXPECT_TRUE(caller_slept);
  EXPECT_EQ(threads[1], helper);
}

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)  // they need the address space themselves
// A thousand stacks do not fit. Those threads that did begin must end for the exception to get out.
void ask_for_too_many_threads() {
  const rlimit space{std::size_t{1} << 30U, std::size_t{1} << 30U};
  if (setrlimit(RLIMIT_AS, &space) != 0) std::abort();
  try {
    ThreadTeam team(1000);
  } catch (const std::system_error&) {
    std::exit(0);
  }
  std::exit(1);
}

TEST(ThreadTeamDeathTest, SaysThatThereAreNotSoManyThreads) {
  EXPECT_EXIT(ask_for_too_many_threads(), testing::ExitedWithCode(0), "");
}
#endif

}  // namespace
}  // namespace des
