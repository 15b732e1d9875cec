// Which changes a program was built with that are in no commit.
#pragma once

#include <string>

namespace studies {

// A hash of them; empty if there are none, or no commit is known. The name of the fact in a study file, too.
const std::string& changed_sources();
constexpr const char* kChangedSources = "list of changed sources";

}  // namespace studies
