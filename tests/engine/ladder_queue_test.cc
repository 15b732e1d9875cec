// The ladder queue against std::priority_queue, event by event, on kinds of delays that are hard on it, while
// the set grows and shrinks over all the sizes where it changes its shape.
#include "engine/ladder_queue.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <queue>
#include <string>
#include <vector>

#include "engine/random_stream.h"

namespace des {
namespace {

struct LaterFirst {
  bool operator()(const Event& x, const Event& y) const { return y < x; }
};
using Reference = std::priority_queue<Event, std::vector<Event>, LaterFirst>;

bool same(const Event& x, const Event& y) {
  return x.time == y.time && x.place == y.place && x.origin == y.origin;
}

struct Delays {
  const char* name;
  std::function<std::int64_t(double u, std::uint64_t word)> draw;
};

void PrintTo(const Delays& delays, std::ostream* out) { *out << delays.name; }

class LadderQueueWith : public testing::TestWithParam<Delays> {};

class Both {
 public:
  explicit Both(const Delays& delays) : delays_(delays) {}

  void push() {
    const auto words = random_.words(++count_, 0, 0);
    const double u = unit_interval(words[0]);
    Event event;
    event.time = {now_ + delays_.draw(u, words[1])};
    event.place = words[2] % 7;
    event.origin = words[3] % 100 == 0 ? count_ % 2 : count_;  // now and then events equal in all
    ladder_.push(event);
    reference_.push(event);
  }

  bool pop_agrees() {
    const Event expected = reference_.top();
    reference_.pop();
    const bool good = same(ladder_.least(), expected) && same(ladder_.pop(), expected);
    now_ = expected.time.ticks;
    return good && ladder_.size() == reference_.size() && ladder_.empty() == reference_.empty();
  }

  std::size_t size() const { return reference_.size(); }

 private:
  const Delays& delays_;
  RandomStream random_{5, 0};
  std::uint64_t count_ = 0;
  std::int64_t now_ = 0;
  LadderQueue ladder_;
  Reference reference_;
};

TEST_P(LadderQueueWith, GivesTheOrderOfThePriorityQueue) {
  Both sets(GetParam());
  for (const std::size_t size : {3, 300, 20, 5000, 100, 2000, 0, 400, 0, 70, 300, 0}) {
    while (sets.size() < size) sets.push();
    while (sets.size() > size) ASSERT_TRUE(sets.pop_agrees());
    for (int hold = 0; hold < 5000 && size > 0; ++hold) {
      ASSERT_TRUE(sets.pop_agrees()) << "size " << size << ", hold " << hold;
      sets.push();
    }
  }
}

const Delays kDelays[] = {
    {"exponential", [](double u, std::uint64_t) { return 1 + std::llround(-1000 * std::log(u)); }},
    {"all_at_one_instant", [](double, std::uint64_t) { return std::int64_t{0}; }},
    {"few_instants", [](double, std::uint64_t word) { return static_cast<std::int64_t>(word % 3); }},
    {"near_and_far",
     [](double u, std::uint64_t word) {
       return word % 20 == 0 ? std::int64_t{31'536'000} : std::llround(60 * u);
     }},
    {"heavy_tail", [](double u, std::uint64_t) { return std::llround(std::min(1e17, std::pow(u, -3))); }},
    {"doubling", [](double, std::uint64_t word) { return std::int64_t{1} << (word % 56U); }},
    {"two_humps",
     [](double u, std::uint64_t word) { return std::llround((word % 2 == 0 ? 1e3 : 1e6) + 10 * u); }},
};

INSTANTIATE_TEST_SUITE_P(Delays, LadderQueueWith, testing::ValuesIn(kDelays),
                         [](const auto& tested) { return std::string(tested.param.name); });

}  // namespace
}  // namespace des
