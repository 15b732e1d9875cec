// What trains take of wagon pools and traction districts: units, for as long as a train must hold them, and
// their way back.
//
// A train holds wagons from before its first stage on a leg until it has ended the leg, and a locomotive from
// where it enters a district until it has left it, turning included; waits are left out. Whatever leaves a
// point must come there in the long run: with trains the other way, empty or light.
#pragma once

#include <cstdint>
#include <vector>

#include "models/capacity_use.h"
#include "models/model_tables.h"
#include "models/train_load.h"

namespace rail {

class FleetUses {
 public:
  // Adds what there is of fleets to `capacities`.
  FleetUses(const Model& model, std::vector<Capacity>& capacities);

  // `before`: the leg before, nullptr at the first origin. No use twice but of returns.
  std::vector<CapacityUse> of_leg(std::uint32_t service, const LegLoad* before, const LegLoad& leg) const;
  // One flow for each rule by which locomotives return alone.
  std::vector<RouteUse> light_runs() const;

 private:
  void add_wagons(std::uint32_t service, const LegLoad* before, const LegLoad& load,
                  std::vector<CapacityUse>& uses) const;
  void add_locomotives(std::uint32_t service, const LegLoad& load, std::vector<CapacityUse>& uses) const;
  double hold_s(std::uint32_t service, const LegLoad* before, const LegLoad& load) const;
  double run_s(const LegLoad& load, std::uint32_t step) const;
  double turn_s(std::uint32_t fleet) const;
  std::uint32_t stock(std::uint32_t station, std::uint32_t local) const {
    return tables_.stations[station].stocks[local];
  }

  const Model& model_;
  const ModelInput& input_;
  const ModelTables& tables_;
  std::vector<std::vector<std::uint32_t>> route_classes_;
  std::vector<std::uint32_t> units_;    // capacity per fleet
  std::vector<std::uint32_t> returns_;  // capacity per stock
};

// Mean time of all stages of a train at a point; 0 where there is nothing to do.
double stages_s(const Model& model, std::uint32_t point, ProcessRole role, Direction direction,
                double containers);
// Mean time in a bay of a train with so many containers.
double bay_s(const GaugeChangeInput& change, double containers);
// What is left of it at any instant, in the mean at most (models/staffed_time.h).
double most_left_in_bay_s(const GaugeChangeInput& change, double containers);

}  // namespace rail
