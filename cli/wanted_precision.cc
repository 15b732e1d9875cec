#include "cli/wanted_precision.h"

namespace cli {

std::optional<studies::PrecisionRule> precision_rule(const PrecisionOptions& options,
                                                     const std::vector<std::string>& kpis) {
  if (!options.relative) return std::nullopt;
  const std::vector<std::string> usual{"total/both/teu_delivered"};
  return studies::PrecisionRule({*options.relative, kpis.empty() ? usual : kpis});
}

void end_by(studies::PrecisionRule& rule, const PrecisionOptions& options,
            studies::ReplicationsOptions& study) {
  study.replications = options.most;
  study.go_on = [&rule](const std::vector<const studies::Replication*>& round) { return rule.go_on(round); };
}

}  // namespace cli
