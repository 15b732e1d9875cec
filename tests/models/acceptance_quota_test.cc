// Quotas of acceptance against counting instant by instant.
#include "models/acceptance_quota.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>

namespace rail {
namespace {

constexpr std::int64_t kDay = 20;  // in instants: short, so that all of them can be tried
constexpr std::int64_t kEnd = 8 * kDay;

std::vector<std::int64_t> days() {
  std::vector<std::int64_t> begins;
  for (std::int64_t day = -1; day < 40; ++day) begins.push_back(day * kDay);
  return begins;
}

// At most three cuts, each to 1 to 3 trains a day.
std::vector<TimedValue> cuts_drawn() {
  std::vector<TimedValue> cuts;
  std::int64_t from = 0;
  for (int i = 0; i < 3; ++i) {
    from += *rc::gen::inRange<std::int64_t>(0, 2 * kDay);
    const std::int64_t to = from + *rc::gen::inRange<std::int64_t>(1, 2 * kDay);
    cuts.push_back({{from, to}, static_cast<double>(*rc::gen::inRange(1, 4))});
    from = to;
  }
  return cuts;
}

// Trains that come at given times go one after the other, as soon as fewer have gone that day than the number
// of that instant.
struct Counted {
  int usual;  // 0: no limit
  std::vector<TimedValue> cuts;
  std::map<std::int64_t, int> gone;  // by day

  bool accepts(std::int64_t time) const {
    double limit = usual == 0 ? 1e9 : usual;
    for (const TimedValue& cut : cuts)
      if (cut.when.from <= time && time < cut.when.to) limit = cut.value;
    const auto today = gone.find(time / kDay);
    return today == gone.end() || today->second < limit;
  }
};

RC_GTEST_PROP(AcceptanceQuota, IsThatOfCounting, ()) {
  Counted counted{*rc::gen::inRange(0, 5), cuts_drawn(), {}};
  const std::vector<std::int64_t> begins = days();
  AcceptanceQuota quota(counted.usual, TimedValues(counted.cuts), begins);
  std::vector<std::int64_t> ready = *rc::gen::container<std::vector<std::int64_t>>(
      *rc::gen::inRange<std::size_t>(1, 25), rc::gen::inRange<std::int64_t>(0, kEnd));
  std::sort(ready.begin(), ready.end());
  std::int64_t last = 0;
  for (const std::int64_t one : ready) {
    std::int64_t expected = std::max(one, last), held = one;
    for (; !counted.accepts(expected); ++expected) held = expected + 1;
    const std::int64_t from = std::max(one, last);
    RC_ASSERT(quota.next(from) == expected);
    if (from == one) RC_ASSERT(quota.held_until(one, expected) == held);
    quota.note(expected);
    ++counted.gone[expected / kDay];
    last = expected;
  }
}

// Two a day, one of a cut: the train that is ready at 5 is held until the cut ends at 12, and one that is
// ready at 6 as well, which goes at 15 because of something else.
TEST(AcceptanceQuota, HoldsUntilACutEnds) {
  const std::vector<std::int64_t> begins = days();
  AcceptanceQuota quota(3, TimedValues({{{0, 12}, 1}}), begins);
  quota.note(2);
  EXPECT_EQ(quota.next(5), 12);
  EXPECT_EQ(quota.held_until(5, 12), 12);
  quota.note(12);
  EXPECT_EQ(quota.held_until(6, 15), 12);
  quota.note(15);
  EXPECT_EQ(quota.next(16), kDay);
  EXPECT_EQ(quota.held_until(16, kDay + 3), kDay);
}

}  // namespace
}  // namespace rail
