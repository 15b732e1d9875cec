// Which executor the user asked for.
#pragma once

#include <optional>

#include "studies/run_jobs.h"

namespace cli {

// Of LANDBRIDGE_EXECUTOR; nothing, and a complaint on standard error, if it names none.
std::optional<studies::Backend> backend_or_complaint();

}  // namespace cli
