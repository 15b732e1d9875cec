// The records that move: trains and containers. Plain data; exactly one station owns each at a time.
#pragma once

#include <array>
#include <cstdint>

#include "models/bill.h"
#include "models/cause.h"
#include "models/departure.h"
#include "models/held_units.h"
#include "models/model_input.h"
#include "models/model_tables.h"
#include "models/observations.h"
#include "models/part_loads.h"
#include "models/track_request.h"

namespace rail {

// Departures from the `from` points of watches that have not reached a `to` point yet.
struct WatchStamps {
  std::uint32_t set = 0;  // bit per watch: `since` is valid
  std::array<std::int64_t, kMostWatches> since;

  WatchStamps() {}  // NOLINT: `since` is left as it is; clearing it for every record would cost time
  bool has(std::uint32_t watch) const { return (set >> watch & 1U) != 0; }
  void stamp(std::uint32_t watch, std::int64_t time) {
    since[watch] = time;
    set |= 1U << watch;
  }
};

struct Container {
  Container* next = nullptr;  // in its train or pool
  std::uint64_t identity = 0;
  std::uint32_t service = kNone;
  std::uint32_t route = kNone;
  std::uint16_t leg = 0;  // index within the route
  ContainerKind kind = ContainerKind::kDryLaden;
  std::uint8_t teu = 2;
  bool alive = false;
  std::uint8_t commodity = kNoCommodity;
  std::uint16_t home = 0;     // pool it was taken from
  std::int64_t released = 0;  // all times: seconds after the start of the run
  std::int64_t ready = 0;     // for the next train
  std::int64_t first_departed = -1;
  std::int64_t arrived_here = -1;   // at the point where it stands in a yard
  std::int64_t formation_wait = 0;  // before the current train
  std::int64_t plug_since = -1;     // a train left without it for want of a plug; -1: none has
  std::int64_t plug_wait = 0;       // before the current train
  Account account{};                // of the legs done
  LoadsInside loads;
  WatchStamps watches;  // of the legs done
  Bill bill{};          // likewise; nothing in a scenario without costs
};

// Containers in a fixed order, linked through Container::next.
struct ContainerList {
  Container* head = nullptr;
  Container* tail = nullptr;
  std::int32_t count = 0;
  std::int32_t teu = 0;
  std::int32_t laden_teu = 0;
  std::int32_t reefers = 0;

  void push_back(Container* container);
  Container* pop_front();
  void append(ContainerList& other);  // empties `other`

 private:
  void count_in(const Container& container, int sign);
};

// TEU of one service on a train.
struct CargoGroup {
  std::uint32_t service = kNone;
  std::int32_t teu = 0;
};
// Trains with more services are looked through container by container where it matters.
constexpr std::size_t kMostGroups = 4;

constexpr std::uint8_t kNoTracks = 255;

// What a train is ready for, and has not been able to begin.
enum class ReadyTo : std::uint8_t { kNothing, kLoad, kSetOut, kTurn, kLocomotive, kLeave };

// What a visit of a station looks at comes first, so that it lies in few cache lines.
struct Train {
  Train* next = nullptr;  // in the queue it stands in
  std::uint64_t identity = 0;
  std::uint64_t ordinal = 0;  // among the trains of its pool
  std::uint32_t owner = kNone;
  std::uint32_t train_class = 0;
  std::uint32_t leg = kNone;
  std::uint32_t step = 0;  // within the leg
  std::uint32_t stage = 0;
  std::int32_t priority = 0;
  std::uint32_t held_for = kNone;  // a closed line (models/hold_log.h)
  Direction direction = Direction::kWestbound;
  ProcessRole role = ProcessRole::kOrigin;  // of the process it is in
  ReadyTo ready_to = ReadyTo::kNothing;     // since `queued_since`
  bool on_line = false;
  bool asked_ahead = false;         // for its next section, before it is ready
  std::uint8_t tracks = kNoTracks;  // of the station that it holds a track of: local index; kNoTracks: none
  std::uint8_t track_group = 0;     // of which length
  Running running = Running::kUp;   // as which it holds that track
  std::uint8_t permits = 0;         // of lines and rings further on (models/permit_desk.h)
  bool yard_reserved = false;       // at the terminal ahead of it, or where it is
  Running yard_running = Running::kUp;  // as which its containers have room there
  std::int64_t queued_since = 0;
  std::int64_t run_seconds = 0;        // drawn for the section it asks for, without slow orders
  std::int64_t stage_seconds = 0;      // drawn for its stage, or for its lift
  std::int64_t work_since = 0;         // of the stage or lift under way
  std::int64_t entered = -1;           // this station; -1: waits for a track there
  std::int64_t containers_since = -1;  // arrival of its containers here, -1: they differ
  std::int64_t arrived = -1;           // at this station on a line; -1: formed here
  ContainerList cargo;
  Waits stop_wait{};  // at this station
  Account account{};  // since it was formed
  TrackRequest asks;  // written before it is sent, read by who was asked, left alone until it is answered
  Departure answer;   // written by who was asked before the answer is sent, read as it comes
  std::uint32_t pool = kNone;   // that formed it
  std::uint32_t route = kNone;  // of a train without containers; else see its containers
  std::uint16_t route_leg = 0;  // likewise
  std::uint16_t home = 0;       // pool it was taken from
  bool alive = false;
  bool kept = false;      // made of a train that was lifted as it was
  bool reform = false;    // at the change of gauge ahead of it
  bool set_down = false;  // there: kept, but by way of the yard, since no wagons were there
  bool aside = false;  // at its origin, on no track: until a line further on opens, and then until it has one
  std::uint8_t next_track_group = 0;    // of the track beyond the bays where it is lifted
  Running next_running = Running::kUp;  // likewise
  std::uint8_t groups = 0;              // kMostGroups + 1: more than are listed
  std::array<CargoGroup, kMostGroups> group;
  HeldUnits wagons, locomotive;
  HeldUnits next_wagons;            // beyond the change of gauge where it is lifted
  HeldUnits next_locomotive;        // set aside, for the section that it asks for ahead of time
  std::int32_t units_wanted = 0;    // while it waits for them
  std::uint32_t turned_after = 0;   // steps of its first leg, the last time; 0: never
  std::int64_t planned = -1;        // to leave its origin by its service's timetable or list; -1: by none
  std::int64_t yard_since = -1;     // waits for yard room since; -1: does not
  std::int64_t yard_before = 0;     // Approach::lacks_yard as it came to stand there
  std::int64_t wagons_since = 0;    // that it has had the wagons of this leg
  std::int64_t leg_departed = -1;   // from where it was formed
  WatchStamps watches;              // of this leg: they hold for all containers
  std::uint32_t watches_done = 0;   // bits: reached on this leg
  std::uint32_t cargo_watches = 0;  // bits: some container has a stamp of an earlier leg
};

// `tracks`: of the station where it stands, kNone if it has no table of them; `group`: of which length.
inline void hold_track(Train& train, std::uint32_t tracks, std::uint8_t group) {
  train.tracks = tracks == kNone ? kNoTracks : static_cast<std::uint8_t>(tracks);
  train.track_group = group;
}

// With a track ahead it asks for room in the yard there, if it is to be lifted.
inline void ask_for_yard_ahead(Train& train, const TrackRequest& request) {
  train.yard_reserved = request.terminal != kNone;
  train.yard_running = request.running;
}

// What a train knows of its containers, counted when it is formed or lifted: by service, and whose stamps it
// carries.
void count_cargo(Train& train);

inline void ContainerList::count_in(const Container& container, int sign) {
  count += sign;
  teu += sign * container.teu;
  if (container.kind != ContainerKind::kEmpty) laden_teu += sign * container.teu;
  if (container.kind == ContainerKind::kReeferLaden) reefers += sign;
}

inline void ContainerList::push_back(Container* container) {
  container->next = nullptr;
  (tail != nullptr ? tail->next : head) = container;
  tail = container;
  count_in(*container, 1);
}

inline Container* ContainerList::pop_front() {
  Container* container = head;
  head = container->next;
  if (head == nullptr) tail = nullptr;
  container->next = nullptr;
  count_in(*container, -1);
  return container;
}

inline void ContainerList::append(ContainerList& other) {
  if (other.head == nullptr) return;
  (tail != nullptr ? tail->next : head) = other.head;
  tail = other.tail;
  count += other.count;
  teu += other.teu;
  laden_teu += other.laden_teu;
  reefers += other.reefers;
  other = ContainerList{};
}

}  // namespace rail
