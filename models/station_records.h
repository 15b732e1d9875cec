// What one station has recorded since counting began, as far as it was asked for.
#pragma once

#include "models/cost_observation.h"
#include "models/record_log.h"
#include "models/stop_records.h"

namespace rail {

struct StationRecords {
  RecordLog<TrainStop> train_stops;
  RecordLog<TrainBill> train_bills;
  RecordLog<ContainerBill> container_bills;
  RecordLog<ContainerLeg> container_legs;
  RecordLog<TrainPassing> passings;
};

}  // namespace rail
