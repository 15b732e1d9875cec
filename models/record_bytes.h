// The optional records of a replication for hashing: the bytes of canonical_record_bytes(), which are many,
// piece by piece.
#pragma once

#include <functional>
#include <string_view>

#include "models/observations.h"

namespace rail {

// The pieces are good until `take` returns.
void canonical_record_bytes(const Observations& observations,
                            const std::function<void(std::string_view)>& take);

}  // namespace rail
