#include "cli/introduce.h"

#include <fmt/format.h>

#include <cstdio>

#include "cli/terminal.h"
#include "cli/text_table.h"

namespace cli {

void introduce(const std::string& question, bool json) {
  if (question.empty() || json) return;
  fmt::print("{}\n", wrapped(bold(printable(question)), kScreenWidth, 0));
  std::fflush(stdout);
}

}  // namespace cli
