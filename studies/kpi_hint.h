// What somebody may have meant who asks for a KPI that there is not.
#pragma once

#include <string>

#include "models/model.h"

namespace studies {

// For a key, or a pattern of keys, that matches none of the model's: "did you mean
// `total/both/teu_delivered`?", that `*` stops at a stroke, a key that begins so, or where keys are listed.
// Places may be called by the names that tables have for them.
std::string kpi_hint(const rail::Model& model, const std::string& pattern);

}  // namespace studies
