// What may have made a queue longer that does not grow for good: disruptions and seasons of trains that pass
// it.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "models/model.h"
#include "studies/passing_services.h"
#include "studies/place_points.h"

namespace studies {

class QueueCauses {
 public:
  using Disruptions = std::vector<const rail::DisruptionInput*>;

  explicit QueueCauses(const rail::Model& model);

  // Those that meet a service that passes `place`, one of rail::waiting_places(): that close what lies on its
  // routes, or bring it a surge. Where trains may go round, all that meet a service; wagons are everywhere.
  Disruptions of(const Disruptions& disruptions, const std::string& place) const;

  // What seasons and surges bring at most above the mean in some part of the counted time, of the services
  // that pass `place`: so much more may wait there than at another time of the year though all is carried.
  double surplus_containers(const std::string& place) const;
  double surplus_trains(const std::string& place) const;  // if all are full

 private:
  Services past(const std::string& place) const;
  Services met_by(const rail::DisruptionInput& disruption) const;
  void add_demand(std::uint32_t service, double containers_per_year, std::uint32_t season);

  const rail::ModelInput& input_;
  PassingServices passing_;
  PlacePoints points_;
  std::map<std::string, std::uint32_t> lines_;
  std::vector<double> surplus_;  // containers, by service
};

}  // namespace studies
