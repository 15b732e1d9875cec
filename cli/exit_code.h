// What the program tells the shell.
#pragma once

namespace cli {

enum ExitCode : int {
  kOk = 0,
  kFailedRun = 1,
  kUsage = 2,
  kInvalidScenario = 3,
  kIoError = 4,
  kInterrupted = 130,
};

}  // namespace cli
