#include "scenarios/pattern.h"

#include <fnmatch.h>

namespace scenarios {

bool matches_pattern(const std::string& pattern, const std::string& name) {
  return pattern == name || fnmatch(pattern.c_str(), name.c_str(), FNM_PATHNAME) == 0;
}

bool is_pattern(const std::string& text) { return text.find_first_of("*?[") != std::string::npos; }

}  // namespace scenarios
