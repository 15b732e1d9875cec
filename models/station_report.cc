// What a station hands over at the end of a replication.
#include <algorithm>

#include "engine/check.h"
#include "models/station_inline.h"

namespace rail {
namespace {

// With the visits that were counted for all causes at once.
LineObservation with_visits(const EntryCounters& entry, std::size_t direction) {
  LineObservation seen = entry.seen[direction];
  for (WaitSum* wait :
       {&seen.wait, &seen.path_wait, &seen.possession_wait, &seen.closure_wait, &seen.track_wait})
    wait->visits += entry.entered[direction];
  return seen;
}

// All but its waits for tracks: report_lines() gives these to the place of the track, which may be a point.
void add_all_but_track_wait(LineObservation& sum, const LineObservation& part) {
  sum.trains += part.trains;
  sum.teu += part.teu;
  sum.containers += part.containers;
  sum.laden_teu += part.laden_teu;
  sum.through_trains += part.through_trains;
  sum.through_teu += part.through_teu;
  add_waits(sum.wait, part.wait);
  add_waits(sum.path_wait, part.path_wait);
  add_waits(sum.possession_wait, part.possession_wait);
  add_waits(sum.closure_wait, part.closure_wait);
}

void take_highest(CompressedTime& highest, const CompressedTime& part) {
  if (part.total.exceeds(highest.total)) highest.total = part.total;
  if (part.busiest_day.exceeds(highest.busiest_day)) highest.busiest_day = part.busiest_day;
  if (part.busiest_hour.exceeds(highest.busiest_hour)) highest.busiest_hour = part.busiest_hour;
}

void report_costs(const StationCounters& counters, Observations& all) {
  add_bill(all.costs.trains, counters.costs.trains);
  add_bill(all.costs.containers, counters.costs.containers);
  add_bill(all.costs.empty_trains, counters.costs.empty_trains);
  add_bill(all.conservation.billed, counters.billed);
  add_bill(all.conservation.billed_delivered, counters.billed_delivered);
  add_bill(all.conservation.billed_empty, counters.billed_empty);
}

void report_part_loads(const StationTable& table, const StationCounters& counters, Observations& all) {
  for (std::size_t i = 0; i < table.part_loads.size(); ++i)
    all.part_loads[table.part_loads[i]].merge(counters.gathered[i]);
  for (std::size_t i = 0; i < table.ending_part_loads.size(); ++i)
    all.part_loads[table.ending_part_loads[i]].merge(counters.unstuffed[i]);
  all.conservation.loads_in += counters.loads_in;
  all.conservation.loads_out += counters.loads_out;
}

// Where they stand; what they wait for has its own sums.
void report_held(const StationTable& table, const StationCounters& counters, const StationView& view,
                 Observations& all) {
  HeldHere& held = table.point != kNone ? all.held_at_points[table.point] : all.held_on_lines[table.line];
  const auto add = [&held](Cause cause, const WaitSum& wait) {
    held[static_cast<std::size_t>(cause)].add(wait);
  };
  for (const EntryCounters& entry : counters.entries) {
    for (const LineObservation& line : entry.seen) {
      add(Cause::kPath, line.path_wait);
      add(Cause::kTrack, line.track_wait);
      add(Cause::kPossession, line.possession_wait);
      add(Cause::kClosure, line.closure_wait);
    }
    for (const WaitSum& yard : entry.yard_waits) add(Cause::kYard, yard);
  }
  add(Cause::kTrack, counters.point.track_wait);
  add(Cause::kClosure, counters.point.closure_wait);
  add(Cause::kPath, counters.point.loading_wait);
  for (const Resource& resource : view.resources) {
    add(Cause::kHours, resource.seen().hours_wait);
    add(Cause::kClosure, resource.seen().closure_wait);
  }
  for (const Terminal& terminal : view.terminals) {
    add(Cause::kYard, terminal.seen().yard_wait);
    add(Cause::kHours, terminal.seen().hours_wait);
    add(Cause::kClosure, terminal.seen().closure_wait);
  }
}

void report_lines(const ModelTables& tables, const StationTable& table, const StationCounters& counters,
                  const StationView& view, Observations& all) {
  for (std::size_t i = 0; i < table.entries.size(); ++i) {
    for (const std::size_t direction : {0, 1}) {
      const LineObservation here = with_visits(counters.entries[i], direction);
      add_all_but_track_wait(all.lines[direction][table.entries[i].line], here);
      const std::uint32_t next = table.entries[i].next_point;
      add_waits(next == kNone ? all.lines[direction][table.entries[i].line].track_wait
                              : all.points[next].track_wait,
                here.track_wait);
    }
    const std::vector<WaitSum>& yards = counters.entries[i].yard_waits;
    for (std::size_t t = 0; t < yards.size(); ++t)
      add_waits(all.terminals[tables.stations[table.entries[i].next_point].terminals[t]].yard_wait, yards[t]);
  }
  for (std::size_t i = 0; i < table.tracks.size(); ++i) {
    const TrackTable& track = tables.tracks[table.tracks[i]];
    const std::size_t side = track.single ? 0 : track.side;
    LineObservation& line = all.lines[side][track.line];
    line.occupied_seconds += view.tracks[i].blocked().sum();
    CompressedTime& section = all.sections[table.tracks[i]];
    section = view.tracks[i].compression().observation();
    take_highest(line.compressed, section);
  }
}

void report_services(const ModelTables& tables, const StationTable& table, const StationCounters& counters,
                     Observations& all) {
  for (std::size_t i = 0; i < table.pools.size(); ++i) {
    const std::uint32_t service = tables.pools[table.pools[i]].service;
    if (service == kNone) continue;
    all.services[service].trains_departed = counters.originating[i].trains_departed;
    all.services[service].containers_released = counters.originating[i].containers_released;
  }
  for (std::size_t i = 0; i < table.ending_services.size(); ++i) {
    ServiceObservation& service = all.services[table.ending_services[i]];
    const ServiceObservation& here = counters.ending[i];
    service.containers_delivered = here.containers_delivered;
    service.teu_delivered = here.teu_delivered;
    service.transit = here.transit;
    service.total = here.total;
    service.account = here.account;
    service.laden_teu_delivered = here.laden_teu_delivered;
    service.bill = here.bill;
    service.goods = here.goods;
  }
}

void report_rerouting(const StationCounters& counters, Observations& all) {
  for (std::size_t s = 0; s < counters.rerouted.size(); ++s) all.rerouted[s].merge(counters.rerouted[s]);
}

void report_conservation(const StationCounters& counters, ConservationCheck& all) {
  for (std::size_t kind = 0; kind < 3; ++kind) {
    all.released[kind] += counters.released[kind];
    all.delivered[kind] += counters.delivered[kind];
  }
  for (std::size_t gauge = 0; gauge < kGauges; ++gauge)
    all.gauge_balance[gauge] += counters.gauge_balance[gauge];
}

void report_point(const StationTable& table, const StationCounters& counters, const StationView& view,
                  std::int64_t now, std::size_t censuses, Observations& all) {
  PointObservation& point = all.points[table.point];
  const WaitSum on_the_way = point.track_wait;
  point = counters.point;
  add_waits(point.track_wait, on_the_way);
  for (const StationTracks& tracks : view.station_tracks)
    point.held_track_seconds += tracks.held().sum_until(now);
  point.present_at_end = counters.present.level();
  point.occupancy_seconds = counters.present.sum_until(now);
  point.census.resize(censuses, 0);
  for (std::size_t i = 0; i < table.places.size(); ++i) all.formations[table.places[i]] = counters.places[i];
  for (std::size_t i = 0; i < table.watch_to.size(); ++i) {
    all.watches[table.watch_to[i]].travel.merge(counters.watches[i].travel);
  }
}

}  // namespace

void Station::restart_counting(std::int64_t now) {
  counting_since_ = now;
  counters_.restart(now);
  for (StationTracks& tracks : station_tracks_) tracks.restart_counting(now);
  for (Track& track : tracks_) track.restart_counting(now);
  for (Resource& resource : resources_) resource.restart_counting(now);
  for (Terminal& terminal : terminals_) terminal.restart_counting(now);
  for (FleetStock& stock : stocks_) stock.restart_counting(now);
}

void Station::report(std::int64_t now, Observations& all) const {
  report_lines(tables_, table_, counters_, view(), all);
  report_held(table_, counters_, view(), all);
  report_services(tables_, table_, counters_, all);
  report_rerouting(counters_, all);
  report_conservation(counters_, all.conservation);
  report_costs(counters_, all);
  report_part_loads(table_, counters_, all);
  for (const Gathering& gathering : gatherings_) all.conservation.loads_gathering += gathering.loads_here();
  if (table_.point != kNone)
    report_point(table_, counters_, view(), now, context_.input.census_s.size(), all);
  for (const StationTracks& tracks : station_tracks_) {
    DES_CHECK(tracks.within_capacity(), "more trains than the station has tracks", des::SimTime{now}, id_);
  }
  for (std::size_t i = 0; i < table_.resources.size(); ++i) {
    DES_CHECK(resources_[i].within_capacity(), "more trains served than there are servers", des::SimTime{now},
              id_);
    all.resources[table_.resources[i]] = resources_[i].observation(now);
  }
  for (std::size_t i = 0; i < table_.terminals.size(); ++i) {
    DES_CHECK(terminals_[i].within_capacity(), "bays or yard overfull", des::SimTime{now}, id_);
    TerminalObservation& seen = all.terminals[table_.terminals[i]];
    const WaitSum on_the_way = seen.yard_wait;
    seen = terminals_[i].observation(now);
    add_waits(seen.yard_wait, on_the_way);
  }
  for (std::size_t i = 0; i < table_.stocks.size(); ++i)
    all.stocks[table_.stocks[i]] = stocks_[i].observation(now);
}

}  // namespace rail
