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
  bool empty() const { return events_.empty(); }
  // Require !empty().
  const Event& least() const { return events_.back(); }
  void pop() { events_.pop_back(); }

  // Calls visit(event) for every event and leaves the run empty.
  template <class Visit>
  void drain(Visit visit) {
    for (const Event& event : events_) visit(event);
    events_.clear();
  }

  // Requires empty(). `width`: the ticks over which the events of `list` are spread, more or less evenly: of
  // n, some n^2 / (2 width) pairs are then simultaneous. Where that is a half at most, mostly none are, and
  // the order by time alone is the order.
  void fill_sorted(const EventList& list, std::uint64_t width) {
    const bool few_ties = list.count <= kFew && list.count * list.count <= width;
    if (few_ties)
      count_into_place(list);
    else
      EventChunks::visit(list, [this](const Event& event) { events_.push_back(event); });
    if (!few_ties || !std::is_sorted(events_.begin(), events_.end(), later))
      std::sort(events_.begin(), events_.end(), later);
  }

 private:
  static constexpr std::size_t kFew = 32;

  static bool later(const Event& x, const Event& y) { return y < x; }

  // By time alone.
  void count_into_place(const EventList& list) {
    std::array<std::int64_t, kFew> times;
    std::size_t count = 0;
    EventChunks::visit(list, [&](const Event& event) { times[count++] = event.time.ticks; });
    events_.resize(count);
    std::size_t i = 0;
    EventChunks::visit(list, [&](const Event& event) {
      std::size_t place = 0;
      for (std::size_t j = 0; j < i; ++j) place += static_cast<std::size_t>(times[j] >= times[i]);
      for (std::size_t j = i + 1; j < count; ++j) place += static_cast<std::size_t>(times[j] > times[i]);
      events_[place] = event;
      ++i;
    });
  }

  std::vector<Event> events_;  // the least one last
};

}  // namespace des
