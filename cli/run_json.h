// The results of a run as one JSON document.
#pragma once

#include <string>

#include "cli/report.h"

namespace cli {

std::string run_json(const Report& report);

}  // namespace cli
