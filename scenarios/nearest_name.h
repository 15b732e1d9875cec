// The known name most like a misspelt one, for hints.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace scenarios {

// Empty if no known name is near. Ties go to the earlier name.
std::string_view nearest_name(std::string_view name, const std::vector<std::string_view>& known);
// "did you mean `PL_MAL`?" or empty, likewise.
std::string did_you_mean(std::string_view name, const std::vector<std::string_view>& known);

}  // namespace scenarios
