// `landbridge study` of a study that is a sweep.
#pragma once

#include "cli/commands.h"

namespace cli {

// As `landbridge sweep`, below the study's question.
int sweep_of_study(const SweepOptions& options);

}  // namespace cli
