// What a paired run with a tenth more of the binding resource gave.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

#include "studies/confirmation.h"
#include "studies/place_names.h"

namespace cli {

// In sentences, of one line.
std::string confirmation_text(const studies::Confirmation& confirmation, const studies::PlaceNames& names);
nlohmann::ordered_json confirmation_json(const studies::Confirmation& confirmation);

// Runs it while a person may watch. None if nothing binds; none either, with a word on standard error, where
// the study or this was interrupted.
std::optional<studies::Confirmation> confirm(const rail::Model& model,
                                             const studies::ReplicationsResult& result,
                                             studies::ReplicationsOptions options);

}  // namespace cli
