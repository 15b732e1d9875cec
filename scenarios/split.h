// A text cut at every occurrence of a character.
#pragma once

#include <sstream>
#include <string>
#include <vector>

namespace scenarios {

// "a//b" has three parts, "a/" two, "" none.
inline std::vector<std::string> split(const std::string& text, char by) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, by);) parts.push_back(part);
  if (!text.empty() && text.back() == by) parts.emplace_back();
  return parts;
}

}  // namespace scenarios
