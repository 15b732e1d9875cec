#include "cli/load.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>

#include "cli/exit_code.h"
#include "cli/terminal.h"
#include "scenarios/load_written.h"

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

void tell_where_named(const std::string& file, const scenarios::Written& written,
                      std::vector<scenarios::Problem>& problems) {
  for (scenarios::Problem& problem : problems) {
    if (!problem.io || problem.file != file || written.file.empty()) continue;
    problem = {written.file, written.line, written.column, {}, fmt::format("`{}`: {}", file, problem.message),
               problem.hint, true};
  }
}

namespace {

scenarios::LoadResult told(const ScenarioFile& from, scenarios::LoadResult result) {
  tell_where_named(from.file, from.file_written, result.problems);
  if (from.name.empty()) return result;
  for (scenarios::Problem& problem : result.problems)
    problem.message = fmt::format("variant `{}`: {}", from.name, problem.message);
  return result;
}

}  // namespace

scenarios::LoadResult read(const ScenarioFile& from) {
  scenarios::LoadResult plain = scenarios::Scenario::load(from.file);
  if (from.changes.empty() && from.name.empty()) return told(from, std::move(plain));
  if (!plain.scenario)
    return told(from, scenarios::load_written(from.file, from.changes, from.changes_written));
  std::string name = !from.name.empty()
                         ? from.name
                         : fmt::format("{} with {}", plain.scenario->name(), fmt::join(from.changes, ", "));
  std::replace_if(name.begin(), name.end(), [](char c) { return c == '\n' || c == '\t' || c == '\r'; }, ' ');
  std::vector<std::string> named = from.changes;
  named.push_back("name = " + name);
  return told(from, scenarios::load_written(from.file, named, from.changes_written));
}

int refuse(const char* option, const std::string& value, const scenarios::Written& written,
           const std::string& complaint, const std::string& hint) {
  if (written.file.empty()) {
    spdlog::error("{} {}: {}{}", option, printable(value), complaint, hint.empty() ? "" : " (" + hint + ")");
    return kUsage;
  }
  print_problems(
      stderr,
      {{written.file, written.line, written.column, {}, fmt::format("`{}`: {}", value, complaint), hint}});
  return kInvalidScenario;
}

std::string partial_text(const scenarios::ChangeReach& change) {
  return fmt::format(
      "`{}` scales {} of the {} fields that it names; in the others nothing is stated, and they stay",
      change.change, change.matching - change.unstated, change.matching);
}

void warn_of_partial_changes(const scenarios::Scenario& scenario) {
  for (const scenarios::ChangeReach& change : scenarios::reach_of_changes(scenario))
    if (change.unstated > 0) spdlog::warn("{}", printable(partial_text(change)));
}

Loaded load(const ScenarioFile& file) {
  scenarios::LoadResult loaded = read(file);
  if (loaded.scenario) {
    warn_of_partial_changes(*loaded.scenario);
    return {std::move(loaded.scenario), kOk};
  }
  print_problems(stderr, loaded.problems);
  return {std::nullopt, exit_code_of(loaded.problems)};
}

Loaded load(const std::string& file, const std::vector<std::string>& changes) {
  return load(ScenarioFile{file, changes});
}

}  // namespace cli
