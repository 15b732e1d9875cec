#include "cli/terminal.h"

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
bool flush_stdout() { return std::fflush(stdout) == 0 && std::ferror(stdout) == 0; }

}  // namespace cli
