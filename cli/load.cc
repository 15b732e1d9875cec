#include "cli/load.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/exit_code.h"
#include "cli/terminal.h"

namespace cli {

void print_problems(std::FILE* out, const std::vector<scenarios::Problem>& problems) {
  for (const scenarios::Problem& problem : problems) {
    fmt::print(out, "{}\n", printable(fmt::format("{}error: {}", place_of(problem), text_of(problem))));
    if (!problem.hint.empty()) fmt::print(out, "    hint: {}\n", printable(problem.hint));
  }
  fmt::print(out, "{} {}\n", problems.size(), problems.size() == 1 ? "problem" : "problems");
}

int exit_code_of(const std::vector<scenarios::Problem>& problems) {
  if (problems.empty()) return kOk;
  const bool io =
      std::any_of(problems.begin(), problems.end(), [](const auto& problem) { return problem.io; });
  return io ? kIoError : kInvalidScenario;
}

scenarios::LoadResult read(const ScenarioFile& from) {
  scenarios::LoadResult plain = scenarios::Scenario::load(from.file);
  if (from.changes.empty() && from.name.empty()) return plain;
  if (!plain.scenario) return scenarios::load_with(from.file, from.changes);
  std::string name = !from.name.empty()
                         ? from.name
                         : fmt::format("{} with {}", plain.scenario->name(), fmt::join(from.changes, ", "));
  std::replace_if(name.begin(), name.end(), [](char c) { return c == '\n' || c == '\t' || c == '\r'; }, ' ');
  std::vector<std::string> named = from.changes;
  named.push_back("name = " + name);
  return scenarios::load_with(from.file, named);
}

Loaded load(const ScenarioFile& file) {
  scenarios::LoadResult loaded = read(file);
  if (loaded.scenario) return {std::move(loaded.scenario), kOk};
  print_problems(stderr, loaded.problems);
  return {std::nullopt, exit_code_of(loaded.problems)};
}

Loaded load(const std::string& file, const std::vector<std::string>& changes) {
  return load(ScenarioFile{file, changes});
}

}  // namespace cli
