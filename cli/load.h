// Reading a scenario for a subcommand, and saying what is wrong with it.
#pragma once

#include <cstdio>
#include <optional>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "scenarios/scenario.h"

namespace cli {

// "file:line:col: error: message", a line with the hint below, and the count at the end.
void print_problems(std::FILE* out, const std::vector<scenarios::Problem>& problems);
// kInvalidScenario, or kIoError if a file could not be read or written.
int exit_code_of(const std::vector<scenarios::Problem>& problems);

struct Loaded {
  std::optional<scenarios::Scenario> scenario;
  int exit_code = 0;
};
// Prints problems on standard error.
Loaded load(const ScenarioFile& file);
Loaded load(const std::string& file, const std::vector<std::string>& changes = {});
// Prints nothing. With changes on top the scenario's name says so, unless it is given another one.
scenarios::LoadResult read(const ScenarioFile& file);

}  // namespace cli
