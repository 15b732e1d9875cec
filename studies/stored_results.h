// Reports of results that are on the disk: whatever a path leads to.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "scenarios/problem.h"

namespace studies {

// The data of the report (studies/report_data.h) of a run directory, of the folder of a comparison,
// selection, assessment or capacity study, or of a study file. Nothing, with all that is wrong behind
// `problems`, if it is none or was changed. Throws IoError.
std::optional<std::string> stored_report_json(const std::filesystem::path& results,
                                              std::vector<scenarios::Problem>& problems);

}  // namespace studies
