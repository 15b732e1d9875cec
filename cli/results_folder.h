// The folder that --out names, for the results of a study.
#pragma once

#include <exception>
#include <functional>
#include <optional>
#include <string>

#include "studies/run_directory.h"

namespace cli {

// Made before anything runs, so that one that cannot be written is known at once. What cannot be written
// after all is told once the results are printed.
class ResultsFolder {
 public:
  // Empty: there is none.
  explicit ResultsFolder(const std::string& out);

  // `write` fills it; then it appears, and is named on standard error.
  void fill(const std::function<void(const studies::RunDirectory&)>& write);
  // `write` adds to what is there, if fill() filled it.
  void add(const std::function<void(const studies::RunDirectory&)>& write);
  // Throws the IoError of these, if there was one.
  void require_written() const;

 private:
  std::string out_;
  std::optional<studies::RunDirectory> directory_;
  std::exception_ptr not_written_;
};

}  // namespace cli
