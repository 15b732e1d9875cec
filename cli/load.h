// Reading a scenario for a subcommand, and saying what is wrong with it.
#pragma once

#include <cstdio>
#include <optional>
#include <string>
#include <vector>

#include "cli/asked.h"
#include "scenarios/change_reach.h"
#include "scenarios/scenario.h"

namespace cli {

// "file:line:col: error: message", a line with the hint below, and the count at the end.
void print_problems(std::FILE* out, const std::vector<scenarios::Problem>& problems);
// kInvalidScenario, or kIoError if a file could not be read or written.
int exit_code_of(const std::vector<scenarios::Problem>& problems);

// "`lines/*/headway *= 0.5` scales 1 of the 2 fields that it names; ...".
std::string partial_text(const scenarios::ChangeReach& change);
// Warns of changes that scale less than they name.
void warn_of_partial_changes(const scenarios::Scenario& scenario);

struct Loaded {
  std::optional<scenarios::Scenario> scenario;
  int exit_code = 0;
};
// Prints problems on standard error.
Loaded load(const ScenarioFile& file);
Loaded load(const std::string& file, const std::vector<std::string>& changes = {});
// That a study names a file which cannot be read is wrong where it does so, if that is known.
void tell_where_named(const std::string& file, const scenarios::Written& written,
                      std::vector<scenarios::Problem>& problems);
// Refuses what an option says, or a field of a study where it was `written` there: with its place, as a file
// is refused. Returns the exit code.
int refuse(const char* option, const std::string& value, const scenarios::Written& written,
           const std::string& complaint, const std::string& hint = {});
// Prints nothing. Problems of a study's variant name it. With changes on top the scenario's name says so,
// unless it is given another one.
scenarios::LoadResult read(const ScenarioFile& file);

}  // namespace cli
