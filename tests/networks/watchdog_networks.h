// Small networks for the tests of the watchdog: points, lines, trains by list, changes of gauge, fleets.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "models/model_input.h"
#include "tests/networks/units.h"

namespace networks {

// Lines of double track take one hour.
class Network {
 public:
  explicit Network(bool tracks_bind = false) {
    input.train_classes.push_back({"train", 1.0, 0});
    input.dispatching.tracks_bind = tracks_bind;
    input.counted_s = 40 * kDay;
  }

  std::uint32_t point(const std::string& id, int tracks = 0) {
    rail::PointInput point;
    point.id = point.name = id;
    if (tracks > 0) point.tracks.push_back({1435, tracks, 2000});
    input.points.push_back(point);
    return static_cast<std::uint32_t>(input.points.size() - 1);
  }

  std::uint32_t line(std::uint32_t from, std::uint32_t to, int gauge_mm = 1435) {
    rail::LineInput line;
    line.id = numbered("L", input.lines.size());
    line.from = from;
    line.to = to;
    line.gauge_mm = gauge_mm;
    line.length_km = 40;
    line.speed_km_per_day = 960;
    input.lines.push_back(line);
    return static_cast<std::uint32_t>(input.lines.size() - 1);
  }

  rail::ServiceInput& trains(const std::string& id, std::uint32_t from, std::uint32_t to,
                             std::vector<std::int64_t> times, int feu = 1) {
    rail::ServiceInput& service = service_between(id, from, to);
    service.rule = rail::FormationRule::kList;
    service.train_feu = service.own_containers = feu;
    service.reformed_share = 1;
    service.list_times_s = std::move(times);
    return service;
  }

  rail::ServiceInput& empty_wagons(const std::string& id, std::uint32_t from, std::uint32_t to,
                                   std::int64_t idle_for_s, double feu = 1) {
    rail::ServiceInput& service = service_between(id, from, to);
    service.rule = rail::FormationRule::kEmptyWagons;
    service.train_feu = feu;
    service.idle_for_s = idle_for_s;
    return service;
  }

  rail::GaugeChangeInput& change(const std::string& id, std::uint32_t point, int from_mm, int to_mm,
                                 double yard_teu, const std::string& bays = "bays") {
    rail::GaugeChangeInput& change = input.gauge_changes.emplace_back();
    change.id = id;
    change.bay_pool = bays;
    change.point = point;
    change.from_gauge_mm = from_mm;
    change.to_gauge_mm = to_mm;
    change.bays = 2;
    change.lifts_per_hour = 20;
    change.yard_teu = yard_teu;
    return change;
  }

  rail::WagonPoolInput& wagons(const std::string& id, int gauge_mm, std::vector<rail::StockInput> stock,
                               double feu_per_wagon = 0) {
    rail::WagonPoolInput& pool = input.wagon_pools.emplace_back();
    pool.id = id;
    pool.gauge_mm = gauge_mm;
    pool.stock = std::move(stock);
    pool.feu_per_wagon = feu_per_wagon;
    return pool;
  }

  rail::TractionDistrictInput& district(const std::string& id, std::uint32_t line,
                                        std::vector<rail::StockInput> stock) {
    rail::TractionDistrictInput& district = input.traction_districts.emplace_back();
    district.id = id;
    district.lines = {line};
    district.stock = std::move(stock);
    return district;
  }

  // Trains that begin there stand on their tracks for so long first.
  void takes_at_origin(std::uint32_t point, std::int64_t seconds) {
    rail::ResourceInput& staff = input.resources.emplace_back();
    staff.id = "staff";
    staff.point = point;
    rail::ProcessInput& process = input.processes.emplace_back();
    process.point = point;
    process.role = rail::ProcessRole::kOrigin;
    process.directions = {rail::Direction::kWestbound};
    rail::StageInput& stage = process.stages.emplace_back();
    stage.resource = 0;
    stage.duration = rail::Distribution::constant(static_cast<double>(seconds));
  }

  rail::ModelInput input;

 private:
  rail::ServiceInput& service_between(const std::string& id, std::uint32_t from, std::uint32_t to) {
    rail::ServiceInput& service = input.services.emplace_back();
    service.id = id;
    service.origin = from;
    service.destination = to;
    service.train_class = 0;
    return service;
  }
};

}  // namespace networks
