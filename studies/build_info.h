// Which program this is.
#pragma once

#include <string>

namespace studies {

struct BuildInfo {
  std::string version;       // e.g. "0.1.0"
  std::string git_revision;  // at the time of building; with "-dirty" if files were changed; may be "unknown"
  std::string compiler;      // e.g. "GNU 12.2.0"
  std::string build_type;    // e.g. "Release"
};

const BuildInfo& build_info();

}  // namespace studies
