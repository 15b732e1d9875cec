#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/exit_code.h"
#include "scenarios/scenario.h"

namespace cli {

int schema() {
  fmt::print("{}", scenarios::schema_text());
  return kOk;
}

}  // namespace cli
