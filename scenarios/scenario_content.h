// The message behind a Scenario, for this folder only: elsewhere nobody knows Protobuf.
#pragma once

#include "landbridge/v1/scenario.pb.h"
#include "scenarios/scenario.h"

namespace scenarios {

struct ScenarioContent {
  static const landbridge::v1::Scenario& message(const Scenario& scenario);
};

}  // namespace scenarios
