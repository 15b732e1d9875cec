// A change-of-gauge terminal: bays where trains are lifted, and the yard between two trains.
//
// A train kept as it is takes one bay, once. A re-formed train needs room in the yard for all its
// containers before its unloading starts, so that it never waits in a bay for another train; the
// trains formed of them are loaded in a bay later and then give the room back. Loading goes first,
// because it frees the yard; a kept train may overtake re-formed trains that lack room. Where station tracks
// hold trains back, the room is reserved before a train is let into the station, and trains of one way leave
// room for one of the other.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "models/closing.h"
#include "models/model.h"
#include "models/observations.h"
#include "models/time_integral.h"
#include "models/train_queue.h"

namespace rail {

class Terminal {
 public:
  // `closing`: of the bays.
  Terminal(const TerminalInfo& info, Closing closing);

  void enqueue_arrived(Train* train, std::int64_t now);  // to be unloaded, or lifted as it is
  void enqueue_formed(Train* train, std::int64_t now);   // to be loaded
  // The train whose work in a bay starts now, with yard room reserved if it needs it; nullptr if none
  // can. To be called until it gives nullptr.
  Train* start_next(std::int64_t now);
  // When the bays open, or a cut of them ends, if trains wait for nothing else.
  std::optional<std::int64_t> awaited_opening(std::int64_t now) const;
  // Of the work that starts now.
  std::int64_t end_of_work(const Train& train, std::int64_t now);
  void finish(Train& train, std::int64_t now);
  bool has_room(std::int64_t teu, Running running) const;
  std::int64_t room_teu() const { return room_teu_; }  // 0: no limit
  // Of containers, and at most, per way of running.
  std::int64_t yard_teu(Running running) const { return held_teu_[static_cast<std::size_t>(running)]; }
  std::int64_t most_teu(Running running) const { return most_teu_[static_cast<std::size_t>(running)]; }
  // For a train that is about to be let in; given back when it is lifted as it is, or its containers leave.
  void reserve_yard(std::int64_t now, std::int64_t teu, Running running);
  // Of a train that waited for a track beyond the bays meanwhile.
  ClosedTime count_closed(Train& train, std::int64_t from, std::int64_t to);
  // Of a train that stood before the station meanwhile.
  void count_yard_wait(Train& train, std::int64_t seconds);
  // Containers have left the yard.
  void free_yard(std::int64_t now, std::int64_t teu, Running running);
  // Containers in the yard go on another way than they came.
  void turn_in_yard(std::int64_t teu, Running from, Running to);

  bool within_capacity() const;  // since counting began
  void restart_counting(std::int64_t now);
  TerminalObservation observation(std::int64_t now) const;
  int bays_at(std::int64_t now) const { return static_cast<int>(cuts_.at(now, bays_)); }
  template <class Visit>
  void for_each_waiting(Visit visit) const {
    for (const TrainQueue* queue : {&arrived_, &formed_}) {
      for (const Train* train = queue->front(); train != nullptr; train = train->next) visit(*train);
    }
  }
  const TerminalObservation& seen() const { return seen_; }  // without what observation() adds
  std::int64_t in_work() const { return busy_.level(); }
  const std::vector<const Train*>& may_rest() const { return may_rest_; }  // in work that rests while closed
  const Closing& closing() const { return closing_; }
  const WaitLog& log() const { return log_; }  // over the whole run, if asked for

 private:
  std::int64_t open_until(std::int64_t now) const {
    return closing_.hours == nullptr ? now : closing_.hours->open_seconds(0, now);
  }
  void enqueue(Train* train, TrainQueue& queue, std::int64_t now);
  Train* next_arrived(std::int64_t now);
  Train* start(Train* train, std::int64_t now);

  std::uint32_t point_;  // its station, for checks
  int bays_;
  std::int64_t room_teu_;  // 0: no limit
  Closing closing_;
  bool finishes_;
  TimedValues cuts_;  // of bays
  bool keeps_log_;
  WaitLog log_;
  TrainQueue arrived_, formed_;
  std::vector<const Train*> may_rest_;
  TimeIntegral busy_;  // bays, over open time
  TimeIntegral yard_;
  std::array<std::int64_t, 2> most_teu_, held_teu_{};  // of the yard, per way of running
  TerminalObservation seen_;
};

}  // namespace rail
