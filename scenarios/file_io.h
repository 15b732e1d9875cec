// Whole files in and out of memory.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "scenarios/problem.h"

namespace scenarios {

struct ReadFile {
  std::string bytes;
  std::optional<Problem> problem;  // an I/O problem; bytes are empty then
};

// Regular files of up to 512 MiB.
ReadFile read_file(const std::filesystem::path& path);

// Files are never written over: a problem if there is something of that name.
std::optional<Problem> exists_already(const std::filesystem::path& path);

// Writes beside the target and renames, so that the target is either the old file or the whole new one.
std::optional<Problem> write_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace scenarios
