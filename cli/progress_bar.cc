#include "cli/progress_bar.h"

#include <fmt/format.h>

#include <cstdio>
#include <string>

#include "cli/terminal.h"

namespace cli {
namespace {

constexpr int kWidth = 40;

}  // namespace

ProgressBar::ProgressBar(int total, Total kind) : total_(total), kind_(kind), visible_(stderr_is_terminal()) {
  if (visible_) show(0);
}

ProgressBar::~ProgressBar() {
  if (visible_) fmt::print(stderr, "\r\033[K");
}

void ProgressBar::show(int done) const {
  if (!visible_) return;
  if (kind_ == Total::kAtMost) {
    fmt::print(stderr, "\r\033[K{} of at most {} replications", done, total_);
    std::fflush(stderr);
    return;
  }
  const int filled = total_ > 0 ? static_cast<int>(static_cast<long long>(kWidth) * done / total_) : kWidth;
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
  const std::string left = done > 0 ? fmt::format(", {:.0f} s left", seconds / done * (total_ - done)) : "";
  fmt::print(stderr, "\r\033[K[{:#<{}}{:.<{}}] {} of {} replications{}", "", filled, "", kWidth - filled,
             done, total_, left);
  std::fflush(stderr);
}

}  // namespace cli
