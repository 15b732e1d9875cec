// The known name most like a misspelt one, for hints.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace scenarios {

// "did you mean `PL_MAL`?", or empty if no known name is near. Ties go to the earlier name.
std::string did_you_mean(std::string_view name, const std::vector<std::string_view>& known);

}  // namespace scenarios
