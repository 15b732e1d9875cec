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

Loaded load(const std::string& file) {
  scenarios::LoadResult loaded = scenarios::Scenario::load(file);
  if (loaded.scenario) return {std::move(loaded.scenario), kOk};
  print_problems(stderr, loaded.problems);
  return {std::nullopt, exit_code_of(loaded.problems)};
}

}  // namespace cli
