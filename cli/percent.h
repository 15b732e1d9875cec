// Percentages as people type them.
#pragma once

#include <optional>
#include <string>

namespace cli {

// 0.01 of "1%" or "1 %"; nothing if it is no percentage above 0 and below 100.
std::optional<double> share_of_percentage(const std::string& text);
// For the command line: what is wrong with it; empty if nothing is.
std::string not_a_percentage(const std::string& text);

}  // namespace cli
