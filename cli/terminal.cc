#include "cli/terminal.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

namespace cli {
namespace {

bool no_colour() {
  const char* value = std::getenv("NO_COLOR");
  return value != nullptr && *value != '\0';
}

std::string coloured(const char* code, const std::string& text) {
  return colours_on_stdout() ? std::string("\033[") + code + "m" + text + "\033[0m" : text;
}

}  // namespace

bool stderr_is_terminal() { return ::isatty(STDERR_FILENO) == 1; }
bool colours_on_stdout() { return ::isatty(STDOUT_FILENO) == 1 && !no_colour(); }
std::string bold(const std::string& text) { return coloured("1", text); }
std::string red(const std::string& text) { return coloured("31", text); }
std::string printable(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    // U+0080 to U+009F are two bytes in UTF-8.
    const auto next = static_cast<unsigned char>(i + 1 < text.size() ? text[i + 1] : '\xff');
    if (c == 0xc2 && next >= 0x80 && next < 0xa0) {
      result += fmt::format("\\x{:02x}", next);
      ++i;
    } else if (c < 0x20 || c == 0x7f) {
      result += fmt::format("\\x{:02x}", c);
    } else {
      result += text[i];
    }
  }
  return result;
}

bool flush_stdout() { return std::fflush(stdout) == 0 && std::ferror(stdout) == 0; }

}  // namespace cli
