// Of a scenario's disruptions those that last all the counted time: nobody sees the railway without them, so
// they are how it is.
#pragma once

#include "models/model_input.h"
#include "scenarios/scenario.h"

namespace scenarios {

// As Scenario::model_input(), with these disruptions alone: no other one closes anything, or takes paths,
// servers or bays; shifts are what they are in a week without.
rail::ModelInput input_with_lasting_disruptions(const Scenario& scenario);

}  // namespace scenarios
