// A few events in order, sorted once when they are put in: the foot of the ladder queue.
//
// What is sorted are dates, of the events where they lie. A dozen of them, the usual number, are counted into
// place, each by how many are later: no branch depends on a comparison, and half of those would be guessed
// wrong (three times as fast as insertion, which std::sort would use).
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
  bool empty() const { return dates_.empty(); }
  // Require !empty().
  const Event& least() const { return *dates_.back().event; }
  void pop() { dates_.pop_back(); }

  // Calls visit(event) for every event and leaves the run empty.
  template <class Visit>
  void drain(Visit visit) {
    for (const Date& date : dates_) visit(*date.event);
    dates_.clear();
  }

  // Requires empty(). The events of `list` must stay where they are.
  void sort(const EventList& list) {
    EventChunks::visit(list, [this](const Event& event) { dates_.push_back({event.time.ticks, &event}); });
    if (dates_.size() <= kFew) count_into_place();
    if (dates_.size() > kFew || has_ties()) std::sort(dates_.begin(), dates_.end(), later);
  }

 private:
  static constexpr std::size_t kFew = 32;

  struct Date {
    std::int64_t time;
    const Event* event;
  };

  static bool later(const Date& x, const Date& y) {
    return x.time != y.time ? y.time < x.time : *y.event < *x.event;
  }

  // By time alone.
  void count_into_place() {
    std::array<Date, kFew> unsorted;
    const std::size_t count = dates_.size();
    std::copy(dates_.begin(), dates_.end(), unsorted.begin());
    for (std::size_t i = 0; i < count; ++i) {
      const std::int64_t time = unsorted[i].time;
      std::size_t place = 0;
      for (std::size_t j = 0; j < i; ++j) place += static_cast<std::size_t>(unsorted[j].time >= time);
      for (std::size_t j = i + 1; j < count; ++j) place += static_cast<std::size_t>(unsorted[j].time > time);
      dates_[place] = unsorted[i];
    }
  }

  bool has_ties() const {
    return std::adjacent_find(dates_.begin(), dates_.end(),
                              [](const Date& x, const Date& y) { return x.time == y.time; }) != dates_.end();
  }

  std::vector<Date> dates_;  // the least event last
};

}  // namespace des
