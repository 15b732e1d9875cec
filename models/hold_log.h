// Trains that a closed line keeps away from it: turned back before it, waiting until they may turn, or at
// their origin.
//
// They belong to its queue from when they turn, or begin to wait, until they enter it or go another way. That
// is seldom where it began, so that each station writes down what it sees.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "models/records.h"
#include "models/wait_log.h"

namespace rail {

class HoldLog {
 public:
  // Unless it is held already.
  void begin(Train& train, std::uint32_t line, std::int64_t now) {
    if (train.held_for != kNone) return;
    train.held_for = line;
    changes_.push_back({line, now, train.identity, true});
  }
  void end(Train& train, std::int64_t now) {
    if (train.held_for == kNone) return;
    changes_.push_back({train.held_for, now, train.identity, false});
    train.held_for = kNone;
  }
  void add_to(WaitLog& queue, const std::vector<std::uint32_t>& lines) const {
    for (const Change& change : changes_) {
      if (std::find(lines.begin(), lines.end(), change.line) != lines.end())
        change.begins ? queue.begin(change.train, change.time)
                      : queue.end_elsewhere(change.train, change.time);
    }
  }

 private:
  struct Change {
    std::uint32_t line = kNone;
    std::int64_t time = 0;
    std::uint64_t train = 0;
    bool begins = true;
  };
  std::vector<Change> changes_;
};

}  // namespace rail
