// How much a wagon set holds, where wagons are counted in sets.
#pragma once

#include "models/model_input.h"
#include "models/model_tables.h"

namespace rail {

// Sets FleetInfo::feu_per_unit of pools of sets: FEU of the longest train that takes one, since a set is kept
// together and runs with shorter ones too. Needs stocks of legs, and pools.
void set_room_of_wagon_sets(const ModelInput& input, ModelTables& tables);

}  // namespace rail
