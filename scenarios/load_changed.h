// A scenario that is in memory, with typed changes on top.
#pragma once

#include "scenarios/load_files.h"

namespace scenarios {

LoadedFiles load_changed(std::string_view bytes, Format format, const std::filesystem::path& name,
                         const std::vector<std::string>& changes);

}  // namespace scenarios
