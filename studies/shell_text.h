// Commands as people type them.
#pragma once

#include <string>

namespace studies {

// A word of a command, in quotes where a shell needs them.
std::string shell_word(const std::string& word);

}  // namespace studies
