#include "cli/confirm.h"

#include <spdlog/spdlog.h>

#include "cli/progress_bar.h"

namespace cli {

std::optional<studies::Confirmation> confirm(const rail::Model& model,
                                             const studies::ReplicationsResult& result,
                                             studies::ReplicationsOptions options) {
  std::optional<studies::Confirmation> confirmation;
  if (!result.interrupted) {
    const ProgressBar bar(static_cast<int>(result.complete.size()));
    options.progress = [&](int complete) { bar.show(complete); };
    confirmation = studies::confirm_binding(model, result, options);
  }
  const bool cut_short = options.interrupt != nullptr && options.interrupt->load();
  if (!confirmation && cut_short)
    spdlog::warn("interrupted: whether what binds does was not tried with more of it");
  return confirmation;
}

}  // namespace cli
