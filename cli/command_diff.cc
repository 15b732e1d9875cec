#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "cli/commands.h"
#include "cli/diff_report.h"
#include "cli/exit_code.h"
#include "cli/load.h"

namespace cli {

int diff(const DiffOptions& options) {
  if (options.second.empty() && options.changes.empty()) {
    spdlog::error("nothing to set beside it: name a second scenario, or say --change");
    return kUsage;
  }
  const Loaded first = load(options.first);
  const Loaded second = load(options.second.empty() ? options.first : options.second, options.changes);
  if (!first.scenario) return first.exit_code;
  if (!second.scenario) return second.exit_code;
  fmt::print("{}", options.json ? differences_json(*first.scenario, *second.scenario)
                                : differences_text(*first.scenario, *second.scenario, options.all));
  return kOk;
}

}  // namespace cli
