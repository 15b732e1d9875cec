#include "cli/results_folder.h"

#include <spdlog/spdlog.h>

#include "cli/terminal.h"
#include "studies/io_error.h"

namespace cli {

ResultsFolder::ResultsFolder(const std::string& out) : out_(out) {
  if (!out.empty()) directory_.emplace(out);
}

void ResultsFolder::fill(const std::function<void(const studies::RunDirectory&)>& write) {
  if (!directory_) return;
  try {
    write(*directory_);
    directory_->publish();
    spdlog::info("results are in {}", printable(out_));
  } catch (const studies::IoError&) {
    not_written_ = std::current_exception();
  }
}

void ResultsFolder::add(const std::function<void(const studies::RunDirectory&)>& write) {
  if (!directory_ || not_written_) return;
  try {
    write(*directory_);
  } catch (const studies::IoError&) {
    not_written_ = std::current_exception();
  }
}

void ResultsFolder::require_written() const {
  if (not_written_) std::rethrow_exception(not_written_);
}

}  // namespace cli
