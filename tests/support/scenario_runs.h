// Runs a scenario file: for tests that ask what the model makes of an ordinary scenario.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "models/model.h"
#include "models/observations.h"

namespace support {

struct Runs {
  std::shared_ptr<const rail::Model> model;
  std::vector<rail::Observations> replications;
};

// `path` from the repository root. Replications run on `threads` threads (0: as many as there are), with
// records of every stop and every container leg if asked for. Throws std::runtime_error with all problems if
// the scenario is not valid.
Runs run(const std::string& path, int replications = 1, bool records = false, int threads = 0);
// The same for a scenario given as text; includes are relative to the repository root.
Runs run_text(const std::string& text, int replications = 1, bool records = false);

}  // namespace support
