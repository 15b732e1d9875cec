// Where units of fleets may still come, as far as trains that stand for ever let them: for the watchdog.
//
// Idle units go with a train that takes them, or by an idle rule. So all is followed that trains may do:
// those that do not stand for ever, from where they are, and those yet to be made, from where they are made.
// A train gets no further than where it needs what none is given while those stand that stand: units of a
// stock before which one of them is the first, or to which none come any more; a track of a station where
// they keep all that its way may have, however short it is; the end of a section where one of them is the
// first. All else that it may have to wait for counts as given: room in a yard, a permit, a path, an hour.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <vector>

#include "models/station.h"
#include "models/station_context.h"

namespace rail {

class UnitFlows {
 public:
  // `is_stuck`: who stands for ever; `held`: units under those, per fleet. Both are asked again and again,
  // and only ever become fewer. Until the first follow() nothing goes anywhere.
  UnitFlows(const StationContext& context, const std::vector<Station>& stations,
            std::function<bool(const Train*)> is_stuck, const std::vector<std::int64_t>& held);

  // Returns whether units may come to where they could not before.
  bool follow();
  // Of its fleet, at a stock: all but those under trains that stand for ever, and those that stand at
  // another stock from where nothing leads here.
  std::int64_t may_come_to(std::uint32_t stock) const;
  bool leads(std::uint32_t from, std::uint32_t to) const { return leads_[from][to] != 0; }
  const FleetStock& stock(std::uint32_t index) const;

 private:
  // How far trains may come on a leg.
  struct Reach {
    bool begins = false;      // some train is to have wagons for it
    bool has_wagons = false;  // and then a track
    std::vector<char> ready;  // per step: to do it; then at the end of the leg
  };

  // Where trains are, and where they may be made.
  void place_all();
  void place(const Train& train);
  void place_on_way(const Train& train);
  void place_pool(const FormationPool& pool);
  void begin_service(std::uint32_t service);
  void mark_ready(std::uint32_t leg, std::size_t step);
  void mark(bool& what);
  std::uint32_t next_without_track(std::uint32_t leg, std::uint32_t step) const;
  // What that leads to.
  void go_on(std::uint32_t leg);
  void end_legs();
  void divert();
  void turn(std::uint32_t leg);
  void lead_units(std::uint32_t leg);
  void follow_idle_rules(std::uint32_t stock);
  void lead(std::uint32_t from, std::uint32_t to);
  // What trains may have.
  void find_shut_tracks();
  bool has_track(std::uint32_t station, std::uint32_t tracks, Running running) const;
  bool takes_wagons(const LegTable& leg) const;
  bool takes_own_track(std::uint32_t leg) const;
  bool can_do(std::uint32_t leg, std::uint32_t step) const;
  bool gives(std::uint32_t stock, std::int64_t units) const;

  std::uint32_t stock_of(std::uint32_t station, std::uint32_t local) const {
    return tables_.stations[station].stocks[local];
  }
  const StepTable& step_of(const LegTable& leg, std::uint32_t step) const {
    return tables_.steps[leg.first_step + step];
  }

  const StationContext& context_;
  const ModelTables& tables_;
  const std::vector<Station>& stations_;
  std::function<bool(const Train*)> is_stuck_;
  const std::vector<std::int64_t>& held_;
  std::vector<Reach> reach_;                            // per leg
  std::vector<std::vector<char>> leads_;                // per two stocks: at once, or over others
  std::vector<std::vector<std::array<bool, 2>>> shut_;  // per station, its tracks, and way of running
  bool changed_ = false, leads_more_ = false;
};

}  // namespace rail
