// How many trains may be given tracks of a station ahead of a section whose paths or quota let only so many
// in: as many as these let go next, and not before they do. Else trains that wait for a path would hold
// tracks of a station that is empty.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "models/track_request.h"

namespace rail {

// What the paths and the quota of one side of a section let go next, if nobody else enters.
struct PathChance {
  std::int64_t from = 0;    // nobody before then
  std::int64_t trains = 1;  // so many then, as far as they go
};

// Where the trains of that side arrive. All that enter over it are given one track each, but for those that
// give it back.
struct PathGate {
  std::uint32_t track = 0;  // the section, global
  std::int64_t given = 0;   // tracks, less those given back
  std::int64_t most = 1;    // so many in all, until the next one enters
  std::int64_t from = 0;    // those not given yet enter then at the earliest

  bool lets_in(std::int64_t entry) const { return given < most && entry >= from; }
};

// Those of a station.
class PathGates {
 public:
  // Of a section that leads here.
  void add(std::uint32_t track) { gates_.push_back({track}); }
  bool empty() const { return gates_.empty(); }
  // Of the section that a train is to come over; nullptr: no paths limit it.
  const PathGate* of(const TrackRequest& request) const {
    const auto gate = std::find_if(gates_.begin(), gates_.end(),
                                   [&](const PathGate& one) { return one.track == request.track; });
    return gate == gates_.end() ? nullptr : &*gate;
  }
  // A track given, or given back.
  void count(const TrackRequest& request, int tracks) {
    for (PathGate& gate : gates_) {
      if (gate.track == request.track) gate.given += tracks;
    }
  }
  // What the section lets go next.
  void set(std::uint32_t track, std::int64_t most, std::int64_t from) {
    for (PathGate& gate : gates_) {
      if (gate.track == track) gate.most = most, gate.from = from;
    }
  }

 private:
  std::vector<PathGate> gates_;
};

}  // namespace rail
