// A paired run with a tenth more of the binding resource.
#pragma once

#include <optional>

#include "studies/confirmation.h"

namespace cli {

// Runs it while a person may watch. None if nothing binds; none either, with a word on standard error, where
// the study or this was interrupted.
std::optional<studies::Confirmation> confirm(const rail::Model& model,
                                             const studies::ReplicationsResult& result,
                                             studies::ReplicationsOptions options);

}  // namespace cli
