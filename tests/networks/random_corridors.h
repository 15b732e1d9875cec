// Random corridors, and whether all trains arrive on them.
//
//   (W)==[p]==[p]==(J)==[p]==(E)
// [p] passing places and (J) junctions with 2 to 4 tracks; trains both ways. Mixed corridors have double
// lines, and tracks and trains of two lengths; those with yards two changes of gauge.
#pragma once

#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "models/model_tables.h"
#include "models/replication.h"
#include "tests/networks/watchdog_networks.h"

namespace networks {

using rail::ModelInput;

inline void add_line(Network& network, std::uint32_t from, std::uint32_t to, int tracks = 1,
                     int gauge_mm = 1435) {
  rail::LineInput& line = network.input.lines[network.line(from, to, gauge_mm)];
  line.tracks = tracks;
  line.passing_places = tracks == 1 ? *rc::gen::inRange(0, 4) : 0;
  line.passing_tracks = *rc::gen::inRange(2, 5);
  line.length_km = *rc::gen::inRange(10, 100);
  line.clearing_s = *rc::gen::inRange(0, 200);
}

// Of one container, all within a few hours.
inline rail::ServiceInput& add_trains(Network& network, std::uint32_t from, std::uint32_t to,
                                      rail::Direction direction) {
  std::vector<std::int64_t> times;
  std::int64_t time = 0;
  const int trains = *rc::gen::inRange(3, 12);
  for (int i = 0; i < trains; ++i) times.push_back(time += *rc::gen::inRange<std::int64_t>(0, kHour));
  rail::ServiceInput& service =
      network.trains(numbered("S", network.input.services.size()), from, to, std::move(times));
  service.direction = direction;
  return service;
}

inline Network nothing() {
  Network network(true);
  network.input.counted_s = 400 * kDay;
  return network;
}

// The shortest run of any train over a section: L_min.
inline std::int64_t least_run_s(const ModelInput& input) {
  const std::shared_ptr<const rail::Model> model = rail::Model::build(input);
  std::int64_t least = rail::kNever;
  for (const rail::StepTable& step : model->tables().steps) least = std::min(least, step.least_run_seconds);
  return least;
}

inline ModelInput with_notice(ModelInput input, int runs) {
  input.dispatching.notice_s = runs * least_run_s(input);
  return input;
}

// None, L_min or twice that.
inline ModelInput with_any_notice(ModelInput input) {
  return with_notice(std::move(input), *rc::gen::element(0, 1, 2));
}

inline ModelInput random_corridor() {
  Network network = nothing();
  const int junctions = *rc::gen::inRange(0, 4);
  std::uint32_t last = network.point("W");
  for (int i = 0; i <= junctions; ++i) {
    const bool end = i == junctions;
    const std::uint32_t next = network.point(end ? "E" : numbered("J", static_cast<std::size_t>(i)),
                                             end ? 0 : *rc::gen::inRange(2, 5));
    add_line(network, last, next);
    last = next;
  }
  add_trains(network, 0, last, rail::Direction::kEastbound);
  add_trains(network, last, 0, rail::Direction::kWestbound);
  return with_any_notice(network.input);
}

// Tracks of up to two lengths; one long one among them now and then.
inline std::uint32_t add_point_of_two_lengths(Network& network, const std::string& id) {
  const std::uint32_t point = network.point(id);
  std::vector<rail::TrackGroupInput>& tracks = network.input.points[point].tracks;
  if (*rc::gen::arbitrary<bool>()) tracks.push_back({1435, *rc::gen::element(1, 2, 3), 400});
  tracks.push_back({1435, *rc::gen::element(1, 2, 2, 2, 3, 3, 4), 1000});
  return point;
}

// A train of one container is 100 or 700 m long.
inline void add_trains_of_a_length(Network& network, std::uint32_t from, std::uint32_t to,
                                   rail::Direction direction) {
  add_trains(network, from, to, direction).locomotive_length_m = *rc::gen::element(86.0, 686.0);
}

inline ModelInput random_mixed_corridor() {
  Network network = nothing();
  const int junctions = *rc::gen::inRange(1, 5);
  std::uint32_t last = add_point_of_two_lengths(network, "W");
  for (int i = 0; i < junctions; ++i) {
    const std::uint32_t next = add_point_of_two_lengths(network, numbered("J", static_cast<std::size_t>(i)));
    add_line(network, last, next, *rc::gen::inRange(1, 3));
    last = next;
  }
  for (int s = *rc::gen::inRange(1, 3); s > 0; --s) {
    add_trains_of_a_length(network, 0, last, rail::Direction::kEastbound);
    add_trains_of_a_length(network, last, 0, rail::Direction::kWestbound);
  }
  return with_any_notice(network.input);
}

inline void add_gauge_change(Network& network, std::uint32_t point, int from_mm, int to_mm, double yard_teu) {
  rail::GaugeChangeInput& change = network.change(numbered("G", network.input.gauge_changes.size()), point,
                                                  from_mm, to_mm, yard_teu, "lift");
  change.bays = 1;
  change.lifts_per_hour = 4;
  change.latest_departure_s = kHour;
}

// (W)==1435==(Y0)==1520==(Y1)==1435==(E); trains of one or two containers, kept or re-formed.
inline ModelInput random_yards() {
  Network network = nothing();
  const std::uint32_t west = network.point("W");
  std::uint32_t last = west;
  for (const int yard : {0, 1}) {
    const std::uint32_t point = network.point(numbered("Y", static_cast<std::size_t>(yard)));
    for (const int gauge_mm : {1435, 1520})
      network.input.points[point].tracks.push_back({gauge_mm, *rc::gen::inRange(2, 5), 1000});
    add_line(network, last, point, *rc::gen::inRange(1, 3), yard == 0 ? 1435 : 1520);
    const double yard_teu = *rc::gen::inRange(8, 13);
    add_gauge_change(network, point, 1435, 1520, yard_teu);
    add_gauge_change(network, point, 1520, 1435, yard_teu);
    last = point;
  }
  const std::uint32_t east = network.point("E");
  add_line(network, last, east, *rc::gen::inRange(1, 3), 1435);
  for (const bool eastwards : {true, false}) {
    rail::ServiceInput& service =
        add_trains(network, eastwards ? west : east, eastwards ? east : west,
                   eastwards ? rail::Direction::kEastbound : rail::Direction::kWestbound);
    service.own_containers = *rc::gen::inRange(1, 3);
    service.train_feu = 2;
    service.reformed_share = *rc::gen::element(0.0, 0.5, 1.0);
  }
  return with_any_notice(network.input);
}

struct Outcome {
  rail::StopReason stop;
  std::vector<rail::GridlockedTrain> circle;
  std::int64_t delivered = 0, released = 0;
};

inline Outcome run(ModelInput input, rail::AdmissionRule rule) {
  input.dispatching.admission = rule;
  const rail::Observations seen = rail::run_replication(*rail::Model::build(std::move(input)), {});
  Outcome outcome{seen.stop, seen.gridlock};
  for (const rail::ServiceObservation& service : seen.services) {
    outcome.delivered += service.containers_delivered;
    outcome.released += service.containers_released;
  }
  return outcome;
}

inline void all_arrive(const ModelInput& input, bool may_be_told_of = false) {
  const std::shared_ptr<const rail::Model> model = rail::Model::build(input);
  const bool told_of = !model->unguaranteed_points().empty();
  RC_CLASSIFY(told_of, "told of");
  RC_ASSERT(!told_of || may_be_told_of);
  if (told_of) return;
  const Outcome outcome = run(input, rail::AdmissionRule::kGuaranteed);
  RC_ASSERT(outcome.stop == rail::StopReason::kQuiescent);
  RC_ASSERT(outcome.delivered == outcome.released);
  RC_ASSERT(outcome.released > 0);
}

}  // namespace networks
