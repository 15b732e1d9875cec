// What a paired run with a tenth more of the binding resource gave, in words and as JSON.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "studies/confirmation.h"
#include "studies/place_names.h"

namespace studies {

// In sentences, of one line.
std::string confirmation_text(const Confirmation& confirmation, const PlaceNames& names);
// With the sentences as `text`.
nlohmann::ordered_json confirmation_json(const Confirmation& confirmation, const PlaceNames& names);

}  // namespace studies
