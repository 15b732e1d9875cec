#include "cli/study_failure.h"

#include <spdlog/spdlog.h>

#include "cli/exit_code.h"
#include "cli/load.h"
#include "cli/terminal.h"
#include "studies/io_error.h"
#include "studies/study_facts.h"
#include "studies/study_scenarios.h"

namespace cli {

int study_failure(const std::exception_ptr& failure) {
  try {
    std::rethrow_exception(failure);
  } catch (const Refused& error) {
    if (*error.what() != '\0') spdlog::error("{}", printable(error.what()));
    return error.code();
  } catch (const studies::InvalidPoint& error) {
    print_problems(stderr, error.problems());
    spdlog::error("{}", printable(error.what()));
    return exit_code_of(error.problems());
  } catch (const studies::StudyMismatch& error) {
    spdlog::error("{}", printable(error.what()));
    return kUsage;
  } catch (const studies::IoError& error) {
    spdlog::error("{}", printable(error.what()));
    return kIoError;
  }
}

}  // namespace cli
