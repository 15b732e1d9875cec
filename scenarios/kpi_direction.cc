#include "scenarios/kpi_direction.h"

#include <algorithm>
#include <array>

namespace scenarios {
namespace {

constexpr std::array<std::string_view, 7> kHeads{"wait/",  "held/",      "waiting_at_end/", "cost/",
                                                 "bills/", "emissions/", "energy/"};
// Of the last part of a key.
constexpr std::array<std::string_view, 2> kUnits{"_h", "_days"};
constexpr std::array<std::string_view, 6> kWords{"wait", "late_", "queue", "held", "hours", "cancelled"};

}  // namespace

bool less_may_be_better(std::string_view kpi) {
  const std::string_view last = kpi.substr(kpi.rfind('/') + 1);
  return std::any_of(kHeads.begin(), kHeads.end(), [&](auto head) { return kpi.starts_with(head); }) ||
         std::any_of(kUnits.begin(), kUnits.end(), [&](auto unit) { return last.ends_with(unit); }) ||
         std::any_of(kWords.begin(), kWords.end(),
                     [&](auto word) { return last.find(word) != std::string_view::npos; });
}

}  // namespace scenarios
