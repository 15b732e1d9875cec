#include <fmt/format.h>
#include <spawn.h>
#include <spdlog/spdlog.h>
#include <sys/wait.h>

#include <cstring>
#include <optional>
#include <string>

#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/load.h"
#include "cli/terminal.h"
#include "studies/partial_file.h"
#include "studies/report_page.h"
#include "studies/stored_results.h"

extern char** environ;

namespace cli {
namespace {

// In the browser that people have chosen. False, with a complaint, if that cannot be.
bool open_in_browser(const std::string& file) {
  const char* opener = "xdg-open";
  std::string name = file;
  char* arguments[] = {const_cast<char*>(opener), name.data(), nullptr};
  pid_t child = 0;
  int status = 0;
  const int error = posix_spawnp(&child, opener, nullptr, nullptr, arguments, environ);
  const bool opened =
      error == 0 && waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
  if (!opened)
    spdlog::error("cannot open {} with {}{}; the file is there, open it with a browser", printable(file),
                  opener, error == 0 ? std::string() : fmt::format(" ({})", std::strerror(error)));
  return opened;
}

}  // namespace

int report(const ReportOptions& options) {
  if (studies::report_page().empty()) {
    spdlog::error("{}", studies::kNoReportPage);
    return kIoError;
  }
  studies::require_no_file(options.out);
  std::vector<scenarios::Problem> problems;
  const std::optional<std::string> json = studies::stored_report_json(options.results, problems);
  if (!json) {
    print_problems(stderr, problems);
    return exit_code_of(problems);
  }
  studies::write_report(options.out, studies::report_html(studies::report_page(), *json));
  spdlog::info("the report is in {}", printable(options.out));
  if (options.open && !open_in_browser(options.out)) return kIoError;
  return kOk;
}

}  // namespace cli
