// A file or folder that could not be read or written, and why (exit code 4 of the program).
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>

namespace studies {

// What the system says of an errno; plainer, where its words are not.
std::string system_words(int error);

class IoError : public std::runtime_error {
 public:
  // What stands under a hidden name until it is whole (hidden_path.h) is told by the name that it was to
  // have, and that it is not there.
  IoError(const std::filesystem::path& path, const std::string& why);
};

}  // namespace studies
