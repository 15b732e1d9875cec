// A station, the entity of the simulation: a point or a passing place. It touches its own state and what has
// been handed to it; all else reaches it as an event. It decides once an instant. Inline: station_inline.h
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/scheduler.h"
#include "models/advice_board.h"
#include "models/decision_times.h"
#include "models/event_kinds.h"
#include "models/permit_desk.h"
#include "models/release_clock.h"
#include "models/section_right.h"
#include "models/station_context.h"
#include "models/station_counters.h"
#include "models/station_view.h"  // all that a station has tables of

namespace rail {

class Station {
 public:
  Station(StationContext& context, std::uint32_t id);
  void begin(des::Scheduler& scheduler);  // schedules the first releases, departures and censuses
  void handle(const des::Event& event, des::Scheduler& scheduler);
  void restart_counting(std::int64_t now);
  StationView view() const;
  // Adds what was counted until now to tables of the right size; stays of trains still here it leaves out.
  void report(std::int64_t now, Observations& observations) const;
  void report_queues(std::vector<DisruptionQueue>& queues, std::vector<TrackWait>& behind) const;  // adds

 private:
  // station.cc: events
  void dispatch();
  inline void pass_on(const des::Event& event);
  inline void mark_dirty();
  void dispatch_or_schedule();
  void decide_again();
  void wake_at(std::int64_t instant);
  void wake_when_open(std::optional<std::int64_t> opening);
  void wake_chain_at(std::int64_t instant);
  void on_census(std::uint32_t index);
  std::int64_t now() const { return now_; }
  inline void check_owned(const Train& train) const;
  inline void after(std::int64_t seconds, des::Phase phase, EventKind kind, const des::Payload& payload);
  // station_formation.cc: containers wait for trains
  void begin_releases(ReleaseClock& clock, std::uint32_t service, EventKind kind, std::uint32_t index);
  void on_release(std::uint32_t flow);
  void await_release(const ReleaseClock& clock, EventKind kind, std::uint32_t index);
  void release_container(const FlowTable& flow, std::uint64_t number, const LoadsInside& loads = {});
  void schedule_departure(FormationPool& pool);
  void on_departure(FormationPool& pool);
  void on_latest_departure(FormationPool& pool);
  void add_to_pool(FormationPool& pool, Container* container);
  void form_full_trains(FormationPool& pool);
  void form_all(FormationPool& pool);
  void watch_latest_departure(FormationPool& pool);
  void form_train(FormationPool& pool, ContainerList cargo);
  void bring_own_containers(const FormationPool& pool, ContainerList& cargo, std::uint64_t identity);
  void start_from_origin(Train* train, const PoolTable& pool);
  void start_from_yard(Train* train, const PoolTable& pool);
  void count_formed(Train& train);
  void account_formation(Train& train);
  void on_part_load(std::uint32_t index);  // station_consolidation.cc: part loads
  void on_longest_wait(std::uint32_t index, std::uint64_t container);
  void on_stuffed(std::uint32_t index);
  void send_gathered(std::uint32_t index, bool early);
  inline void begin_process(Train* train, ProcessRole role);  // station_stages.cc: processes
  void next_stage(Train* train);
  void on_stage_done(Train* train, std::uint32_t resource);
  void start_services(std::uint32_t resource);
  inline void end_process(Train* train);
  void reach_end_of_leg(Train* train);  // station_gauge_change.cc
  bool must_reform(const Train& train);
  void enter_terminal(Train* train);
  void start_bay_works(std::uint32_t terminal);
  void on_bay_done(Train* train, std::uint32_t terminal);
  void lift_to_other_gauge(Train* train);
  void set_down(Train* train);
  void begin_next_leg(Train& train);
  void move_to_next_gauge(Container& container);
  void unload(Train* train);
  void on_arrival(Train* train);  // station_running.cc: arrival, request and grant, departure
  void come_in(Train* train);
  void ask_for_track(Train* train);
  inline void count_waiting(const Train& train, const StepTable& next, bool begins);
  void ask_for_step(Train* train, const Train& then, std::int64_t ready);
  inline void ask_here(Train* train, const TrackTable& track, const StepTable& next);
  void await_section(const TrackTable& track);
  void write_request(TrackRequest& request, Train* asks, const Train& train, std::int64_t ready) const;
  inline const StepTable& step(const Train& train) const;
  void on_track_request(const des::Event& event);
  void ask_for_section(const TrackRequest& request);
  void on_track_reserved(const des::Event& event);
  void give_sections(bool chained);
  void tell_paths(std::uint32_t index, std::uint8_t side);
  std::int64_t return_tracks(std::uint32_t index, std::int64_t entry);
  void await_cut(std::uint32_t index, std::int64_t entry);
  void on_cut(std::uint32_t index);
  void send_there(const TrackTable& track, std::uint32_t to, EventKind kind, const des::Payload& payload);
  inline void grant(const TrackGrant& grant);
  void let_in(const TrackGrant& grant, std::int64_t entry);
  SectionRight& right_to(const TrackTable& track);  // station_rights.cc: both ends decide in turn
  Track* section_here(const TrackTable& track);
  void on_right(const des::Event& event);
  void use_rights();
  void use_right(SectionRight& right);
  void hand_on(SectionRight& right);
  void on_ask_ahead(Train* train, std::int64_t ready);  // station_notice.cc: requests ahead of time
  void ask_past_next_station(Train* train, std::int64_t run_seconds);
  void ask_before_work_ends(Train* train, std::uint32_t first, std::int64_t ready);
  void ask_for_promise(Train* train, const Train& then, std::int64_t ready);
  void on_approach(std::uint32_t approach);  // station_admission.cc: the station's own tracks
  void ask_from_approach(std::uint32_t approach);
  void come_in_from_approach(Train* train, std::uint32_t approach);
  void on_room_again(const des::Event& event);
  void admit_trains();
  void note_lacks();
  void on_track_returned(const Train* train, std::uint8_t group);
  void await_chances();
  void track_is_left_at(const Train* train, std::uint32_t tracks, std::int64_t time);
  void admit(TrackRequest request);
  void ask_for_own_track(Train* train, std::uint32_t leg);
  void on_own_track(Train* train);
  void release_track(Train& train);
  // station_advice.cc, station_turning.cc: expected waits, and back before a closed line
  void begin_publishing();
  void publish();
  void send_advice(const AdviceReader& reader, const Advice& advice);
  void on_advice(const des::Event& event);
  Advice advice_about(const AdvisedTable& thing) const;
  std::uint32_t choose_route(std::uint32_t service, std::uint32_t planned);
  void divert(Train& train);
  const WayTable* other_way(const Train& train, std::int64_t time) const;
  bool stays_to_turn(Train* train);
  bool turn_back(Train& train);
  void turn_trains();
  void come_back(Train* train);
  void set_out(Train* train);
  void on_set_out(Train* train);
  void choose_again(Train& train);
  void ask_for_permits(Train* train);  // station_loading.cc: permits of lines and rings
  void ask_for_permit(Train* train, const DeskAt& desk);
  void send_about_permit(std::uint32_t station, EventKind kind, const des::Payload& payload);
  void on_permit_asked(const des::Event& event);
  void give_permits(std::uint32_t desk);
  void on_permit(Train* train, std::uint64_t desk);
  void on_permit_returned(std::uint32_t desk);
  void return_permit(Train& train, std::uint32_t entry);
  void return_ring_permits(Train& train);
  void ask_for_wagons(Train* train);  // station_fleets.cc: wagons and locomotives
  void ask_for_locomotive(Train* train);
  void on_line_opens(Train* train);
  bool take_or_wait(Train* train, std::uint32_t stock, std::int64_t units);
  bool set_aside_locomotive(Train& train, const Train& then, std::int64_t ready);
  bool take_next_wagons(Train& train);
  void on_units(Train* train, const FleetStock& stock);
  void leave_units(const Train& train, HeldUnits& held, std::uint32_t stock);
  void give_units();
  // station_journeys.cc: departures, counts of these and of arrivals
  void depart(Train* train, const Departure& granted);
  inline void count_entry(Train& train, const StepTable& step, const Departure& granted);
  inline void stamp_departure(Train& train);
  void observe_watches(Train& train);
  inline void enter(Train* train);  // station_ending.cc: stays, legs and journeys end
  void leave(Train& train, bool onto_line);
  void observe_dwell(Train& train);
  void end_journey(Train* train);
  void deliver(Container* container, const Train& train);
  void bill(Train& train);  // station_costs.cc
  void end_leg(Container& container, const Train& train);
  void record_stop(const Train& train, bool onto_line);
  StationContext& context_;
  const ModelTables& tables_;
  const StationTable& table_;
  std::uint32_t id_;
  des::Scheduler* scheduler_ = nullptr;  // during handle() only
  std::int64_t now_ = 0;                 // likewise: its clock, which is asked for ever again
  DecisionTimes decisions_;
  std::int64_t counting_since_ = 0;
  std::vector<StationTracks> station_tracks_;
  std::vector<Approach> approaches_;
  PathGates gates_;
  std::vector<Track> tracks_;
  std::vector<SectionRight> rights_;
  std::vector<Resource> resources_;
  std::vector<Terminal> terminals_;
  std::vector<FormationPool> pools_;
  std::vector<FleetStock> stocks_;
  std::vector<Gathering> gatherings_;         // as StationTable::part_loads
  std::vector<ReleaseClock> releases_;        // per flow
  std::vector<std::uint32_t> touched_pools_;  // scratch of unload()
  StationAdvice advice_;
  std::vector<Train*> to_turn_;    // wait for that, first come, first turned
  std::vector<PermitDesk> desks_;  // as StationTable::desks
  StationCounters counters_;
};

}  // namespace rail
