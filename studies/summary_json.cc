#include "studies/summary_json.h"

#include <nlohmann/json.hpp>

namespace studies {

nlohmann::ordered_json summary_json(const Summary& summary) {
  using Json = nlohmann::ordered_json;
  if (summary.count == 0) return nullptr;
  return {{"mean", summary.mean},
          {"sd", summary.sd},
          {"ci95_half_width", summary.half_width ? Json(*summary.half_width) : Json(nullptr)}};
}

}  // namespace studies
