#include "scenarios/problem.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

namespace scenarios {

std::string place_of(const Problem& problem) {
  std::string text = problem.file;
  if (problem.line > 0) text += fmt::format(":{}:{}", problem.line, problem.column);
  return text.empty() ? text : text + ": ";
}

std::string text_of(const Problem& problem) {
  if (problem.line > 0 || problem.field_path.empty()) return problem.message;
  return fmt::format("{} [{}]", problem.message, problem.field_path);
}

std::string to_string(const Problem& problem) { return place_of(problem) + text_of(problem); }

void sort_problems(std::vector<Problem>& problems) {
  std::map<std::string, std::size_t> rank;
  for (const Problem& problem : problems) rank.emplace(problem.file, rank.size());
  const auto key = [&rank](const Problem& p) { return std::make_tuple(rank.at(p.file), p.line, p.column); };
  std::stable_sort(problems.begin(), problems.end(),
                   [&key](const Problem& a, const Problem& b) { return key(a) < key(b); });
  const auto same = [&key](const Problem& a, const Problem& b) {
    return key(a) == key(b) && a.field_path == b.field_path && a.message == b.message;
  };
  problems.erase(std::unique(problems.begin(), problems.end(), same), problems.end());
}

}  // namespace scenarios
