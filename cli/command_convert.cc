#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/load.h"

namespace cli {

int convert(const ConvertOptions& options) {
  const std::vector<scenarios::Problem> problems = scenarios::convert(
      options.from, options.to, options.merge ? scenarios::Includes::kMerged : scenarios::Includes::kKept);
  if (!problems.empty()) print_problems(stderr, problems);
  return exit_code_of(problems);
}

}  // namespace cli
