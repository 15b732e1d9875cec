#include "cli/backend.h"

#include <spdlog/spdlog.h>

#include <stdexcept>

namespace cli {

std::optional<studies::Backend> backend_or_complaint() {
  try {
    return studies::backend_from_environment();
  } catch (const std::invalid_argument& error) {
    spdlog::error("{}", error.what());
    return std::nullopt;
  }
}

}  // namespace cli
