// Random scenario messages: every field of the schema, values of all kinds, whether they make sense or not.
#pragma once

#include "landbridge/v1/scenario.pb.h"

namespace random_message {

// To be called inside a rapidcheck property.
landbridge::v1::Scenario arbitrary_scenario();

}  // namespace random_message
