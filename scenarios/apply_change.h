// Scenario.change: what differs from what is there already.
#pragma once

#include "landbridge/v1/scenario.pb.h"
#include "scenarios/changing.h"
#include "scenarios/load_files.h"

namespace scenarios {

// Puts the changes, whose fields are written at `places`, into what is merged. Things that are not there, and
// what `changed` has already, are problems.
void apply_change(const landbridge::v1::Change& change, const FilePlaces& places, const ChangeOrigin& origin,
                  ChangedFields& changed, LoadedFiles& files);

}  // namespace scenarios
