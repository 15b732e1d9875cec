// What leaving out a warm-up does to verdicts on a queue (docs/decisions/0019): none, as MSER-5 finds it, and
// judged by other replications or by the same.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <random>
#include <vector>

#include "studies/queue_growth.h"
#include "studies/warm_up.h"

namespace studies {
namespace {

constexpr int kFirst = 5, kMost = 40;
constexpr std::size_t kSpinUp = 28, kDays = 393;
constexpr std::int64_t kDay_s = 86400;

using Path = std::vector<double>;  // of a queue, day by day, begun empty
using Railway = std::vector<Path>;

struct Said {
  Carried carried = Carried::kUnclear;
  Path mean;  // over the replications that it took
};

Path mean_of(const Railway& paths, int replications) {
  Path mean(kDays, 0);
  for (int i = 0; i < replications; ++i)
    for (std::size_t day = 0; day < kDays; ++day)
      mean[day] += paths[static_cast<std::size_t>(i)][day] / replications;
  return mean;
}

// As `landbridge capacity` does, of one queue; half a per cent of `per_day` trains that come may stay.
Said judged(const Railway& paths, std::size_t from, double per_day) {
  const double small = std::max(2.0, 0.005 * per_day * static_cast<double>(kDays - 1 - from));
  const double critical = critical_growth(static_cast<double>(from), static_cast<double>(kDays - 1));
  for (int replications = kFirst;; replications *= 2) {
    std::vector<double> grown;
    for (int i = 0; i < replications; ++i) {
      const Path& path = paths[static_cast<std::size_t>(i)];
      grown.push_back(path.back() - path[from]);
    }
    const Carried carried = judge({"q", summarise(grown), 1, small, critical}, {1, 4});
    if (carried != Carried::kUnclear || replications == kMost) return {carried, mean_of(paths, replications)};
  }
}

// Behind the end of the spin-up; the counted time ends at the last day.
std::size_t days_late(const WarmUp& found) {
  if (found.too_short) return 0;
  const auto warm_up_days = static_cast<std::int64_t>(found.left_out);
  return static_cast<std::size_t>(late_days(warm_up_days, kSpinUp * kDay_s, (kDays - 1 - kSpinUp) * kDay_s));
}

struct Counts {
  int carried = 0, not_carried = 0;
  void add(Carried said) {
    carried += said == Carried::kSurely ? 1 : 0;
    not_carried += said == Carried::kNot ? 1 : 0;
  }
};

struct Verdicts {
  Counts from_spin_up, settled;
};

Verdicts verdicts(int railways, double per_day, const std::function<Path()>& path) {
  const auto drawn = [&] {
    Railway paths(kMost);
    std::generate(paths.begin(), paths.end(), path);
    return paths;
  };
  Verdicts all;
  for (int railway = 0; railway < railways; ++railway) {
    const Said first = judged(drawn(), kSpinUp, per_day);
    all.from_spin_up.add(first.carried);
    const WarmUp found = mser5({first.mean.begin() + 1, first.mean.end()});
    const std::size_t late = first.carried == Carried::kSurely ? 0 : days_late(found);
    all.settled.add(late > 0 ? judged(drawn(), kSpinUp + late, per_day).carried : first.carried);
  }
  return all;
}

// Trains of each day come to a queue and stay for so many days; of a queue beside it so many more come than
// go.
std::function<Path()> staying(std::mt19937_64& draws, std::size_t days, double per_day, double too_many) {
  return [&draws, days, per_day, too_many] {
    std::poisson_distribution<int> come(per_day);
    std::normal_distribution<double> noise(too_many, 1);
    std::vector<int> came(kDays);
    Path path(kDays);
    double there = 0, queue = 0;
    for (std::size_t day = 0; day < kDays; ++day) {
      path[day] = there + queue;
      came[day] = come(draws);
      there += came[day] - (day >= days ? came[day - days] : 0);
      if (too_many > 0) queue = std::max(0.0, queue + noise(draws));
    }
    return path;
  };
}

// A random walk above zero: at capacity without drift.
std::function<Path()> walking(std::mt19937_64& draws, double drift, double sd) {
  return [&draws, drift, sd] {
    std::normal_distribution<double> step(drift, sd);
    Path path(kDays);
    double queue = 0;
    for (double& day : path) {
      day = queue;
      queue = std::max(0.0, queue + step(draws));
    }
    return path;
  };
}

// Each train stays for 40 days, and nothing grows: from the spin-up on all are called growing.
TEST(WarmUpVerdicts, AreRightWhereQueuesSettleLate) {
  std::mt19937_64 draws(20171231);
  constexpr int kRailways = 50;
  const Verdicts found = verdicts(kRailways, 6, staying(draws, 40, 6, 0));
  EXPECT_EQ(found.from_spin_up.not_carried, kRailways) << "what leaving out is for";
  EXPECT_LE(found.settled.not_carried, kRailways / 5);
  EXPECT_GE(found.settled.carried, kRailways / 4);
}

// Beside it 2 % too many come, for good.
TEST(WarmUpVerdicts, StillFindAQueueThatGrowsBehindOneThatSettles) {
  std::mt19937_64 draws(1);
  constexpr int kRailways = 50;
  const Verdicts found = verdicts(kRailways, 6, staying(draws, 60, 6, 0.02 * 6));
  EXPECT_EQ(found.settled.carried, 0);
  EXPECT_GE(found.settled.not_carried, kRailways / 4);
}

// At capacity, and at 1 % above and below it: what is said is the same, or more is known.
TEST(WarmUpVerdicts, AreNoWorseOfQueuesOfWhichTheyAreKnown) {
  std::mt19937_64 draws(2);
  constexpr int kRailways = 100;
  const Verdicts at = verdicts(kRailways, 2, walking(draws, 0, 1));
  EXPECT_LE(at.settled.not_carried, 3) << "a risk of 1 %, twice at most";
  EXPECT_LE(at.settled.carried, 2);
  const Verdicts above = verdicts(kRailways, 12, walking(draws, 0.01 * 12, 2));
  EXPECT_LE(above.settled.carried, 2);
  EXPECT_NEAR(above.settled.not_carried, above.from_spin_up.not_carried, 15);
  const Verdicts below = verdicts(kRailways, 12, walking(draws, -0.02 * 12, 4));
  EXPECT_LE(below.settled.not_carried, 2);
  EXPECT_GE(below.settled.carried, below.from_spin_up.carried) << "more of it is told";
}

}  // namespace
}  // namespace studies
