// A file that is not what it should be, and where: of results that are read again.
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>

#include "scenarios/problem.h"

namespace studies {

class WrongFile : public std::runtime_error {
 public:
  // `line` 0: the file as a whole.
  WrongFile(const std::filesystem::path& path, int line, const std::string& what)
      : std::runtime_error(what), path_(path), line_(line) {}

  scenarios::Problem problem(const std::string& hint) const {
    scenarios::Problem problem;
    problem.file = path_.string();
    problem.line = line_;
    problem.column = line_ > 0 ? 1 : 0;
    problem.message = what();
    problem.hint = hint;
    return problem;
  }

 private:
  std::filesystem::path path_;
  int line_;
};

}  // namespace studies
