#include "models/open_waits.h"

#include <numeric>
#include <unordered_map>
#include <utility>

#include "engine/check.h"
#include "models/entry_waits.h"
#include "models/run_time.h"
#include "models/section_run.h"
#include "models/train_lookup.h"
#include "models/turning.h"

namespace rail {
namespace {

// In which queue a train that is ready to leave stands, with what it asked for.
struct Asked {
  const Track* section = nullptr;         // nullptr: it waits for a track of the next station
  const TrackRequest* request = nullptr;  // nullptr: an answer is under way
};

// In three steps. Which queue each train that is ready to leave stands in: the queue says what it lacks.
// Then station by station who waits there for something to be done, or for a track of its own. At last train
// by train who waits to leave: what it waited for so far is what a grant would say at this instant.
//
// Of each train the parts of its wait are booked one by one, book(), and end_of_train() checks that they add
// up.
class OpenWaitsOfRun {
 public:
  OpenWaitsOfRun(const StationContext& context, const std::vector<Station>& stations, std::int64_t now,
                 Observations& all)
      : context_(context), tables_(context.tables), stations_(stations), now_(now), all_(all) {}

  void run() {
    for (const Station& station : stations_) note_queues(station.view());
    for (std::uint32_t s = 0; s < stations_.size(); ++s) {
      stand_at(s);
      add_station(tables_.stations[s], stations_[s].view());
    }
    context_.storage.for_each_train([this](const Train& train) {
      ++trains_;
      if (train.on_line) ++found_;
      if (train.ready_to == ReadyTo::kLeave) add_leaving(train);
      if (train.ready_to == ReadyTo::kLocomotive) add_before_line(train);
      if (train.ready_to == ReadyTo::kSetOut)
        add_at_origin(train, Cause::kClosure, all_.points[train.owner].closure_wait);
      if (train.ready_to == ReadyTo::kTurn) add_before_turn(train);
      if (train.ready_to == ReadyTo::kLoad)
        add_at_origin(train, Cause::kPath, all_.points[train.owner].loading_wait);
    });
    DES_CHECK(found_ == trains_, "a train neither runs nor is in work nor waits", des::SimTime{now_}, 0);
  }

 private:
  // Part of the wait of a train at the station at hand, which `place` is to blame for; `last`: it is this
  // that it waits for now, and not something that is over.
  void book(const Train& train, Cause cause, std::int64_t seconds, bool last, WaitSum& place) {
    place.open_seconds += seconds;
    place.open_container_seconds += seconds * train.cargo.count;
    all_.open_waits.container_seconds += seconds * train.cargo.count;
    booked_ += seconds;
    HeldTrains& held = (*held_)[static_cast<std::size_t>(cause)];
    held.seconds += seconds;
    if (seconds > 0) ++held.trains;
    if (!last || train.queued_since == now_) return;
    ++place.still_waiting;
    ++held.waiting_at_end;
    ++all_.open_waits.trains;
    all_.open_waits.containers += train.cargo.count;
  }

  // What is booked from now on is of trains that stand there.
  void stand_at(std::uint32_t station) {
    const StationTable& table = tables_.stations[station];
    held_ = table.point != kNone ? &all_.held_at_points[table.point] : &all_.held_on_lines[table.line];
  }

  // All parts of its wait are booked. A train's account runs from when it was formed to its destination.
  void end_of_train(const Train& train) {
    const std::int64_t booked = std::exchange(booked_, 0);
    ++found_;
    const Container* first = train.cargo.head;
    if (first == nullptr || train.role == ProcessRole::kDestination) return;
    const std::int64_t formed = first->ready + first->formation_wait + first->plug_wait;
    const std::int64_t before = std::accumulate(train.account.begin(), train.account.end(), std::int64_t{0});
    DES_CHECK(before + booked == now_ - formed, "the causes of a waiting train's time do not add up",
              des::SimTime{now_}, train.owner);
  }

  void note_queues(const StationView& view) {
    for (const StationTracks& tracks : view.station_tracks) {
      for (const Running running : {Running::kUp, Running::kDown}) {
        for (const TrackRequest& request : tracks.waiting(running))
          asked_[request.train] = {nullptr, &request};
      }
    }
    for (const Track& track : view.tracks) {
      for (const std::size_t side : {0, 1}) {
        for (const TrackRequest& request : track.waiting(side)) asked_[request.train] = {&track, &request};
      }
    }
  }

  void add_station(const StationTable& table, const StationView& view) {
    for (std::size_t i = 0; i < view.resources.size(); ++i)
      add_resource(view.resources[i], all_.resources[table.resources[i]]);
    for (std::size_t i = 0; i < view.terminals.size(); ++i)
      add_terminal(view.terminals[i], all_.terminals[table.terminals[i]]);
    for (std::size_t i = 0; i < view.stocks.size(); ++i)
      add_queue(view.stocks[i].waiting(), Cause::kFleet, all_.stocks[table.stocks[i]].wait);
    for (std::size_t i = 0; i < view.gatherings.size(); ++i) {
      if (!view.gatherings[i].empty())
        book_container(now_ - view.gatherings[i].came().front(), all_.part_loads[table.part_loads[i]].wait);
    }
    for (const FormationPool& pool : view.pools) add_pool(table, pool);
    if (table.point != kNone) add_at_point(table, view, all_.points[table.point].track_wait);
  }

  // Of trains that wait for one thing only.
  void add_queue(const TrainQueue& queue, Cause cause, WaitSum& wait) {
    for (const Train* train = queue.front(); train != nullptr; train = train->next) {
      book(*train, cause, now_ - train->queued_since, true, wait);
      end_of_train(*train);
    }
  }

  // Trains made here, or about to be lifted, that need a track; and trains at the ends of tracks.
  void add_at_point(const StationTable& table, const StationView& view, WaitSum& wait) {
    for (const StationTracks& tracks : view.station_tracks) {
      for (const Running running : {Running::kUp, Running::kDown}) {
        for (const TrackRequest& request : tracks.waiting(running)) {
          if (request.track == kNone) add_for_own_track(table, view, request, wait);
        }
      }
    }
    for (const Approach& approach : view.approaches) {
      add_approach(table, approach, wait);
      found_ -= approach.standing.size();  // found on the line, too
    }
  }

  void add_for_own_track(const StationTable& table, const StationView& view, const TrackRequest& request,
                         WaitSum& wait) {
    const Train& train = *request.train;
    bool open = true;
    ClosedTime closed;
    if (request.bay != kNone) {
      const Closing& closing = view.terminals[request.bay].closing();
      TerminalObservation& seen = all_.terminals[table.terminals[request.bay]];
      open = closing.is_open(now_);
      closed = closing.between(request.ready, now_);
      add_closed(train, closing, closed, !open, seen.hours_wait, seen.closure_wait);
    }
    book(train, Cause::kTrack, now_ - request.ready - closed.hours_s - closed.closure_s, open, wait);
    end_of_train(train);
  }

  void add_approach(const StationTable& table, const Approach& approach, WaitSum& wait) {
    const bool for_yard = approach.lacks_yard.is_on();
    for (const Train* train = approach.standing.front(); train != nullptr; train = train->next) {
      const std::int64_t yard = approach.lacks_yard.until(now_) - train->yard_before;
      book(*train, Cause::kTrack, now_ - train->queued_since - yard, !for_yard, wait);
      if (yard > 0)
        book(*train, Cause::kYard, yard, for_yard,
             all_.terminals[table.terminals[approach.terminal]].yard_wait);
      end_of_train(*train);
    }
  }

  void add_resource(const Resource& resource, ResourceObservation& seen) {
    const Closing& closing = resource.closing();
    const bool open = closing.is_open(now_);
    for (const Train* train = resource.waiting().front(); train != nullptr; train = train->next) {
      const ClosedTime closed = closing.between(train->queued_since, now_);
      book(*train, Cause::kServer, now_ - train->queued_since - closed.hours_s - closed.closure_s, open,
           seen.wait);
      add_closed(*train, closing, closed, !open, seen.hours_wait, seen.closure_wait);
      end_of_train(*train);
    }
    add_rests(resource.may_rest(), closing, seen.hours_wait, seen.closure_wait);
    found_ += resource.in_work();
  }

  void add_terminal(const Terminal& terminal, TerminalObservation& seen) {
    const Closing& closing = terminal.closing();
    const bool open = closing.is_open(now_);
    terminal.for_each_waiting([&](const Train& train) {
      const bool for_yard = train.yard_since >= 0;
      const std::int64_t bay_until = for_yard ? train.yard_since : now_;
      const ClosedTime closed = closing.between(train.queued_since, bay_until);
      book(train, Cause::kBay, bay_until - train.queued_since - closed.hours_s - closed.closure_s,
           open && !for_yard, seen.bay_wait);
      add_closed(train, closing, closed, !open && !for_yard, seen.hours_wait, seen.closure_wait);
      if (for_yard) book(train, Cause::kYard, now_ - train.yard_since, true, seen.yard_wait);
      end_of_train(train);
    });
    add_rests(terminal.may_rest(), closing, seen.hours_wait, seen.closure_wait);
    found_ += terminal.in_work();
  }

  // Work that rests while closed: part of no train's wait to leave, so that its account is not checked here.
  void add_rests(const std::vector<const Train*>& trains, const Closing& closing, WaitSum& hours,
                 WaitSum& closures) {
    for (const Train* train : trains)
      add_closed(*train, closing, closing.between(train->work_since, now_), !closing.is_open(now_), hours,
                 closures);
    booked_ = 0;
  }

  // `last`: it is closed now.
  void add_closed(const Train& train, const Closing& closing, const ClosedTime& closed, bool last,
                  WaitSum& hours, WaitSum& closures) {
    const bool by_hours = closing.cause_at(now_) == Cause::kHours;
    book(train, Cause::kHours, closed.hours_s, last && by_hours, hours);
    book(train, Cause::kClosure, closed.closure_s, last && !by_hours, closures);
  }

  static void book_container(std::int64_t seconds, WaitSum& place) {
    place.open_seconds += seconds;
    place.open_container_seconds += seconds;
    if (seconds > 0) ++place.still_waiting;
  }

  void add_pool(const StationTable& table, const FormationPool& pool) {
    const PoolTable& its = pool.table();
    const std::uint32_t leg =
        its.service != kNone ? tables_.first_leg(tables_.services[its.service].first_route) : its.leg;
    FormationObservation& place = all_.formations[table.places[tables_.legs[leg].place_of(its.direction)]];
    pool.for_each_waiting([&](const Container& container) {
      if (container.plug_since < 0) return book_container(now_ - container.ready, place.wait);
      place.wait.open_seconds += container.plug_since - container.ready;
      place.wait.open_container_seconds += container.plug_since - container.ready;
      book_container(now_ - container.plug_since, place.plugs.wait);
    });
  }

  // Of one that may not turn yet, though it stands on a track.
  WaitSum& track_wait_at(const Train& train) {
    const std::uint32_t point = tables_.stations[train.owner].point;
    if (point != kNone) return all_.points[point].track_wait;
    const StepTable& next = tables_.steps[tables_.legs[train.leg].first_step + train.step];
    return all_
        .lines[static_cast<std::size_t>(running_direction(tables_, train))][tables_.tracks[next.track].line]
        .track_wait;
  }

  void add_before_turn(const Train& train) {
    stand_at(train.owner);
    const std::int64_t closed_s = closed_back_s(context_, train, now_);
    const OpeningHours* const open = closures_back(context_, train);
    const bool is_closed = open != nullptr && !open->is_open(now_);
    const std::uint32_t line = tables_.tracks[first_step_back(tables_, train).track].line;
    LineObservation& back = all_.lines[static_cast<std::size_t>(reversed(train.direction))][line];
    book(train, Cause::kClosure, closed_s, is_closed, back.closure_wait);
    book(train, Cause::kTrack, now_ - train.queued_since - closed_s, !is_closed, track_wait_at(train));
    end_of_train(train);
  }

  // Until a line further on opens (turned trains), or its permits are there.
  void add_at_origin(const Train& train, Cause cause, WaitSum& wait) {
    stand_at(train.owner);
    book(train, cause, now_ - train.queued_since, true, wait);
    end_of_train(train);
  }

  // It takes a locomotive only once the line is open: of its whole wait possessions and closures are to
  // blame.
  void add_before_line(const Train& train) {
    stand_at(train.owner);
    const StepTable& step = tables_.steps[tables_.legs[train.leg].first_step + train.step];
    const std::uint32_t index = tables_.tracks[step.track].line;
    const LineInput& input = context_.input.lines[index];
    const Closing closing = context_.input.closing(input.hours, input.closures);
    const SectionRun run{draw_run_seconds(context_, train, step), &input.slow_orders};
    const ClosedTime all = kept_out(closing, run, train.queued_since, now_);
    const bool by_closure = kept_out(closing, run, now_, now_ + 1).closure_s > 0;
    LineObservation& line = all_.lines[static_cast<std::size_t>(running_direction(tables_, train))][index];
    book(train, Cause::kPossession, all.hours_s, !by_closure, line.possession_wait);
    book(train, Cause::kClosure, all.closure_s, by_closure, line.closure_wait);
    end_of_train(train);
  }

  void add_leaving(const Train& train) {
    stand_at(train.owner);
    const StepTable& step = tables_.steps[tables_.legs[train.leg].first_step + train.step];
    const LineEntry& entry = tables_.stations[train.owner].entries[step.entry];
    const auto direction = static_cast<std::size_t>(running_direction(tables_, train));
    LineObservation& line = all_.lines[direction][entry.line];
    const auto found = asked_.find(&train);
    const Asked asked = found == asked_.end() ? Asked{} : found->second;
    const Departure granted = so_far(train, asked);
    const EntryWaits waits = waits_of(context_, train, step, granted, now_);
    const Cause last = cause_now(train, entry.line, granted, asked);
    booked_ += waits.messages;
    book(train, Cause::kSection, waits.section, last == Cause::kSection, line.wait);
    book(train, Cause::kPath, waits.path, last == Cause::kPath, line.path_wait);
    book(train, Cause::kTrack, waits.track, last == Cause::kTrack,
         entry.next_point == kNone ? line.track_wait : all_.points[entry.next_point].track_wait);
    if (waits.terminal != kNone)
      book(train, Cause::kYard, waits.yard, last == Cause::kYard,
           all_.terminals[tables_.stations[entry.next_point].terminals[waits.terminal]].yard_wait);
    book(train, Cause::kPossession, waits.possession, last == Cause::kPossession, line.possession_wait);
    book(train, Cause::kClosure, waits.closure, last == Cause::kClosure, line.closure_wait);
    end_of_train(train);
  }

  // What a grant would say at this instant, part after part in the order of Departure. With a notice some of
  // it is foreseen and lies ahead: it counts as far as the train has waited.
  Departure so_far(const Train& train, const Asked& asked) const {
    std::int64_t left = now_ - train.queued_since;
    const auto part = [&left](std::int64_t seconds) {
      const std::int64_t taken = std::min(seconds, left);
      left -= taken;
      return taken;
    };
    Departure granted;
    granted.run_seconds = train.run_seconds;
    granted.messages_s = part(train.asks.first_entry() - train.asks.ready);
    if (asked.request == nullptr) return granted;
    const TrackRequest& request = *asked.request;
    granted.terminal = request.terminal;
    if (asked.section == nullptr) {  // it has no track yet: what is neither path nor yard is for that
      const std::int64_t entry = request.entry_if_admitted(now_);
      granted.yard_wait = part(request.lacks_yard.until(entry));
      granted.path_wait = part(request.lacks_path.until(entry));
      granted.track_wait = left;
      return granted;
    }
    granted.track_wait = part(request.track_wait);
    granted.yard_wait = part(request.yard_wait);
    granted.path_wait = part(request.path_wait + asked.section->path_wait(request, now_));
    const Approach* end = end_of_section(request);
    if (end == nullptr) return granted;
    granted.room_wait = part(asked.section->room_wait(request, now_));
    granted.yard_wait = asked.section->yard_wait(request, end->lacks_yard.until(now_), now_);
    granted.track_wait = granted.room_wait - granted.yard_wait;
    granted.terminal = end->terminal;
    return granted;
  }

  // Of double track; nullptr: trains come in as they arrive.
  const Approach* end_of_section(const TrackRequest& request) const {
    const TrackTable& track = tables_.tracks[request.track];
    if (track.approach == kNone) return nullptr;
    return &stations_[track.ends[request.side ^ 1U]].view().approaches[track.approach];
  }

  // What keeps a train from leaving at this instant; messages are no wait.
  Cause cause_now(const Train& train, std::uint32_t line, const Departure& granted,
                  const Asked& asked) const {
    const LineInput& input = context_.input.lines[line];
    const Closing closing = context_.input.closing(input.hours, input.closures);
    const ClosedTime closed = kept_out(closing, {train.run_seconds, &input.slow_orders}, now_, now_ + 1);
    if (closed.closure_s > 0) return Cause::kClosure;
    if (closed.hours_s > 0) return Cause::kPossession;
    const std::int64_t waited = now_ - train.queued_since - granted.messages_s;
    if (waited == 0) return Cause::kHandling;
    if (asked.request == nullptr) return Cause::kSection;
    const TrackRequest& request = *asked.request;
    if (asked.section == nullptr && request.lacks_path.is_on()) return Cause::kPath;
    if (asked.section == nullptr) return request.lacks_yard.is_on() ? Cause::kYard : Cause::kTrack;
    const std::int64_t behind_track = now_ - request.since_admitted(),
                       path = granted.path_wait - request.path_wait;
    if (path > 0 && path == behind_track) return Cause::kPath;
    const Approach* end = end_of_section(request);
    if (end == nullptr || asked.section->has_room()) return Cause::kSection;
    return end->lacks_yard.is_on() ? Cause::kYard : Cause::kTrack;
  }

  const StationContext& context_;
  const ModelTables& tables_;
  const std::vector<Station>& stations_;
  std::int64_t now_;
  Observations& all_;
  std::unordered_map<const Train*, Asked> asked_;  // looked up only, never walked
  HeldHere* held_ = nullptr;                       // at the station at hand
  std::int64_t booked_ = 0;                        // of the train at hand
  std::int64_t trains_ = 0, found_ = 0;            // there are; that run, are in work or wait
};

}  // namespace

void add_open_waits(const StationContext& context, const std::vector<Station>& stations, std::int64_t now,
                    Observations& all) {
  OpenWaitsOfRun(context, stations, now, all).run();
}

}  // namespace rail
