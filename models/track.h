// Admission of trains to one line section: who may enter, and when.
//
// Double track: one Track per direction. Trains enter at the line's headway (by class pair) and leave
// in the order they entered: one that would catch up is slowed down to follow at the headway.
// Single track: one Track for both sides; one train at a time (plus clearing time), or trains of one
// side following at the headway. Between the sides the best request goes first (goes_before()); with
// fleeting, the side of the last train goes on until so many have entered in a row or nobody waits there. A
// side may overtake the other only while the other waits for its next path (`paths_per_day`) or for the end
// of a possession, never for the track itself. No train enters that could not leave before the next
// possession.
//
// Times are those of entering, which may lie ahead of the clock. Requests may be ahead of time too: a train
// that is not ready by then holds nobody up. Of double track an entry may be promised to it: it then enters
// for certain as it is ready. Who becomes ready before that goes first if it holds up nobody who has a
// promise, else behind.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "models/acceptance_quota.h"
#include "models/compression.h"
#include "models/model_tables.h"
#include "models/opening_hours.h"
#include "models/path_gate.h"
#include "models/section_run.h"
#include "models/time_integral.h"
#include "models/timed_values.h"
#include "models/track_request.h"
#include "models/uic406.h"

namespace rail {

struct TrackGrant {
  explicit TrackGrant(const TrackRequest& of) : request(of) {}
  TrackRequest request;
  std::int64_t run_seconds = 0;  // alone, or longer behind a slower train
  std::int64_t path_wait = 0;    // the part of the wait for the section until a path or quota let it go
  // Of the rest the part in which there was no room on the section, since the first train at its end lacked
  // room in a yard; and which (local at the next station).
  std::int64_t yard_wait = 0;
  std::uint32_t terminal = kNone;
  std::int64_t room_wait = 0;  // the part in which there was no room, that for a yard included
};

// The next train of a side, if it is its turn.
struct SectionTurn {
  std::size_t side = 0;
  std::int64_t free = kNever;  // it could enter then, but for paths and hours
  std::int64_t entry = kNever;
};

class Track {
 public:
  // `hours`: when trains may be on it; nullptr: always.
  Track(const ModelTables& tables, const LineInput& line, const TrackTable& track, const OpeningHours* hours,
        std::int64_t horizon);

  void request(const TrackRequest& request) {
    new_request(request.side) = request;
    put_in_order(request.side);
  }
  // The same in two steps, to write a request where it is kept: a copy of what has just been written would
  // have to wait for that.
  TrackRequest& new_request(std::size_t side) { return queues_[side].emplace_back(); }
  void put_in_order(std::size_t side);
  // The next train that may enter at `time`, if any; it counts as having entered.
  std::optional<TrackGrant> grant(std::int64_t time);
  // Promises the train, which asks now, an entry as it will be ready, and keeps room for it; grant() lets it
  // in then. False, and nothing happens, where that would take until later, or those that wait now may have
  // to go behind it.
  bool promise(const TrackRequest& request, std::int64_t now);
  bool has_promised() const { return !promised_.empty(); }
  // When a side's next train enters if it is the side's turn, not before `time`; whose turn; and lets it in.
  std::optional<SectionTurn> next_turn_of(std::size_t side, std::int64_t time) const;
  const SectionTurn& next_turn(const SectionTurn& one, const SectionTurn& other) const;
  TrackGrant let_in_first(const SectionTurn& turn);
  std::int64_t requests(std::size_t side) const { return requests_[side]; }           // so far
  std::int64_t last_entry() const { return std::max(last_[0].time, last_[1].time); }  // -1: none yet
  // When to ask again after `time`: grant() cannot succeed before then if no other request comes. Nothing if
  // nobody waits, for what has been promised either.
  std::optional<std::int64_t> next_chance(std::int64_t time) const;
  // Of the wait until `time` of one that waits: what grant() would say of it if it went then. All of it while
  // paths or a quota keep its side out.
  std::int64_t path_wait(const TrackRequest& request, std::int64_t time) const {
    return has_paths_[request.side] ? waited_for_path(request, time) : 0;
  }
  // Of the rest of it: the part in which there was no room on the section, as grant() would say.
  std::int64_t room_wait(const TrackRequest& request, std::int64_t time) const;
  // Of that the part for a yard. `yard_s`: as return_room() would be told now.
  std::int64_t yard_wait(const TrackRequest& request, std::int64_t yard_s, std::int64_t time) const;
  // A train has left the track, and stands no more at its end, whose first train has waited `yard_s` seconds
  // in all for room in the yard of `terminal`.
  void return_room(std::int64_t yard_s, std::uint32_t terminal, std::int64_t now);
  // Of the paths and the quota of a side from `time` on; and how many trains of it have entered.
  PathChance next_paths(std::size_t side, std::int64_t time) const;
  std::int64_t entered(std::size_t side) const { return entered_[side]; }
  // A train that waits with a track of the next station of its own, on that side, and that hours,
  // possessions, closures, or want of a path or of a place in the quota keep out from `time` until later than
  // `patience_s` after it. It no longer waits here.
  std::optional<TrackRequest> take_shut_out(std::size_t side, std::int64_t time, std::int64_t patience_s);
  // After `time` the first instant at which one of them may be, but for a cut that begins; kNever: none.
  std::int64_t next_shut(std::size_t side, std::int64_t time) const;
  std::size_t waiting() const { return queues_[0].size() + queues_[1].size(); }
  bool anyone_comes() const { return waiting() > 0 || has_promised(); }
  const std::vector<TrackRequest>& waiting(std::size_t side) const { return queues_[side]; }
  bool has_room() const { return room_ > 0; }

  // Time the track was blocked: by headways on double track, by occupation and clearing on single track.
  const BlockedTime& blocked() const { return blocked_; }
  const Compression& compression() const { return compression_; }
  void restart_counting(std::int64_t now) {
    blocked_.restart(now);
    compression_.restart(now);
  }

 private:
  using Queue = std::vector<TrackRequest>;  // short; the best request first
  static constexpr std::int32_t kEndlessRoom = std::numeric_limits<std::int32_t>::max() / 2;
  struct Entry {
    std::int64_t time = -1;  // -1: none yet
    std::int64_t exit = 0;
    std::uint8_t train_class = 0;
  };
  struct Promise {
    TrackRequest request;
    Entry entry;  // leaves no later than that
  };

  std::size_t first(int side, std::int64_t time) const;
  const TrackRequest& first_request(int side, std::int64_t time) const;
  std::int64_t free_at(const TrackRequest& request, std::int64_t earliest) const;
  std::int64_t headway_s(std::uint8_t leader, std::uint8_t follower) const {
    return rules_.headway_s(leader, follower);
  }
  std::int64_t behind(const Entry& last, const TrackRequest& request) const;
  std::int64_t path_at_or_after(int side, std::int64_t time) const {
    return has_paths_[static_cast<std::size_t>(side)] ? next_path(side, time) : time;
  }
  // Where paths or a quota limit the side.
  std::int64_t next_path(int side, std::int64_t time) const;
  std::int64_t waited_for_path(const TrackRequest& request, std::int64_t time) const;
  std::int64_t spaced(int side, std::int64_t time) const;
  std::int64_t path_spacing(int side, std::int64_t time) const;
  bool is_kept_out(const TrackRequest& request, std::size_t before, std::int64_t entry,
                   std::int64_t until) const;
  SectionRun run_of(const TrackRequest& request) const { return {request.run_seconds, &slow_orders_}; }
  std::int64_t exit_behind(const Entry& last, const TrackRequest& request, std::int64_t entry) const;
  std::int64_t clear_of_possessions(const Entry& last, const TrackRequest& request, std::int64_t time) const;
  std::int64_t clear_of_possessions(const TrackRequest& request, std::int64_t time) const {
    return hours_ == nullptr ? time : clear_of_possessions(last_[request.side], request, time);
  }
  int better_side(std::int64_t time) const;
  inline std::optional<TrackGrant> enter(int side, std::size_t place, std::int64_t time);
  void take_room(TrackGrant& grant, std::int64_t time);
  void let_in(TrackGrant& grant, std::int64_t time);
  // track_promises.cc
  Entry entry_behind(const Entry& last, const TrackRequest& request, std::int64_t time) const;
  Entry entry_beside_promises(const TrackRequest& request, std::int64_t time) const;
  bool fits_before(const Entry& entry, const Entry& next) const;
  bool all_that_wait_fit_before(const Entry& promised, std::size_t side, std::int64_t now) const;
  bool breaks_a_promise(const TrackRequest& request, std::int64_t time) const {
    return has_promised() &&
           !fits_before(entry_behind(last_[request.side], request, time), promised_.front().entry);
  }
  std::optional<TrackGrant> enter_as_promised(std::int64_t time);
  std::int64_t next_beside_promises(std::int64_t time) const;

  // What every train looks at comes first.
  SectionRules rules_;
  const OpeningHours* hours_;
  std::array<bool, 2> accepts_;      // per side: trains enter the line here
  std::array<bool, 2> has_paths_{};  // per side: paths or a quota limit what may enter
  std::uint8_t last_side_ = 0;
  int in_a_row_ = 0;   // trains of that side
  int fleeting_;       // trains of one side in a row; 0: no limit
  std::int32_t room_;  // for so many more trains
  std::uint32_t terminal_ = kNone;
  std::array<Queue, 2> queues_;
  std::vector<Promise> promised_;          // in order of entry
  std::array<Entry, 2> last_;              // per side
  std::array<std::int64_t, 2> entered_{};  // trains, per side
  std::array<std::int64_t, 2> requests_{};
  std::uint64_t next_order_ = 0;
  TimeWhile full_;           // no room
  std::int64_t yard_s_ = 0;  // return_room()
  BlockedTime blocked_;
  TimedValues slow_orders_;
  Compression compression_;
  std::size_t most_promised_;
  std::array<double, 2> paths_per_day_;
  TimedValues path_cuts_;
  std::array<AcceptanceQuota, 2> quotas_;  // per side
};

}  // namespace rail
