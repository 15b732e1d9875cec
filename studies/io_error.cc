#include "studies/io_error.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>

#include "studies/hidden_path.h"

namespace studies {
namespace {

std::string text(const std::filesystem::path& path, const std::string& why) {
  const std::filesystem::path named = as_named(path);
  return fmt::format("{}: {}{}", named.string(), why, named == path ? "" : "; nothing was written");
}

}  // namespace

std::string system_words(int error) { return error == ENOSPC ? "the disk is full" : std::strerror(error); }

IoError::IoError(const std::filesystem::path& path, const std::string& why)
    : std::runtime_error(text(path, why)) {}

}  // namespace studies
