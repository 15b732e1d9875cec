// What stands in keys of KPIs for goods with rules of their own.
#pragma once

#include <string>
#include <vector>

#include "scenarios/checks.h"

namespace scenarios {

// Whether key[at] fits such a part of a pattern: a commodity, or a pair of points that it, or a plug,
// concerns.
bool is_goods_name(const std::string& kind, const std::vector<std::string>& key, std::size_t at,
                   const Checks& checks);

// "CN_CKG-DE_DUI": the ends of this service. Ids of points have no '-'.
inline bool is_pair_of(const landbridge::v1::TrainService& service, const std::string& name) {
  return name == service.origin() + "-" + service.destination();
}

}  // namespace scenarios
