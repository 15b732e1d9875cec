#include "studies/kpi_pattern.h"

#include <algorithm>

#include "scenarios/pattern.h"

namespace studies {

bool matches(const std::string& key, const std::vector<std::string>& patterns) {
  return std::any_of(patterns.begin(), patterns.end(),
                     [&](const std::string& pattern) { return scenarios::matches_pattern(pattern, key); });
}

}  // namespace studies
