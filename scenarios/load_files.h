// A scenario file and all it includes, merged, with the place of every value.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "landbridge/v1/scenario.pb.h"
#include "scenarios/locations.h"
#include "scenarios/problem.h"
#include "scenarios/scenario.h"
#include "scenarios/unread.h"

namespace scenarios {

struct LoadedFiles {
  // On the heap: Locations know it by address. `include` is empty.
  std::unique_ptr<landbridge::v1::Scenario> merged;
  Locations locations;
  std::vector<Problem> problems;  // in the order of reading
  std::size_t files = 0;
  Unread unread;
  std::map<std::string, std::string> removed;  // ids of things that changes have taken out, and where
};

// `changes`: typed changes in their text form, put on top.
LoadedFiles load_files(const std::filesystem::path& path, const std::vector<std::string>& changes = {});
LoadedFiles load_files(std::string_view bytes, Format format, const std::filesystem::path& name);

}  // namespace scenarios
