// Scenario.change: what differs from what is there already.
#pragma once

#include <string>

#include "landbridge/v1/scenario.pb.h"
#include "scenarios/load_files.h"

namespace scenarios {

// Puts the changes that `file` writes, at `places`, into what is merged. Things that are not there are
// problems.
void apply_change(const landbridge::v1::Change& change, const FilePlaces& places, const std::string& file,
                  LoadedFiles& files);

}  // namespace scenarios
