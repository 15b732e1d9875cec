// What the program's outputs are connected to.
#pragma once

#include <string>
#include <string_view>

namespace cli {

bool stderr_is_terminal();
// Standard output is a terminal, and the user did not set NO_COLOR.
bool colours_on_stdout();

// In bold, or in red, where colours are on; otherwise as it is.
std::string bold(const std::string& text);
std::string red(const std::string& text);

// Text as a terminal may print it: control characters, which it would obey, as `\x1b`.
std::string printable(std::string_view text);

// Writes out what is buffered; false if standard output cannot take it (disk full, closed pipe).
bool flush_stdout();

}  // namespace cli
