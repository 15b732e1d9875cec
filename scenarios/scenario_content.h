// The message behind a Scenario, for this folder only: elsewhere nobody knows Protobuf.
#pragma once

#include "landbridge/v1/scenario.pb.h"
#include "scenarios/change_reach.h"
#include "scenarios/scenario.h"

namespace scenarios {

struct LoadedChanged;

struct ScenarioContent {
  static const landbridge::v1::Scenario& message(const Scenario& scenario);
  static LoadResult from(LoadedChanged&& loaded);
  static const std::vector<ChangeReach>& reach(const Scenario& scenario);
};

}  // namespace scenarios
