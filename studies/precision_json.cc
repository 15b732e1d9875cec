#include "studies/precision_json.h"

#include <nlohmann/json.hpp>

namespace studies {

using Json = nlohmann::ordered_json;

Json precision_json(const PrecisionOutcome& outcome, std::size_t variant) {
  Json kpis = Json::array();
  for (const KpiPrecision& kpi : outcome.kpis) {
    if (kpi.variant != variant) continue;
    const std::optional<double> relative = kpi.relative();
    kpis.push_back({{"key", kpi.key},
                    {"relative_half_width", relative ? Json(*relative) : Json(nullptr)},
                    {"reached", kpi.reached}});
  }
  return {{"asked", outcome.goal.relative},
          {"reached", outcome.reached},
          {"replications", outcome.replications},
          {"kpis", std::move(kpis)}};
}

}  // namespace studies
