#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/load.h"
#include "scenarios/generate.h"

namespace cli {

int generate(const GenerateOptions& options) {
  const scenarios::GenerateOptions wanted{options.stations, options.trains_per_year, options.seed};
  if (options.out.empty()) {
    fmt::print("{}", scenarios::generate(wanted, scenarios::Format::kText));
    return kOk;
  }
  const std::optional<scenarios::Problem> problem = scenarios::generate(wanted, options.out);
  if (!problem) return kOk;
  print_problems(stderr, {*problem});
  return exit_code_of({*problem});
}

}  // namespace cli
