// Files for tests: those of the repository, and a folder of a test's own that goes with it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "scenarios/scenario.h"

namespace test_files {

// A file of the repository, e.g. "tests/scenarios/parts/base.txtpb".
std::filesystem::path in_repository(const std::string& relative);

// All files of a folder of the repository whose names end so, in order.
std::vector<std::filesystem::path> list(const std::string& folder, const std::string& extension);

std::string read(const std::filesystem::path& path);

// "file:line:column: message", files without their folders.
std::vector<std::string> lines(const std::vector<scenarios::Problem>& problems);

// Some file could not be read or written.
bool any_io(const std::vector<scenarios::Problem>& problems);

class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  const std::filesystem::path& path() const { return path_; }
  // Returns the whole path.
  std::filesystem::path write(const std::string& name, const std::string& text) const;

 private:
  std::filesystem::path path_;
};

// The smallest scenario without problems, with `more` below it from line 9 on: fields that it does
// not have itself, which are all but name, network, services and experiment.
std::string small_scenario(const std::string& more = {});

// What comes of a file "memory.txtpb" whose first line includes the smallest scenario; `more` stands
// from line 2 on.
scenarios::LoadResult load_beside_small(const std::string& more);

}  // namespace test_files
