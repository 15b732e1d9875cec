// A few events in order, sorted once when they are put in: the foot of the ladder queue.
//
// Where few are simultaneous they are counted into place, each by how many are later: no branch depends on a
// comparison, and half of those of insertion, which std::sort uses for so few, are guessed wrong.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/event.h"
#include "engine/event_chunks.h"

namespace des {

class EventRun {
 public:
  bool empty() const { return count_ == 0; }
  // Require !empty().
  const Event& least() const { return events_[count_ - 1]; }
  void pop() { --count_; }

  // Calls visit(event) for every event and leaves the run empty.
  template <class Visit>
  void drain(Visit visit) {
    for (std::size_t i = 0; i < count_; ++i) visit(events_[i]);
    count_ = 0;
  }

  // Requires empty(). `width`: the ticks over which the events of `list` are spread, more or less evenly: of
  // n, some n^2 / (2 width) pairs are then simultaneous. Where that is a half at most, mostly none are, and
  // the order by time alone is the order.
  void fill_sorted(const EventList& list, std::uint64_t width) {
    if (events_.size() < list.count) events_.resize(list.count);
    const auto begin = events_.begin(), end = begin + static_cast<std::ptrdiff_t>(list.count);
    const bool few_ties = list.count <= kFew && list.count * list.count <= width;
    if (few_ties)
      count_into_place(list);
    else
      EventChunks::visit(list, [this](const Event& event) { events_[count_++] = event; });
    if (!few_ties || !std::is_sorted(begin, end, later)) std::sort(begin, end, later);
    count_ = list.count;
  }

 private:
  static constexpr std::size_t kFew = 32;

  static bool later(const Event& x, const Event& y) { return y < x; }

  // By time alone. Each pair is looked at once.
  void count_into_place(const EventList& list) {
    std::array<std::int64_t, kFew> times;
    std::array<std::size_t, kFew> places;
    std::size_t count = 0;
    EventChunks::visit(list, [&](const Event& event) {
      std::size_t place = count;
      for (std::size_t j = 0; j < count; ++j) {
        const auto earlier = static_cast<std::size_t>(times[j] < event.time.ticks);
        places[j] += earlier;
        place -= earlier;
      }
      times[count] = event.time.ticks;
      places[count++] = place;
    });
    std::size_t i = 0;
    EventChunks::visit(list, [&](const Event& event) { events_[places[i++]] = event; });
  }

  // The least one last. Those behind `count_` are left over: to make and unmake them takes time.
  std::vector<Event> events_;
  std::size_t count_ = 0;
};

}  // namespace des
