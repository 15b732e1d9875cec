// What stands in keys of KPIs for goods with rules of their own, and for part loads.
#pragma once

#include <string>
#include <vector>

#include "scenarios/checks.h"

namespace scenarios {

// "{commodity}", "{pair with plugs}" and the like.
bool is_goods_kind(const std::string& kind);
// A hint for a name that does not fit such a part of a pattern.
const char* which_goods_fit(const std::string& kind);

// Whether key[at] fits it.
bool is_goods_name(const std::string& kind, const std::vector<std::string>& key, std::size_t at,
                   const Checks& checks);

// "CN_CKG-DE_DUI": the ends of this service. Ids of points have no '-'.
inline bool is_pair_of(const landbridge::v1::TrainService& service, const std::string& name) {
  return name == service.origin() + "-" + service.destination();
}

}  // namespace scenarios
