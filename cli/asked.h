// What commands are asked of: scenarios, and the study that asks.
#pragma once

#include <string>
#include <vector>

#include "scenarios/written.h"

namespace cli {

// A scenario with typed changes on top.
struct ScenarioFile {
  std::string file;
  std::vector<std::string> changes = {};
  std::string name = {};  // what to call it; empty: by its own name
  // Where a study has its changes and names its file; what is missing is on the command line.
  std::vector<scenarios::Written> changes_written = {};
  scenarios::Written file_written = {};
};

// The study that asks; no file: the command line does.
struct AskingStudy {
  std::string file;
  std::string name = {};
  std::string question = {};  // may be empty
};

}  // namespace cli
