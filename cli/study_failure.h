// Why a study could not be run, told to people and to the shell.
#pragma once

#include <exception>
#include <stdexcept>
#include <string>

namespace cli {

// Found wrong before anything was written. An empty complaint was printed already.
class Refused : public std::runtime_error {
 public:
  Refused(int code, const std::string& complaint) : std::runtime_error(complaint), code_(code) {}
  int code() const { return code_; }

 private:
  int code_;
};

// Prints on standard error what is wrong with a study or its file, and returns the exit code. Throws on what
// is neither.
int study_failure(const std::exception_ptr& failure);

}  // namespace cli
