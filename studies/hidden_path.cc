#include "studies/hidden_path.h"

#include <fmt/format.h>
#include <unistd.h>

#include <string>

namespace studies {
namespace {

namespace fs = std::filesystem;

constexpr const char* kMark = ".partial-";  // then the number of the process

}  // namespace

fs::path hidden_beside(const fs::path& target) {
  return target.parent_path() / fmt::format(".{}{}{}", target.filename().string(), kMark, ::getpid());
}

fs::path as_named(const fs::path& path) {
  fs::path named;
  for (const fs::path& part : path) {
    const std::string name = part.string();
    const std::size_t mark = name.rfind(kMark);
    const bool is_hidden = name.starts_with('.') && mark != std::string::npos && mark > 1;
    named /= is_hidden ? name.substr(1, mark - 1) : name;
  }
  return named;
}

}  // namespace studies
