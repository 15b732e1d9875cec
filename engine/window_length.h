// How long windows are where lookahead sets no limit. A partition that hears from no other could do all it
// has in one window; those behind it would stand idle meanwhile, and find what it left in no cache.
#pragma once

#include <algorithm>
#include <cstdint>

#include "engine/time.h"

namespace des {

// Of a window: with more, waiting is hardly rarer.
constexpr std::uint64_t kUsefulEvents = 8192;

// Of a run of this length.
constexpr Duration longest_window(Duration whole) {
  constexpr std::int64_t kLeastWindows = 64;
  return {std::max<std::int64_t>(1, whole.ticks / kLeastWindows)};
}

// Adapts the length to the number of events that windows have.
class WindowLength {
 public:
  // Begins short: how many events a window has, and so whether to share it, is known from the one before.
  explicit WindowLength(Duration whole)
      : most_(longest_window(whole)), now_{std::max<std::int64_t>(1, most_.ticks / kFirstPart)} {}

  Duration get() const { return now_; }
  // `was_cut`: there was no time left for more, so it says nothing about longer ones.
  void adapt(std::uint64_t events, bool was_cut) {
    if (events > kUsefulEvents)
      now_.ticks = std::max<std::int64_t>(1, now_.ticks / 2);
    else if (events < kUsefulEvents / 2 && !was_cut)
      now_.ticks = std::min(most_.ticks, 2 * now_.ticks);
  }

 private:
  static constexpr std::int64_t kFirstPart = 16;

  Duration most_, now_;
};

}  // namespace des
