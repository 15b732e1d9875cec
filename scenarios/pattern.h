// Patterns of names, as in a shell.
#pragma once

#include <string>

namespace scenarios {

// `*` stands for anything within a part between strokes (`/`), `?` for one character, `[ab]` for one of
// those.
bool matches_pattern(const std::string& pattern, const std::string& name);
// Stands for more than itself.
bool is_pattern(const std::string& text);

}  // namespace scenarios
