// A scenario with typed changes on top, and where each is written, as far as that is known.
#pragma once

#include "scenarios/change_reach.h"
#include "scenarios/load_files.h"
#include "scenarios/written.h"

namespace scenarios {

struct LoadedChanged {
  LoadedFiles files;
  std::vector<ChangeReach> reach;
};

LoadedChanged load_changed(const std::filesystem::path& path, const std::vector<std::string>& changes = {},
                           const std::vector<Written>& written = {});
LoadedChanged load_changed(std::string_view bytes, Format format, const std::filesystem::path& name,
                           const std::vector<std::string>& changes, const std::vector<Written>& written = {});

}  // namespace scenarios
