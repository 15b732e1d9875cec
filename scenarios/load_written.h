// load_with(), for changes that are written in a file: problems are told where they are.
#pragma once

#include "scenarios/scenario.h"
#include "scenarios/written.h"

namespace scenarios {

// `written`: of each change; those that are missing or without a file are on the command line.
LoadResult load_written(const std::filesystem::path& path, const std::vector<std::string>& changes,
                        const std::vector<Written>& written);

}  // namespace scenarios
