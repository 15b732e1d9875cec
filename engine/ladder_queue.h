// A ladder queue (Tang, Goh & Thng 2005) with a heap at its foot: events far ahead lie in no order; those
// nearer are dealt out to buckets of equal width, on rungs that are finer the nearer they are; only the
// few of the next bucket are sorted. What is pushed into the time of that bucket goes into a binary heap
// beside it, so that nothing, many events at one instant least of all, costs more than a heap would.
//
// Small sets are held in the heap alone. Gives the events' total order. Not thread-safe.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/event.h"
#include "engine/event_chunks.h"
#include "engine/event_heap.h"
#include "engine/event_run.h"

namespace des {

class LadderQueue {
 public:
  bool empty() const { return size_ == 0; }
  std::size_t size() const { return size_; }
  // Requires !empty().
  const Event& least() const { return run_is_first() ? run_.least() : heap_.least(); }

  void push(const Event& event) {
    ++size_;
    if (event.time.ticks < foot_end_)
      push_into_foot(event.time, event.place, event.origin, event.kind_and_a(), event.b, event.c);
    else
      push_ahead(event);
  }

  // Removes and returns the least event. Requires !empty().
  Event pop() {
    --size_;
    Event event;
    if (run_is_first()) {
      event = run_.least();
      run_.pop();
    } else {
      event = heap_.pop();
    }
    if (run_.empty() && heap_.empty()) fill_foot();
    return event;
  }

 private:
  static constexpr std::size_t kMostInHeap = 64;     // beyond it a heap is slower
  static constexpr std::size_t kLeastAhead = 32;     // fewer go back into the heap
  static constexpr std::size_t kMostInRun = 32;      // a bucket with more is dealt out once more
  static constexpr std::size_t kPerBucket = 2;       // as it is made; more come before its time
  static constexpr std::size_t kMostBuckets = 1024;  // more would not stay in the cache
  static constexpr std::size_t kMostRungs = 16;

  // Buckets of 2^shift ticks each, from `start` on; those before `next` are empty and passed.
  struct Rung {
    std::int64_t start = 0;
    int shift = 0;
    std::size_t next = 0;
    std::size_t buckets = 0;
    std::size_t count = 0;
    std::vector<EventList> lists;

    std::size_t bucket_of(std::int64_t time) const {
      return static_cast<std::size_t>(
          (static_cast<std::uint64_t>(time) - static_cast<std::uint64_t>(start)) >> shift);
    }
    // Where `bucket` starts, but not behind `end`.
    std::int64_t start_of(std::size_t bucket, std::int64_t end) const {
      const std::uint64_t offset = static_cast<std::uint64_t>(bucket) << shift;
      const auto most = static_cast<std::uint64_t>(end) - static_cast<std::uint64_t>(start);
      return offset < most ? start + static_cast<std::int64_t>(offset) : end;
    }
  };

  bool run_is_first() const { return heap_.empty() || (!run_.empty() && run_.least() < heap_.least()); }

  // Apart, and in registers: wherever push() is inlined an event is then written once, where it is kept. To
  // be copied from where it has just been put together, it would have to wait.
  [[gnu::noinline]] void push_into_foot(SimTime time, std::uint64_t place, std::uint64_t origin,
                                        std::uint64_t kind_and_a, std::uint64_t b, std::uint64_t c) {
    heap_.push({time, place, origin, static_cast<std::uint32_t>(kind_and_a),
                static_cast<std::uint32_t>(kind_and_a >> 32U), b, c});
    if (foot_end_ == kNever.ticks && heap_.size() > kMostInHeap) build_up();
  }

  void push_ahead(const Event& event) {
    const std::int64_t time = event.time.ticks;
    if (time >= ladder_end_) return put_on_top(event);
    for (std::size_t r = rungs_used_; r-- > 0;) {  // the finest first: most events are near
      Rung& rung = rungs_[r];
      const std::size_t bucket = rung.bucket_of(time);
      if (bucket < rung.buckets) [[likely]]  // else GCC takes it that the loop goes on
        return put_on(rung, bucket, event);
    }
  }

  void put_on(Rung& rung, std::size_t bucket, const Event& event) {
    chunks_.append(rung.lists[bucket], event);
    ++rung.count;
  }

  void put_on_top(const Event& event) {
    chunks_.append(top_, event);
    top_least_ = std::min(top_least_, event.time.ticks);
    top_most_ = std::max(top_most_, event.time.ticks);
  }

  // The set has grown: from now on events ahead are kept apart.
  void build_up() {
    heap_.drain([this](const Event& event) { put_on_top(event); });
    run_.drain([this](const Event& event) { put_on_top(event); });
    take_top();
  }

  // The foot is empty: the next bucket becomes the foot.
  void fill_foot() {
    while (rungs_used_ > 0 && rungs_[rungs_used_ - 1].count == 0) --rungs_used_;
    if (rungs_used_ == 0) return take_top();  // also if that is empty, and with it the set
    Rung& rung = rungs_[rungs_used_ - 1];
    while (rung.lists[rung.next].count == 0) ++rung.next;
    const std::int64_t start = rung.start_of(rung.next, ladder_end_);
    EventList& list = rung.lists[rung.next++];
    rung.count -= list.count;
    if (list.count > kMostInRun && rung.shift > 0 && rungs_used_ < kMostRungs) {
      deal_out(list, start, rung.shift);
      return fill_foot();
    }
    foot_end_ = rung.start_of(rung.next, ladder_end_);
    sort_into_run(list, std::uint64_t{1} << rung.shift);
  }

  void take_top() {
    const auto range = static_cast<std::uint64_t>(top_most_) - static_cast<std::uint64_t>(top_least_);
    if (top_.count <= kLeastAhead) {
      foot_end_ = ladder_end_ = kNever.ticks;
      sort_into_run(top_, range);
    } else {
      ladder_end_ = top_most_ + 1;
      deal_out(top_, top_least_, static_cast<int>(std::bit_width(range)));
    }
    top_least_ = kNever.ticks;
    top_most_ = INT64_MIN;
    if (rungs_used_ > 0) fill_foot();
  }

  // Onto a new rung, in buckets of a few events if they are spread evenly over the 2^range_shift ticks.
  void deal_out(EventList& list, std::int64_t start, int range_shift) {
    Rung& rung = rungs_[rungs_used_++];
    const std::size_t wanted = std::min(kMostBuckets, std::bit_ceil(list.count / kPerBucket));
    const int bits = std::min(range_shift, static_cast<int>(std::bit_width(wanted)) - 1);
    rung.shift = range_shift - bits;
    rung.start = start & -(std::int64_t{1} << rung.shift);
    rung.next = 0;
    rung.buckets = (std::size_t{1} << bits) + (rung.start < start ? 1 : 0);
    rung.count = 0;
    if (rung.lists.size() < rung.buckets) rung.lists.resize(rung.buckets);
    chunks_.drain(list, [&](const Event& event) { put_on(rung, rung.bucket_of(event.time.ticks), event); });
  }

  void sort_into_run(EventList& list, std::uint64_t width) {
    run_.fill_sorted(list, width);
    chunks_.clear(list);
  }

  std::size_t size_ = 0;
  // The foot: all events before foot_end_.
  std::int64_t foot_end_ = kNever.ticks;
  EventRun run_;
  EventHeap heap_;
  // The ladder: events from foot_end_ to ladder_end_, the finest rung last.
  std::int64_t ladder_end_ = kNever.ticks;
  std::size_t rungs_used_ = 0;
  std::array<Rung, kMostRungs> rungs_;
  // The top: events from ladder_end_ on.
  EventList top_;
  std::int64_t top_least_ = kNever.ticks;
  std::int64_t top_most_ = INT64_MIN;
  EventChunks chunks_;
};

}  // namespace des
