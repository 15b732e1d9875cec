// A file or folder that could not be read or written, and why (exit code 4 of the program).
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>

namespace studies {

class IoError : public std::runtime_error {
 public:
  IoError(const std::filesystem::path& path, const std::string& why)
      : std::runtime_error(path.string() + ": " + why) {}
};

}  // namespace studies
