#include "studies/relative_text.h"

#include <fmt/format.h>

#include <cmath>

#include "studies/digits.h"

namespace studies {

std::string relative_text(double base, double difference) {
  constexpr double kThousandfold = 1000, kTenfold_percent = 1000, kLeast_percent = 0.05;  // shown as 0.1
  const double before = std::abs(base), now = std::abs(base + difference);
  if (before == 0) return now == 0 ? "-" : "from nothing";
  if (now == 0) return "to nothing";
  if (now > kThousandfold * before) return "over 1,000-fold";
  if (before > kThousandfold * now) return "under 1/1,000";
  const double percent = 100 * difference / before;
  if (std::abs(percent) >= kTenfold_percent)
    return fmt::format("{}{} %", percent > 0 ? "+" : "-", grouped(std::abs(percent)));
  return percent != 0 && std::abs(percent) < kLeast_percent ? "< 0.1 %" : fmt::format("{:+.1f} %", percent);
}

}  // namespace studies
